/** @file A safety plan: drafted from what the forum raised, consulted, endorsed in a meeting, carried out, reviewed. */
import type { PlanFields, PlanReviewFields } from '#shared/contract/plan-fields.ts';
import type { SspActionType, SspResponsible } from '#shared/domain/generated/code-lists.ts';
import { scoreOf } from '#shared/domain/plan-score.ts';
import { affectedBy, type KnownIssue, timeOf } from './issue-life.ts';
import type { LifeEvent } from './life-types.ts';
import type { HeldMeeting } from './meeting-life.ts';
import { addDays, addMonths, type Random, workday } from './random.ts';
import { fill, type Language } from './words/language.ts';
import { PLAN_WORDS, type PlanWords } from './words/plan-words.ts';

export type PlanSetting = {
  readonly random: Random;
  readonly language: Language;
  readonly quarterName: string;
  readonly forum: string;
  readonly meetings: readonly HeldMeeting[];
  /** Issues that may become problems: on `day` they wait for something. */
  readonly openIssues: (day: string) => readonly KnownIssue[];
  readonly donors: readonly string[];
  readonly lastDay: string;
};

export type SafetyPlan = {
  readonly draftedOn: string;
  /** Records of issues that stand in it from then on. */
  readonly issues: readonly string[];
  readonly events: readonly LifeEvent[];
};

const mostProblems = 4;
/** Some days before the half year is over. */
const reviewAfterDays = 165;

/** Null where women and youth were not heard yet, or nothing waits. */
export function planSafety(setting: PlanSetting): SafetyPlan | null {
  const { meetings, random, lastDay } = setting;
  const sessions = (['women_session', 'youth_session'] as const).flatMap(
    (type) => meetings.find((meeting) => meeting.type === type) ?? [],
  );
  if (sessions.length < 2) return null;
  const heardOn =
    sessions
      .map(({ date }) => date)
      .toSorted()
      .at(-1) ?? '';
  const draftedOn = workday(addDays(heardOn, 5));
  const issues = setting.openIssues(draftedOn).slice(0, mostProblems);
  if (issues.length === 0) return null;
  const plan = random.id(draftedOn);
  const fields = draftOf(setting, sessions, issues, draftedOn);
  const asked = workday(addDays(draftedOn, 4));
  const events: LifeEvent[] = [
    { day: draftedOn, kind: 'plan-drafted', plan, forum: setting.forum, fields },
    { day: asked, kind: 'plan-moved', plan, to: 'consultation' },
    ...lifeAfter(setting, plan, fields, asked),
  ];
  return {
    draftedOn,
    issues: issues.map(({ record }) => record),
    events: events.filter(({ day }) => day <= lastDay),
  };
}

/** From the meeting that endorses it to its review. */
function lifeAfter(setting: PlanSetting, plan: string, fields: PlanFields, asked: string): LifeEvent[] {
  const { meetings, language } = setting;
  const words = PLAN_WORDS[language];
  const regular = meetings.filter(({ type, quorum }) => type === 'regular' && quorum);
  const endorsedBy = regular.find(({ date }) => date > asked);
  if (!endorsedBy) return [];
  const on = (days: number) => workday(addDays(endorsedBy.date, days));
  const review = regular.find(({ date }) => date >= on(reviewAfterDays));
  const [first, second, third] = fields.actions;
  const events: LifeEvent[] = [
    { day: endorsedBy.date, kind: 'plan-endorsed', plan, meeting: endorsedBy.id },
    { day: on(3), kind: 'plan-moved', plan, to: 'active' },
  ];
  const tell = (day: string, action: typeof first, state: Pick<PlanTold, 'status' | 'doneOn' | 'note'>): void => {
    if (action) events.push({ day, kind: 'plan-told', plan, action: action.id, state: { newDue: null, ...state } });
  };
  tell(on(40), first, { status: 'in_progress', doneOn: null, note: words.begun });
  tell(on(75), second, { status: 'blocked', doneOn: null, note: words.obstacle });
  tell(on(90), third, { status: 'in_progress', doneOn: null, note: words.begun });
  tell(on(120), first, { status: 'completed', doneOn: on(118), note: '' });
  if (review) events.push({ day: review.date, kind: 'plan-reviewed', plan, fields: reviewOf(fields, review, words) });
  return events;
}

