/** @file Security mapping sessions: asked without names, kept at the office, told above as figures alone (docs/adr/0015). */
import {
  AGE_BAND,
  DISPLACEMENT_STATUS,
  MAPPING_GROUP,
  PERCEPTION_SCALE,
  PLACE_SAFETY,
  SEX,
  TRUST_ACTOR,
} from '#shared/domain/generated/code-lists.ts';
import { SIDES, TRUST_CASES, TRUST_EFFECTS, YES_NO_REFUSED, YES_NO_UNKNOWN } from '#shared/domain/mapping.ts';
import { mappingFaults } from '#shared/domain/mapping-faults.ts';
import { createInForumErrors, writeErrors } from './common-errors.ts';
import {
  CalendarDate,
  code,
  ElementId,
  Line,
  Moment,
  OptionalLine,
  Paging,
  PlaceCode,
  pageOf,
  Reason,
  RecordFrame,
  RecordId,
} from './fields.ts';
import { command, query, recordCommand } from './method.ts';
import { z } from './zod.ts';

/** People who came, counted without names. */
export const MappedPeople = z.strictObject({
  sex: code(SEX),
  ageBand: code(AGE_BAND),
  count: z.int().min(1).max(500),
});

/** The answers of one person. It has no field for a name. */
export const AnswerSheet = z.strictObject({
  id: ElementId,
  sex: code(SEX),
  ageBand: code(AGE_BAND),
  displacement: code(DISPLACEMENT_STATUS),
  disability: code(YES_NO_UNKNOWN),
  safeDay: code(PERCEPTION_SCALE),
  safeNight: code(PERCEPTION_SCALE),
  /** "Would you turn to ...?", of the actors that were asked about. */
  turnTo: z.array(z.strictObject({ actor: code(TRUST_ACTOR), answer: code(PERCEPTION_SCALE) })).max(TRUST_ACTOR.length),
  /** Would she report a problem to the police herself; and if a woman officer were there. `null`: not asked. */
  reports: code(YES_NO_REFUSED).nullable().default(null),
  reportsToWoman: code(YES_NO_REFUSED).nullable().default(null),
});

/** What the group agreed on about one actor. */
export const TrustedActor = z.strictObject({
  id: ElementId,
  actor: code(TRUST_ACTOR),
  turnTo: code(PERCEPTION_SCALE),
  influence: code(PERCEPTION_SCALE),
  effect: code(TRUST_EFFECTS),
  /** By a woman alone. */
  reachable: code(YES_NO_UNKNOWN),
});

export const RatedPlace = z.strictObject({
  id: ElementId,
  name: Line,
  day: code(PLACE_SAFETY),
  night: code(PLACE_SAFETY),
  /** Required where it is unsafe for some. */
  forWhom: OptionalLine.default(''),
  why: OptionalLine.default(''),
});

/** To whom people turn first, and after that; `ends`: where it breaks off and why. */
export const TrustChain = z.strictObject({
  actors: z.array(code(TRUST_ACTOR)).max(8),
  ends: OptionalLine.default(''),
});

export const MappingFields = z
  .strictObject({
    place: PlaceCode,
    forumId: RecordId.nullable().default(null),
    date: CalendarDate,
    group: code(MAPPING_GROUP),
    /** Sessions of one round are read together, and rounds are compared. */
    round: z.int().min(1).max(99),
    facilitators: z.int().min(1).max(20),
    womenFacilitators: z.int().min(0).max(20),
    guardianConsent: z.boolean().default(false),
    /** Why something unusual is right. */
    reason: z.string().trim().max(2000, { error: 'field/too-long' }).default(''),
    participants: z.array(MappedPeople).max(30),
    sheets: z.array(AnswerSheet).max(120),
    trust: z.array(TrustedActor).max(TRUST_ACTOR.length),
    places: z.array(RatedPlace).max(60),
    chains: z.strictObject({ theft: TrustChain, harassment: TrustChain, family_violence: TrustChain }),
  })
  .superRefine((fields, context) => {
    for (const { path, code: message } of mappingFaults(fields)) {
      context.addIssue({ code: 'custom', path: [...path], message });
    }
  });
export type MappingFields = z.infer<typeof MappingFields>;

/** A number; `<5` for one to four people; `hidden` where it would tell such a number. */
const ShownCount = z.union([z.int(), z.string().regex(/^(<\d+|hidden)$/)]);

export const PeopleRow = z.object({ dimension: z.string(), value: z.string(), count: ShownCount });

/** `high` of `of` answers are 4 or 5, or yes; `left` gave none. Measures: see shared/domain/mapping-tally.ts. */
export const AnswersRow = z.object({
  measure: z.string(),
  dimension: z.string(),
  value: z.string(),
  high: ShownCount,
  of: ShownCount,
  left: ShownCount,
});

/** Means over the sessions read together, in tenths of a point from 10 to 50; `null` where nobody answered. */
const NetworkActor = z.object({
  actor: z.string(),
  turnTo: z.int().nullable(),
  influence: z.int().nullable(),
  /** `differs`: sessions said different things. */
  effect: z.string(),
  reachable: z.string(),
});
export type NetworkActor = z.infer<typeof NetworkActor>;

const PlaceView = z.object({
  name: z.string(),
  day: z.string(),
  night: z.string(),
  forWhom: z.string(),
  why: z.string(),
});
export type PlaceView = z.infer<typeof PlaceView>;

const ChainView = z.object({ case: code(TRUST_CASES), actors: z.array(z.string()), ends: z.string() });

/** `shown`: all of it; `few`: fewer than the hiding limit took part, so nothing is; `kept`: it is at another office; `none`: nobody said anything. */
const MAP_STATES = ['shown', 'few', 'kept', 'none'] as const;

