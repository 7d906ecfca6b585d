import { newElementId } from '#renderer/client/new-id.ts';
import type { ForumView } from '#shared/contract/forums.ts';
import { isOfficeHolder } from '#shared/domain/office-holder.ts';
import type { MemberForm } from './member-form-model.ts';

export type CandidateForm = {
  readonly id: string;
  readonly member: string | null;
  /** `null`: kept at the owning office, and left as it is there. */
  readonly name: string | null;
  readonly sex: string | null;
  readonly votes: number | null;
  readonly elected: boolean;
};

export type ElectionForm = {
  readonly id: string;
  readonly on: string | null;
  readonly role: string | null;
  readonly counted: boolean;
  readonly voters: number | null;
  readonly reason: string;
  readonly candidates: readonly CandidateForm[];
};

export const newCandidate = (): CandidateForm => ({
  id: newElementId(),
  member: null,
  name: '',
  sex: null,
  votes: null,
  elected: false,
});

export const newElection = (): ElectionForm => ({
  id: newElementId(),
  on: null,
  role: 'chair',
  counted: true,
  voters: null,
  reason: '',
  candidates: [newCandidate()],
});

export const electionFormOf = (election: ForumView['elections'][number]): ElectionForm => ({
  ...election,
  // A member has no name of its own here; it would otherwise look withheld once another person is chosen.
  candidates: election.candidates.map((one) => ({ ...one, name: one.member === null ? one.name : '' })),
});

/** Members are named by their entry in the list of members alone. */
export const electionInputOf = (election: ElectionForm): unknown => ({
  ...election,
  candidates: election.candidates.map((one) => (one.member === null ? one : { ...one, name: null })),
});

/** Whether the result of the latest election of its kind still has to be taken over into the list of members. */
export function isResultPending(
  election: ElectionForm,
  all: readonly ElectionForm[],
  members: readonly MemberForm[],
): boolean {
  const { on, role } = election;
  if (on === null || all.some((other) => other.role === role && (other.on ?? '') > on)) return false;
  return membersWithResult(election, members) !== members;
}

/**
 * The members after the election: who was elected holds the office from that day on, and who held it before is a member.
 * The same list where nothing changes.
 */
export function membersWithResult(election: ElectionForm, members: readonly MemberForm[]): readonly MemberForm[] {
  const { role, on, candidates } = election;
  const elected = new Set(candidates.flatMap((one) => (one.elected && one.member !== null ? [one.member] : [])));
  if (role === null || elected.size === 0) return members;
  const next = members.map((member) => {
    if (elected.has(member.id)) return holdsSince(member, role, on) ? member : holding(member, role, on);
    return isOfficeHolder(role) && member.role === role && member.status === 'active'
      ? { ...member, role: 'member', termFrom: null, termUntil: null }
      : member;
  });
  return next.some((member, index) => member !== members[index]) ? next : members;
}

const holdsSince = (member: MemberForm, role: string, on: string | null): boolean =>
  member.role === role && (on === null || !isOfficeHolder(role) || (member.termFrom ?? member.since ?? '') >= on);

const holding = (member: MemberForm, role: string, on: string | null): MemberForm => ({
  ...member,
  role,
  selection: 'elected',
  termFrom: on,
  termUntil: null,
});
