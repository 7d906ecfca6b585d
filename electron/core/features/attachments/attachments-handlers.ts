import { blobState, setRanges } from '#core/blobs/blob-rows.ts';
import type { BlobRef } from '#core/changes/blob-ref.ts';
import type { Handler, HandlersOf, HomeContext } from '#core/context.ts';
import { AgeError } from '#core/crypto/age.ts';
import { fileErrorOf } from '#core/files/file-error.ts';
import { openAnyForChange } from '#core/features/records/guards.ts';
import { openAnyRecord } from '#core/features/records/read-record.ts';
import type { Attachment } from '#shared/contract/attachments.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { addAttachment } from './add-attachment.ts';
import { attachmentGroups, attachmentsIn, type StoredAttachment } from './attachment-groups.ts';
import { createPieceReader, type PieceReader } from './attachment-pieces.ts';
import { restoreAttachment } from './restore-attachment.ts';

const removeAttachment: Handler<'attachments.remove'> = async (context, { recordId, attachmentId, heads }) => {
  const record = await openAnyForChange(context, recordId);
  if (!record.ok) return record;
  const { at } = record.value;
  const found = attachmentsIn(at, record.value.values).find(({ id }) => id === attachmentId);
  if (!found) return err(refusal('attachment/not-found', {}));
  const groups = [{ group: `${found.group}:${attachmentId}`, value: null }];
  const written = context.write({ record: recordId, at, kind: 'attachment.removed', groups, heads });
  return written.ok ? ok({ id: recordId }) : written;
};

const readPiece: Handler<'attachments.piece'> = async (context, { recordId, attachmentId, offset, preview }) => {
  const record = await openAnyRecord(context, recordId);
  if (!record) return err(refusal('record/not-found', {}));
  const found = attachmentsIn(record.at, record.values).find(({ id }) => id === attachmentId);
  if (!found) return err(refusal('attachment/not-found', {}));
  const content = found.content;
  const blob = preview ? content?.preview : content?.blob;
  const { raw } = context.home.store;
  if (!content || !blob || blobState(raw, blob.id)?.state !== 'whole') return err(refusal('attachment/not-here', {}));
  try {
    const data = await readerOf(context).read(blob, offset);
    return ok({
      name: content.name,
      // A preview is a picture of whatever the file is: viewers tell its type by its contents.
      type: preview ? 'image/*' : content.type,
      bytes: blob.bytes,
      data: Buffer.from(data).toString('base64'),
      done: offset + data.length >= blob.bytes,
    });
  } catch (error) {
    if (!(error instanceof AgeError)) fileErrorOf(error);
    setRanges(raw, blob.id, []);
    return err(refusal('attachment/damaged', {}));
  }
};

export const attachmentHandlers: HandlersOf<'attachments'> = {
  'attachments.of': async (context, { recordId }) => {
    const record = await openAnyRecord(context, recordId);
    if (!record) return err(refusal('record/not-found', {}));
    const attachments = attachmentsIn(record.at, record.values).map((stored) => shown(context, stored));
    return ok({ attachments, classes: attachmentGroups(record.at).map((where) => where.class) });
  },
  'attachments.add': addAttachment,
  'attachments.remove': removeAttachment,
  'attachments.restore': restoreAttachment,
  'attachments.piece': readPiece,
};

function shown({ home }: HomeContext, { id, class: kept, content }: StoredAttachment): Attachment {
  const nothing = { name: null, type: null, bytes: null, what: null, taken: null };
  const withheld = { state: 'withheld', hereBytes: 0, totalBytes: 0, preview: 'none' } as const;
  if (content === null) return { id, class: kept, ...nothing, ...withheld };
  const { blob, preview, ...about } = content;
  const known = blobState(home.store.raw, blob.id);
  return {
    id,
    class: kept,
    ...about,
    state: stateOf(home, blob),
    hereBytes: known?.hereBytes ?? 0,
    totalBytes: blob.total,
    preview: preview === null ? 'none' : stateOf(home, preview),
  };
}

function stateOf({ store }: HomeContext['home'], { id }: BlobRef): 'here' | 'coming' | 'bad' {
  const state = blobState(store.raw, id)?.state;
  if (state === 'whole') return 'here';
  return state === 'bad' ? 'bad' : 'coming';
}

/** One per open home: locking forgets the streams with everything else. */
const readers = new WeakMap<object, PieceReader>();

function readerOf({ services, home }: HomeContext): PieceReader {
  let reader = readers.get(home.store);
  if (!reader) {
    reader = createPieceReader(services);
    readers.set(home.store, reader);
  }
  return reader;
}
