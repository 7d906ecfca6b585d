import { mkdir, open, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { TarEntry } from '#core/files/tar.ts';
import { BackupFault, blobName, databaseName, type Manifest, readManifest } from './backup-file.ts';

/**
 * Writes database and blobs of a backup into an empty folder. All of it is ciphertext there too. Throws BackupFault,
 * also when the file ends too early; then the folder is of no use.
 */
export async function unpackBackup(
  entries: AsyncIterable<TarEntry>,
  folder: string,
): Promise<{ readonly manifest: Manifest }> {
  let manifest: Manifest | null = null;
  let database = false;
  for await (const entry of entries) {
    if (manifest === null) {
      manifest = await readManifest(entry);
      continue;
    }
    if (entry.name === databaseName && !database) database = true;
    else if (!blobName.test(entry.name)) throw new BackupFault('backup/damaged');
    await writeEntry(join(folder, entry.name), entry);
  }
  if (manifest === null || !database) throw new BackupFault('backup/damaged');
  await flushFolders(folder);
  return { manifest };
}

/** Names last as well as contents: once the key files are written, nothing of the backup may be missing after a power cut. */
async function flushFolders(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const inside = await readdir(folder, { recursive: true, withFileTypes: true });
  const folders = inside.filter((entry) => entry.isDirectory()).map(({ parentPath, name }) => join(parentPath, name));
  for (const one of [...folders, folder]) {
    const opened = await open(one, 'r');
    await opened.sync().finally(() => opened.close());
  }
}

async function writeEntry(path: string, { contents }: TarEntry): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const piece of contents) await file.writeFile(piece);
    await file.sync();
  } finally {
    await file.close();
  }
}