/** What groups drew and told. Empty unless `shown`. */
const DrawnMap = z.object({
  state: z.enum(MAP_STATES),
  network: z.array(NetworkActor),
  places: z.array(PlaceView),
  chains: z.array(ChainView),
});
export type DrawnMap = z.infer<typeof DrawnMap>;

export const MappingRow = z.object({
  id: RecordId,
  forumName: z.string(),
  place: z.string(),
  date: z.string(),
  group: z.string(),
  round: z.int(),
  closedOn: z.string().nullable(),
  ownerName: z.string(),
  voided: z.boolean(),
  conflict: z.boolean(),
  updatedAt: Moment,
});

const Session = {
  place: z.string(),
  forumId: RecordId.nullable(),
  date: z.string(),
  group: z.string(),
  round: z.int(),
};

export const MappingView = z.object({
  ...RecordFrame,
  ...Session,
  forumName: z.string(),
  closedOn: z.string().nullable(),
  side: z.enum(SIDES),
  /** `null`: kept at the office. */
  conduct: z
    .object({ facilitators: z.int(), womenFacilitators: z.int(), guardianConsent: z.boolean(), reason: z.string() })
    .nullable(),
  /** Counts of people below it are hidden. */
  below: z.int(),
  /** `null`: another office has not closed it yet. */
  people: z.array(PeopleRow).nullable(),
  answers: z.array(AnswersRow).nullable(),
  map: DrawnMap,
});
export type MappingView = z.infer<typeof MappingView>;

/** As typed, with single answers: for the form of the office that owns it, while it is open. */
export const MappingForm = z.object({
  ...Session,
  heads: RecordFrame.heads,
  facilitators: z.int(),
  womenFacilitators: z.int(),
  guardianConsent: z.boolean(),
  reason: z.string(),
  participants: z.array(z.object({ sex: z.string(), ageBand: z.string(), count: z.int() })),
  sheets: z.array(
    z.object({
      id: ElementId,
      sex: z.string(),
      ageBand: z.string(),
      displacement: z.string(),
      disability: z.string(),
      safeDay: z.string(),
      safeNight: z.string(),
      turnTo: z.array(z.object({ actor: z.string(), answer: z.string() })),
      reports: z.string().nullable(),
      reportsToWoman: z.string().nullable(),
    }),
  ),
  trust: z.array(
    z.object({
      id: ElementId,
      actor: z.string(),
      turnTo: z.string(),
      influence: z.string(),
      effect: z.string(),
      reachable: z.string(),
    }),
  ),
  places: z.array(PlaceView.extend({ id: ElementId })),
  chains: z.array(ChainView),
});
export type MappingForm = z.infer<typeof MappingForm>;

/** All that women's groups, or men's groups, said in one round. */
const RoundSide = z.object({ sessions: z.int(), map: DrawnMap });

export const RoundView = z.object({
  round: z.int(),
  from: z.string(),
  to: z.string(),
  sessions: z.int(),
  /** Sessions of other offices that are not closed yet: nothing of them is among the answers. */
  waiting: z.int(),
  /** `leftOut`: in so many sessions of other offices the line was hidden, and is not in the sums. */
  answers: z.array(AnswersRow.extend({ leftOut: z.int() })),
  women: RoundSide,
  men: RoundSide,
});
export type RoundView = z.infer<typeof RoundView>;

export const mappingMethods = {
  'mappings.list': query({
    permission: 'policing.read',
    input: z.strictObject({ ...Paging, forumId: RecordId.nullable().default(null) }),
    output: pageOf(MappingRow),
    errors: [],
  }),
  'mappings.get': query({
    permission: 'policing.read',
    opens: 'mappingId',
    input: z.strictObject({ mappingId: RecordId }),
    output: MappingView,
    errors: ['record/not-found'],
  }),
  'mappings.form': query({
    permission: 'policing.write',
    opens: 'mappingId',
    input: z.strictObject({ mappingId: RecordId }),
    output: MappingForm,
    errors: ['record/not-found', 'record/not-yours', 'mapping/closed'],
  }),
  /** The rounds of a place, or of one forum, newest first. Void sessions are left out. */
  'mappings.rounds': query({
    permission: 'policing.read',
    input: z.strictObject({ place: PlaceCode, forumId: RecordId.nullable().default(null) }),
    output: z.object({ below: z.int(), forumName: z.string(), rounds: z.array(RoundView) }),
    errors: [],
  }),
  'mappings.create': command({
    permission: 'policing.write',
    input: { fields: MappingFields },
    output: z.object({ id: RecordId }),
    errors: createInForumErrors,
  }),
  'mappings.edit': recordCommand({
    permission: 'policing.write',
    changes: 'mappingId',
    input: { mappingId: RecordId, fields: MappingFields },
    output: z.object({ id: RecordId, changedGroups: z.array(z.string()) }),
    errors: [...writeErrors, 'record/changed', 'mapping/closed'],
  }),
  /** Writes the figures that go to the directorate; from then on nothing in it changes. */
  'mappings.close': recordCommand({
    permission: 'policing.write',
    changes: 'mappingId',
    input: { mappingId: RecordId, closedOn: CalendarDate },
    output: z.object({ id: RecordId }),
    errors: [
      ...writeErrors,
      'record/changed',
      'mapping/closed',
      'mapping/closed-before-held',
      'mapping/nobody-counted',
    ],
  }),
  'mappings.reopen': recordCommand({
    permission: 'policing.approve',
    changes: 'mappingId',
    input: { mappingId: RecordId, reason: Reason },
    output: z.object({ id: RecordId }),
    errors: [...writeErrors, 'record/changed', 'mapping/not-closed'],
  }),
} as const;
