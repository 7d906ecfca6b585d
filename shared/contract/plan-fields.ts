/** @file What is typed into a Security Safety Plan. Lengths are such that a whole version fits into one group of a change. */
import {
  MAPPING_GROUP,
  SAFETY_ISSUE,
  SSP_ACTION_STATUS,
  SSP_ACTION_TYPE,
  SSP_RESPONSIBLE,
  TIME_OF_DAY,
} from '#shared/domain/generated/code-lists.ts';
import { CURRENCIES } from '#shared/domain/money.ts';
import { raisedAbove, scoreOf } from '#shared/domain/plan-score.ts';
import { missingInState } from '#shared/domain/plan-status.ts';
import { isCalendarDate } from '#shared/text/dates.ts';
import { CalendarDate, code, ElementId, Line, OptionalLine, RecordId } from './fields.ts';
import { z } from './zod.ts';

/** Several sentences. */
export const PlanText = z.string().trim().max(1000, { error: 'field/too-long' });

const scoring = {
  likelihood: z.int().min(1).max(5),
  impact: z.int().min(1).max(5),
  /** Women, children or another vulnerable group carry most of the harm. */
  vulnerable: z.boolean(),
};

const PlanScore = z.strictObject({ problem: ElementId, ...scoring });

const PlanProblem = z.strictObject({
  id: ElementId,
  issue: code(SAFETY_ISSUE),
  timeOfDay: code(TIME_OF_DAY).nullable().default(null),
  /** Who bears the harm. */
  harmed: z.array(code(MAPPING_GROUP)).max(10),
  /** Records of the issues it was made from. */
  issues: z.array(RecordId).max(20).default([]),
  /** These five stay at the office when the issue's code is marked sensitive; `null` leaves what is withheld as it is. */
  place: OptionalLine.nullable().default(''),
  statement: PlanText.min(1, { error: 'field/required' }).nullable(),
  immediateCauses: PlanText.nullable().default(''),
  deeperCauses: PlanText.nullable().default(''),
  effects: PlanText.nullable().default(''),
  ...scoring,
});

/** In the smallest unit of the currency. */
const PlanCost = z.strictObject({ amount: z.int().min(0).max(1_000_000_000_000_000), currency: code(CURRENCIES) });

const PlanAction = z
  .strictObject({
    id: ElementId,
    problem: ElementId,
    type: code(SSP_ACTION_TYPE),
    what: Line,
    responsible: code(SSP_RESPONSIBLE),
    /** Records of partners and donors; others by their names. */
    partnerIds: z.array(RecordId).max(20).default([]),
    partners: OptionalLine.default(''),
    cost: PlanCost.nullable().default(null),
    startsOn: CalendarDate.nullable().default(null),
    due: CalendarDate,
    /** How one will see that it succeeded. */
    indicator: OptionalLine.default(''),
    /** Whom it might harm, and what is done so that it does not. */
    doNoHarm: OptionalLine.default(''),
  })
  .refine(({ startsOn, due }) => startsOn === null || startsOn <= due, {
    path: ['due'],
    error: 'field/before-start',
  });

export const PlanActionState = z
  .strictObject({
    status: code(SSP_ACTION_STATUS),
    doneOn: CalendarDate.nullable().default(null),
    /** Of what is put off; the agreed day stays. */
    newDue: CalendarDate.nullable().default(null),
    /** What stands in its way, why it was given up, or how it goes. */
    note: OptionalLine.default(''),
  })
  .check((context) => {
    for (const field of missingInState(context.value)) {
      context.issues.push({ code: 'custom', message: 'field/required', path: [field], input: context.value });
    }
  });
export type PlanActionState = z.infer<typeof PlanActionState>;

const Count = z.int().min(0).max(10_000_000).nullable().default(null);

const PlanProfile = z.strictObject({
  population: Count,
  families: Count,
  displacedFamilies: Count,
  returneeFamilies: Count,
  area: PlanText.default(''),
  communities: PlanText.default(''),
  services: PlanText.default(''),
  history: PlanText.default(''),
  source: OptionalLine.default(''),
});

export const PlanFields = z
  .strictObject({
    title: Line,
    startsOn: CalendarDate,
    endsOn: CalendarDate,
    /** The day the problems were scored first. */
    draftedOn: CalendarDate,
    profile: PlanProfile,
    /** Sessions whose voices are in the plan. */
    consultations: z.array(z.strictObject({ id: RecordId, kind: z.enum(['meeting', 'mapping']) })).max(60),
    /** In the order the forum agreed on. */
    problems: z.array(PlanProblem).max(12),
    /** Asked for where the order differs from the scores. */
    rankReason: PlanText.default(''),
    actions: z.array(PlanAction).max(40),
  })
  .check((context) => {
    const { value, issues } = context;
    const refuse = (path: (string | number)[], message: string) =>
      issues.push({ code: 'custom', message, path, input: value });
    if (value.endsOn < value.startsOn) refuse(['endsOn'], 'field/before-start');
    if (raisedAbove(value.problems.map(scoreOf)).length > 0 && value.rankReason === '') {
      refuse(['rankReason'], 'field/required');
    }
    const problems = new Set(value.problems.map(({ id }) => id));
    for (const [index, { problem }] of value.actions.entries()) {
      if (!problems.has(problem)) refuse(['actions', index, 'problem'], 'field/bad-value');
    }
  });
export type PlanFields = z.infer<typeof PlanFields>;

/** The day of a new version of an endorsed plan, and why there is one. */
export const PlanRevision = z.strictObject({
  date: z
    .string()
    .min(1, { error: 'field/required', abort: true })
    .refine(isCalendarDate, { error: 'field/impossible-date' }),
  reason: PlanText.min(1, { error: 'field/required' }),
});

export const PlanReviewFields = z.strictObject({
  date: CalendarDate,
  /** Where it was held, if that meeting is recorded. */
  meetingId: RecordId.nullable().default(null),
  findings: PlanText.min(1, { error: 'field/required' }),
  next: PlanText.default(''),
  /** Of every problem anew. */
  scores: z.array(PlanScore).max(12),
  /** What the forum decided: to go on with the plan, or that it is done. */
  result: z.enum(['active', 'completed'], { error: 'field/unknown-code' }),
});
export type PlanReviewFields = z.infer<typeof PlanReviewFields>;
