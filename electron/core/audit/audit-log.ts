/**
 * @file Who opened, changed and was refused what on this PC: a local chain, each entry bound to the one before, so that
 * one cannot be taken out unseen. Ids and codes only.
 */
import { all, get, run } from '#core/changes/statements.ts';
import { bytesEqual, utf8 } from '#core/crypto/bytes.ts';
import { sha256 } from '#core/crypto/hash.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';

export type AuditEntry = {
  /** Wall clock, ms. */
  readonly at: number;
  readonly user: string;
  readonly method: string;
  readonly record: string | null;
  /** `ok` or the code of the refusal. */
  readonly outcome: string;
};

type AuditRow = {
  readonly n: number;
  readonly at: string;
  readonly user: string;
  readonly method: string;
  readonly record: string | null;
  readonly outcome: string;
  readonly prev: Uint8Array;
  readonly hash: Uint8Array;
};

/** Must run inside a transaction. */
export function auditEntry(raw: SqliteDatabase, entry: AuditEntry): void {
  const last = get<{ n: number; hash: Uint8Array }>(raw, 'SELECT n, hash FROM audit ORDER BY n DESC LIMIT 1');
  const n = (last?.n ?? 0) + 1;
  const prev = last?.hash ?? new Uint8Array(32);
  const at = new Date(entry.at).toISOString();
  const { user, method, record, outcome } = entry;
  const hash = entryHash({ n, at, user, method, record, outcome, prev });
  run(
    raw,
    'INSERT INTO audit (n, at, user, method, record, outcome, prev, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    n,
    at,
    user,
    method,
    record,
    outcome,
    prev,
    hash,
  );
}

/** The number of the first entry that does not follow from the one before; null when the chain is whole. */
export function firstBreak(raw: SqliteDatabase): number | null {
  let prev: Uint8Array = new Uint8Array(32);
  let n = 0;
  for (;;) {
    const rows = all<AuditRow>(raw, 'SELECT * FROM audit WHERE n > ? ORDER BY n LIMIT 1000', n);
    for (const row of rows) {
      n += 1;
      if (row.n !== n || !bytesEqual(row.prev, prev) || !bytesEqual(row.hash, entryHash(row))) return n;
      prev = row.hash;
    }
    if (rows.length === 0) return null;
  }
}

function entryHash(row: Omit<AuditRow, 'hash'>): Uint8Array {
  const text = JSON.stringify([row.n, row.at, row.user, row.method, row.record, row.outcome]);
  return sha256(utf8('jisr-audit\n'), row.prev, utf8(text));
}
