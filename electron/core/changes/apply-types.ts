/** @file What applyChanges offers and what it is told; other folders use these types without the rest of it. */
import type { Verifier } from '#core/crypto/ed25519.ts';
import type { ChangeHeader, SignedChange } from './change.ts';
import type { LinkTargets } from './link-log.ts';
import type { Checked } from './log-rows.ts';
import type { ChgRow } from './stored.ts';
import type { RosterView } from './verdict.ts';

export type Outcome = {
  /** `filled`: known before without its payload, which has come now. */
  readonly outcome: 'applied' | 'known' | 'filled' | 'held' | 'quarantined';
  readonly code?: string;
};

export type ApplyOptions = {
  /** Device the change came from; null when it was made here. */
  readonly source: Uint8Array | null;
  readonly checked: Checked;
  /** What the change's header bytes say, where the caller has parsed them already. */
  readonly header?: ChangeHeader | null;
};

export type Applying = {
  readonly apply: (change: SignedChange, options: ApplyOptions) => Outcome;
  /** Keeps a change by its id, outside every projection: its form or signature is bad. */
  readonly quarantine: (change: SignedChange, code: string, source: Uint8Array) => Outcome;
  /** Judges again what waited for a roster version. */
  readonly release: (waits: string) => void;
  /** Notes that a change's own signature was verified. */
  readonly confirm: (n: number) => void;
  /** Takes a change out of the projections after its signature proved bad. */
  readonly condemn: (n: number) => void;
  /** Sets aside what a revoked device wrote after its last good change, and takes back what counts after all. */
  readonly settle: (dev: string) => void;
  /** Judges and projects what this program understands of a record and the one that stored it did not. */
  readonly understand: (agg: Uint8Array) => void;
  /** Every verdict of a record anew, with all that has come since. */
  readonly rejudge: (agg: string) => void;
  /** Registers every accepted change again, after the projections were dropped. Links are left alone. */
  readonly reproject: () => void;
};

/** Given the changes of a revoked device that are here in sound form, those that count. */
export type GoodChanges = (rows: readonly ChgRow[]) => ReadonlySet<ChgRow>;

export type Touched = {
  /** Method families that show what changed: what screens must refresh. */
  readonly areas: ReadonlySet<string>;
  /** Groups that got a second current value. */
  readonly newConflicts: number;
};

/** What the rosters say; everything else applyChanges needs stands in the store. */
export type ApplyContext = {
  readonly rosterAt: (version: number) => RosterView | null;
  readonly linkTargets: LinkTargets;
  /** Which changes of a device still count, by full id; null when it was not revoked. */
  readonly goodOf: (dev: string) => GoodChanges | null;
  /** Verifier of a device's signing key; null when no roster here lists it. */
  readonly verifierOf: (dev: string) => Verifier | null;
};
