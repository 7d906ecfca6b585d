import { SSP_STATUS } from '#shared/domain/generated/code-lists.ts';
import { createInForumErrors, writeErrors } from './common-errors.ts';
import { CalendarDate, code, ElementId, Moment, Paging, pageOf, RecordFrame, RecordId } from './fields.ts';
import { command, query, recordCommand } from './method.ts';
import { PlanActionState, PlanFields, PlanReviewFields, PlanRevision, PlanText } from './plan-fields.ts';
import { z } from './zod.ts';

export const PlanRow = z.object({
  id: RecordId,
  forumId: RecordId,
  forumName: z.string(),
  /** Number in the year, counted per forum. */
  number: z.int(),
  year: z.int(),
  title: z.string(),
  status: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  problems: z.int(),
  actions: z.int(),
  done: z.int(),
  late: z.int(),
  /** Null while no review is awaited. */
  reviewDueOn: z.string().nullable(),
  ownerName: z.string(),
  voided: z.boolean(),
  conflict: z.boolean(),
  updatedAt: Moment,
});

const ScoringView = z.object({ likelihood: z.int(), impact: z.int(), vulnerable: z.boolean() });

const ProblemView = z.object({
  id: z.string(),
  issue: z.string(),
  timeOfDay: z.string().nullable(),
  harmed: z.array(z.string()),
  issues: z.array(z.string()),
  /** `null`: kept at the owning office. */
  place: z.string().nullable(),
  statement: z.string().nullable(),
  immediateCauses: z.string().nullable(),
  deeperCauses: z.string().nullable(),
  effects: z.string().nullable(),
  ...ScoringView.shape,
});
export type ProblemView = z.infer<typeof ProblemView>;

const ActionView = z.object({
  id: z.string(),
  problem: z.string(),
  type: z.string(),
  what: z.string(),
  responsible: z.string(),
  partnerIds: z.array(z.string()),
  partners: z.string(),
  cost: z.object({ amount: z.int(), currency: z.string() }).nullable(),
  startsOn: z.string().nullable(),
  due: z.string(),
  indicator: z.string(),
  doNoHarm: z.string(),
  status: z.string(),
  doneOn: z.string().nullable(),
  newDue: z.string().nullable(),
  note: z.string(),
});
export type PlanActionView = z.infer<typeof ActionView>;

const ContentsView = z.object({
  title: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  /** In the order the forum agreed on; the scores are those of the last review. */
  problems: z.array(ProblemView),
  rankReason: z.string(),
  actions: z.array(ActionView),
});
export type PlanContents = z.infer<typeof ContentsView>;

const ReviewView = z.object({
  id: z.string(),
  date: z.string(),
  meetingId: z.string().nullable(),
  findings: z.string(),
  next: z.string(),
  scores: z.array(z.object({ problem: z.string(), ...ScoringView.shape })),
});
export type PlanReviewView = z.infer<typeof ReviewView>;

const VersionView = z.object({
  id: z.string(),
  number: z.int(),
  date: z.string(),
  /** `endorsed`, `revised` or `reviewed`. */
  cause: z.string(),
  reason: z.string(),
});
export type PlanVersionView = z.infer<typeof VersionView>;

export const PlanView = z.object({
  ...RecordFrame,
  forumId: RecordId,
  forumName: z.string(),
  number: z.int(),
  year: z.int(),
  status: z.string(),
  since: z.string(),
  ...ContentsView.shape,
  draftedOn: z.string(),
  profile: z.object({
    population: z.int().nullable(),
    families: z.int().nullable(),
    displacedFamilies: z.int().nullable(),
    returneeFamilies: z.int().nullable(),
    area: z.string(),
    communities: z.string(),
    services: z.string(),
    history: z.string(),
    source: z.string(),
  }),
  /** The score each problem had before any review, by element id. */
  firstScores: z.array(z.object({ problem: z.string(), ...ScoringView.shape })),
  /** `type`: type of a meeting, or the group of a mapping; empty where the record is not here. */
  consultations: z.array(z.object({ id: z.string(), kind: z.string(), type: z.string(), date: z.string() })),
  missingVoices: z.object({ women: z.boolean(), youth: z.boolean() }),
  endorsement: z
    .object({ meetingId: z.string(), date: z.string(), present: z.int(), needed: z.int(), gapReason: z.string() })
    .nullable(),
  /** Oldest first. */
  reviews: z.array(ReviewView),
  versions: z.array(VersionView),
  moves: z.array(z.object({ id: z.string(), to: z.string(), date: z.string(), reason: z.string() })),
  reviewDueOn: z.string().nullable(),
});
export type PlanView = z.infer<typeof PlanView>;

