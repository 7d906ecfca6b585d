/** @file What two devices tell each other about blobs in `control` (docs/bundle-format.md, section 4.3). */
import { rangesOf } from '#core/blobs/blob-rows.ts';
import { missingRanges, pairsToRanges, rangesToPairs } from '#core/blobs/ranges.ts';
import { limits } from '#core/changes/limits.ts';
import { all, run } from '#core/changes/statements.ts';
import { fromBase64Url, fromHex, toBase64Url, toHex } from '#core/crypto/bytes.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { isNamedTo } from './blob-queue.ts';
import type { BlobControl } from './bundle-format.ts';

/**
 * What bundle number `bn` tells the peer; null when there is nothing to say. A blob is confirmed until the peer has seen
 * a bundle that says so. Must run in a transaction.
 */
export function blobControlFor(raw: SqliteDatabase, peer: Uint8Array, bn: number, most: number): BlobControl | null {
  const have = offeredAndWhole(raw, peer, most);
  for (const id of have)
    run(raw, 'UPDATE blob_peer SET told = coalesce(told, ?) WHERE peer = ? AND id = ?', bn, peer, id);
  const want = wantedOf(raw, peer, most).map(({ id, total, ranges }) => {
    const missing = missingRanges(rangesOf({ total, ranges }), total);
    // The rest of a blob with many holes is asked for when these have come.
    return { id: toWire(id), ranges: rangesToPairs(missing.slice(0, limits.rangesOfBlob)) };
  });
  return have.length + want.length === 0 ? null : { have: have.map(toWire), want };
}

/** Takes the peer's word. `bnSeen`: the newest bundle of ours that it had taken in when it wrote this. */
export function takeBlobControl(
  raw: SqliteDatabase,
  peer: Uint8Array,
  control: BlobControl | undefined,
  bnSeen: number,
): void {
  run(raw, 'UPDATE blob_peer SET offered = 0, told = NULL WHERE peer = ? AND offered = 1 AND told <= ?', peer, bnSeen);
  for (const wire of control?.have ?? []) setPeer(raw, peer, fromWire(wire), 1, null);
  for (const { id: wire, ranges } of control?.want ?? []) {
    const id = fromWire(wire);
    const total = totalOf(raw, id);
    if (total === null) continue;
    const missing = rangesToPairs(pairsToRanges(ranges, total));
    if (missing.length > 0) setPeer(raw, peer, id, 0, JSON.stringify(missing));
  }
}

/** Nothing is noted of blobs that the peer cannot know: it would be a way to fill our store. */
function setPeer(raw: SqliteDatabase, peer: Uint8Array, id: string, confirmed: 0 | 1, missing: string | null): void {
  if (!isNamedTo(raw, peer, id)) return;
  run(
    raw,
    `INSERT INTO blob_peer (peer, id, confirmed, missing, sent, next, passed, offered, told) VALUES (?, ?, ?, ?, 0, 0, 0, 0, NULL)
     ON CONFLICT (peer, id) DO UPDATE SET confirmed = excluded.confirmed, missing = excluded.missing`,
    peer,
    id,
    confirmed,
    missing,
  );
}

const offeredAndWhole = (raw: SqliteDatabase, peer: Uint8Array, most: number): string[] =>
  all<{ id: string }>(
    raw,
    `SELECT p.id FROM blob_peer p JOIN blob b ON b.id = p.id
     WHERE p.peer = ? AND p.offered = 1 AND b.state = 'whole' ORDER BY p.told IS NOT NULL, p.id LIMIT ?`,
    peer,
    most,
  ).map(({ id }) => id);

type Wanted = { readonly id: string; readonly total: number; readonly ranges: string };

/** What came wrong twice is asked for of those alone who sent nothing of it: whoever spoilt it may have been another. */
const wantedOf = (raw: SqliteDatabase, peer: Uint8Array, most: number): Wanted[] =>
  all<Wanted>(
    raw,
    `SELECT id, total, ranges FROM (
       SELECT * FROM blob WHERE state IN ('wanted', 'partial')
       UNION ALL
       SELECT * FROM blob WHERE state = 'bad'
         AND NOT EXISTS (SELECT 1 FROM blob_peer p WHERE p.peer = ? AND p.id = blob.id AND p.offered = 1))
     ORDER BY kind = 'parcel' DESC, kind = 'preview' DESC, first_wanted, id`,
    peer,
  )
    .filter(({ id }) => isNamedTo(raw, peer, id))
    .slice(0, most);

const totalOf = (raw: SqliteDatabase, id: string): number | null =>
  all<{ total: number }>(raw, 'SELECT total FROM blob WHERE id = ?', id)[0]?.total ?? null;

const toWire = (id: string): string => toBase64Url(fromHex(id) ?? new Uint8Array(0));
const fromWire = (id: string): string => toHex(fromBase64Url(id) ?? new Uint8Array(0));
