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
  85: 'electron/core/exchange/revocation.test.ts',
  93: 'electron/core/changes/authority.test.ts',
  95: 'electron/core/exchange/blob-exchange.test.ts',
  96: 'electron/core/exchange/blob-parts.property.test.ts',
  97: 'electron/core/exchange/blob-parts.property.test.ts',
  98: 'electron/core/exchange/blob-exchange.test.ts',
  99: 'electron/core/features/attachments/attachments.test.ts',
  100: 'electron/core/exchange/blob-exchange.test.ts',
  101: 'electron/core/blobs/media/clean-file.test.ts',
  108: 'electron/core/files/copy-in.test.ts',
  109: 'electron/core/files/copy-in.test.ts',
  110: 'electron/core/files/copy-in.test.ts',
  111: 'electron/core/files/copy-in.test.ts',
  112: 'electron/core/files/copy-in.test.ts',
  113: 'electron/core/features/sticks/sticks.test.ts',
};

/** Wait for machinery that is built later: legal erasure, and rotating the roster's authority. */
export const later: ReadonlySet<number> = new Set([92, 104]);
