/** @file A file that comes to a home while its backup is being made. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { blobName, openBackupFile } from './backup-file.ts';
import { importBlob } from '#core/blobs/import-blob.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { readPieces } from '#core/files/file-grants.ts';
import { createPlayed, type Played } from '#core/testing/corpus/played-app.ts';
import { initHome } from '#core/testing/test-app.ts';

let office: Played;
beforeEach(async () => {
  office = await createPlayed();
  await initHome(office, 'office');
});
afterEach(() => office.close());

it('is in the backup whose database names it', async () => {
  const { services } = office;
  const kept = services.home.sortSlots;
  let id = '';
  services.home.sortSlots = async () => {
    const made = await inTransaction(office.home().store, () =>
      importBlob(services, office.home(), [new Uint8Array(5000).fill(7)], 'file'),
    );
    if (made.ok) ({ id } = made.value);
    await kept();
  };
  const { file } = await office.call('backup.write', { to: office.app.grantPath(office.folder, 'folder') });
  const names: string[] = [];
  const backup = await openBackupFile(readPieces(file));
  for await (const { name, contents } of backup.entries(services.home.dek())) {
    names.push(name);
    for await (const _ of contents);
  }
  expect(id).not.toBe('');
  expect(names.filter((name) => blobName.test(name))).toEqual([`blobs/${id.slice(0, 2)}/${id}`]);
});