const saved = z.object({ id: RecordId, changedGroups: z.array(z.string()) });
const moved = z.object({ id: RecordId, status: z.string() });
const contentErrors = ['plan/unknown-session', 'plan/too-many-problems'] as const;

export const planMethods = {
  'plans.list': query({
    permission: 'policing.read',
    input: z.strictObject({
      ...Paging,
      forumId: RecordId.nullable().default(null),
      /** What is late is told as of this day. */
      today: CalendarDate,
      inForce: z.boolean().default(false),
    }),
    output: pageOf(PlanRow),
    errors: [],
  }),
  'plans.get': query({
    permission: 'policing.read',
    opens: 'planId',
    input: z.strictObject({ planId: RecordId }),
    output: PlanView,
    errors: ['record/not-found'],
  }),
  /** Contents as they stood in a version; `versionId` null: as they stand now. */
  'plans.version': query({
    permission: 'policing.read',
    opens: 'planId',
    input: z.strictObject({ planId: RecordId, versionId: ElementId.nullable() }),
    output: ContentsView,
    errors: ['record/not-found'],
  }),
  'plans.create': command({
    permission: 'policing.write',
    input: { forumId: RecordId, fields: PlanFields },
    output: z.object({ id: RecordId, number: z.int(), year: z.int() }),
    errors: [...createInForumErrors, ...contentErrors],
  }),
  /** After the endorsement an officer writes a new version: then `revision` tells its day and why. */
  'plans.edit': recordCommand({
    permission: 'policing.write',
    changes: 'planId',
    input: {
      planId: RecordId,
      fields: PlanFields,
      revision: PlanRevision.nullable(),
    },
    output: saved,
    errors: [...writeErrors, 'record/changed', ...contentErrors, 'plan/locked', 'plan/score-by-review'],
  }),
  'plans.move': recordCommand({
    permission: 'policing.write',
    changes: 'planId',
    input: { planId: RecordId, to: code(SSP_STATUS), date: CalendarDate, reason: PlanText.default('') },
    output: moved,
    errors: [...writeErrors, 'record/changed', 'plan/move-not-allowed', 'plan/date-too-early', 'plan/reason-required'],
  }),
  /** By a meeting of the forum with quorum; another plan of the forum that is in force is replaced by this one. */
  'plans.endorse': recordCommand({
    permission: 'policing.approve',
    changes: 'planId',
    input: { planId: RecordId, meetingId: RecordId, gapReason: PlanText.default('') },
    output: moved,
    errors: [
      ...writeErrors,
      'record/changed',
      'plan/not-in-consultation',
      'plan/no-problems',
      'plan/unknown-meeting',
      'plan/date-too-early',
      'plan/no-quorum',
      'plan/voices-missing',
    ],
  }),
  'plans.review': recordCommand({
    permission: 'policing.write',
    changes: 'planId',
    input: {
      planId: RecordId,
      fields: PlanReviewFields,
    },
    output: moved,
    errors: [
      ...writeErrors,
      'record/changed',
      'plan/not-in-force',
      'plan/date-too-early',
      'plan/unknown-meeting',
      'plan/scores-incomplete',
    ],
  }),
  'plans.progress': recordCommand({
    permission: 'policing.write',
    changes: 'planId',
    input: { planId: RecordId, actionId: ElementId, state: PlanActionState },
    output: saved,
    errors: [...writeErrors, 'record/changed', 'plan/not-endorsed', 'plan/unknown-action'],
  }),
} as const;
