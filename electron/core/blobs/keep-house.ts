/**
 * @file The folder of blobs and the store may have lost step: a power cut between file and row, a folder that was lost,
 * a database that was restored. Each opening of a home brings them together again.
 */
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { sweepUnfinished } from '#core/files/sweep.ts';
import { blobFileBytes, blobFolder, type BlobPorts, blobPath, isBlobFile, partPath } from './blob-files.ts';
import { type BlobRow, rangesOf, readBlobRow, readBlobRows, setRanges, setWhole } from './blob-rows.ts';

const orphanMs = 24 * 60 * 60 * 1000;

/**
 * Runs when a home is opened, in its turn, before anything is imported. What the store calls whole and is gone is wanted
 * again; a file that nobody names is kept for a day. Answers how many blobs were lost.
 */
export async function keepBlobHouse(services: BlobPorts, raw: SqliteDatabase, now: number): Promise<{ lost: number }> {
  await sweepUnfinished(blobFolder(services));
  let lost = 0;
  for (const row of readBlobRows(raw)) {
    if (row.state === 'whole' && blobFileBytes(services, row.id) !== row.total) {
      setRanges(raw, row.id, []);
      lost++;
    }
    if (row.state === 'partial' && !holdsItsRanges(services, row)) setRanges(raw, row.id, []);
    const current = readBlobRow(raw, row.id);
    if (current && current.state !== 'whole') adoptWhole(services, raw, current);
  }
  sweepOrphans(services, raw, now);
  return { lost };
}

/** A whole file that lies there although the store does not know: taken after its hash was checked. */
export function adoptWhole(services: BlobPorts, raw: SqliteDatabase, row: BlobRow): boolean {
  if (blobFileBytes(services, row.id) !== row.total || !isBlobFile(blobPath(services, row.id), row.id)) return false;
  setWhole(raw, row.id);
  rmSync(partPath(services, row.id), { force: true });
  return true;
}

function holdsItsRanges(services: BlobPorts, row: BlobRow): boolean {
  const last = rangesOf(row).at(-1);
  const size = statSync(partPath(services, row.id), { throwIfNoEntry: false })?.size;
  return last === undefined || (size !== undefined && size >= last.off + last.len);
}

function sweepOrphans(services: BlobPorts, raw: SqliteDatabase, now: number): void {
  const root = blobFolder(services);
  if (!existsSync(root)) return;
  for (const name of readdirSync(root)) {
    if (!/^[0-9a-f]{2}$/.test(name)) continue;
    for (const file of readdirSync(join(root, name))) {
      const path = join(root, name, file);
      if (isOrphan(raw, file) && (file.endsWith('.part') || isOlderThan(path, now - orphanMs)))
        rmSync(path, { force: true });
    }
  }
}

const isOrphan = (raw: SqliteDatabase, file: string): boolean =>
  file.endsWith('.part')
    ? readBlobRow(raw, file.slice(0, -'.part'.length))?.state !== 'partial'
    : readBlobRow(raw, file) === undefined;

const isOlderThan = (path: string, ms: number): boolean =>
  (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? ms) < ms;
