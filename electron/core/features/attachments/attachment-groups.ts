/** @file Where each type of record keeps its files, and what stands in such a group. */
import type { BlobRef } from '#core/changes/blob-ref.ts';
import { isBlobRef } from '#core/changes/blob-ref.ts';
import type { JsonObject } from '#core/changes/canonical.ts';
import { intIn, nullableTextIn, type RecordValues, textIn } from '#core/changes/record-values.ts';
import { groupSpecOf, type RecordType } from '#core/changes/registry.ts';
import type { AttachmentClass } from '#shared/contract/attachments.ts';

/** The usual place first. */
const groupsByType: Readonly<Partial<Record<RecordType, readonly string[]>>> = {
  dispute: ['paper'],
  meeting: ['file', 'secretFile'],
  issue: ['file', 'secretFile'],
  plan: ['file', 'secretFile'],
  forum: ['file'],
  training: ['paper', 'file'],
  site: ['paper', 'file'],
  asset: ['paper', 'file'],
};

export type AttachmentGroup = { readonly group: string; readonly class: AttachmentClass };

export const attachmentGroups = (at: RecordType): AttachmentGroup[] =>
  (groupsByType[at] ?? []).map((group) => ({
    group,
    class: groupSpecOf(at, group)?.class === 'open' ? 'open' : 'restricted',
  }));

export type StoredAttachment = AttachmentGroup & {
  readonly id: string;
  /** Null: kept at the office. */
  readonly content: {
    readonly name: string;
    readonly type: string;
    readonly bytes: number;
    readonly what: string;
    readonly taken: string | null;
    readonly blob: BlobRef;
    readonly preview: BlobRef | null;
  } | null;
};

/** Those that were not taken out, by the ids of their elements. */
export const attachmentsIn = (at: RecordType, values: RecordValues): StoredAttachment[] =>
  attachmentGroups(at).flatMap((where) =>
    values.elements(where.group).map(({ id, value }) => ({ ...where, id, content: contentOf(value) })),
  );

function contentOf(value: JsonObject | null): StoredAttachment['content'] {
  const blob = value?.blob;
  if (!value || !isBlobRef(blob)) return null;
  return {
    name: textIn(value, 'name'),
    type: textIn(value, 'type'),
    bytes: intIn(value, 'bytes'),
    what: textIn(value, 'what'),
    taken: nullableTextIn(value, 'taken'),
    blob,
    preview: isBlobRef(value.preview) ? value.preview : null,
  };
}
