/**
 * @file Writing a backup: a consistent copy of the database under its own key, the blobs as they lie there, and the key
 * slots of administrators and of the recovery code. Nothing of it is ever on the disk in plain.
 */
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { get, run } from '#core/changes/statements.ts';
import type { Handler, Services } from '#core/context.ts';
import { bytesEqual, toBase64Url, toHex, utf8 } from '#core/crypto/bytes.ts';
import { sha256Stream } from '#core/crypto/hash.ts';
import { deriveKey } from '#core/crypto/hkdf.ts';
import { randomBytes } from '#core/crypto/random.ts';
import { copyVerified } from '#core/db/copy.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { versionOf } from '#core/db/migrate.ts';
import { isSound, openDatabase } from '#core/db/open.ts';
import { readSalt } from '#core/db/salt.ts';
import { StoreFailure } from '#core/db/store-error.ts';
import { exclusively, inTransaction } from '#core/db/transaction.ts';
import { writeFileAtomically } from '#core/files/atomic-write.ts';
import { readPieces } from '#core/files/file-grants.ts';
import { ensureFreeBytes } from '#core/files/free-space.ts';
import { mostTarBytes, type TarEntry } from '#core/files/tar.ts';
import { databaseKeyInfo } from '#core/home/home-keeper.ts';
import { type KeyFile, readKeyFile } from '#core/home/key-file.ts';
import { writable } from '#core/features/files/writable.ts';
import type { CodeOf } from '#shared/contract/contract.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import {
  blobName,
  databaseName,
  type Manifest,
  manifestName,
  openBackupFile,
  readManifest,
  writeBackupFile,
} from './backup-file.ts';

export const writeBackup: Handler<'backup.write'> = async (context, { to }) => {
  const { services, home } = context;
  const { homeFolder } = services.ports.settings;
  const name = backupFileName(services.ports.now());
  const target = await services.files.target(to, name);
  if (!target.ok) return err(writable(target.error));
  const { path, fetch } = target.value;
  const copy = join(homeFolder, 'backups', `${toHex(randomBytes(6))}.tmp`);
  const dek = services.home.dek().slice();
  try {
    await mkdir(dirname(copy), { recursive: true });
    const room = await ensureRoom(home.store.raw, await listBlobs(homeFolder), copy, path);
    if (!room.ok) return room;
    await services.home.sortSlots();
    const manifest = await exclusively(home.store, async () => copyDatabase(services, home.store.raw, dek, copy));
    // Listed after the copy: a file is there before a row names it, so none that the copy names is left out.
    const blobs = await listBlobs(homeFolder);
    const written = await seal(services, { dek, manifest, copy, blobs, totalBytes: room.value, path });
    if (!written.ok) return written;
    await inTransaction(home.store, async () => ok(noteBackup(home.store.raw, manifest.at)));
    context.refresh(['backup']);
    return ok({ file: fetch === null ? path : name, bytes: written.value, head: manifest.head, download: fetch });
  } finally {
    dek.fill(0);
    await rm(copy, { force: true });
  }
};

/** Keeps when the last backup was made. Must run inside a transaction. */
export function noteBackup(raw: SqliteDatabase, at: string): void {
  run(
    raw,
    "INSERT INTO setting (name, value) VALUES ('backupAt', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    at,
  );
}

/** Last change of the newest incarnation. */
export function headOf(raw: SqliteDatabase): Uint8Array {
  const row = get<{ head: Uint8Array }>(raw, 'SELECT head FROM inc ORDER BY ordinal DESC LIMIT 1');
  if (!row) throw new Error('a home without an incarnation');
  return row.head;
}

/** Headers, padding and chunks of a backup beside its contents, generously. */
const fixedBytes = 1 << 20;

/** Tells the day, so that people find the newest, and nothing of the office. */
function backupFileName(now: number): string {
  const day = new Date(now).toISOString().slice(0, 10).replaceAll('-', '');
  return `JISR-${day}-${toHex(randomBytes(3))}.jisrbackup`;
}

const sizeOf = (raw: SqliteDatabase): number =>
  Number(raw.pragma('page_count', { simple: true })) * Number(raw.pragma('page_size', { simple: true }));

/** Room for the copy here and for the whole there; gives about how many bytes the whole has. */
async function ensureRoom(
  raw: SqliteDatabase,
  blobs: readonly Blob[],
  copy: string,
  path: string,
): Promise<Result<number, AppError<'file/too-large' | 'file/no-space' | 'file/cannot-write' | 'file/unknown-token'>>> {
  const databaseBytes = sizeOf(raw);
  const sizes = blobs.map(({ bytes }) => bytes);
  if (sizes.concat(databaseBytes).some((bytes) => bytes > mostTarBytes)) {
    return err(refusal('file/too-large', { maxBytes: mostTarBytes }));
  }
  const wholeBytes = sizes.reduce((sum, bytes) => sum + bytes * 1.01 + 1024, databaseBytes * 1.01 + fixedBytes);
  const here = await ensureFreeBytes(dirname(copy), databaseBytes);
  if (!here.ok) return err(writable(here.error));
  const there = await ensureFreeBytes(dirname(path), Math.ceil(wholeBytes));
  return there.ok ? ok(Math.ceil(wholeBytes)) : err(writable(there.error));
}

