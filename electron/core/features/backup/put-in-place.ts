import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { flushName, renameWithPatience } from '#core/files/atomic-write.ts';
import { toHex } from '#core/crypto/bytes.ts';
import { randomBytes } from '#core/crypto/random.ts';
import { databaseName } from './backup-file.ts';

/**
 * Moves an unpacked backup into a home without key files. A database that lies there (of an earlier try, or of a home
 * whose key files were lost) is kept in `backups/`: with the key of this backup it may still be opened.
 */
export async function putInPlace(work: string, home: string): Promise<void> {
  const backups = join(home, 'backups');
  await mkdir(backups, { recursive: true });
  const aside = join(backups, `found-${toHex(randomBytes(4))}`);
  const names = await readdir(home);
  for (const name of [databaseName, `${databaseName}-wal`, `${databaseName}-shm`, `${databaseName}-journal`, 'blobs']) {
    if (names.includes(name)) await renameWithPatience(join(home, name), `${aside}-${name}`);
  }
  const blobs = join(work, 'blobs');
  if (await isThere(blobs)) await renameWithPatience(blobs, join(home, 'blobs'));
  await renameWithPatience(join(work, databaseName), join(home, databaseName));
  await flushName(join(home, databaseName));
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
