/**
 * @file The bad-input corpus: every kind of file that must do no harm, made anew with fresh keys each time, with what
 * taking it in must come to. Cases of attachments, of sticks and of revoked devices stand beside the code they test;
 * `elsewhere` says where, so that the catalogue has no hole.
 */
import { changeCases } from './change-cases.ts';
import { containerCases } from './container-cases.ts';
import type { CorpusCase } from './corpus-case.ts';
import { frameCases } from './frame-cases.ts';
import { rosterCases } from './roster-cases.ts';
import { sectionCases } from './section-cases.ts';

export const corpus: readonly CorpusCase[] = [
  ...containerCases,
  ...frameCases,
  ...sectionCases,
  ...changeCases,
  ...rosterCases,
];

/** Numbers of the catalogue that are no file for `exchange.takeIn`, and the test that plays each. */
export const elsewhere: Readonly<Record<number, string>> = {
  95: 'electron/core/exchange/blob-exchange.test.ts',
  96: 'electron/core/exchange/blob-parts.property.test.ts',
  97: 'electron/core/exchange/blob-parts.property.test.ts',
  98: 'electron/core/exchange/blob-exchange.test.ts',
  99: 'electron/core/features/attachments/attachments.test.ts',
  100: 'electron/core/exchange/blob-exchange.test.ts',
  101: 'electron/core/blobs/media/clean-file.test.ts',
};

/** Wait for machinery that is built later: legal erasure, and rotating the roster's authority. */
export const later: ReadonlySet<number> = new Set([92, 104]);
