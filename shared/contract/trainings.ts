import {
  AGE_BAND,
  DISPLACEMENT_STATUS,
  SEX,
  TRAINING_AUDIENCE,
  TRAINING_MODE,
  TRAINING_TOPIC,
} from '#shared/domain/generated/code-lists.ts';
import {
  DAY_PART,
  DISABILITY_ANSWER,
  FOLLOW_UP_OUTCOME,
  TRAINING_EDITION,
  TRAINING_STATUS,
} from '#shared/domain/training.ts';
import { courseFaults, resultsFaults, type TrainingFault } from '#shared/domain/training-faults.ts';
import { createErrors, writeErrors } from './common-errors.ts';
import {
  CalendarDate,
  code,
  ElementId,
  Line,
  Moment,
  OptionalLine,
  Paging,
  Passage,
  PersonName,
  Phone,
  PlaceCode,
  pageOf,
  Reason,
  RecordFrame,
  RecordId,
} from './fields.ts';
import { command, query, recordCommand } from './method.ts';
import { z } from './zod.ts';

/** Faults that no single field shows, at the fields they belong to. */
const tell = (faults: readonly TrainingFault[], context: z.RefinementCtx): void => {
  for (const { path, code: message } of faults) context.addIssue({ code: 'custom', path: [...path], message });
};

export const TrainingDay = z.strictObject({
  id: ElementId,
  date: CalendarDate,
  /** Length without breaks. */
  minutes: z.int().min(15).max(720),
  subject: OptionalLine.default(''),
});

export const Trainer = z.strictObject({
  id: ElementId,
  /** `null` on reading: kept at the owning office. */
  name: PersonName.nullable(),
  sex: code(SEX),
  institution: OptionalLine.default(''),
  /** Agreed that the name leaves the office. Left out: no. */
  named: z.boolean().optional(),
});

export const Participant = z.strictObject({
  id: ElementId,
  /** A row without a name. */
  anonymous: z.boolean().default(false),
  /** `null`: left as it is, or none where the row is anonymous. */
  name: PersonName.nullable().default(null),
  phone: Phone.nullable().default(null),
  sex: code(SEX),
  ageBand: code(AGE_BAND),
  displacement: code(DISPLACEMENT_STATUS),
  /** `null`: left as it is. */
  disability: code(DISABILITY_ANSWER).nullable().default('not_asked'),
  institution: OptionalLine.default(''),
});

export const ReachedCount = z.strictObject({
  sex: code(SEX),
  ageBand: code(AGE_BAND),
  count: z.int().min(1).max(10_000),
});

export const TrainingFields = z
  .strictObject({
    title: Line,
    audience: code(TRAINING_AUDIENCE),
    edition: code(TRAINING_EDITION),
    mode: code(TRAINING_MODE),
    topics: z.array(code(TRAINING_TOPIC)).min(1, { error: 'field/required' }).max(10),
    /** Required where `topics` holds `other`. */
    otherTopic: OptionalLine.default(''),
    status: code(TRAINING_STATUS),
    place: PlaceCode,
    venue: OptionalLine.default(''),
    forum: RecordId.nullable().default(null),
    /** Partners of the directorate's list. */
    organiser: RecordId.nullable().default(null),
    donor: RecordId.nullable().default(null),
    /** Why it was called off, or why people came whom its edition is not kept for. `null`: left as it is. */
    reason: OptionalLine.nullable().default(''),
    days: z.array(TrainingDay).max(60),
    trainers: z.array(Trainer).max(20),
    participants: z.array(Participant).max(300),
    /** People an awareness session reached who have no row. */
    reached: z.array(ReachedCount).max(60),
  })
  .superRefine((fields, context) => tell(courseFaults(fields), context));
export type TrainingFields = z.infer<typeof TrainingFields>;

const Score = z.int({ error: 'field/bad-number' }).min(0, { error: 'field/score' }).max(100, { error: 'field/score' });

/** Who was there on which day, and the tests. What is not listed is taken out. */
export const TrainingResults = z
  .strictObject({
    attendance: z
      .array(
        z.strictObject({
          day: ElementId,
          rows: z.array(z.strictObject({ participant: ElementId, part: z.enum(DAY_PART) })).max(300),
        }),
      )
      .max(60),
    tests: z
      .array(
        z.strictObject({
          participant: ElementId,
          pre: Score.nullable().default(null),
          post: Score.nullable().default(null),
        }),
      )
      .max(300),
    /** Participants who stopped coming. */
    left: z.array(ElementId).max(300),
  })
  .superRefine((fields, context) => tell(resultsFaults(fields), context));
export type TrainingResults = z.infer<typeof TrainingResults>;

export const TrainingFollowUp = z.strictObject({
  answers: z
    .array(z.strictObject({ participant: ElementId, date: CalendarDate, outcome: code(FOLLOW_UP_OUTCOME) }))
    .max(300),
  /** Stays at the office. `null`: left as it is. */
  note: Passage.nullable().default(''),
});
export type TrainingFollowUp = z.infer<typeof TrainingFollowUp>;

export const TrainingRow = z.object({
  id: RecordId,
  title: z.string(),
  audience: z.string(),
  edition: z.string(),
  mode: z.string(),
  status: z.string(),
  place: z.string(),
  firstDay: z.string().nullable(),
  lastDay: z.string().nullable(),
  minutes: z.int(),
  people: z.int(),
  women: z.int(),
  /** The day its follow-up is due; null where none is, or it was done. */
  followUp: z.string().nullable(),
  ownerName: z.string(),
  voided: z.boolean(),
  conflict: z.boolean(),
  updatedAt: Moment,
});

