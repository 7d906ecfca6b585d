/**
 * @file Every single signature, after the run heads have let a bundle in (check-runs.ts, [Note: Run heads]). Done a few
 * at a time while nobody waits; a change whose own signature is bad leaves the projections as if refused at import.
 */
import { applyChanges } from '#core/changes/apply.ts';
import { parseHeader, verifyChangeSignature } from '#core/changes/change.ts';
import { all } from '#core/changes/statements.ts';
import { type ChgRow, chgColumns } from '#core/changes/stored.ts';
import { inTransaction } from '#core/db/transaction.ts';
import type { OpenHome } from '#core/home/open-home.ts';
import { ok } from '#shared/lib/result.ts';

/** The part of a home that checking touches. */
type Checking = { readonly store: Pick<OpenHome['store'], 'raw'>; readonly changes: OpenHome['changes'] };

export type SliceReport = {
  readonly verified: number;
  readonly bad: number;
  /** Where to go on; null when nothing is left. */
  readonly next: number | null;
  readonly areas: ReadonlySet<string>;
};

/** Checks up to `most` changes after row `after`: those not verified yet, or all. Must run inside a transaction. */
export function checkSlice(home: Checking, after: number, most: number, which: 'unchecked' | 'all'): SliceReport {
  const { raw } = home.store;
  const rows = all<ChgRow>(
    raw,
    `SELECT ${chgColumns} FROM chg WHERE n > ? AND ${which === 'all' ? 'true' : 'checked <> 1'}
       AND (verdict <> 'quarantined' OR code = 'change/revoked') ORDER BY n LIMIT ?`,
    after,
    most,
  );
  const { areas, result } = applyChanges(raw, home.changes, ({ confirm, condemn }) => {
    const counts = { verified: 0, bad: 0 };
    for (const row of rows) {
      const good = isSigned(home, row);
      if (good === true) {
        counts.verified += 1;
        if (row.checked !== 1) confirm(row.n);
      } else if (good === false) {
        counts.bad += 1;
        condemn(row.n);
      }
    }
    return counts;
  });
  return { ...result, next: rows.length < most ? null : (rows.at(-1)?.n ?? null), areas };
}

/** Null: no roster here lists the device yet. */
function isSigned(home: Checking, row: ChgRow): boolean | null {
  const header = parseHeader(row.hdr);
  const verifier = header.ok ? home.changes.verifierOf(header.value.dev) : null;
  if (!verifier) return null;
  return verifyChangeSignature(verifier, {
    id: row.id,
    headerBytes: row.hdr,
    payloadBytes: row.pay,
    signature: row.sig,
  });
}

const sliceSize = 100;
const pauseMs = 50;

/** Works through what is unchecked; `stop` ends it, and what is left is taken up at the next start. */
export function checkInBackground(
  home: OpenHome,
  onAreas: (areas: ReadonlySet<string>) => void,
): { readonly stop: () => void } {
  let after = 0;
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;
  const plan = (): void => {
    if (stopped) return;
    timer = setTimeout(() => void step().catch(() => undefined), pauseMs);
    timer.unref();
  };
  const step = async (): Promise<void> => {
    const slice = await inTransaction(home.store, async () =>
      ok(stopped ? null : checkSlice(home, after, sliceSize, 'unchecked')),
    );
    if (!slice.ok || slice.value === null) return;
    if (slice.value.areas.size > 0) onAreas(slice.value.areas);
    if (slice.value.next === null) return;
    after = slice.value.next;
    plan();
  };
  plan();
  return {
    stop: () => {
      stopped = true;
      if (timer) clearTimeout(timer);
    },
  };
}
