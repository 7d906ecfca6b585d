/** @file Security mapping rounds of an office, one every four months: of women and of men, and once of a few young women. */
import type { MappingFields } from '#shared/contract/mappings.ts';
import type { AgeBand, PerceptionScale, TrustActor } from '#shared/domain/generated/code-lists.ts';
import type { LifeEvent } from './life-types.ts';
import { addDays, addMonths, type Random, workday } from './random.ts';
import { MAPPING_WORDS, type MappingWords } from './words/mapping-words.ts';
import type { Site } from './words/places.ts';

export type MappingSetting = {
  readonly random: Random;
  readonly site: Site;
  readonly startDate: string;
  readonly months: number;
  readonly lastDay: string;
  readonly forum: string | null;
};

export function planMappings(setting: MappingSetting): LifeEvent[] {
  const rounds = Math.ceil((setting.months - 1) / 4);
  return Array.from({ length: rounds }, (_, index) => planRound(setting, index + 1))
    .flat()
    .filter(({ day }) => day <= setting.lastDay);
}

function planRound(setting: MappingSetting, round: number): LifeEvent[] {
  const { startDate } = setting;
  const from = addDays(addMonths(startDate, (round - 1) * 4 + 1), 8);
  const random = setting.random.fork(`${round}`);
  const sessions = [
    sessionOf(setting, random, round, 'women_adult', workday(from)),
    sessionOf(setting, random, round, 'men_adult', workday(addDays(from, 3))),
    // Too few to show what they drew.
    ...(round === 2 ? [sessionOf(setting, random, round, 'young_women', workday(addDays(from, 6)))] : []),
  ];
  return sessions.flatMap((fields): LifeEvent[] => {
    const mapping = random.id(fields.date);
    return [
      { day: fields.date, kind: 'mapping-held', mapping, fields },
      { day: workday(addDays(fields.date, 5)), kind: 'mapping-closed', mapping },
    ];
  });
}

type Group = 'women_adult' | 'men_adult' | 'young_women';

const ages: Readonly<Record<Group, readonly (readonly [AgeBand, number])[]>> = {
  women_adult: [
    ['age_18_24', 11],
    ['age_30_44', 17],
    ['age_45_59', 8],
  ],
  men_adult: [
    ['age_18_24', 9],
    ['age_30_44', 15],
    ['age_60_plus', 9],
  ],
  young_women: [['age_18_24', 4]],
};

/** From round to round more people feel safe at night, women less often than men. */
const safeAtNight = (group: Group, round: number): number => (group === 'men_adult' ? 0.6 : 0.3) + 0.1 * round;

function sessionOf(
  { site, forum }: MappingSetting,
  random: Random,
  round: number,
  group: Group,
  date: string,
): MappingFields {
  const words = MAPPING_WORDS[site.language];
  const sex = group === 'men_adult' ? 'male' : 'female';
  const participants = ages[group].map(([ageBand, count]) => ({ sex, ageBand, count }) as const);
  const sheets = participants.flatMap(({ ageBand, count }) =>
    Array.from({ length: count }, () => sheetOf(random, date, sex, ageBand, safeAtNight(group, round))),
  );
  return {
    place: site.place,
    forumId: forum,
    date,
    group,
    round,
    facilitators: 2,
    womenFacilitators: sex === 'female' ? 2 : 0,
    guardianConsent: false,
    reason: '',
    participants,
    sheets,
    trust: networkOf(random, date, sex),
    places: placesOf(random, date, sex, words),
    chains: chainsOf(sex, words),
  };
}

type Sheet = MappingFields['sheets'][number];

