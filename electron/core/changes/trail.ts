/** @file The headers of a record's changes: who acted and when. Payloads are not read, so no content can slip through. */
import type { SqliteDatabase } from '#core/db/driver.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import type { ChangeHeader } from './change.ts';
import { all } from './statements.ts';
import { decodeHeader } from './stored.ts';

export type TrailEntry = { readonly changeId: string; readonly header: ChangeHeader };

/** Accepted changes of a record, newest first. */
export function readTrail(raw: SqliteDatabase, agg: Uint8Array): TrailEntry[] {
  const rows = all<{ id16: Uint8Array; hdr: Uint8Array }>(
    raw,
    "SELECT id16, hdr FROM main.chg WHERE agg = ? AND verdict = 'ok' ORDER BY hlc DESC, n DESC",
    agg,
  );
  return rows.map(({ id16, hdr }) => ({ changeId: toBase64Url(id16), header: decodeHeader({ hdr }).header }));
}
