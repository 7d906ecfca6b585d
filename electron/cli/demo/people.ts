/** @file Invented people: a sex, a name in the language of the place, an age band. */
import type { AgeBand, Sex } from '#shared/domain/generated/code-lists.ts';
import type { Random } from './random.ts';
import { ARABIC_FAMILY, ARABIC_FEMALE, ARABIC_MALE } from './words/names-arabic.ts';
import { KURDISH_FAMILY, KURDISH_FEMALE, KURDISH_MALE } from './words/names-kurdish.ts';
import type { Site } from './words/places.ts';

export type Person = {
  readonly name: string;
  readonly sex: Sex;
  readonly ageBand: AgeBand;
  readonly phone: string | null;
};

const ADULT_AGES: readonly (readonly [AgeBand, number])[] = [
  ['age_18_24', 2],
  ['age_25_29', 2],
  ['age_30_44', 5],
  ['age_45_59', 4],
  ['age_60_plus', 2],
];
export const YOUNG_AGES: readonly (readonly [AgeBand, number])[] = [
  ['age_18_24', 3],
  ['age_25_29', 2],
];

/** Makes people of one place, each name once. */
export function createPeople(random: Random, site: Site) {
  const taken = new Set<string>();
  return (sex: Sex, ages: readonly (readonly [AgeBand, number])[] = ADULT_AGES): Person => {
    let name = inventName(random, site, sex);
    while (taken.has(name)) name = inventName(random, site, sex);
    taken.add(name);
    const phone = random.chance(0.5) ? inventPhone(random) : null;
    return { name, sex, ageBand: random.weighted(ages), phone };
  };
}

export type InventPerson = ReturnType<typeof createPeople>;

/** Made up, as its zeros show. */
export function inventPhone(random: Random): string {
  return `0770000${String(random.int(0, 9999)).padStart(4, '0')}`;
}

/** Given name, father's name, family name. */
function inventName(random: Random, site: Site, sex: Sex): string {
  const kurdish = random.chance(site.kurdish);
  const [male, female, family] = kurdish
    ? [KURDISH_MALE, KURDISH_FEMALE, KURDISH_FAMILY]
    : [ARABIC_MALE, ARABIC_FEMALE, ARABIC_FAMILY];
  const parts = [random.pick(sex === 'female' ? female : male), random.pick(male), random.pick(family)];
  const latin = random.chance(site.latin);
  return parts.map((part) => (latin ? part.latin : part.written)).join(' ');
}
