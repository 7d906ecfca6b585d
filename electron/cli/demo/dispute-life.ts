/** @file A case: opened, moved along one of the legal ways, with its steps and what is added to it on the way. */
import type { DisputeInput } from '#shared/contract/disputes.ts';
import { INTAKE_CONSENT_SCOPES } from '#shared/domain/consent.ts';
import type { ConsentScope, ConsentStatus, IntakeChannel, Sex } from '#shared/domain/generated/code-lists.ts';
import { PATHS, type PathStop } from './dispute-paths.ts';
import type { LifeEvent } from './life-types.ts';
import { type InventPerson, inventPhone, type Person } from './people.ts';
import { addDays, type Random, workday } from './random.ts';
import type { DisputeSet, DisputeWords } from './words/dispute-set.ts';
import { fill, type Language, slotsOf } from './words/language.ts';
import { CORRECTED_STEP, MOVE_REASONS } from './words/move-words.ts';
import type { Quarter, Site } from './words/places.ts';
import { STEPS_BY_STAGE, type StepPhrase } from './words/step-words.ts';

export type DisputeSetting = {
  readonly random: Random;
  readonly site: Site;
  readonly quarter: Quarter;
  readonly invent: InventPerson;
  readonly set: DisputeSet;
  readonly openedOn: string;
  readonly lastDay: string;
};

export type DisputeLife = { readonly dispute: string; readonly events: readonly LifeEvent[] };

/** Everything that happens in one case up to `lastDay`; most cases are still open then. */
export function planDispute(setting: DisputeSetting): DisputeLife {
  const story = tellStory(setting);
  const events: LifeEvent[] = [
    { day: setting.openedOn, kind: 'dispute-opened', dispute: story.dispute, fields: story.fields },
  ];
  let fields = story.fields;
  stopsByDay(setting).forEach(({ stop, day, until }, index) => {
    if (stop.to === 'closed') events.push(...writeSteps(setting, story, stop, day, day, 1));
    if (index > 0) events.push(moveTo(setting, story, stop, day));
    if (stop.to === 'closed') return;
    const added = addToRecord(setting, fields, stop, day);
    if (added !== null) {
      fields = added;
      events.push({ day, kind: 'dispute-edited', dispute: story.dispute, fields });
    }
    const visit = stop.to === 'follow_up_30' || stop.to === 'follow_up_90';
    events.push(...writeSteps(setting, story, stop, day, visit ? day : until, setting.random.int(1, 2)));
  });
  return { dispute: story.dispute, events: inOrder(events).filter((event) => event.day <= setting.lastDay) };
}

