/**
 * @file The life of a directorate and its offices over some months, from a seed: who meets, what they decide, which cases
 * come and how they go. Pure: same input, same plan. Carrying it out is for the caller.
 */
import { GOVERNORATE_LETTERS } from '#shared/domain/office-code.ts';
import { inOrder, planDispute } from './dispute-life.ts';
import { type ForumLife, planForum } from './forum-life.ts';
import type { DirectorateCorrection, LifeEvent, LifeEventOf, LifePlan, OfficeLife } from './life-types.ts';
import { planHoldings } from './holding-life.ts';
import { planMappings } from './mapping-life.ts';
import { createPeople, type InventPerson } from './people.ts';
import { addDays, addMonths, createRandom, type Random, workday } from './random.ts';
import { planTrainings } from './training-life.ts';
import { HOME_DISPUTES } from './words/disputes-homes.ts';
import { LAND_DISPUTES } from './words/disputes-land.ts';
import { VOID_REASONS } from './words/meeting-words.ts';
import { DIRECTORATE, officeName, SITES, type Site } from './words/places.ts';

export type LifeInput = {
  readonly seed: number;
  /** From 1; past the tenth the places repeat with another office number. */
  readonly offices: number;
  /** From 1. */
  readonly months: number;
  /** First day, `YYYY-MM-DD`. */
  readonly startDate: string;
};

const DISPUTES_A_MONTH = 5;
/** Keys of the shipped list of partners. */
const DONORS = ['germany', 'canada', 'netherlands'];
const DISPUTE_SETS = [...HOME_DISPUTES, ...LAND_DISPUTES];

/** Plans the whole life; about 150 records an office in six months. */
export function planLife({ seed, offices, months, startDate }: LifeInput): LifePlan {
  const span: Span = { startDate, months, lastDay: addDays(addMonths(startDate, months), -1) };
  const naming = namingDays(span);
  const random = createRandom(seed);
  const donorIds = random.fork('donors');
  const donors = DONORS.map((key) => ({ key, id: donorIds.id(startDate) }));
  const plans = Array.from({ length: offices }, (_, index) =>
    planOffice(random.fork(`office ${index}`), index, {
      ...span,
      renamedOn: index === 0 ? naming.office : null,
      donors: donors.map(({ id }) => id),
    }),
  );
  return {
    directorate: { name: DIRECTORATE.name.ar, place: DIRECTORATE.place, donors },
    offices: plans.map((plan) => plan.life),
    corrections: plans.slice(0, 1).flatMap(({ forums }) => correctForum(forums, naming.directorate)),
    exchangeDays: exchangeDays(
      span,
      plans.flatMap((plan) => plan.life.events),
    ),
  };
}

type Span = { readonly startDate: string; readonly months: number; readonly lastDay: string };

/** Last day of the n-th month of the life. */
const monthEnd = ({ startDate }: Span, month: number) => addDays(addMonths(startDate, month), -1);

/** The directorate writes after an exchange has brought the forum, the office before the next one. */
function namingDays(span: Span): { directorate: string; office: string } {
  const exchanged = monthEnd(span, Math.max(1, Math.min(3, span.months - 1)));
  return { directorate: workday(addDays(exchanged, 2)), office: workday(addDays(exchanged, 6)) };
}

function exchangeDays(span: Span, events: readonly LifeEvent[]): string[] {
  const ends = Array.from({ length: span.months }, (_, index) => monthEnd(span, index + 1));
  const lastEvent = inOrder([...events, { day: span.lastDay }]).at(-1);
  return [...ends, addDays(lastEvent?.day ?? span.lastDay, 1)];
}

type OfficePlan = { readonly life: OfficeLife; readonly forums: readonly ForumLife[] };

type OfficeSpan = Span & { readonly renamedOn: string | null; readonly donors: readonly string[] };

function planOffice(random: Random, index: number, span: OfficeSpan): OfficePlan {
  const site = siteOf(index);
  const invent = createPeople(random.fork('people'), site);
  const { services, place, language } = site;
  const policing = services.includes('policing') ? planPolicing(random, site, span, invent) : noPolicing;
  const disputes = services.includes('hlp') ? planDisputes(random.fork('disputes'), site, span, invent) : [];
  const events = inOrder([...policing.events, ...disputes]);
  const double = enteredTwice(random.fork('double'), events, site);
  const neighbours = Array.from({ length: index }, (_, other) => siteOf(other));
  const officeNumber = neighbours.filter((other) => governorateOf(other) === governorateOf(site)).length + 1;
  const life = {
    name: officeName(site),
    place,
    officeNumber,
    services,
    language,
    events: inOrder([...events, ...double]),
  };
  return { life, forums: policing.forums };
}

