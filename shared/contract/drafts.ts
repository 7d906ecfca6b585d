/** @file What is being typed, kept encrypted on this PC alone; never part of a change. One per user, form and record. */
import { Moment, RecordId } from './fields.ts';
import { command, query } from './method.ts';
import { z } from './zod.ts';

export const DraftForm = z.enum([
  'forum',
  'forum-turn',
  'meeting',
  'plan',
  'plan-review',
  'mapping',
  'dispute',
  'step',
  'issue',
  'progress',
  'training',
  'training-results',
  'training-follow-up',
  'site',
  'asset',
  'handover',
  'check',
  'incident',
  'partner',
  'place',
  'plan-endorsement',
  'plan-move',
  'plan-progress',
  'minutes-approval',
  'dispute-move',
  'mediators',
  'certificates',
  'mapping-close',
  'office-move',
  'transfer',
  'transfer-return',
  'rule',
  'reason',
  'new-value',
]);

const DraftKey = {
  form: DraftForm,
  recordId: RecordId.nullable(),
  /** What the form is about where no record says it all: an element of the record, a rule, an office. */
  part: z.string().max(120).default(''),
};

export const draftMethods = {
  'drafts.put': command({
    permission: 'session',
    about: 'recordId',
    input: { ...DraftKey, title: z.string().max(300), data: z.string().max(500_000) },
    output: z.object({ savedAt: Moment }),
    errors: [],
  }),
  'drafts.get': query({
    permission: 'session',
    input: z.strictObject(DraftKey),
    output: z.object({ title: z.string(), data: z.string(), savedAt: Moment }).nullable(),
    errors: [],
  }),
  'drafts.list': query({
    permission: 'session',
    input: z.strictObject({}),
    output: z.array(
      z.object({
        form: DraftForm,
        recordId: RecordId.nullable(),
        /** Type of the record; null where there is none here, or this person may not see it. */
        type: z.string().nullable(),
        part: z.string(),
        title: z.string(),
        savedAt: Moment,
      }),
    ),
    errors: [],
  }),
  'drafts.discard': command({
    permission: 'session',
    about: 'recordId',
    input: DraftKey,
    output: z.object({}),
    errors: [],
  }),
} as const;