/** Sorts by day; what shares a day keeps its order. */
export function inOrder<E extends { readonly day: string }>(events: readonly E[]): E[] {
  return events.toSorted((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
}

type Story = {
  readonly dispute: string;
  readonly language: Language;
  readonly slots: Readonly<Record<string, string>>;
  readonly fields: DisputeInput;
};

function tellStory({ random, site, quarter, invent, set, openedOn }: DisputeSetting): Story {
  const language: Language = random.chance(site.kurdish) ? 'ckb-IQ' : 'ar-IQ';
  const words = set.words[language];
  const claimant = invent(claimantSex(random, set));
  const other = set.other === null ? null : invent('male');
  const slots = storySlots(random, words, language === 'ckb-IQ' ? quarter.ckb : quarter.ar, openedOn, claimant, other);
  const fields: DisputeInput = {
    intakeDate: openedOn,
    channel: random.weighted(CHANNELS),
    mainType: set.type,
    otherTypes: [],
    district: site.place,
    properties: [
      {
        id: random.id(openedOn),
        type: random.pick(set.properties),
        place: site.place,
        description: fill(words.property, slots),
      },
    ],
    narrative: fill(words.narrative, slots),
    parties: [toParty(random, claimant, 'claimant', openedOn)],
    consents: INTAKE_CONSENT_SCOPES.map((scope) => askConsent(random, scope, other !== null, openedOn)),
  };
  if (other !== null && set.other !== null) fields.parties.push(toParty(random, other, set.other, openedOn));
  return { dispute: random.id(openedOn), language, slots, fields };
}

const CHANNELS: readonly (readonly [IntakeChannel, number])[] = [
  ['walk_in', 6],
  ['forum', 3],
  ['mobile_visit', 2],
  ['phone_hotline', 2],
  ['community_leader', 1],
  ['ngo_referral', 1],
  ['police_referral', 1],
];

function claimantSex(random: Random, set: DisputeSet): Sex {
  const women = set.type === 'women_inheritance_denied' || set.type === 'marital_property';
  return women || random.chance(0.35) ? 'female' : 'male';
}

function storySlots(
  random: Random,
  words: DisputeWords,
  quarter: string,
  openedOn: string,
  claimant: Person,
  other: Person | null,
): Readonly<Record<string, string>> {
  const year = String(Number(openedOn.slice(0, 4)) - random.int(2, 12));
  const slots = { quarter, year, claimant: claimant.name, document: random.pick(words.documents) };
  return other === null ? slots : { ...slots, other: other.name };
}

type Party = DisputeInput['parties'][number];

function toParty(random: Random, person: Person, role: Party['role'], day: string): Party {
  return { id: random.id(day), ...person, kind: 'natural_person', role };
}

function askConsent(
  random: Random,
  scope: ConsentScope,
  hasOther: boolean,
  day: string,
): DisputeInput['consents'][number] {
  const status = consentStatus(random, scope, hasOther);
  const method = random.weighted([
    ['signature', 6],
    ['thumbprint', 3],
    ['verbal_witnessed', 1],
  ] as const);
  const answered = status !== 'not_asked';
  return { id: random.id(day), scope, status, method: answered ? method : null, date: answered ? day : null };
}

/** No case is kept without consent to keep it, and no other party is called without consent to call. */
function consentStatus(random: Random, scope: ConsentScope, hasOther: boolean): ConsentStatus {
  if (scope === 'record_keeping') return 'given';
  if (scope === 'contact_other_party') return hasOther ? 'given' : 'not_asked';
  return random.weighted([
    ['given', 8],
    ['refused', 1],
    ['not_asked', 1],
  ] as const);
}

type StopDay = { readonly stop: PathStop; readonly day: string; readonly until: string };

/** The stops of a path with their days, as far as the life goes; `until` is the last day before the next stop. */
function stopsByDay({ random, set, openedOn, lastDay }: DisputeSetting): StopDay[] {
  let day = openedOn;
  const stops = PATHS[random.pick(set.paths)].map((stop, index) => {
    if (index > 0) day = workday(addDays(day, random.int(...stop.days)));
    return { stop, day };
  });
  return stops
    .map(({ stop, day: from }, index) => ({ stop, day: from, until: stops[index + 1]?.day ?? lastDay }))
    .filter((stop) => stop.day <= lastDay);
}

function moveTo({ random }: DisputeSetting, { dispute, language }: Story, stop: PathStop, day: string): LifeEvent {
  const reasons = MOVE_REASONS[language];
  const reason = stop.why === undefined ? '' : reasons[stop.why];
  return {
    day,
    kind: 'dispute-moved',
    dispute,
    to: stop.to,
    outcome: stop.outcomes === undefined ? null : random.pick(stop.outcomes),
    reason: typeof reason === 'string' ? reason : random.pick(reason),
  };
}

/** Witnesses when the agreement is signed; sometimes a telephone number that was missing. */
function addToRecord(
  { random, invent }: DisputeSetting,
  fields: DisputeInput,
  stop: PathStop,
  day: string,
): DisputeInput | null {
  if (stop.to === 'agreement_signed' && !fields.parties.some((party) => party.role === 'witness')) {
    const witnesses = [invent('male'), invent('female')].map((person) => toParty(random, person, 'witness', day));
    return { ...fields, parties: [...fields.parties, ...witnesses] };
  }
  const [claimant, ...others] = fields.parties;
  if (stop.to !== 'fact_finding' || !claimant || claimant.phone !== null || !random.chance(0.6)) return null;
  return { ...fields, parties: [{ ...claimant, phone: inventPhone(random) }, ...others] };
}

function writeSteps(
  { random, lastDay }: DisputeSetting,
  story: Story,
  stop: PathStop,
  from: string,
  until: string,
  count: number,
): LifeEvent[] {
  const days = Array.from({ length: count }, () => stepDay(random, from, until)).sort();
  const phrases = stepPhrases(story, stop);
  const chosen = new Set(random.sample(phrases, count));
  const steps = phrases
    .filter((phrase) => chosen.has(phrase))
    .map((phrase, index) => writeStep(random, story, phrase, days[index] ?? from));
  const last = steps.at(-1);
  if (last === undefined || stop.to === 'closed' || stop.to === 'intake' || !random.chance(0.08)) return steps;
  return [...steps, correctStep(random, story, last, until < lastDay ? until : lastDay)];
}

function stepPhrases({ language, slots }: Story, stop: PathStop): readonly StepPhrase[] {
  const phrases = STEPS_BY_STAGE[language][stop.to] ?? [];
  return phrases.filter((phrase) => slotsOf(phrase.text).every((slot) => slot in slots));
}

/** A working day before the next stop, or the day of the stop itself. */
function stepDay(random: Random, from: string, until: string): string {
  const day = workday(random.date(from, until));
  return day < until ? day : from;
}

type StepEvent = Extract<LifeEvent, { readonly kind: 'dispute-step' }>;

function writeStep(random: Random, { dispute, slots }: Story, phrase: StepPhrase, day: string): StepEvent {
  const { kind: stepKind, next } = phrase;
  const text = fill(phrase.text, slots);
  return { day, kind: 'dispute-step', dispute, step: random.id(day), stepKind, date: day, text, next, corrects: null };
}

/** Steps are never changed: a later one puts an earlier one right and both stay. */
function correctStep(random: Random, { language }: Story, wrong: StepEvent, until: string): StepEvent {
  const day = stepDay(random, wrong.day, until < wrong.day ? wrong.day : until);
  const date = addDays(wrong.date, -1);
  const text = `${wrong.text} ${CORRECTED_STEP[language]}`;
  return { ...wrong, day, step: random.id(day), date, text, corrects: wrong.step };
}