type Policing = { readonly forums: readonly ForumLife[]; readonly events: readonly LifeEvent[] };

const noPolicing: Policing = { forums: [], events: [] };

/** The office comes before the forums that it serves. */
function planPolicing(random: Random, site: Site, span: OfficeSpan, invent: InventPerson): Policing {
  const { startDate, lastDay, months, donors } = span;
  const holdings = planHoldings({ random: random.fork('holdings'), site, invent, startDate, lastDay, donors });
  const forums = planForums(random.fork('forums'), site, { ...span, office: holdings.office }, invent);
  const forum = forums[0]?.forum ?? null;
  const shared = { site, startDate, months, lastDay, forum };
  const trainings = planTrainings({ ...shared, random: random.fork('trainings'), invent, donors });
  const mappings = planMappings({ ...shared, random: random.fork('mappings') });
  return {
    forums,
    events: [...holdings.events, ...forums.flatMap(({ events }) => events), ...trainings, ...mappings],
  };
}

function siteOf(index: number): Site {
  const site = SITES[index % SITES.length];
  if (site === undefined) throw new RangeError(`office ${index}`);
  return site;
}

function governorateOf(site: Site): string | undefined {
  return Object.keys(GOVERNORATE_LETTERS).find((code) => site.place.startsWith(code));
}

const FORUMS = 4;
/** Forums of an office that make a safety plan. */
const PLANNING_FORUMS = 2;

function planForums(
  random: Random,
  site: Site,
  span: OfficeSpan & { readonly office: string },
  invent: InventPerson,
): ForumLife[] {
  const latest = addDays(span.startDate, 24);
  return random.sample(site.quarters, FORUMS).map((quarter, index) =>
    planForum({
      random: random.fork(`${index}`),
      site,
      quarter,
      officeName: officeName(site),
      invent,
      foundedOn: workday(random.date(span.startDate, latest)),
      lastDay: span.lastDay,
      office: span.office,
      plans: index < PLANNING_FORUMS,
      donors: span.donors,
      renamedOn: index === 0 ? span.renamedOn : null,
    }),
  );
}

function planDisputes(random: Random, site: Site, span: Span, invent: InventPerson): LifeEvent[] {
  const { startDate, months, lastDay } = span;
  const sets = random.shuffle(DISPUTE_SETS);
  const days = Array.from({ length: DISPUTES_A_MONTH * months }, () => random.date(startDate, addDays(lastDay, -2)));
  return days.sort().flatMap((day, index) => {
    const set = sets[index % sets.length] ?? random.pick(sets);
    const quarter = random.pick(site.quarters);
    const setting = { random: random.fork(`${index}`), site, quarter, invent, set, openedOn: workday(day), lastDay };
    return planDispute(setting).events;
  });
}

/** Someone enters a record a second time and takes it back the next day. */
function enteredTwice(random: Random, events: readonly LifeEvent[], site: Site): LifeEvent[] {
  const first = middleOf(eventsOf(events, 'meeting-recorded')) ?? middleOf(eventsOf(events, 'dispute-opened'));
  if (first === undefined) return [];
  const id = random.id(first.day);
  const day = workday(addDays(first.day, 1));
  const reasons = VOID_REASONS[site.language];
  return first.kind === 'meeting-recorded'
    ? [
        { ...first, meeting: id, fields: { ...first.fields, reviews: [] } },
        { day, kind: 'meeting-voided', meeting: id, reason: reasons.meeting },
      ]
    : [
        { ...first, dispute: id },
        { day, kind: 'dispute-voided', dispute: id, reason: reasons.dispute },
      ];
}

const middleOf = <T>(items: readonly T[]): T | undefined => items[Math.floor(items.length / 2)];

function eventsOf<K extends LifeEvent['kind']>(events: readonly LifeEvent[], kind: K): LifeEventOf<K>[] {
  return events.filter((event): event is LifeEventOf<K> => event.kind === kind);
}

/** The directorate does not know that the office is about to change the same name. */
function correctForum([forum]: readonly ForumLife[], day: string): DirectorateCorrection[] {
  if (forum === undefined) return [];
  const reason = 'توحيد كتابة أسماء المنتديات';
  return [{ day, office: 0, forum: forum.forum, changes: { name: forum.uniformName }, reason }];
}
