/** @file Files attached to records: photos and papers (docs/adr/0011). */
import { DOCUMENT_TYPE } from '#shared/domain/generated/code-lists.ts';
import { writeErrors, diskErrors, namedFileErrors } from './common-errors.ts';
import { CalendarDate, code, ElementId, FileToken, Line, RecordId } from './fields.ts';
import { command, query, recordCommand } from './method.ts';
import { z } from './zod.ts';

/** `open` goes to the nodes above; `restricted` stays at the office. */
export const AttachmentClass = z.enum(['open', 'restricted']);
export type AttachmentClass = z.infer<typeof AttachmentClass>;

export const Attachment = z.object({
  id: ElementId,
  class: AttachmentClass,
  /** All five are null where the file is kept at the office. */
  name: z.string().nullable(),
  /** `image/jpeg`, `image/png`, `image/webp` or `application/pdf`: by its contents. */
  type: z.string().nullable(),
  bytes: z.int().nullable(),
  /** Code of the kind of document; empty: not told. */
  what: z.string().nullable(),
  /** The day people entered. */
  taken: z.string().nullable(),
  /** `coming`: parts are still to be brought. `bad`: what came is not what the record names. */
  state: z.enum(['here', 'coming', 'withheld', 'bad']),
  /** Of the encrypted file: what is here, and all. 0 where it is withheld. */
  hereBytes: z.int(),
  totalBytes: z.int(),
  /** State of the small picture; `none` where there is none, as with what came by the command line. */
  preview: z.enum(['here', 'coming', 'none', 'bad']),
});
export type Attachment = z.infer<typeof Attachment>;

export const attachmentMethods = {
  'attachments.of': query({
    permission: 'record.read',
    input: z.strictObject({ recordId: RecordId }),
    output: z.object({
      attachments: z.array(Attachment),
      /** Where this record may keep files, the usual place first; empty: nowhere. */
      classes: z.array(AttachmentClass),
    }),
    errors: ['record/not-found'],
  }),
  /** Type and size are checked by contents; pictures lose place, time and camera. */
  'attachments.add': command({
    permission: 'record.attach',
    about: 'recordId',
    input: {
      recordId: RecordId,
      name: Line,
      /** Null: the usual place of the record. */
      class: AttachmentClass.nullable().default(null),
      what: z.union([code(DOCUMENT_TYPE), z.literal('')]).default(''),
      taken: CalendarDate.nullable().default(null),
      /** From `files.stage` with `secret`, or a path that a host handed over. */
      file: FileToken,
      /** A picture of at most 40 kB that the window drew. */
      preview: FileToken.nullable().default(null),
    },
    output: z.object({ id: RecordId, attachmentId: ElementId }),
    errors: [...writeErrors, ...namedFileErrors, ...diskErrors, 'attachment/no-such-class', 'blob/type', 'blob/size'],
  }),
  'attachments.remove': recordCommand({
    permission: 'record.attach',
    changes: 'recordId',
    input: { recordId: RecordId, attachmentId: ElementId },
    output: z.object({ id: RecordId }),
    errors: [...writeErrors, 'record/changed', 'attachment/not-found'],
  }),
  /** Takes a removal back: the attachment is there again as it was. */
  'attachments.restore': recordCommand({
    permission: 'record.attach',
    changes: 'recordId',
    input: { recordId: RecordId, attachmentId: ElementId },
    output: z.object({ id: RecordId }),
    errors: [...writeErrors, 'record/changed', 'attachment/not-found'],
  }),
  /** The file in clear, at most 512 KiB a call, as base64. It is decrypted in memory alone. */
  'attachments.piece': query({
    permission: 'record.read',
    opens: 'recordId',
    input: z.strictObject({
      recordId: RecordId,
      attachmentId: ElementId,
      offset: z.int().min(0).default(0),
      preview: z.boolean().default(false),
    }),
    output: z.object({ name: z.string(), type: z.string(), bytes: z.int(), data: z.string(), done: z.boolean() }),
    errors: ['record/not-found', 'attachment/not-found', 'attachment/not-here', 'attachment/damaged'],
  }),
} as const;
