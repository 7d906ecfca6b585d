import { HeadId, Heads, Moment, Reason, RecordId } from './fields.ts';
import { query, recordCommand } from './method.ts';
import { z } from './zod.ts';

export const HistoryEntry = z.object({
  changeId: HeadId,
  /** True kind, or `restricted` where it is kept at the office. */
  kind: z.string(),
  at: Moment,
  by: z.string(),
  role: z.string(),
  nodeName: z.string(),
  groups: z.array(
    z.object({
      group: z.string(),
      /** `null`: there was nothing before, or the element was removed. */
      before: z.unknown(),
      after: z.unknown(),
      withheld: z.boolean(),
    }),
  ),
});

export const ConflictRow = z.object({
  recordId: RecordId,
  recordType: z.string(),
  title: z.string(),
  group: z.string(),
  values: z.array(
    z.object({
      changeId: HeadId,
      value: z.unknown(),
      by: z.string(),
      nodeName: z.string(),
      at: Moment,
      shown: z.boolean(),
    }),
  ),
  heads: Heads,
});

export const recordMethods = {
  'records.history': query({
    permission: 'record.read',
    input: z.strictObject({ recordId: RecordId }),
    output: z.array(HistoryEntry),
    errors: ['record/not-found'],
  }),
  /** Current heads of a record, for callers that have no form. */
  'records.heads': query({
    permission: 'session',
    input: z.strictObject({ recordId: RecordId }),
    output: z.object({ heads: Heads }),
    errors: ['record/not-found'],
  }),
  'records.void': recordCommand({
    permission: 'record.void',
    changes: 'recordId',
    input: { recordId: RecordId, reason: Reason },
    output: z.object({ id: RecordId }),
    errors: ['record/not-found', 'record/changed', 'record/voided', 'record/not-yours', 'record/newer-program'],
  }),
  'records.conflicts': query({
    permission: 'record.resolve',
    input: z.strictObject({}),
    output: z.array(ConflictRow),
    errors: [],
  }),
  /** Settles a conflict by writing one of the values again, naming all of them as seen. */
  'records.resolve': recordCommand({
    permission: 'record.resolve',
    changes: 'recordId',
    input: { recordId: RecordId, group: z.string().max(100), keep: HeadId },
    output: z.object({ id: RecordId }),
    errors: [
      'record/not-found',
      'record/changed',
      'record/no-conflict',
      'record/voided',
      'record/not-yours',
      'record/newer-program',
    ],
  }),
} as const;

export const overviewMethods = {
  'home.overview': query({
    permission: 'session',
    input: z.strictObject({
      /** Today as the person's screen has it; due dates are compared with it. */
      today: z.iso.date(),
    }),
    output: z.object({
      recent: z.array(
        z.object({ id: RecordId, type: z.string(), title: z.string(), number: z.string(), updatedAt: Moment }),
      ),
      due: z.array(
        z.object({
          meetingId: RecordId,
          actionId: z.uuid(),
          what: z.string(),
          forumName: z.string(),
          due: z.string(),
          late: z.boolean(),
        }),
      ),
      counts: z.object({ forums: z.int(), meetings: z.int(), disputes: z.int() }),
    }),
    errors: [],
  }),
  /** The history of any record of this home without its contents. */
  'audit.record': query({
    permission: 'audit.trail',
    input: z.strictObject({ recordId: RecordId }),
    output: z.array(
      z.object({
        changeId: HeadId,
        /** `restricted` where the true kind is kept with the contents. */
        kind: z.string(),
        at: Moment,
        by: z.string(),
        role: z.string(),
        nodeName: z.string(),
        /** How many groups it wrote. */
        groups: z.int(),
      }),
    ),
    errors: ['record/not-found'],
  }),
  'audit.list': query({
    permission: 'audit.read',
    input: z.strictObject({ offset: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(50) }),
    output: z.object({
      rows: z.array(
        z.object({
          n: z.int(),
          at: Moment,
          user: z.string(),
          method: z.string(),
          outcome: z.string(),
          recordId: RecordId.nullable(),
        }),
      ),
      total: z.int(),
    }),
    errors: [],
  }),
} as const;

const Labels = z.object({ en: z.string(), 'ar-IQ': z.string(), 'ckb-IQ': z.string() });

export const referenceMethods = {
  'reference.lists': query({
    permission: 'public',
    runs: 'host',
    input: z.strictObject({}),
    output: z.array(
      z.object({
        key: z.string(),
        entries: z.array(
          z.object({
            code: z.string(),
            labels: Labels,
            attributes: z.record(z.string(), z.string()),
          }),
        ),
      }),
    ),
    errors: [],
  }),
  'reference.places': query({
    permission: 'public',
    runs: 'host',
    input: z.strictObject({}),
    output: z.array(
      z.object({
        code: z.string(),
        parent: z.string().nullable(),
        level: z.int(),
        names: Labels,
        lat: z.number(),
        lon: z.number(),
      }),
    ),
    errors: [],
  }),
} as const;
