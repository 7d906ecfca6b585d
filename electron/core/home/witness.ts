/**
 * @file The witness: a small file outside the home that says how far its database had come. A database that is behind
 * it was put back to an earlier state, and a home without it was copied (docs/adr/0009).
 *
 * It is written after each commit without being flushed, so a crash may leave it behind, which is fine. Two slots keep
 * a crash from tearing it: one holds a state that was flushed and is left alone, the other takes every write until the
 * next flush, after which they change places.
 *
 *     slot: length of the body (4 bytes), canonical JSON of the body, HMAC-SHA-256 of the body
 */
import { closeSync, fsyncSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalize, parseCanonical } from '#core/changes/canonical.ts';
import { all, get } from '#core/changes/statements.ts';
import { bytesEqual, concatBytes, toBase64Url, toHex, utf8 } from '#core/crypto/bytes.ts';
import { deriveKey, hmacSha256 } from '#core/crypto/hkdf.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { z } from '#shared/contract/zod.ts';

/** `behind`: the last writes did not get to the disk. `missing`: no file, or none of this home. */
export type WitnessFinding = 'agrees' | 'behind' | 'ahead' | 'missing';

export type Witness = {
  /** What the file says of the database as it is now. */
  check(): WitnessFinding;
  /** Writes how far the database has come, if that changed. For the turn after a commit: 0.1 ms, nothing is flushed. */
  note(): void;
  /** Makes what was noted last. False when the file cannot be written. */
  flush(): boolean;
  close(): void;
};

/** Reads the file of this home. Never throws for what the file system does: a witness must not stop the work. */
export function openWitness(folder: string, dek: Uint8Array, raw: SqliteDatabase): Witness {
  const key = deriveKey(dek, witnessKeyInfo);
  const device = toHex(get<{ device: Uint8Array }>(raw, 'SELECT device FROM self')?.device ?? new Uint8Array(0));
  const descriptor = openOrMake(folder, `${device}.witness`);
  const slots = descriptor === null ? [] : [0, 1].map((slot) => readSlot(descriptor, slot, key, device));
  const newest = (slots[1]?.generation ?? 0) > (slots[0]?.generation ?? 0) ? 1 : 0;
  const kept = slots[newest] ?? null;
  let { generation, text } = {
    generation: kept?.generation ?? 0,
    text: kept ? textOfBody({ ...kept, generation: 0 }) : '',
  };
  let links = { sum: -1, text: '' };
  /** The slot that takes writes until the next flush. */
  let writing = kept === null ? 0 : 1 - newest;
  let failed = descriptor === null || !quietly(() => fsyncSync(descriptor));
  let dirty = false;

  return {
    check: () => (kept === null ? 'missing' : compare(kept, raw)),
    note: () => {
      if (descriptor === null) return;
      const sum = sumOfLinks(raw);
      if (sum !== links.sum) links = { sum, text: textOfLinks(raw) };
      const next = textOf(device, newestInc(raw), links.text);
      if (next(0) === text) return;
      const body = utf8(next(generation + 1));
      const slot = concatBytes(lengthOf(body), body, hmacSha256(key, body));
      if (!quietly(() => writeSync(descriptor, slot, 0, slot.length, writing * slotBytes))) {
        failed = true;
        return;
      }
      [generation, text, dirty] = [generation + 1, next(0), true];
    },
    flush: () => {
      if (descriptor === null) return false;
      if (dirty && !quietly(() => fsyncSync(descriptor))) failed = true;
      if (dirty && !failed) writing = 1 - writing;
      dirty = false;
      return !failed;
    },
    close: () => {
      key.fill(0);
      if (descriptor !== null) quietly(() => closeSync(descriptor));
    },
  };
}

const witnessKeyInfo = 'jisr/witness/1';

/** Room for about 1400 links; a tree that has more is watched over by its changes and the first of them. */
const slotBytes = 64 * 1024;
const mostLinks = 1400;
const maxBodyBytes = slotBytes - 4 - 32;

const Body = z.strictObject({
  device: z.string(),
  /** The incarnation: its place in this database's life, its id, and its last change. */
  ordinal: z.int().min(1),
  inc: z.string(),
  seq: z.int().min(0),
  last: z.string(),
  /** Last bundle number written for each link. */
  links: z.record(z.string(), z.int().min(0)),
  generation: z.int().min(1),
});
type Body = z.infer<typeof Body>;

type IncRow = { readonly ordinal: number; readonly inc: Uint8Array; readonly seq: number; readonly head: Uint8Array };

