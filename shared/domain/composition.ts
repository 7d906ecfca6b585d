/**
 * @file Who sits in a forum, measured against the targets in force. It is advice: a forum that misses a target is
 * recorded like any other.
 */
import type { DisplacementStatus, ForumMemberCategory } from './generated/code-lists.ts';
import { isOfficeHolder } from './office-holder.ts';
import type { RuleValues } from './rules.ts';

export type Seat = {
  readonly sex: string;
  readonly ageBand: string;
  readonly category: string;
  /** Groups the member speaks for besides. */
  readonly secondary: readonly string[];
  readonly role: string;
  readonly status: string;
  readonly displacement: string | null;
};

/** `count` out of `of`; who did not say is in neither, and stands in `unknown`. */
export type Measure = { readonly count: number; readonly of: number; readonly unknown: number };

export type Composition = {
  /** Active, observers left out. */
  readonly members: number;
  readonly women: Measure;
  readonly youth: Measure;
  readonly police: Measure;
  /** Displaced or returned themselves, or speaking for those who are. */
  readonly displaced: Measure;
  /** Chair, vice-chair and secretary. */
  readonly leaders: Measure;
  readonly hasChair: boolean;
};

export type Advice = {
  readonly key:
    | 'fewMembers'
    | 'manyMembers'
    | 'fewWomen'
    | 'noWomanLeads'
    | 'fewYouth'
    | 'muchPolice'
    | 'noDisplaced'
    | 'noChair';
  readonly count: number;
  readonly of: number;
  /** A number of members, or a ratio per mille. */
  readonly target: number;
};

/** `block=police` of the list `forum_member_category`. */
export const POLICE_CATEGORIES: readonly string[] = [
  'community_police',
  'local_police',
  'family_protection_police',
  'other_security_actor',
] satisfies ForumMemberCategory[];

/** Iraqi youth: 15 to 29. */
const youngBands: readonly string[] = ['age_15_17', 'age_18_24', 'age_25_29'];
const displacedNow: readonly string[] = [
  'idp',
  'returnee',
  'returnee_abroad',
  'refugee',
  'asylum_seeker',
] satisfies DisplacementStatus[];
const forDisplaced: readonly string[] = [
  'idp_representative',
  'returnee_representative',
  'refugee_migrant_representative',
] satisfies ForumMemberCategory[];

export function compositionOf(seats: readonly Seat[]): Composition {
  const members = seats.filter(({ status, role }) => status === 'active' && role !== 'observer');
  const leaders = members.filter(({ role }) => isOfficeHolder(role));
  return {
    members: members.length,
    women: measure(members, womanOrNot),
    youth: measure(members, youngOrNot),
    police: measure(members, ({ category }) => POLICE_CATEGORIES.includes(category)),
    displaced: measure(members, displacedOrNot),
    leaders: measure(leaders, womanOrNot),
    hasChair: leaders.some(({ role }) => role === 'chair'),
  };
}

/** What a facilitator would say about it, weightiest first. A forum without members needs no advice but that. */
export function compositionAdvice(composition: Composition, rules: RuleValues): Advice[] {
  const { members, women, youth, police, displaced, leaders, hasChair } = composition;
  if (members === 0) return [];
  const advice: Advice[] = [];
  const say = (key: Advice['key'], { count, of }: Pick<Measure, 'count' | 'of'>, target: number): void => {
    advice.push({ key, count, of, target });
  };
  const size = { count: members, of: members };
  if (members < rules.forumMinMembers) say('fewMembers', size, rules.forumMinMembers);
  if (members > rules.forumMaxMembers) say('manyMembers', size, rules.forumMaxMembers);
  if (!hasChair) say('noChair', size, 1);
  if (isBelow(women, rules.forumWomenTargetRatio)) say('fewWomen', women, rules.forumWomenTargetRatio);
  if (leaders.of > 0 && leaders.count === 0) say('noWomanLeads', leaders, 1);
  if (isBelow(youth, rules.forumYouthTargetRatio)) say('fewYouth', youth, rules.forumYouthTargetRatio);
  if (isAbove(police, rules.forumPoliceMaxRatio)) say('muchPolice', police, rules.forumPoliceMaxRatio);
  if (displaced.of > 0 && displaced.count === 0) say('noDisplaced', displaced, 1);
  return advice;
}

/** Per mille, rounded to the nearest; null where nobody is known. */
export const shareOf = ({ count, of }: Pick<Measure, 'count' | 'of'>): number | null =>
  of === 0 ? null : Math.round((count * 1000) / of);

/** Compared as whole numbers: 3 of 10 is exactly 300 per mille. */
const isBelow = ({ count, of }: Measure, ratio: number): boolean => of > 0 && count * 1000 < ratio * of;
const isAbove = ({ count, of }: Measure, ratio: number): boolean => of > 0 && count * 1000 > ratio * of;

/** Null: not known of this seat. */
type Trait = (seat: Seat) => boolean | null;

function measure(seats: readonly Seat[], trait: Trait): Measure {
  const known = seats.map(trait).filter((answer) => answer !== null);
  return { count: known.filter(Boolean).length, of: known.length, unknown: seats.length - known.length };
}

const womanOrNot: Trait = ({ sex }) => (sex === 'female' || sex === 'male' ? sex === 'female' : null);
const youngOrNot: Trait = ({ ageBand }) => (ageBand === 'unknown' ? null : youngBands.includes(ageBand));
const displacedOrNot: Trait = ({ category, secondary, displacement }) => {
  if ([category, ...secondary].some((one) => forDisplaced.includes(one))) return true;
  return displacement === null || displacement === 'unknown' ? null : displacedNow.includes(displacement);
};
