/** @file The trainings of an office: planned, held, certified, asked about three months later. One every second month. */
import type { TrainingFields, TrainingFollowUp, TrainingResults } from '#shared/contract/trainings.ts';
import type { Sex } from '#shared/domain/generated/code-lists.ts';
import { completes, isAwareness, minutesAttended, totalMinutes } from '#shared/domain/training.ts';
import type { LifeEvent } from './life-types.ts';
import { type InventPerson, YOUNG_AGES } from './people.ts';
import { addDays, addMonths, type Random, workday } from './random.ts';
import type { Site } from './words/places.ts';
import { TRAINING_SETS, TRAINING_WORDS, type TrainingSet } from './words/training-words.ts';

export type TrainingSetting = {
  readonly random: Random;
  readonly site: Site;
  readonly invent: InventPerson;
  readonly startDate: string;
  readonly months: number;
  readonly lastDay: string;
  /** For which forum members are trained. */
  readonly forum: string | null;
  readonly donors: readonly string[];
};

export function planTrainings(setting: TrainingSetting): LifeEvent[] {
  const count = Math.floor(setting.months / 2);
  return Array.from({ length: count }, (_, index) => {
    const set = TRAINING_SETS[index % TRAINING_SETS.length];
    if (set === undefined) throw new RangeError(`training ${index}`);
    const month = addMonths(setting.startDate, index * 2 + 1);
    return planTraining({ ...setting, random: setting.random.fork(`${index}`) }, set, addDays(month, 5));
  })
    .flat()
    .filter(({ day }) => day <= setting.lastDay);
}

function planTraining(setting: TrainingSetting, set: TrainingSet, from: string): LifeEvent[] {
  const { random, site } = setting;
  const training = random.id(from);
  const fields = courseOf(setting, set, sunday(from));
  const first = fields.days[0]?.date ?? from;
  const last = fields.days.at(-1)?.date ?? from;
  const planned: TrainingFields = { ...fields, status: 'planned', participants: [], reached: [] };
  const results = resultsOf(random, fields);
  const events: LifeEvent[] = [
    { day: workday(addDays(first, -14)), kind: 'training-planned', training, fields: planned },
    { day: last, kind: 'training-held', training, fields, results },
  ];
  if (isAwareness(set.mode)) return events;
  const askedOn = workday(addMonths(last, 3));
  return [
    ...events,
    { day: workday(addDays(last, 2)), kind: 'training-certified', training },
    {
      day: askedOn,
      kind: 'training-followed-up',
      training,
      fields: followUpOf(random, fields, results, askedOn, TRAINING_WORDS[site.language].followUp),
    },
  ];
}

/** Days follow one another within one week. */
function sunday(from: string): string {
  const weekday = new Date(`${from}T00:00:00Z`).getUTCDay();
  return weekday === 0 ? from : addDays(from, 7 - weekday);
}

function courseOf(setting: TrainingSetting, set: TrainingSet, first: string): TrainingFields {
  const { random, site, invent, donors } = setting;
  const { title, subjects } = set.words[site.language];
  const words = TRAINING_WORDS[site.language];
  const awareness = isAwareness(set.mode);
  return {
    title,
    audience: set.audience,
    edition: set.edition,
    mode: set.mode,
    topics: [...set.topics],
    otherTopic: '',
    status: 'held',
    place: site.place,
    venue: random.pick(words.venues),
    forum: set.audience === 'forum_members' ? setting.forum : null,
    organiser: null,
    donor: donors.length > 0 ? random.pick(donors) : null,
    reason: '',
    days: set.days.map((minutes, index) => ({
      id: random.id(first),
      date: addDays(first, index),
      minutes,
      subject: subjects[index] ?? '',
    })),
    trainers: [
      { id: random.id(first), name: invent('female').name, sex: 'female', institution: words.trainerFrom },
      { id: random.id(first), name: invent('male').name, sex: 'male', institution: words.trainerFrom },
    ],
    participants: awareness ? [] : participantsOf(setting, set, first),
    reached: awareness
      ? [
          { sex: 'female', ageBand: 'age_15_17', count: random.int(18, 40) },
          { sex: 'male', ageBand: 'age_15_17', count: random.int(18, 40) },
          { sex: 'female', ageBand: 'age_18_24', count: random.int(6, 15) },
        ]
      : [],
  };
}

/** One or two wanted no name on the list. */
function participantsOf(
  { random, invent, site }: TrainingSetting,
  set: TrainingSet,
  day: string,
): TrainingFields['participants'] {
  const { institutions } = TRAINING_WORDS[site.language];
  const sexes: readonly Sex[] = set.edition === 'women' ? ['female'] : ['female', 'male', 'male'];
  return Array.from({ length: random.int(12, 18) }, (_, index) => {
    const person = invent(random.pick(sexes), set.edition === 'youth' ? YOUNG_AGES : undefined);
    const anonymous = index > 0 && random.chance(0.1);
    return {
      id: random.id(day),
      anonymous,
      name: anonymous ? null : person.name,
      phone: anonymous ? null : person.phone,
      sex: person.sex,
      ageBand: person.ageBand,
      displacement: random.weighted([
        ['resident', 6],
        ['returnee', 3],
        ['idp', 1],
      ] as const),
      disability: random.weighted([
        ['no', 7],
        ['not_asked', 2],
        ['yes', 1],
      ] as const),
      institution: set.audience === 'police_community' ? (institutions[0] ?? '') : random.pick(institutions),
    };
  });
}

/** The first is there all the time; of the others one stops coming now and then. */
function resultsOf(random: Random, { days, participants }: TrainingFields): TrainingResults {
  const left = new Set(participants.filter((_, index) => index > 0 && random.chance(0.06)).map(({ id }) => id));
  const attendance = days.map(({ id: day }, index) => ({
    day,
    rows: participants.flatMap(({ id: participant }, place) => {
      if (index > 0 && left.has(participant)) return [];
      const part = place === 0 || random.chance(0.9) ? ('whole' as const) : ('half' as const);
      return [{ participant, part }];
    }),
  }));
  const tests = participants.map(({ id: participant }) => {
    const pre = random.int(25, 65);
    return { participant, pre, post: left.has(participant) ? null : Math.min(100, pre + random.int(5, 35)) };
  });
  return { attendance, tests, left: days.length > 1 ? [...left] : [] };
}

/** Those who completed it are asked, and most of them reached. */
function followUpOf(
  random: Random,
  { days, participants }: TrainingFields,
  { attendance }: TrainingResults,
  date: string,
  note: string,
): TrainingFollowUp {
  const minutes = minutesAttended(days, attendance);
  const total = totalMinutes(days);
  const asked = participants.filter(({ id }) => completes(minutes.get(id) ?? 0, total));
  const answers = asked.map(({ id: participant }) => ({
    participant,
    date,
    outcome: random.weighted([
      ['using', 5],
      ['using_partly', 3],
      ['not_using', 1],
      ['not_reached', 1],
    ] as const),
  }));
  return { answers, note };
}
