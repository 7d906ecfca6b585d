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
  readonly sha: Uint8Array;
  readonly epoch: number | null;
  readonly a: number | null;
  readonly b: number | null;
  readonly parts: number;
};

/** Must run inside a transaction. */
export function keepInSpool(raw: SqliteDatabase, entry: SpoolEntry): null {
  const { header } = entry;
  const peer = header ? (entry.direction === 'in' ? header.from.dev : header.to.dev) : null;
  run(
    raw,
    `INSERT INTO spool (direction, at, file, sha, bytes, peer, bn, verdict, code, changes, epoch, a, b, parts)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
    header?.epoch.n ?? null,
    header?.a ?? null,
    header?.b ?? null,
    header?.blobs.length ?? 0,
  );
  return null;
}

export type SpoolFilter = {
  readonly direction: 'in' | 'out' | null;
  /** Node id. */
  readonly node: string | null;
  /** Refused, or with something amiss. */
  readonly amiss: boolean;
};

/** Newest first. */
export function listSpool(
  raw: SqliteDatabase,
  { direction, node, amiss }: SpoolFilter,
  offset: number,
  limit: number,
): { rows: SpoolRow[]; total: number } {
  const where = `FROM spool WHERE (? IS NULL OR direction = ?)
    AND (? IS NULL OR peer IN (SELECT dev FROM peer WHERE node = ?)) AND (? = 0 OR code IS NOT NULL)`;
  const values = [direction, direction, node, node, amiss ? 1 : 0];
  return {
    rows: all<SpoolRow>(
      raw,
      `SELECT ${spoolColumns} ${where} ORDER BY n DESC LIMIT ? OFFSET ?`,
      ...values,
      limit,
      offset,
    ),
    total: get<{ n: number }>(raw, `SELECT count(*) AS n ${where}`, ...values)?.n ?? 0,
  };
}

/** The file with this number that was written for a node; the newest, if it has had several devices. */
export const findWritten = (raw: SqliteDatabase, node: string, bn: number): SpoolRow | undefined =>
  get<SpoolRow>(
    raw,
    `SELECT ${spoolColumns} FROM spool WHERE direction = 'out' AND bn = ?
     AND peer IN (SELECT dev FROM peer WHERE node = ?) ORDER BY n DESC LIMIT 1`,
    bn,
    node,
  );

const spoolColumns = 'n, direction, at, file, sha, bytes, peer, bn, verdict, code, changes, epoch, a, b, parts';
