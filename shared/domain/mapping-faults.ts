/**
 * @file What cannot be true of a security mapping, and what is so unlikely that it needs a reason. Faults name the field:
 * form and core refuse at the same place.
 */
import { isMensGroup, isWomensGroup, nobody } from './mapping.ts';

export const MAPPING_FAULT_CODES = [
  'field/guardian-consent-needed',
  'field/woman-facilitator-needed',
  'field/more-women-than-facilitators',
  'field/more-sheets-than-people',
  'field/actor-twice',
  'field/line-twice',
  'field/nobody-comes-last',
] as const;

export type MappingFault = {
  readonly path: readonly (string | number)[];
  readonly code: (typeof MAPPING_FAULT_CODES)[number] | 'field/required';
};

type Counted = { readonly sex: string; readonly ageBand: string; readonly count: number };

/** A session as the contract has it, as far as these rules read it. */
export type GuardedMapping = {
  readonly group: string;
  readonly facilitators: number;
  readonly womenFacilitators: number;
  readonly guardianConsent: boolean;
  readonly reason: string;
  readonly participants: readonly Counted[];
  readonly sheets: readonly unknown[];
  readonly trust: readonly { readonly actor: string }[];
  readonly places: readonly { readonly day: string; readonly night: string; readonly forWhom: string }[];
  readonly chains: Readonly<Record<string, { readonly actors: readonly string[] }>>;
};

export function mappingFaults(mapping: GuardedMapping): MappingFault[] {
  return [...conductFaults(mapping), ...peopleFaults(mapping), ...mapFaults(mapping)];
}

/** Adolescent girls are asked only with the consent of their guardians, and by a woman. */
function conductFaults(mapping: GuardedMapping): MappingFault[] {
  const { group, facilitators, womenFacilitators, guardianConsent, reason } = mapping;
  const faults: MappingFault[] = [];
  if (womenFacilitators > facilitators) {
    faults.push({ path: ['womenFacilitators'], code: 'field/more-women-than-facilitators' });
  }
  if (group === 'girls_adolescent' && womenFacilitators === 0) {
    faults.push({ path: ['womenFacilitators'], code: 'field/woman-facilitator-needed' });
  }
  if (group === 'girls_adolescent' && !guardianConsent) {
    faults.push({ path: ['guardianConsent'], code: 'field/guardian-consent-needed' });
  }
  if (reason.trim() === '' && mappingOddities(mapping).length > 0) {
    faults.push({ path: ['reason'], code: 'field/required' });
  }
  return faults;
}

function peopleFaults({ participants, sheets }: GuardedMapping): MappingFault[] {
  const faults: MappingFault[] = [];
  participants.forEach((line, index) => {
    const first = participants.findIndex(({ sex, ageBand }) => sex === line.sex && ageBand === line.ageBand);
    if (first < index) faults.push({ path: ['participants', index, 'ageBand'], code: 'field/line-twice' });
  });
  const people = participants.reduce((sum, { count }) => sum + count, 0);
  if (sheets.length > people) faults.push({ path: ['sheets'], code: 'field/more-sheets-than-people' });
  return faults;
}

function mapFaults({ trust, places, chains }: GuardedMapping): MappingFault[] {
  const faults: MappingFault[] = [];
  trust.forEach(({ actor }, index) => {
    if (trust.findIndex((other) => other.actor === actor) < index) {
      faults.push({ path: ['trust', index, 'actor'], code: 'field/actor-twice' });
    }
  });
  places.forEach(({ day, night, forWhom }, index) => {
    if ((day === 'unsafe_some' || night === 'unsafe_some') && forWhom === '') {
      faults.push({ path: ['places', index, 'forWhom'], code: 'field/required' });
    }
  });
  for (const [name, { actors }] of Object.entries(chains)) {
    const path = ['chains', name, 'actors'];
    const last = actors.indexOf(nobody);
    if (last >= 0 && last < actors.length - 1) faults.push({ path, code: 'field/nobody-comes-last' });
    else if (new Set(actors).size < actors.length) faults.push({ path, code: 'field/actor-twice' });
  }
  return faults;
}

/** Possible, but not usual: the form says which it is and asks why. */
export type MappingOddity = 'men-among-women' | 'women-among-men' | 'no-woman-facilitator' | 'age-outside-group';

type Odd = {
  readonly group: string | null;
  readonly womenFacilitators: number | null;
  readonly participants: readonly { readonly sex: string | null; readonly ageBand: string | null }[];
};

export function mappingOddities({ group, womenFacilitators, participants }: Odd): MappingOddity[] {
  const odd: MappingOddity[] = [];
  const women = isWomensGroup(group);
  if (women && participants.some(({ sex }) => sex === 'male')) odd.push('men-among-women');
  if (isMensGroup(group) && participants.some(({ sex }) => sex === 'female')) odd.push('women-among-men');
  // For girls it is refused outright.
  if (women && group !== 'girls_adolescent' && womenFacilitators === 0) odd.push('no-woman-facilitator');
  const bands = bandsOf(group);
  const outside = participants.some(({ ageBand }) => ageBand !== null && ageBand !== 'unknown' && !bands(ageBand));
  if (outside) odd.push('age-outside-group');
  return odd;
}

const adolescents = ['age_12_14', 'age_15_17'];
const youths = ['age_15_17', 'age_18_24', 'age_25_29'];
const adults = ['age_18_24', 'age_25_29', 'age_30_44', 'age_45_59', 'age_60_plus'];

function bandsOf(group: string | null): (band: string) => boolean {
  switch (group) {
    case 'girls_adolescent':
    case 'boys_adolescent':
      return (band) => adolescents.includes(band);
    case 'young_women':
    case 'young_men':
      return (band) => youths.includes(band);
    case 'women_adult':
    case 'men_adult':
      return (band) => adults.includes(band);
    default:
      return () => true;
  }
}

/** Why a session cannot be closed on that day; null when it can. */
export function closingFault(
  session: { readonly date: string; readonly participants: number },
  closedOn: string,
): 'mapping/closed-before-held' | 'mapping/nobody-counted' | null {
  if (closedOn < session.date) return 'mapping/closed-before-held';
  return session.participants === 0 ? 'mapping/nobody-counted' : null;
}
