/** @file Words of a security mapping that no shipped list holds, and how a group is read: by women, by men, or by both. */
import type { MappingGroup } from './generated/code-lists.ts';

/** The cases for which every group is asked: to whom would she or he turn first, and to whom after that? */
export const TRUST_CASES = ['theft', 'harassment', 'family_violence'] as const;
export type TrustCase = (typeof TRUST_CASES)[number];

/** What an actor does to people's safety. */
export const TRUST_EFFECTS = ['helps', 'neutral', 'harms'] as const;
export type TrustEffect = (typeof TRUST_EFFECTS)[number];

export const YES_NO_UNKNOWN = ['yes', 'no', 'unknown'] as const;
export const YES_NO_REFUSED = ['yes', 'no', 'refused'] as const;

/** No one to turn to ends a chain, and has neither influence nor effect. */
export const nobody = 'nobody';

export const SIDES = ['women', 'men', 'mixed'] as const;
export type Side = (typeof SIDES)[number];

const womensGroups: readonly string[] = ['women_adult', 'girls_adolescent', 'young_women'] satisfies MappingGroup[];
const mensGroups: readonly string[] = ['men_adult', 'boys_adolescent', 'young_men'] satisfies MappingGroup[];

export const isWomensGroup = (group: string | null): boolean => group !== null && womensGroups.includes(group);
export const isMensGroup = (group: string | null): boolean => group !== null && mensGroups.includes(group);

/** Groups of displaced people, of returnees and the like are read by those who came, where all were of one sex. */
export function sideOf(group: string, participants: readonly { readonly sex: string }[]): Side {
  if (isWomensGroup(group)) return 'women';
  if (isMensGroup(group)) return 'men';
  const sexes = new Set(participants.map(({ sex }) => sex));
  if (sexes.size !== 1) return 'mixed';
  return sexes.has('female') ? 'women' : sexes.has('male') ? 'men' : 'mixed';
}