function newestInc(raw: SqliteDatabase): IncRow {
  const inc = get<IncRow>(raw, 'SELECT ordinal, inc, seq, head FROM inc ORDER BY ordinal DESC LIMIT 1');
  if (!inc) throw new Error('a home without an incarnation');
  return inc;
}

/** Bundle numbers only rise: an equal sum means equal numbers. Costs a tenth of reading them into JavaScript. */
const sumOfLinks = (raw: SqliteDatabase): number =>
  get<{ sum: number }>(raw, 'SELECT coalesce(sum(bn), 0) AS sum FROM peer')?.sum ?? 0;

function textOfLinks(raw: SqliteDatabase): string {
  const rows = all<{ dev: Uint8Array; bn: number }>(
    raw,
    'SELECT dev, bn FROM peer WHERE bn > 0 ORDER BY dev LIMIT ?',
    mostLinks,
  );
  return JSON.stringify(Object.fromEntries(rows.map(({ dev, bn }) => [toHex(dev), bn])));
}

/** Canonical JSON of the body for a generation, put together by hand because it is written with every save. */
const textOf =
  (device: string, { ordinal, inc, seq, head }: IncRow, links: string) =>
  (generation: number): string =>
    `{"device":"${device}","generation":${generation},"inc":"${toHex(inc)}","last":"${toBase64Url(head)}",` +
    `"links":${links},"ordinal":${ordinal},"seq":${seq}}`;

const textOfBody = (body: Body): string => Buffer.from(canonicalize(body)).toString('utf8');

function compare(seen: Body, raw: SqliteDatabase): WitnessFinding {
  const inc = get<IncRow>(raw, 'SELECT ordinal, inc, seq, head FROM inc WHERE ordinal = ?', seen.ordinal);
  if (!inc || toHex(inc.inc) !== seen.inc || inc.seq < seen.seq) return 'ahead';
  if (toBase64Url(changeAt(raw, inc, seen.seq)) !== seen.last) return 'ahead';
  const numbers = all<{ dev: Uint8Array; bn: number }>(raw, 'SELECT dev, bn FROM peer');
  // A link that was given up is no sign of anything.
  if (numbers.some(({ dev, bn }) => bn < (seen.links[toHex(dev)] ?? 0))) return 'ahead';
  const now = textOf(seen.device, newestInc(raw), textOfLinks(raw))(seen.generation);
  return textOfBody(seen) === now ? 'agrees' : 'behind';
}

/** Id of the change with this number in an incarnation; of its first, what came before. */
function changeAt(raw: SqliteDatabase, inc: IncRow, seq: number): Uint8Array {
  if (seq === inc.seq) return inc.head;
  const sql = 'SELECT id, hdr FROM chg WHERE dev = (SELECT device FROM self) AND inc = ? AND seq = ?';
  const found = get<{ id: Uint8Array; hdr: Uint8Array }>(raw, sql, inc.inc, Math.max(1, seq));
  if (!found) return new Uint8Array(0);
  if (seq > 0) return found.id;
  const { prev } = JSON.parse(Buffer.from(found.hdr).toString('utf8')) as { prev: string };
  return Buffer.from(prev, 'base64url');
}

function readSlot(descriptor: number, slot: number, key: Uint8Array, device: string): Body | null {
  const bytes = new Uint8Array(slotBytes);
  if (!quietly(() => readSync(descriptor, bytes, 0, slotBytes, slot * slotBytes))) return null;
  const length = new DataView(bytes.buffer).getUint32(0);
  if (length === 0 || length > maxBodyBytes) return null;
  const body = bytes.subarray(4, 4 + length);
  if (!bytesEqual(bytes.subarray(4 + length, 4 + length + 32), hmacSha256(key, body))) return null;
  const parsed = parseCanonical(body, { maxBytes: maxBodyBytes });
  const read = parsed.ok ? Body.safeParse(parsed.value) : null;
  return read?.success === true && read.data.device === device ? read.data : null;
}

function lengthOf(body: Uint8Array): Uint8Array {
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, body.length);
  return length;
}

/** Null where nothing can be written. */
function openOrMake(folder: string, name: string): number | null {
  const path = join(folder, name);
  const opened = attempt(() => openSync(path, 'r+'));
  if (opened !== null) return opened;
  return attempt(() => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const made = openSync(path, 'wx+', 0o600);
    if (process.platform !== 'win32') flushFolder(folder);
    return made;
  });
}

function flushFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

function quietly(work: () => void): boolean {
  const done = attempt(() => {
    work();
    return true;
  });
  return done === true;
}

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return null;
  }
}
