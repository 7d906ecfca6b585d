/** @file What people see as the history of bundles, in and out. */
import { all, get, run } from '#core/changes/statements.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import type { BundleHeader } from './bundle-format.ts';

export type SpoolEntry = {
  readonly direction: 'in' | 'out';
  readonly at: string;
  readonly file: string;
  readonly sha: Uint8Array;
  readonly bytes: number;
  /** Null when the file was refused before its header could be trusted. */
  readonly header: BundleHeader | null;
  readonly verdict: string;
  readonly code: string | null;
  readonly changes: number;
};

export type SpoolRow = {
  readonly n: number;
  readonly direction: 'in' | 'out';
  readonly at: string;
  readonly file: string;
  readonly bytes: number;
  readonly peer: Uint8Array | null;
  readonly bn: number | null;
  readonly verdict: string;
  readonly code: string | null;
  readonly changes: number;
};

/** Must run inside a transaction. */
export function keepInSpool(raw: SqliteDatabase, entry: SpoolEntry): null {
  const { header } = entry;
  const peer = header ? (entry.direction === 'in' ? header.from.dev : header.to.dev) : null;
  run(
    raw,
    'INSERT INTO spool (direction, at, file, sha, bytes, peer, bn, verdict, code, changes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    entry.direction,
    entry.at,
    entry.file,
    entry.sha,
    entry.bytes,
    peer === null ? null : Buffer.from(peer, 'base64url'),
    header?.bn ?? null,
    entry.verdict,
    entry.code,
    entry.changes,
  );
  return null;
}

/** Newest first. */
export function listSpool(raw: SqliteDatabase, offset: number, limit: number): { rows: SpoolRow[]; total: number } {
  return {
    rows: all<SpoolRow>(
      raw,
      'SELECT n, direction, at, file, bytes, peer, bn, verdict, code, changes FROM spool ORDER BY n DESC LIMIT ? OFFSET ?',
      limit,
      offset,
    ),
    total: get<{ n: number }>(raw, 'SELECT count(*) AS n FROM spool')?.n ?? 0,
  };
}
