import { writeErrors } from './common-errors.ts';
import { HeadId, Heads, Moment, Reason, RecordId } from './fields.ts';
import { command, query, recordCommand } from './method.ts';
import { Reminders } from './reminders.ts';
import { z } from './zod.ts';

export const HistoryEntry = z.object({
  changeId: HeadId,
  /** True kind, `restricted` where it is kept at the office, or `local`. */
  kind: z.string(),
  at: Moment,
  by: z.string(),
  role: z.string(),
  nodeName: z.string(),
  /** No change: it never leaves this computer. */
  local: z.boolean(),
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

const ConflictValue = z.object({
  changeId: HeadId,
  /** `null` where it was removed or is kept at the office. */
  value: z.unknown(),
  state: z.enum(['value', 'removed', 'withheld']),
  by: z.string(),
  nodeName: z.string(),
  at: Moment,
  /** What lists and figures show until somebody decides. */
  shown: z.boolean(),
});

export const CONFLICT_CAUSES = [
  /** The office wrote while a node above corrected. */
  'correction',
  /** Two devices of one office. */
  'two-devices',
  /** One device before and after it was restored from a backup. */
  'restore',
  /** Two copies of one device that both went on. */
  'copied-device',
  /** A former owner and the present one. */
  'handed-over',
  'two-offices',
  /** Voided while somebody else wrote to it. */
  'voided',
] as const;

export const ConflictRow = z.object({
  recordId: RecordId,
  recordType: z.string(),
  title: z.string(),
  group: z.string(),
  /** `accounts`: both may be true as accounts. `void`: the record was voided by somebody who had not seen `edits`. */
  nature: z.enum(['clerical', 'accounts', 'void']),
  /** Names of the office that owns the record, and of the other node that wrote; the same where there is one. */
  cause: z.object({ kind: z.enum(CONFLICT_CAUSES), office: z.string(), other: z.string() }),
  /** The same for all conflicts that came of one cause: the same lives of the same devices did not know of each other. */
  together: z.string(),
  /** Values that differ after folding, oldest first. */
  values: z.array(ConflictValue),
  /** Names of fields in which the values differ. */
  differs: z.array(z.string()),
  /** Fields that a new value may word anew; every other field takes over one of the values. */
  texts: z.array(z.string()),
  /** One of the values as it is, or none: a mixture would contradict itself. */
  whole: z.boolean(),
  /** What was written without knowing of the voiding. */
  edits: z.array(z.object({ group: z.string(), value: z.unknown(), by: z.string(), nodeName: z.string(), at: Moment })),
  /** Whether this person may settle it here. */
  may: z.boolean(),
  heads: Heads,
});

export const SettledRow = z.object({
  recordId: RecordId,
  recordType: z.string(),
  title: z.string(),
  group: z.string(),
  at: Moment,
  undone: z.boolean(),
  value: z.unknown(),
  /** Values it took the place of, which can be written again. */
  others: z.array(z.object({ changeId: HeadId, value: z.unknown(), by: z.string(), nodeName: z.string(), at: Moment })),
  heads: Heads,
});

const settleErrors = [...writeErrors, 'record/changed', 'record/no-conflict'] as const;

export const recordMethods = {
  'records.history': query({
    permission: 'record.read',
    opens: 'recordId',
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
    errors: [...writeErrors, 'record/changed'],
  }),
  'records.conflicts': query({
    permission: 'record.resolve',
    input: z.strictObject({}),
    output: z.array(ConflictRow),
    errors: [],
  }),
  /**
   * Settles a conflict by a change that names all its values as seen: one of them (`keep`), all of them one after the
   * other (`both`, for accounts), or a new one (`value`), which may word anew what people word and takes all else from
   * the values. Exactly one of the three.
   */
  'records.resolve': recordCommand({
    permission: 'record.resolve',
    changes: 'recordId',
    input: {
      recordId: RecordId,
      group: z.string().max(100),
      keep: HeadId.nullable().default(null),
      both: z.boolean().default(false),
      value: z.record(z.string().max(60), z.unknown()).nullable().default(null),
    },
    output: z.object({ id: RecordId }),
    errors: [...settleErrors, 'record/accounts-too-long'],
  }),
  /** Settles many at once, all or none: each by one of its values. */
  'records.resolveMany': command({
    permission: 'record.resolve',
    input: {
      choices: z
        .array(
          z.strictObject({
            recordId: RecordId,
            group: z.string().max(100),
            keep: HeadId,
            heads: z.array(HeadId).max(64),
          }),
        )
        .min(1)
        .max(200),
    },
    output: z.object({ records: z.int() }),
    errors: settleErrors,
  }),
  /** What this person settled last, newest first, where nobody has written since. */
  'records.settled': query({
    permission: 'record.resolve',
    input: z.strictObject({}),
    output: z.array(SettledRow),
    errors: [],
  }),
  /** Takes a settlement back by a later change: writes one of the values again that it took the place of. */
  'records.undoResolve': recordCommand({
    permission: 'record.resolve',
    changes: 'recordId',
    input: { recordId: RecordId, group: z.string().max(100), back: HeadId },
    output: z.object({ id: RecordId }),
    errors: settleErrors,
  }),
} as const;

export const overviewMethods = {
  'home.overview': query({
    permission: 'session',
    input: z.strictObject({
      /** Today as the person's screen has it; what is due is reckoned from it. */
      today: z.iso.date(),
    }),
    output: z.object({
      recent: z.array(
        z.object({ id: RecordId, type: z.string(), title: z.string(), number: z.string(), updatedAt: Moment }),
      ),
      reminders: Reminders,
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