function sheetOf(random: Random, date: string, sex: 'female' | 'male', ageBand: AgeBand, safe: number): Sheet {
  const scale = (share: number): PerceptionScale =>
    random.chance(0.03)
      ? 'refused'
      : random.chance(share)
        ? random.pick(['high', 'very_high'])
        : random.pick(['low', 'medium']);
  const asked = (share: number) =>
    random.weighted([
      ['yes', share],
      ['no', 0.95 - share],
      ['refused', 0.05],
    ] as const);
  return {
    id: random.id(date),
    sex,
    ageBand,
    displacement: random.weighted([
      ['resident', 6],
      ['returnee', 3],
      ['idp', 1],
    ] as const),
    disability: random.weighted([
      ['no', 9],
      ['yes', 1],
    ] as const),
    safeDay: scale(0.85),
    safeNight: scale(safe),
    turnTo: (['community_police', 'local_police', 'mukhtar'] as const).map((actor, index) => ({
      actor,
      answer: scale([0.65, sex === 'male' ? 0.6 : 0.3, 0.5][index] ?? 0.5),
    })),
    reports: sex === 'female' ? asked(0.45) : null,
    reportsToWoman: sex === 'female' ? asked(0.75) : null,
  };
}

type Trust = MappingFields['trust'][number];
type Opinion = readonly [TrustActor, PerceptionScale, PerceptionScale, Trust['effect'], Trust['reachable']];

const womensOpinions: readonly Opinion[] = [
  ['family', 'very_high', 'medium', 'helps', 'yes'],
  ['female_friend_neighbour', 'very_high', 'low', 'helps', 'yes'],
  ['mukhtar', 'medium', 'high', 'neutral', 'no'],
  ['tribal_leader', 'low', 'very_high', 'harms', 'no'],
  ['community_police', 'high', 'high', 'helps', 'yes'],
  ['local_police', 'low', 'high', 'neutral', 'no'],
  ['health_worker', 'medium', 'low', 'helps', 'yes'],
  ['court', 'very_low', 'very_high', 'neutral', 'unknown'],
];
const mensOpinions: readonly Opinion[] = [
  ['family', 'high', 'medium', 'helps', 'yes'],
  ['mukhtar', 'very_high', 'high', 'helps', 'unknown'],
  ['tribal_leader', 'very_high', 'very_high', 'helps', 'no'],
  ['community_police', 'medium', 'medium', 'helps', 'unknown'],
  ['local_police', 'high', 'high', 'helps', 'no'],
];

const networkOf = (random: Random, date: string, sex: 'female' | 'male'): Trust[] =>
  (sex === 'female' ? womensOpinions : mensOpinions).map(([actor, turnTo, influence, effect, reachable]) => ({
    id: random.id(date),
    actor,
    turnTo,
    influence,
    effect,
    reachable,
  }));

function placesOf(random: Random, date: string, sex: 'female' | 'male', words: MappingWords): MappingFields['places'] {
  const place = (
    name: string,
    night: 'safe' | 'unsafe_some' | 'avoided',
    why: string,
  ): MappingFields['places'][number] => ({
    id: random.id(date),
    name,
    day: 'safe',
    night,
    forWhom: night === 'unsafe_some' ? words.women : '',
    why,
  });
  if (sex === 'male') return [place(words.market, 'safe', ''), place(words.garage, 'unsafe_some', words.idle)];
  return [
    place(words.market, 'unsafe_some', words.dark),
    place(words.school, 'unsafe_some', words.idle),
    place(words.river, 'avoided', words.dark),
  ];
}

const chainsOf = (sex: 'female' | 'male', words: MappingWords): MappingFields['chains'] =>
  sex === 'male'
    ? {
        theft: { actors: ['mukhtar', 'local_police'], ends: words.slow },
        harassment: { actors: ['tribal_leader', 'local_police'], ends: '' },
        family_violence: { actors: ['family', 'tribal_leader'], ends: '' },
      }
    : {
        theft: { actors: ['family', 'mukhtar', 'community_police'], ends: '' },
        harassment: { actors: ['female_friend_neighbour', 'family', 'nobody'], ends: words.talk },
        family_violence: { actors: ['family', 'female_police', 'family_protection'], ends: words.talk },
      };
