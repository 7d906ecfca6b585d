/**
 * @file Which parts of which blobs go into a bundle. A blob is due on a link when a change that names it is on that link
 * with its payload, and until the other side says that it holds the whole. Parcels go first, then previews, then files;
 * who was never sent before who was, older before younger; and who was passed over eight times before all others.
 */
import type { BlobKind } from '#core/changes/blob-ref.ts';
import { limits } from '#core/changes/limits.ts';
import { all, get, run } from '#core/changes/statements.ts';
import { blobFileBytes, type BlobPorts, blobPath, isBlobFile } from '#core/blobs/blob-files.ts';
import { setRanges } from '#core/blobs/blob-rows.ts';
import { type ByteRange, bytesIn, inside, missingRanges, pairsToRanges, type RangeSet } from '#core/blobs/ranges.ts';
import { fromHex, toBase64Url, toHex } from '#core/crypto/bytes.ts';
import { fileRange, hashOfRange } from '#core/files/file-range.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import type { BlobPartEntry } from './bundle-format.ts';

/** A part as a bundle will hold it; read anew when the file is written, so that no blob is ever in memory. */
export type OutgoingPart = { readonly entry: BlobPartEntry; readonly read: () => Iterable<Uint8Array> };

export type BlobPlan = {
  readonly parts: readonly OutgoingPart[];
  /** Files and parcels the other side has not confirmed; previews are not counted. */
  readonly unconfirmed: number;
  /** Those of them that are not complete with this bundle, and the bytes they still need. */
  readonly following: number;
  readonly followingBytes: number;
};

/** What a part takes in the header of a bundle, generously. */
export const partEntryBytes = 200;

/**
 * `upTo`: last position of the link in this bundle, so that nothing comes that no change names yet. `fits`: whether the
 * file holds so many bytes more. Notes what goes; must run in a transaction.
 */
export function planBlobParts(
  services: BlobPorts,
  raw: SqliteDatabase,
  peer: Uint8Array,
  { upTo, mostParts, fits }: { readonly upTo: number; readonly mostParts: number; fits(bytes: number): boolean },
): BlobPlan {
  const parts: OutgoingPart[] = [];
  let bytes = 0;
  /** Small pictures leave no room unused: they do not count. */
  let hasLarge = false;
  let [unconfirmed, following, followingBytes] = [0, 0, 0];
  for (const blob of dueBlobs(raw, peer, upTo).toSorted(byPriority)) {
    const missing = missingAt(blob);
    const ranges = chooseRanges(missing, blob.next, !hasLarge, mostParts - parts.length, (sum) => fits(bytes + sum));
    if (ranges.length > 0 && !isSound(services, raw, blob)) continue;
    for (const range of ranges) parts.push(outgoing(services, blob, range));
    bytes += bytesIn(ranges) + ranges.length * partEntryBytes;
    noteSent(raw, peer, blob, missing, ranges);
    if (blob.kind === 'preview') continue;
    hasLarge ||= ranges.length > 0;
    const rest = bytesIn(missing) - bytesIn(ranges);
    unconfirmed++;
    if (rest > 0) following++;
    followingBytes += rest;
  }
  return { parts, unconfirmed, following, followingBytes };
}

/** Where not one large part fits, a small one does: a tight budget is slow, but it starves nobody. */
function chooseRanges(
  missing: RangeSet,
  next: number,
  maySmall: boolean,
  mostParts: number,
  fits: (bytes: number) => boolean,
): ByteRange[] {
  for (const grain of maySmall ? grains : grains.slice(0, 1)) {
    const chosen: ByteRange[] = [];
    let bytes = 0;
    for (const range of partsOf(missing, next, grain)) {
      bytes += range.len + partEntryBytes;
      if (chosen.length === mostParts || !fits(bytes)) break;
      chosen.push(range);
    }
    if (chosen.length > 0) return chosen;
  }
  return [];
}

/** Files and parcels that the other side has not confirmed, and their size. */
export function blobsWaiting(
  raw: SqliteDatabase,
  peer: Uint8Array,
): { readonly count: number; readonly bytes: number } {
  const due = dueBlobs(raw, peer, Number.MAX_SAFE_INTEGER).filter(({ kind }) => kind !== 'preview');
  return { count: due.length, bytes: due.reduce((sum, blob) => sum + bytesIn(missingAt(blob)), 0) };
}

/** The same for every device at once: an office has one, the directorate hundreds. Keys are lower-case hex. */
export function blobsWaitingByPeer(
  raw: SqliteDatabase,
): ReadonlyMap<string, { readonly count: number; readonly bytes: number }> {
  const rows = all<{ peer: Uint8Array; id: string; total: number; missing: string | null }>(
    raw,
    `SELECT DISTINCT l.peer, b.id, b.total, p.missing
     FROM blob_ref r
     CROSS JOIN link_out l ON l.n = r.n AND l.bare = 0
     JOIN blob b ON b.id = r.id
     LEFT JOIN blob_peer p ON p.peer = l.peer AND p.id = r.id
     WHERE b.kind <> 'preview' AND b.state = 'whole' AND coalesce(p.confirmed, 0) = 0`,
  );
  const byPeer = Map.groupBy(rows, ({ peer }) => toHex(peer));
  const sum = (of: typeof rows) => ({
    count: of.length,
    bytes: of.reduce((bytes, one) => bytes + bytesIn(missingAt(one)), 0),
  });
  return new Map([...byPeer].map(([peer, of]) => [peer, sum(of)]));
}

