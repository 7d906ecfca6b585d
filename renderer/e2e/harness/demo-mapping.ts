/** @file Security mappings of the office of the demo: two rounds of women's groups, one of men, one of a few girls. */
import { v7 as uuidv7 } from 'uuid';
import type { MappingFields } from '#shared/contract/mappings.ts';
import type { Language } from '#shared/text/languages.ts';
import { ask } from './direct.ts';
import type { Installation } from './host.ts';

type MappingWords = {
  readonly market: string;
  readonly school: string;
  readonly river: string;
  readonly women: string;
  readonly dark: string;
  readonly fear: string;
};

const wordsIn: Readonly<Record<Language, MappingWords>> = {
  en: {
    market: 'Market street',
    school: "Girls' school",
    river: 'Path along the river',
    women: 'Women and girls',
    dark: 'No lights after sunset',
    fear: 'Fear of what people would say',
  },
  'ar-IQ': {
    market: 'شارع السوق',
    school: 'مدرسة البنات',
    river: 'طريق الكورنيش',
    women: 'النساء والفتيات',
    dark: 'لا إنارة بعد الغروب',
    fear: 'الخوف من كلام الناس',
  },
  'ckb-IQ': {
    market: 'شەقامی بازاڕ',
    school: 'قوتابخانەی کچان',
    river: 'ڕێگای کەناری ڕووبار',
    women: 'ژنان و کچان',
    dark: 'دوای خۆرئاوابوون ڕووناکی نییە',
    fear: 'ترس لە قسەی خەڵک',
  },
};

export type DemoMappings = {
  /** Of women, closed. */
  readonly mappingId: string;
  /** Of four girls, still open. */
  readonly fewId: string;
  readonly place: string;
};

const place = 'IQG15Q05';

export async function recordMappings(
  office: Installation,
  forumId: string | null,
  language: Language,
): Promise<DemoMappings> {
  const words = wordsIn[language];
  const record = async (fields: MappingFields) => (await ask(office, 'mappings.create', { fields })).id;
  const base = sessionOf(words, forumId);
  await record({ ...base, round: 1, date: '2026-03-10', sheets: women(32, 10) });
  const mappingId = await record({ ...base, round: 2, date: '2026-09-15', sheets: women(34, 22) });
  await record({
    ...base,
    round: 2,
    date: '2026-09-16',
    group: 'men_adult',
    womenFacilitators: 0,
    participants: [{ sex: 'male', ageBand: 'age_30_44', count: 11 }],
    sheets: Array.from({ length: 11 }, (_, index) =>
      sheet(index < 5, { sex: 'male', reports: null, reportsToWoman: null }),
    ),
    trust: mensNetwork(),
    places: base.places.slice(0, 2).map((one) => ({ ...one, id: uuidv7(), night: 'safe', forWhom: '' })),
  });
  const fewId = await record({
    ...base,
    round: 2,
    date: '2026-09-17',
    group: 'girls_adolescent',
    guardianConsent: true,
    participants: [{ sex: 'female', ageBand: 'age_15_17', count: 4 }],
    sheets: [],
  });
  const { heads } = await ask(office, 'records.heads', { recordId: mappingId });
  await ask(office, 'mappings.close', { mappingId, closedOn: '2026-09-20', heads });
  return { mappingId, fewId, place };
}

const sessionOf = (words: MappingWords, forumId: string | null): Omit<MappingFields, 'round' | 'date' | 'sheets'> => ({
  place,
  forumId,
  group: 'women_adult',
  facilitators: 2,
  womenFacilitators: 2,
  guardianConsent: false,
  reason: '',
  participants: [
    { sex: 'female', ageBand: 'age_18_24', count: 12 },
    { sex: 'female', ageBand: 'age_30_44', count: 20 },
    { sex: 'female', ageBand: 'age_60_plus', count: 3 },
  ],
  trust: womensNetwork(),
  places: [
    { id: uuidv7(), name: words.market, day: 'safe', night: 'unsafe_some', forWhom: words.women, why: words.dark },
    { id: uuidv7(), name: words.school, day: 'safe', night: 'safe', forWhom: '', why: '' },
    { id: uuidv7(), name: words.river, day: 'unsafe_some', night: 'avoided', forWhom: words.women, why: words.dark },
  ],
  chains: {
    theft: { actors: ['family', 'mukhtar', 'local_police'], ends: '' },
    harassment: { actors: ['female_friend_neighbour', 'family', 'nobody'], ends: words.fear },
    family_violence: { actors: ['family', 'female_police', 'family_protection'], ends: '' },
  },
});

type Sheet = MappingFields['sheets'][number];

const women = (count: number, safe: number): Sheet[] =>
  Array.from({ length: count }, (_, index) =>
    sheet(index < safe, {
      ageBand: index < 12 ? 'age_18_24' : index < 31 ? 'age_30_44' : 'age_60_plus',
      displacement: index % 3 === 0 ? 'returnee' : 'resident',
      reports: index % 2 === 0 ? 'yes' : 'no',
    }),
  );

const sheet = (feelsSafe: boolean, more: Partial<Sheet> = {}): Sheet => ({
  id: uuidv7(),
  sex: 'female',
  ageBand: 'age_30_44',
  displacement: 'resident',
  disability: 'no',
  safeDay: 'high',
  safeNight: feelsSafe ? 'high' : 'low',
  turnTo: [
    { actor: 'community_police', answer: feelsSafe ? 'very_high' : 'medium' },
    { actor: 'local_police', answer: feelsSafe ? 'high' : 'very_low' },
  ],
  reports: 'yes',
  reportsToWoman: 'yes',
  ...more,
});

type Trust = MappingFields['trust'][number];

const trust = (actor: Trust['actor'], more: Omit<Trust, 'id' | 'actor'>): Trust => ({ id: uuidv7(), actor, ...more });

const womensNetwork = (): Trust[] => [
  trust('family', { turnTo: 'very_high', influence: 'medium', effect: 'helps', reachable: 'yes' }),
  trust('female_friend_neighbour', { turnTo: 'very_high', influence: 'low', effect: 'helps', reachable: 'yes' }),
  trust('mukhtar', { turnTo: 'medium', influence: 'high', effect: 'neutral', reachable: 'no' }),
  trust('tribal_leader', { turnTo: 'low', influence: 'very_high', effect: 'harms', reachable: 'no' }),
  trust('community_police', { turnTo: 'high', influence: 'high', effect: 'helps', reachable: 'yes' }),
  trust('local_police', { turnTo: 'low', influence: 'high', effect: 'neutral', reachable: 'no' }),
  trust('court', { turnTo: 'very_low', influence: 'very_high', effect: 'neutral', reachable: 'unknown' }),
];

const mensNetwork = (): Trust[] => [
  trust('family', { turnTo: 'high', influence: 'medium', effect: 'helps', reachable: 'yes' }),
  trust('mukhtar', { turnTo: 'very_high', influence: 'high', effect: 'helps', reachable: 'unknown' }),
  trust('tribal_leader', { turnTo: 'very_high', influence: 'very_high', effect: 'helps', reachable: 'no' }),
  trust('community_police', { turnTo: 'medium', influence: 'medium', effect: 'helps', reachable: 'unknown' }),
  trust('local_police', { turnTo: 'high', influence: 'high', effect: 'helps', reachable: 'no' }),
];
