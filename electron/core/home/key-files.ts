/**
 * @file The key files of a home: who may open it, and the little that must be known before its database can be read.
 * The data encryption key (DEK) is 32 random bytes, one a home; database, backups and witness use keys derived from it.
 */
import { open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fromBase64Url, toBase64Url } from '#core/crypto/bytes.ts';
import { randomBytes } from '#core/crypto/random.ts';
import type { FileError } from '#core/files/file-error.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { type Argon2Cost, calibrateArgon2 } from './argon-calibration.ts';
import { type KeyFile, type KeyFileError, keyFileNames, readKeyFile, type Slot, writeKeyFile } from './key-file.ts';
import { passphraseProblem } from './passphrase.ts';
import { finderOfRecovery, finderOfUser, sealSlot, secretOfPassphrase } from './slots.ts';

/** A folder's key files and the state of this process about them. */
export type KeyFiles = {
  readonly folder: string;
  /** Milliseconds that only rise. */
  readonly monotonic: () => number;
  /** For tests; otherwise that of the strongest slot, calibrated for the first one. */
  readonly cost: Argon2Cost | undefined;
  /** Changes and unlocks run one after another. */
  readonly queue: { last: Promise<unknown> };
  /** Since when this process may have waited (see unlock.ts). */
  readonly startedAt: number;
  readonly wait: { until: number | null; failures: number };
};

type NoParams = Record<string, never>;
type Coded<C extends string> = { readonly code: C; readonly params: NoParams };
export type KeyFilesError = KeyFileError | FileError;

/** Touches no file yet. */
export function openKeyFiles(folder: string, options: { monotonic: () => number; cost?: Argon2Cost }): KeyFiles {
  return {
    folder,
    monotonic: options.monotonic,
    cost: options.cost,
    queue: { last: Promise.resolve() },
    startedAt: options.monotonic(),
    wait: { until: null, failures: 0 },
  };
}

/** Makes both files without any slot: add that of the first user next. `home/exists` when there is either of them. */
export function createKeyFiles(keys: KeyFiles): Promise<Result<null, Coded<'home/exists'> | FileError>> {
  return inTurn(keys, async () => {
    const found = await readKeyFile(keys.folder);
    if (found.ok || found.error.code === 'home/damaged') return err(coded('home/exists'));
    const file = {
      generation: 1,
      fileSalt: toBase64Url(randomBytes(32)),
      databaseSalt: null,
      failures: 0,
      slots: [],
    };
    const written = await writeKeyFile(keys.folder, file, true);
    return written.ok ? ok(null) : written;
  });
}

export type NewUserSlot = {
  readonly dek: Uint8Array;
  readonly user: string;
  readonly passphrase: string;
  /** Slots of administrators go into backups beside the recovery slot. `user` unless given. */
  readonly kind?: 'user' | 'administrator';
};

/** Gives the id of the new slot. The user's own tables tell whose slot it is; the file does not. */
export function addUserSlot(
  keys: KeyFiles,
  { dek, user, passphrase, kind = 'user' }: NewUserSlot,
): Promise<Result<{ slotId: string }, Coded<'passphrase/too-short' | 'user/name-taken'> | KeyFilesError>> {
  return inTurn(keys, async () => {
    if (passphraseProblem(passphrase) !== null) return err(coded('passphrase/too-short'));
    const file = await readKeyFile(keys.folder);
    if (!file.ok) return file;
    const finder = finderOfUser(file.value.fileSalt, user);
    if (file.value.slots.some((slot) => slot.finder === finder)) return err(coded('user/name-taken'));
    const secret = secretOfPassphrase(passphrase);
    const slot = await sealSlot({ kind, finder }, dek, secret, await costOfNewSlot(keys, file.value));
    const written = await writeKeyFile(keys.folder, { ...file.value, slots: [...file.value.slots, slot] }, false);
    return written.ok ? ok({ slotId: slot.id }) : written;
  });
}

/** Takes a slot away from both files. `user/not-found` when there is no such slot. */
export function removeUserSlot(
  keys: KeyFiles,
  slotId: string,
): Promise<Result<null, Coded<'user/not-found'> | KeyFilesError>> {
  return inTurn(keys, async () => {
    const file = await readKeyFile(keys.folder);
    if (!file.ok) return file;
    const slots = file.value.slots.filter((slot) => slot.id !== slotId || slot.kind === 'recovery');
    if (slots.length === file.value.slots.length) return err(coded('user/not-found'));
    return replaceEverywhere(keys, { ...file.value, slots });
  });
}

/** Wraps the key of an existing slot under another passphrase; the old one opens nothing any more. */
export function rewrapUserSlot(
  keys: KeyFiles,
  slotId: string,
  { dek, passphrase }: { readonly dek: Uint8Array; readonly passphrase: string },
): Promise<Result<null, Coded<'passphrase/too-short' | 'user/not-found'> | KeyFilesError>> {
  return inTurn(keys, async () => {
    if (passphraseProblem(passphrase) !== null) return err(coded('passphrase/too-short'));
    const file = await readKeyFile(keys.folder);
    if (!file.ok) return file;
    const old = file.value.slots.find((slot) => slot.id === slotId && slot.kind !== 'recovery');
    if (old === undefined) return err(coded('user/not-found'));
    const slot = await sealSlot(old, dek, secretOfPassphrase(passphrase), await costOfNewSlot(keys, file.value));
    const slots = file.value.slots.map((other) => (other === old ? slot : other));
    return replaceEverywhere(keys, { ...file.value, slots });
  });
}