/** In its turn: nobody writes between the copy and the look at its head. Throws StoreFailure when it is not sound. */
function copyDatabase(services: Services, raw: SqliteDatabase, dek: Uint8Array, path: string): Manifest {
  if (!isSound(raw, 'full')) throw new StoreFailure('store/corrupt');
  const key = deriveKey(dek, databaseKeyInfo);
  copyVerified(raw, key, path);
  const copy = openDatabase(path, key, { readonly: true });
  if (!copy.ok) throw new StoreFailure('store/corrupt');
  const head = headOf(copy.value);
  copy.value.close();
  if (!bytesEqual(head, headOf(raw))) throw new StoreFailure('store/corrupt');
  return {
    format: 1,
    at: new Date(services.ports.now()).toISOString(),
    appVersion: services.ports.settings.appVersion,
    schema: versionOf(raw),
    head: toBase64Url(head),
  };
}

type Sealing = {
  readonly dek: Uint8Array;
  readonly manifest: Manifest;
  readonly copy: string;
  readonly blobs: readonly Blob[];
  readonly totalBytes: number;
  readonly path: string;
};

/** Writes the file and opens it again; gives its size. One that does not read back is taken away. */
async function seal(
  services: Services,
  { dek, manifest, copy, blobs, totalBytes, path }: Sealing,
): Promise<Result<number, AppError<CodeOf<'backup.write'>>>> {
  const keyFile = await readKeyFile(services.home.keys.folder);
  if (!keyFile.ok) throw new Error(`the key file of an open home: ${keyFile.error.code}`);
  const hashes = new Map<string, Uint8Array>();
  const entries = hashed(entriesOf(manifest, copy, services.ports.settings.homeFolder, blobs), hashes);
  const pieces = writeBackupFile(slotsForBackup(keyFile.value, copy), dek, entries);
  const written = await writeFileAtomically(path, told(services, pieces, totalBytes), { readBack: true });
  if (!written.ok) return err(writable(written.error));
  if (await readsBack(path, dek, manifest, hashes)) return ok(written.value.bytes);
  await rm(path, { force: true });
  return err(refusal('backup/self-check-failed', {}));
}

async function* told({ emit }: Services, pieces: AsyncIterable<Uint8Array>, total: number): AsyncGenerator<Uint8Array> {
  let done = 0;
  let shown = 0;
  for await (const piece of pieces) {
    done += piece.length;
    if (done - shown > progressBytes) {
      shown = done;
      emit({ type: 'progress', done: Math.min(done, total), total });
    }
    yield piece;
  }
}

const progressBytes = 1 << 20;

/** Slots of users stay here: a backup is opened by administrators and by the recovery code. */
function slotsForBackup(file: KeyFile, copy: string): KeyFile {
  return {
    ...file,
    generation: 1,
    failures: 0,
    databaseSalt: toBase64Url(readSalt(copy)),
    slots: file.slots.filter(({ kind }) => kind !== 'user'),
  };
}

type Blob = { readonly name: string; readonly bytes: number };

async function listBlobs(home: string): Promise<Blob[]> {
  const blobs: Blob[] = [];
  const names = await readdir(join(home, 'blobs'), { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  for (const name of names.map((path) => `blobs/${path.replaceAll('\\', '/')}`).toSorted()) {
    if (!blobName.test(name)) continue;
    const about = await stat(join(home, name)).catch(() => null);
    if (about?.isFile()) blobs.push({ name, bytes: about.size });
  }
  return blobs;
}

async function* entriesOf(
  manifest: Manifest,
  copy: string,
  home: string,
  blobs: readonly Blob[],
): AsyncGenerator<TarEntry> {
  const about = utf8(JSON.stringify(manifest));
  yield { name: manifestName, bytes: about.length, contents: one(about) };
  yield { name: databaseName, bytes: (await stat(copy)).size, contents: readPieces(copy) };
  for (const { name } of blobs) {
    // A part may have grown, become a whole or gone since the list was made; what is there now is taken.
    const file = await open(join(home, name), 'r').catch(() => null);
    if (file === null) continue;
    try {
      const { size } = await file.stat();
      const contents = file.createReadStream({ autoClose: false, end: size - 1, highWaterMark: 64 * 1024 });
      yield { name, bytes: size, contents: size === 0 ? one() : contents };
    } finally {
      await file.close();
    }
  }
}

async function* one(...pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

/** Keeps the hash of each entry as it passes. */
async function* hashed(entries: AsyncIterable<TarEntry>, hashes: Map<string, Uint8Array>): AsyncGenerator<TarEntry> {
  for await (const { name, bytes, contents } of entries) {
    const watched = async function* (): AsyncGenerator<Uint8Array> {
      const hash = sha256Stream();
      for await (const piece of contents) {
        hash.update(piece);
        yield piece;
      }
      hashes.set(name, hash.digest());
    };
    yield { name, bytes, contents: watched() };
  }
}

/** Opens the file as a restore does, and finds in it what was put in: the copy that was checked, blob by blob. */
async function readsBack(
  path: string,
  dek: Uint8Array,
  manifest: Manifest,
  hashes: ReadonlyMap<string, Uint8Array>,
): Promise<boolean> {
  try {
    const backup = await openBackupFile(readPieces(path));
    const found = new Map<string, Uint8Array>();
    for await (const entry of hashed(backup.entries(dek), found)) {
      if (entry.name === manifestName) {
        const read = await readManifest(entry);
        if (read.head !== manifest.head) return false;
      } else for await (const _ of entry.contents);
    }
    return found.size === hashes.size && [...hashes].every(([name, hash]) => isSame(found.get(name), hash));
  } catch {
    return false;
  }
}

const isSame = (found: Uint8Array | undefined, wanted: Uint8Array): boolean =>
  found !== undefined && bytesEqual(found, wanted);