/** Whether the other side may have a blob: a change that names it went there with its payload, or came from there. */
export function isNamedTo(raw: SqliteDatabase, peer: Uint8Array, id: string): boolean {
  const row = get(
    raw,
    `SELECT 1 FROM blob_ref r JOIN chg c ON c.n = r.n WHERE r.id = ?
       AND (c.src = ? OR EXISTS (SELECT 1 FROM link_out l WHERE l.peer = ? AND l.n = r.n AND l.bare = 0)) LIMIT 1`,
    id,
    peer,
    peer,
  );
  return row !== undefined;
}

type Due = {
  readonly id: string;
  readonly total: number;
  readonly kind: BlobKind;
  /** Number of the change that named it. */
  readonly n: number;
  readonly missing: string | null;
  readonly sent: number;
  readonly next: number;
  readonly passed: number;
};

/** What the peer asked for is due too where the change that names it came from the peer itself: it lost its own file. */
const dueBlobs = (raw: SqliteDatabase, peer: Uint8Array, upTo: number): Due[] =>
  all<Due>(
    raw,
    `SELECT b.id, b.total, b.kind, min(r.n) AS n, p.missing, coalesce(p.sent, 0) AS sent, coalesce(p.next, 0) AS next,
       coalesce(p.passed, 0) AS passed
     FROM blob_ref r
     JOIN blob b ON b.id = r.id
     LEFT JOIN blob_peer p ON p.peer = @peer AND p.id = r.id
     WHERE b.state = 'whole' AND coalesce(p.confirmed, 0) = 0
       AND (EXISTS (SELECT 1 FROM link_out l WHERE l.peer = @peer AND l.n = r.n AND l.bare = 0 AND l.k <= @upTo)
         OR (p.missing IS NOT NULL AND EXISTS (SELECT 1 FROM chg c WHERE c.n = r.n AND c.src = @peer)))
     GROUP BY b.id`,
    { peer, upTo },
  );

const ranks: Readonly<Record<BlobKind, number>> = { parcel: 0, preview: 1, file: 2 };
const patience = 8;
const grains = [limits.blobPartBytes, 64 * 1024, 16 * 1024] as const;

const byPriority = (a: Due, b: Due): number =>
  Number(b.passed >= patience) - Number(a.passed >= patience) ||
  ranks[a.kind] - ranks[b.kind] ||
  a.sent - b.sent ||
  a.n - b.n ||
  (a.id < b.id ? -1 : 1);

const missingAt = ({ missing, total }: Pick<Due, 'missing' | 'total'>): RangeSet =>
  missing === null ? missingRanges([], total) : pairsToRanges(JSON.parse(missing) as number[][], total);

/** Cuts at multiples of `grain`, beginning where the last bundle left off and coming round to what lies before. */
function partsOf(missing: RangeSet, next: number, grain: number): ByteRange[] {
  const cut = (ranges: RangeSet): ByteRange[] =>
    ranges.flatMap(({ off, len }) => {
      const parts: ByteRange[] = [];
      for (let at = off; at < off + len; ) {
        const end = Math.min(off + len, (Math.floor(at / grain) + 1) * grain);
        parts.push({ off: at, len: end - at });
        at = end;
      }
      return parts;
    });
  const before = { off: 0, len: next };
  const after = { off: next, len: limits.blobBytes };
  return [...cut(inside(missing, after)), ...cut(inside(missing, before))];
}

/** Looked at before a blob is begun: a file that was lost or spoilt here is asked for again, not passed on. */
function isSound(services: BlobPorts, raw: SqliteDatabase, { id, total, next }: Due): boolean {
  const there = blobFileBytes(services, id) === total;
  if (there && (next > 0 || isBlobFile(blobPath(services, id), id))) return true;
  setRanges(raw, id, []);
  return false;
}

function outgoing(services: BlobPorts, { id, total }: Due, { off, len }: ByteRange): OutgoingPart {
  const path = blobPath(services, id);
  const sha = toBase64Url(hashOfRange(path, off, len));
  const entry = { id: toBase64Url(fromHex(id) ?? new Uint8Array(0)), total, off, len, sha };
  return { entry, read: () => fileRange(path, off, len) };
}

function noteSent(
  raw: SqliteDatabase,
  peer: Uint8Array,
  blob: Due,
  missing: RangeSet,
  sent: readonly ByteRange[],
): void {
  const [last, lastMissing] = [sent.at(-1), missing.at(-1)];
  const end = last === undefined ? blob.next : last.off + last.len;
  const cameRound =
    last !== undefined && (last.off < blob.next || end === (lastMissing?.off ?? 0) + (lastMissing?.len ?? 0));
  run(
    raw,
    `INSERT INTO blob_peer (peer, id, confirmed, missing, sent, next, passed, offered, told) VALUES (?, ?, 0, NULL, ?, ?, ?, 0, NULL)
     ON CONFLICT (peer, id) DO UPDATE SET sent = excluded.sent, next = excluded.next, passed = excluded.passed`,
    peer,
    blob.id,
    blob.sent + (cameRound ? 1 : 0),
    end === blob.total ? 0 : end,
    last === undefined ? blob.passed + 1 : 0,
  );
}