/** Makes the slots with these ids those of administrators, all other people's those of users. Writes only what is news. */
export function setAdministratorSlots(
  keys: KeyFiles,
  administrators: ReadonlySet<string>,
): Promise<Result<null, KeyFilesError>> {
  return inTurn(keys, async () => {
    const file = await readKeyFile(keys.folder);
    if (!file.ok) return file;
    const slots = file.value.slots.map((slot): Slot => {
      if (slot.kind === 'recovery') return slot;
      return { ...slot, kind: administrators.has(slot.id) ? 'administrator' : 'user' };
    });
    if (slots.every(({ kind }, i) => kind === file.value.slots[i]?.kind)) return ok(null);
    return replaceEverywhere(keys, { ...file.value, slots });
  });
}

/** Puts the one recovery slot in place; an earlier code opens nothing any more. */
export function replaceRecoverySlot(
  keys: KeyFiles,
  { dek, secret }: { readonly dek: Uint8Array; readonly secret: Uint8Array },
): Promise<Result<{ slotId: string }, KeyFilesError>> {
  return inTurn(keys, async () => {
    const file = await readKeyFile(keys.folder);
    if (!file.ok) return file;
    const finder = finderOfRecovery(file.value.fileSalt);
    const slot = await sealSlot({ kind: 'recovery', finder }, dek, secret, await costOfNewSlot(keys, file.value));
    const others = file.value.slots.filter(({ kind }) => kind !== 'recovery');
    const written = await replaceEverywhere(keys, { ...file.value, slots: [...others, slot] });
    return written.ok ? ok({ slotId: slot.id }) : written;
  });
}

/** Keeps the first 16 bytes of the database. Writes nothing when they are the ones already kept. */
export function setDatabaseSalt(keys: KeyFiles, salt: Uint8Array): Promise<Result<null, KeyFilesError>> {
  if (salt.length !== 16) throw new RangeError('the salt of a database has 16 bytes');
  return inTurn(keys, async () => {
    const file = await readKeyFile(keys.folder);
    if (!file.ok) return file;
    const databaseSalt = toBase64Url(salt);
    if (file.value.databaseSalt === databaseSalt) return ok(null);
    const written = await writeKeyFile(keys.folder, { ...file.value, databaseSalt }, false);
    return written.ok ? ok(null) : written;
  });
}

/** The kept first 16 bytes of the database; null when none were kept yet. */
export async function readDatabaseSalt(keys: KeyFiles): Promise<Result<Uint8Array | null, KeyFileError>> {
  const file = await readKeyFile(keys.folder);
  if (!file.ok) return file;
  return ok(file.value.databaseSalt === null ? null : fromBase64Url(file.value.databaseSalt));
}

/** Whether a home lies here: `none`, `ready`, or `damaged` when no key file is valid. */
export async function keyFilesState(keys: KeyFiles): Promise<'none' | 'ready' | 'damaged'> {
  const file = await readKeyFile(keys.folder);
  if (file.ok) return 'ready';
  return file.error.code === 'home/empty' ? 'none' : 'damaged';
}

/** Destroys both files: without them nothing of the home can be read again, by anyone. */
export function wipeKeyFiles(keys: KeyFiles): Promise<void> {
  return inTurn(keys, async () => {
    for (const name of keyFileNames) await overwriteAndRemove(join(keys.folder, name));
  });
}

/** Runs after what was begun before; failures of one turn do not stop the next. */
export function inTurn<T>(keys: KeyFiles, work: () => Promise<T>): Promise<T> {
  const turn = keys.queue.last.then(work);
  keys.queue.last = turn.catch(() => undefined);
  return turn;
}

async function replaceEverywhere(keys: KeyFiles, file: KeyFile): Promise<Result<null, FileError>> {
  const written = await writeKeyFile(keys.folder, file, true);
  return written.ok ? ok(null) : written;
}

async function costOfNewSlot(keys: KeyFiles, file: KeyFile): Promise<Argon2Cost> {
  if (keys.cost !== undefined) return keys.cost;
  const [strongest] = file.slots.map(({ params }) => params).sort((a, b) => weight(b) - weight(a));
  if (strongest === undefined) return calibrateArgon2(keys.monotonic);
  return { memoryKiB: strongest.memoryKiB, passes: strongest.passes };
}

const weight = ({ memoryKiB, passes }: Argon2Cost): number => memoryKiB * passes;

async function overwriteAndRemove(path: string): Promise<void> {
  const file = await open(path, 'r+').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (file === null) return;
  try {
    const { size } = await file.stat();
    await file.write(randomBytes(size), 0, size, 0);
    await file.sync();
  } finally {
    await file.close();
  }
  await rm(path, { force: true });
  if (process.platform === 'win32') return;
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function coded<C extends string>(code: C): Coded<C> {
  return { code, params: {} };
}