const BySex = z.object({ female: z.int(), male: z.int(), unknown: z.int() });

export const TrainingView = z.object({
  ...RecordFrame,
  title: z.string(),
  audience: z.string(),
  edition: z.string(),
  mode: z.string(),
  topics: z.array(z.string()),
  otherTopic: z.string(),
  status: z.string(),
  place: z.string(),
  venue: z.string(),
  forum: RecordId.nullable(),
  forumName: z.string(),
  organiser: RecordId.nullable(),
  donor: RecordId.nullable(),
  reason: z.string().nullable(),
  days: z.array(
    z.object({
      id: ElementId,
      date: z.string(),
      minutes: z.int(),
      subject: z.string(),
      attendance: z.array(z.object({ participant: z.string(), part: z.string() })),
    }),
  ),
  trainers: z.array(
    z.object({
      id: ElementId,
      name: z.string().nullable(),
      sex: z.string(),
      institution: z.string(),
      named: z.boolean(),
      /** The name as it leaves the office, by agreement. */
      openName: z.string().nullable(),
    }),
  ),
  participants: z.array(
    z.object({
      id: ElementId,
      anonymous: z.boolean(),
      name: z.string().nullable(),
      phone: z.string().nullable(),
      sex: z.string(),
      ageBand: z.string(),
      displacement: z.string(),
      disability: z.string().nullable(),
      institution: z.string(),
      minutes: z.int(),
      /** Code of `training_result`; null before the training was held. */
      result: z.string().nullable(),
      pre: z.int().nullable(),
      post: z.int().nullable(),
      left: z.boolean(),
      certificate: z.object({ number: z.string(), date: z.string(), withdrawn: z.boolean() }).nullable(),
      followUp: z.object({ date: z.string(), outcome: z.string() }).nullable(),
    }),
  ),
  reached: z.array(z.object({ sex: z.string(), ageBand: z.string(), count: z.int() })),
  minutes: z.int(),
  figures: z.object({
    trained: z.object({ total: z.int(), bySex: BySex, youth: z.int() }),
    reached: z.object({ total: z.int(), bySex: BySex }),
    minutes: z.object({ total: z.int(), bySex: BySex }),
    gain: z.object({ both: z.int(), meanTenths: z.int().nullable(), reachedGoal: z.int() }),
  }),
  /** The day its follow-up is due, also where it was done; null where none is. */
  followUpDue: z.string().nullable(),
  followUpNote: z.string().nullable(),
  /** Whether this person may issue certificates here. */
  mayCertify: z.boolean(),
});
export type TrainingView = z.infer<typeof TrainingView>;

const edited = z.object({ id: RecordId, changedGroups: z.array(z.string()) });
const editErrors = [...writeErrors, 'record/changed'] as const;

export const trainingMethods = {
  'trainings.list': query({
    permission: 'policing.read',
    input: z.strictObject({
      ...Paging,
      /** Only those held for this forum. */
      forumId: RecordId.nullable().default(null),
      edition: code(TRAINING_EDITION).nullable().default(null),
      /** Only those whose follow-up is due on this day. */
      followUpDueOn: CalendarDate.nullable().default(null),
    }),
    output: pageOf(TrainingRow),
    errors: [],
  }),
  'trainings.get': query({
    permission: 'policing.read',
    opens: 'trainingId',
    input: z.strictObject({ trainingId: RecordId }),
    output: TrainingView,
    errors: ['record/not-found'],
  }),
  'trainings.create': command({
    permission: 'policing.write',
    input: { fields: TrainingFields },
    output: z.object({ id: RecordId }),
    errors: [...createErrors, 'training/unknown-forum', 'record/offered-away'],
  }),
  'trainings.edit': recordCommand({
    permission: 'policing.write',
    changes: 'trainingId',
    input: { trainingId: RecordId, fields: TrainingFields },
    output: edited,
    errors: [...editErrors, 'training/unknown-forum', 'training/certified', 'training/not-earned'],
  }),
  /** Writes down who was there and how the tests went. */
  'trainings.record': recordCommand({
    permission: 'policing.write',
    changes: 'trainingId',
    input: { trainingId: RecordId, fields: TrainingResults },
    output: edited,
    errors: [
      ...editErrors,
      'training/not-begun',
      'training/unknown-participant',
      'training/unknown-day',
      'training/not-earned',
    ],
  }),
  /** Gives a numbered certificate to everybody who completed the training and holds none. */
  'trainings.certify': recordCommand({
    permission: 'policing.approve',
    changes: 'trainingId',
    input: { trainingId: RecordId, date: CalendarDate },
    output: z.object({ id: RecordId, issued: z.int() }),
    errors: [...editErrors, 'training/not-held', 'training/nobody-to-certify', 'training/certificate-before-end'],
  }),
  'trainings.withdraw': recordCommand({
    permission: 'policing.approve',
    changes: 'trainingId',
    input: { trainingId: RecordId, participant: ElementId, reason: Reason },
    output: z.object({ id: RecordId }),
    errors: [...editErrors, 'training/no-certificate'],
  }),
  /** What became of it three months later. */
  'trainings.followUp': recordCommand({
    permission: 'policing.write',
    changes: 'trainingId',
    input: { trainingId: RecordId, fields: TrainingFollowUp },
    output: edited,
    errors: [...editErrors, 'training/not-held', 'training/unknown-participant'],
  }),
} as const;