type PlanTold = Extract<LifeEvent, { readonly kind: 'plan-told' }>['state'];

/** The first problem got better. */
const reviewOf = ({ problems }: PlanFields, meeting: HeldMeeting, words: PlanWords): PlanReviewFields => ({
  date: meeting.date,
  meetingId: meeting.id,
  findings: words.findings,
  next: words.next,
  scores: problems.map(({ id, likelihood, impact, vulnerable }, index) => ({
    problem: id,
    likelihood: index === 0 ? Math.max(1, likelihood - 2) : likelihood,
    impact,
    vulnerable,
  })),
  result: 'active',
});

function draftOf(
  { random, language, quarterName, donors }: PlanSetting,
  sessions: readonly HeldMeeting[],
  issues: readonly KnownIssue[],
  draftedOn: string,
): PlanFields {
  const words = PLAN_WORDS[language];
  const say = (phrase: string) => fill(phrase, { quarter: quarterName, year: draftedOn.slice(0, 4) });
  const problems = issues
    .map((issue) => ({ issue, fields: problemOf({ random, language, say, day: draftedOn }, issue) }))
    .toSorted((a, b) => scoreOf(b.fields) - scoreOf(a.fields));
  return {
    title: say(words.title),
    startsOn: addMonths(draftedOn, 1),
    endsOn: addDays(addMonths(draftedOn, 13), -1),
    draftedOn,
    profile: {
      population: random.int(40, 160) * 100,
      families: random.int(8, 24) * 100,
      displacedFamilies: random.int(4, 40) * 10,
      returneeFamilies: random.int(4, 60) * 10,
      area: say(words.area),
      communities: words.communities,
      services: words.services,
      history: words.history,
      source: words.source,
    },
    consultations: sessions.map(({ id }) => ({ id, kind: 'meeting' as const })),
    problems: problems.map(({ fields }) => fields),
    rankReason: '',
    actions: problems.map(({ issue: { set }, fields: { id } }, index) => ({
      id: random.id(draftedOn),
      problem: id,
      type: typeOf[set.responsible],
      what: say(set.words[language].action),
      responsible: set.responsible,
      partnerIds: index === 0 ? donors.slice(0, 1) : [],
      partners: '',
      cost: random.chance(0.5) ? { amount: random.int(2, 18) * 1_000_000_000, currency: 'IQD' as const } : null,
      startsOn: addMonths(draftedOn, 1),
      due: addMonths(draftedOn, random.int(4, 9)),
      indicator: random.pick(words.indicators),
      doNoHarm: random.pick(words.doNoHarm),
    })),
  };
}

type Telling = {
  readonly random: Random;
  readonly language: Language;
  /** Fills the slots of a phrase. */
  readonly say: (phrase: string) => string;
  readonly day: string;
};

function problemOf(
  { random, language, say, day }: Telling,
  { record, set }: KnownIssue,
): PlanFields['problems'][number] {
  const words = PLAN_WORDS[language];
  const harmed = affectedBy(set.issue);
  return {
    id: random.id(day),
    issue: set.issue,
    timeOfDay: timeOf(set.issue),
    harmed: [...harmed],
    issues: [record],
    place: say('{quarter}'),
    statement: say(set.words[language].statement),
    immediateCauses: random.pick(words.immediate),
    deeperCauses: random.pick(words.deeper),
    effects: random.pick(words.effects),
    likelihood: random.int(3, 5),
    impact: random.int(2, 5),
    vulnerable: harmed.some((group) => group !== 'mixed'),
  };
}

const typeOf: Readonly<Record<SspResponsible, SspActionType>> = {
  community_police: 'patrol_presence',
  local_police: 'patrol_presence',
  forum: 'mediation_dialogue',
  local_administration: 'advocacy',
  municipality: 'small_infrastructure',
  service_directorate: 'advocacy',
  school: 'youth_activity',
  civil_society: 'awareness',
  community: 'awareness',
  partner: 'training',
};
