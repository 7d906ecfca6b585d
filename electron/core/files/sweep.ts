import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Removes what an interrupted write left in a folder: `*.part` and `*.tmp`, files only, not below. Gives how many.
 * For the home at start and for our folder on a stick when it is plugged in; a missing folder is an empty one.
 */
export async function sweepUnfinished(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  let removed = 0;
  for (const entry of entries) {
    if (!entry.isFile() || !/\.(?:part|tmp)$/.test(entry.name)) continue;
    await rm(join(folder, entry.name), { force: true });
    removed++;
  }
  return removed;
}
