/**
 * @file Parts of blobs as bundles bring them: any order, any repetition, any overlap. Bytes go to `<id>.part` at their
 * place; what counts is the set of ranges in the store, which commits with the rest of the bundle.
 */
import { closeSync, existsSync, fstatSync, fsyncSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { run } from '#core/changes/statements.ts';
import { bytesEqual, fromBase64Url, toHex } from '#core/crypto/bytes.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import type { BlobPartEntry } from '#core/exchange/bundle-format.ts';
import type { BlobSink, PartSink } from '#core/exchange/bundle-reader.ts';
import { fileErrorOf } from '#core/files/file-error.ts';
import type { ExchangeCode } from '#shared/errors/exchange-codes.ts';
import { type BlobPorts, isBlobFile, makeFolderOf, partPath, placeBlob } from './blob-files.ts';
import { type BlobRow, countWrongHash, rangesOf, readBlobRow, setRanges, setWhole } from './blob-rows.ts';
import { adoptWhole } from './keep-house.ts';
import { addRange, inside, isWhole, outside, type RangeSet } from './ranges.ts';

export type TakenBlobs = {
  /** Parts that brought something. */
  readonly parts: number;
  /** Ids that became whole. */
  readonly whole: readonly string[];
  /** Ids that did not fit their hash a second time. */
  readonly bad: readonly string[];
};

export type BlobTaker = {
  readonly sink: BlobSink;
  /** Flushes what came and checks what is complete. Before the commit: the store never claims what is not on the disk. */
  finish(): Promise<TakenBlobs>;
};

/** For the parts of one bundle, which `peer` wrote. Must be used inside the transaction that takes the bundle in. */
export function createBlobTaker(services: BlobPorts, raw: SqliteDatabase, peer: Uint8Array): BlobTaker {
  const touched = new Set<string>();
  let parts = 0;
  /** The disk failed: nothing more is taken from this file, and all of it is asked for again. */
  let failed = false;
  const guarded = (work: () => void): void => {
    if (failed) return;
    try {
      work();
    } catch (error) {
      fileErrorOf(error);
      failed = true;
    }
  };

  const begin = (part: BlobPartEntry): PartSink | ExchangeCode | null => {
    const id = toHex(fromBase64Url(part.id) ?? new Uint8Array(0));
    const row = readBlobRow(raw, id);
    // Nothing here names it: a peer cannot fill our disk.
    if (!row || failed) return null;
    if (row.total !== part.total) return 'blob/range';
    noteOffer(raw, peer, id);
    // What came wrong is asked for no more, yet taken if it comes: whoever spoilt it may have been another.
    if (row.state === 'whole' || adoptWhole(services, raw, row)) return null;
    const held = heldRanges(services, raw, row);
    const file = openPart(services, id, guarded);
    if (file === null) return null;
    let at = part.off;
    let differs = false;
    const take = (piece: Uint8Array): void => {
      const range = { off: at, len: piece.length };
      for (const { off, len } of outside(held, range)) writeSync(file, piece, off - at, len, off);
      for (const { off, len } of inside(held, range)) {
        const here = new Uint8Array(len);
        readSync(file, here, 0, len, off);
        differs ||= !bytesEqual(here, piece.subarray(off - at, off - at + len));
      }
      at += piece.length;
    };
    return {
      write: (piece) => guarded(() => take(piece)),
      end: (sound) => {
        closeSync(file);
        if (!sound || failed) return null;
        if (differs) return 'blob/hash';
        const set = addRange(held, part);
        if (outside(held, part).length > 0) parts++;
        setRanges(raw, id, set);
        touched.add(id);
        return null;
      },
    };
  };

  const finish = async (): Promise<TakenBlobs> => {
    const whole: string[] = [];
    const bad: string[] = [];
    for (const id of touched) {
      const row = readBlobRow(raw, id);
      if (!row) continue;
      guarded(() => flushPart(services, id));
      if (failed) {
        setRanges(raw, id, []);
        continue;
      }
      if (!isWhole(rangesOf(row), row.total)) continue;
      const outcome = await complete(services, raw, row);
      if (outcome === 'whole') whole.push(id);
      if (outcome === 'bad') bad.push(id);
    }
    return { parts, whole, bad };
  };

  return { sink: { begin }, finish };
}

/** Who sent a part wants to hear once the whole is here; also again, when it sends what we confirmed before. */
function noteOffer(raw: SqliteDatabase, peer: Uint8Array, id: string): void {
  run(
    raw,
    `INSERT INTO blob_peer (peer, id, confirmed, missing, sent, next, passed, offered, told)
     VALUES (?, ?, 0, NULL, 0, 0, 0, 1, NULL)
     ON CONFLICT (peer, id) DO UPDATE SET offered = 1, told = NULL`,
    peer,
    id,
  );
}

/** What the store says is here, unless the file went with a folder that was lost. */
function heldRanges(services: BlobPorts, raw: SqliteDatabase, row: BlobRow): RangeSet {
  const held = rangesOf(row);
  if (held.length === 0 || existsSync(partPath(services, row.id))) return held;
  setRanges(raw, row.id, []);
  return [];
}

function openPart(services: BlobPorts, id: string, guarded: (work: () => void) => void): number | null {
  let file: number | null = null;
  guarded(() => {
    makeFolderOf(services, id);
    const path = partPath(services, id);
    file = openSync(path, existsSync(path) ? 'r+' : 'wx+', 0o600);
  });
  return file;
}

function flushPart(services: BlobPorts, id: string): void {
  const file = openSync(partPath(services, id), 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** All parts are here: only the hash of the whole says whether they are the blob. */
async function complete(services: BlobPorts, raw: SqliteDatabase, row: BlobRow): Promise<'whole' | 'wanted' | 'bad'> {
  const part = partPath(services, row.id);
  if (hasLength(part, row.total) && isBlobFile(part, row.id)) {
    await placeBlob(services, part, row.id);
    setWhole(raw, row.id);
    return 'whole';
  }
  rmSync(part, { force: true });
  return countWrongHash(raw, row);
}

function hasLength(path: string, total: number): boolean {
  const file = openSync(path, 'r');
  try {
    return fstatSync(file).size === total;
  } finally {
    closeSync(file);
  }
}
