/**
 * @file Making a home out of a backup. Everything is taken out, opened and checked in the spool; only then it is put in
 * its place, key files last: until they are there, there is no home, and what a crash left is moved aside the next time.
 */
import { mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { auditEntry } from '#core/audit/audit-log.ts';
import type { Handler, Services } from '#core/context.ts';
import { toHex } from '#core/crypto/bytes.ts';
import { randomBytes } from '#core/crypto/random.ts';
import { runSelfTest } from '#core/crypto/self-test.ts';
import { StoreFailure } from '#core/db/store-error.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { writable } from '#core/features/files/writable.ts';
import { fileErrorOf } from '#core/files/file-error.ts';
import { readPieces } from '#core/files/file-grants.ts';
import { ensureFreeBytes } from '#core/files/free-space.ts';
import { writeKeyFile } from '#core/home/key-file.ts';
import { passphraseProblem } from '#core/home/passphrase.ts';
import type { CodeOf } from '#shared/contract/contract.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { asFault, BackupFault, openBackupFile } from './backup-file.ts';
import { proveRight } from './backup-slots.ts';
import { putInPlace } from './put-in-place.ts';
import { reviveDatabase } from './revive-database.ts';
import { unpackBackup } from './unpack-backup.ts';

type Fault = AppError<CodeOf<'backup.restore'>>;
type Restored = { readonly dek: Uint8Array; readonly slotId: string };

export const restoreBackup: Handler<'backup.restore'> = async ({ services }, input) => {
  const { homeFolder } = services.ports.settings;
  if (services.home.exists()) return err(refusal('home/exists', {}));
  if (input.recoveryCode !== null && passphraseProblem(input.passphrase) !== null) {
    return err(refusal('passphrase/too-short', {}));
  }
  const source = await services.files.source(input.file);
  if (!source.ok) return source;
  await runSelfTest();
  const spool = join(homeFolder, 'spool');
  const work = join(spool, `restore-${toHex(randomBytes(6))}`);
  let restored: Result<Restored, Fault>;
  try {
    await removeEarlier(spool);
    await mkdir(work, { recursive: true });
    const room = await ensureFreeBytes(work, source.value.bytes);
    restored = room.ok ? await restoreInto(services, source.value.path, work, input) : err(writable(room.error));
  } catch (error) {
    restored = err(faultOf(error));
  } finally {
    // Where nothing could be made, nothing can be taken away either.
    await rm(work, { recursive: true, force: true }).catch(() => undefined);
  }
  if (!restored.ok) return restored;
  const opened = await services.home.enter(restored.value);
  if (!opened.ok) throw new StoreFailure(opened.error.code);
  const { store, session, rosters } = opened.value;
  await inTransaction(store, async () => {
    const entry = { at: services.ports.now(), user: session.access.user, method: 'backup.restore' };
    auditEntry(store.raw, { ...entry, record: null, outcome: 'ok' });
    return ok(null);
  });
  // An upload was for this alone.
  if (dirname(source.value.path) === spool) await rm(source.value.path, { force: true });
  const { node, incarnation } = rosters.self();
  return ok({ node, incarnation });
};

async function restoreInto(
  services: Services,
  path: string,
  work: string,
  input: Parameters<typeof restoreBackup>[1],
): Promise<Result<Restored, Fault>> {
  const { homeFolder } = services.ports.settings;
  const backup = await openBackupFile(readPieces(path));
  const right = await proveRight(backup.keyFile, input, services.home.keys);
  if (!right.ok) return right;
  const { dek, slotId, keyFile } = right.value;
  const { manifest } = await unpackBackup(backup.entries(dek), work);
  const databaseSalt = await reviveDatabase(services, work, {
    dek,
    manifest,
    user: input.user,
    slotId,
    slots: keyFile.slots,
  });
  await putInPlace(work, homeFolder);
  const written = await writeKeyFile(homeFolder, { ...keyFile, databaseSalt }, true);
  return written.ok ? ok({ dek, slotId }) : err(writable(written.error));
}

/** What a restore left that was cut off. */
async function removeEarlier(spool: string): Promise<void> {
  const names = await readdir(spool).catch(() => []);
  for (const name of names.filter((one) => one.startsWith('restore-'))) {
    await rm(join(spool, name), { recursive: true, force: true });
  }
}

/** What the file is not, and what the disk does not let us do; anything else is a bug. */
function faultOf(error: unknown): Fault {
  const fault = asFault(error);
  if (fault instanceof BackupFault) return refusal(fault.code, {});
  if (fault instanceof StoreFailure) {
    if (fault.code === 'store/full') return refusal('file/no-space', { needBytes: 0, freeBytes: 0 });
    return fault.code === 'store/io' ? refusal('file/cannot-write', {}) : refusal('backup/damaged', {});
  }
  return writable(fileErrorOf(fault));
}
