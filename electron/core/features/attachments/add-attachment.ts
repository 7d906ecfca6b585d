import { importBlob } from '#core/blobs/import-blob.ts';
import { type CleanFile, cleanFile } from '#core/blobs/media/clean-file.ts';
import type { BlobKind, BlobRef } from '#core/changes/blob-ref.ts';
import type { JsonObject } from '#core/changes/canonical.ts';
import { limits } from '#core/changes/limits.ts';
import type { Handler, HomeContext } from '#core/context.ts';
import { fileErrorOf } from '#core/files/file-error.ts';
import { openAnyForChange } from '#core/features/records/guards.ts';
import { addedBy } from '#core/features/records/write-results.ts';
import type { CodeOf } from '#shared/contract/contract.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { attachmentGroups } from './attachment-groups.ts';

/** The file is encrypted and durable before the record names it; a file without a record is swept later. */
export const addAttachment: Handler<'attachments.add'> = async (context, input) => {
  const record = await openAnyForChange(context, input.recordId);
  if (!record.ok) return record;
  const { at } = record.value;
  const places = attachmentGroups(at);
  const place = input.class === null ? places[0] : places.find((one) => one.class === input.class);
  if (!place) return err(refusal('attachment/no-such-class', { class: input.class ?? '' }));
  const file = await keepFile(context, input.file, 'file');
  if (!file.ok) return file;
  const preview = input.preview === null ? null : await keepFile(context, input.preview, 'preview');
  if (preview?.ok === false) return preview;
  const attachmentId = context.services.ports.newId();
  const value: JsonObject = {
    name: input.name,
    type: file.value.type,
    bytes: file.value.blob.bytes,
    what: input.what,
    taken: input.taken,
    blob: { ...file.value.blob },
    preview: preview === null ? null : { ...preview.value.blob },
  };
  const groups = [{ group: `${place.group}:${attachmentId}`, value }];
  const written = addedBy(context.write({ record: input.recordId, at, kind: 'attachment.added', groups }));
  return written.ok ? ok({ id: input.recordId, attachmentId }) : written;
};

type Kept = { readonly type: CleanFile['type']; readonly blob: BlobRef };

async function keepFile(
  context: HomeContext,
  token: string,
  kind: Exclude<BlobKind, 'parcel'>,
): Promise<Result<Kept, AppError<CodeOf<'attachments.add'>>>> {
  const read = await readAll(context, token, kind === 'preview' ? limits.previewBytes : limits.attachmentBytes);
  if (!read.ok) return read;
  const clean = cleanFile(read.value);
  if (!clean.ok) return err(refusal(clean.error.code, {}));
  const { type, pieces } = clean.value;
  // A preview is shown where files are only listed: it must be a picture.
  if (kind === 'preview' && type === 'application/pdf') return err(refusal('blob/type', {}));
  const kept = await importBlob(context.services, context.home, pieces, kind);
  return kept.ok ? ok({ type, blob: kept.value }) : kept;
}

/** Sizes are looked at before and while the file is read: it may grow meanwhile. */
async function readAll(
  { services }: HomeContext,
  token: string,
  most: number,
): Promise<Result<Uint8Array, AppError<'file/unknown-token' | 'file/not-found' | 'blob/size'>>> {
  const source = await services.files.secret(token);
  if (!source.ok) return source;
  if (source.value.bytes > most) return err(refusal('blob/size', {}));
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const piece of source.value.read()) {
      bytes += piece.length;
      if (bytes > most) return err(refusal('blob/size', {}));
      pieces.push(piece);
    }
  } catch (error) {
    fileErrorOf(error);
    return err(refusal('file/not-found', {}));
  }
  return ok(new Uint8Array(Buffer.concat(pieces)));
}
