/** @file Files on records without a screen: any bytes, so that a test knows every one of them. */
import { importBlob } from '#core/blobs/import-blob.ts';
import type { BlobRef } from '#core/changes/blob-ref.ts';
import type { RecordType } from '#core/changes/registry.ts';
import { createWriter } from '#core/context.ts';
import { randomBytes } from '#core/crypto/random.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { BulkApp } from './bulk-app.ts';

export type Attached = { readonly id: string; readonly blob: BlobRef; readonly contents: Uint8Array };

/** Attaches random bytes to a record, with a preview where its size is told. */
export async function attach(
  app: BulkApp,
  { record, at, group }: { readonly record: string; readonly at: RecordType; readonly group: string },
  bytes: number,
  previewBytes?: number,
): Promise<Attached> {
  const home = app.home();
  const contents = randomBytes(bytes);
  const id = app.ports.newId();
  const made = await inTransaction(home.store, async () => {
    const blob = await importBlob(app, home, [contents], 'file');
    const preview =
      previewBytes === undefined ? null : await importBlob(app, home, [randomBytes(previewBytes)], 'preview');
    if (!blob.ok || preview?.ok === false) throw new Error('a blob was not kept');
    const value = { name: 'x.pdf', type: 'application/pdf', bytes, what: '', taken: null };
    const { write } = createWriter(home, app.ports.now);
    const written = write({
      record,
      at,
      kind: 'attachment.added',
      groups: [
        {
          group: `${group}:${id}`,
          value: { ...value, blob: { ...blob.value }, preview: preview && { ...preview.value } },
        },
      ],
    });
    return written.ok ? ok(blob.value) : err(written.error);
  });
  if (!made.ok) throw new Error(`not attached: ${made.error.code}`);
  return { id, blob: made.value, contents };
}
