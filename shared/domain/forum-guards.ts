/**
 * @file What cannot be true of a forum and its elections. The contract refuses it at the field, so the form and the core
 * say the same; what is only unlikely asks for a reason.
 */
import type { ForumRole } from './generated/code-lists.ts';

/** `path` from the fields of the forum; `code` of the sentence that stands at the field. */
export type ForumFault = { readonly path: readonly (string | number)[]; readonly code: ForumFaultCode };

export const FORUM_FAULT_CODES = [
  'field/second-chair',
  'field/left-before-since',
  'field/term-ends-before-start',
  'field/same-category-twice',
  'field/not-a-member',
  'field/votes-not-counted',
  'field/votes-above-voters',
  'field/second-elected',
  'field/reason-fewer-votes',
] as const;
export type ForumFaultCode = (typeof FORUM_FAULT_CODES)[number];

type Dated = {
  readonly id: string;
  readonly role: string;
  readonly status: string;
  readonly category: string;
  readonly since: string | null;
  readonly secondary?: readonly string[] | undefined;
  readonly termFrom?: string | null | undefined;
  readonly termUntil?: string | null | undefined;
  readonly leftOn?: string | null | undefined;
};

type Candidate = {
  readonly member: string | null;
  readonly votes: number | null;
  readonly elected: boolean;
};

type Election = {
  readonly role: string;
  readonly counted: boolean;
  readonly voters: number | null;
  readonly reason: string;
  readonly candidates: readonly Candidate[];
};

export type GuardedForum = {
  readonly members: readonly Dated[];
  readonly elections?: readonly Election[] | undefined;
};

export function forumFaults({ members, elections = [] }: GuardedForum): ForumFault[] {
  const ids = new Set(members.map(({ id }) => id));
  return [
    ...secondChairs(members),
    ...members.flatMap((member, index) => memberFaults(member, index)),
    ...elections.flatMap((election, index) => electionFaults(election, index, ids)),
  ];
}

/** A forum has one active chair. */
function secondChairs(members: readonly Dated[]): ForumFault[] {
  const chairs = members.flatMap(({ role, status }, index) => (role === 'chair' && status === 'active' ? [index] : []));
  return chairs.slice(1).map((index) => ({ path: ['members', index, 'role'], code: 'field/second-chair' }));
}

function memberFaults(member: Dated, index: number): ForumFault[] {
  const { since, leftOn, termFrom, termUntil, secondary = [], category } = member;
  const faults: ForumFault[] = [];
  const at = (field: string, code: ForumFaultCode): void => {
    faults.push({ path: ['members', index, field], code });
  };
  if (since && leftOn && leftOn < since) at('leftOn', 'field/left-before-since');
  const from = termFrom ?? since;
  if (from && termUntil && termUntil < from) at('termUntil', 'field/term-ends-before-start');
  if (secondary.includes(category)) at('secondary', 'field/same-category-twice');
  return faults;
}

/** An office that one person holds. */
const oneSeat: readonly string[] = ['chair', 'vice_chair', 'secretary', 'police_liaison'] satisfies ForumRole[];

function electionFaults(election: Election, index: number, members: ReadonlySet<string>): ForumFault[] {
  const { candidates, counted, voters, role } = election;
  const faults: ForumFault[] = [];
  const at = (code: ForumFaultCode, ...path: readonly (string | number)[]): void => {
    faults.push({ path: ['elections', index, ...path], code });
  };
  candidates.forEach(({ member, votes }, n) => {
    if (member !== null && !members.has(member)) at('field/not-a-member', 'candidates', n, 'member');
    if (!counted && votes !== null) at('field/votes-not-counted', 'candidates', n, 'votes');
    if (counted && voters !== null && (votes ?? 0) > voters) at('field/votes-above-voters', 'candidates', n, 'votes');
  });
  const single = oneSeat.includes(role);
  const elected = candidates.flatMap((candidate, n) => (candidate.elected ? [n] : []));
  if (single) for (const n of elected.slice(1)) at('field/second-elected', 'candidates', n, 'elected');
  if (single && counted && voters !== null && votesOf(candidates) > voters && faults.length === 0) {
    at('field/votes-above-voters', 'voters');
  }
  if (election.reason.trim() === '' && isUpset(candidates)) at('field/reason-fewer-votes', 'reason');
  return faults;
}

const votesOf = (candidates: readonly Candidate[]): number =>
  candidates.reduce((sum, { votes }) => sum + (votes ?? 0), 0);

/** Somebody with fewer votes was elected before one with more: a drawn lot, a seat kept for a group, one who declined. */
export const isUpset = (candidates: readonly Candidate[]): boolean => {
  const votes = (elected: boolean) =>
    candidates.flatMap((candidate) =>
      candidate.elected === elected && candidate.votes !== null ? [candidate.votes] : [],
    );
  const lost = votes(false);
  return lost.length > 0 && votes(true).some((won) => won < Math.max(...lost));
};
