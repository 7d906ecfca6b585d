/** @file What one entry of the bad-input corpus says: a file, and what taking it in must come to. */
import type { ExchangeCode } from '#shared/errors/exchange-codes.ts';
import type { CorpusKit } from './stage.ts';

/** Counts of the import report. `quarantined` names the code of each change that was set aside, in order. */
export type Expected = {
  readonly verdict: 'applied' | 'nothing-new' | 'gap' | 'refused';
  /** Of the file; null: none. */
  readonly code: ExchangeCode | null;
  readonly applied?: number;
  readonly held?: number;
  readonly quarantined?: readonly ExchangeCode[];
  /** What the signed header says of the link counts, though no change of the file is used. */
  readonly acks?: boolean;
  /** Checks of `exchange.verify` that must find what is wrong afterwards; none unless told. */
  readonly broken?: readonly string[];
};

export type CorpusCase = {
  /** Number in the catalogue; several cases may show one number. */
  readonly n: number;
  readonly what: string;
  readonly make: (kit: CorpusKit) => Uint8Array | Promise<Uint8Array>;
  readonly expect: Expected;
  /** Files that are taken in first, in this order. */
  readonly before?: (kit: CorpusKit) => Promise<readonly Uint8Array[]>;
  /** SQL that must give exactly one row afterwards. */
  readonly leaves?: string;
};

/** Refused as a whole: nothing of it stays. */
export const refused = (code: ExchangeCode): Expected => ({ verdict: 'refused', code, applied: 0 });

/** Its header and control are sound, and its first changes are not: acks count, no change is used. */
export const cut = (code: ExchangeCode): Expected => ({ verdict: 'refused', code, applied: 0, acks: true });

/** Taken in, with this many changes accepted. */
export const applied = (count: number): Expected => ({ verdict: 'applied', code: null, applied: count });

/** Taken in, one change set aside with this code and `good` others accepted. */
export const setAside = (code: ExchangeCode, good = 1): Expected => ({
  verdict: 'applied',
  code: null,
  applied: good,
  quarantined: [code],
});
