/**
 * @file What holds for a meeting by its type, how its quorum is reckoned, and what in its minutes cannot be. Pure: forms
 * and core ask the same questions.
 */
import { progressFaults } from './action-rules.ts';
import { IRAQI_YOUTH } from './age-band.ts';

export type MeetingTypeRules = {
  /** Decisions count only where enough voting members took part. */
  readonly quorum: boolean;
  /** Whom the session is for. */
  readonly company: 'anyone' | 'women' | 'youth';
};

const anyMeeting: MeetingTypeRules = { quorum: false, company: 'anyone' };
const decidingMeeting: MeetingTypeRules = { quorum: true, company: 'anyone' };

const typeRules: Readonly<Record<string, MeetingTypeRules>> = {
  regular: decidingMeeting,
  extraordinary: decidingMeeting,
  ssp_planning: decidingMeeting,
  ssp_review: decidingMeeting,
  women_session: { quorum: false, company: 'women' },
  youth_session: { quorum: false, company: 'youth' },
};

/** Of a type that a newer program knows: nothing special. */
export const meetingTypeRules = (type: string): MeetingTypeRules =>
  Object.hasOwn(typeRules, type) ? (typeRules[type] ?? anyMeeting) : anyMeeting;

/** A member of the forum as of the day of the meeting. */
export type RollMember = {
  readonly id: string;
  readonly sex: string;
  readonly ageBand: string;
  /** Observers have no vote and do not count for the quorum. */
  readonly votes: boolean;
};

/** Who belonged to the forum that day, and the rule that was in force. */
export type Roll = {
  /** Per mille; more than this part of the voting members must take part. */
  readonly ratio: number;
  readonly members: readonly RollMember[];
};

/** An active member has a vote, an observer has none. */
export const hasVote = (role: string): boolean => role !== 'observer';

const tookPartBy: ReadonlySet<string> = new Set(['present', 'present_remote', 'substitute']);

export const tookPart = (attendance: string): boolean => tookPartBy.has(attendance);

export type Attended = { readonly member: string; readonly status: string };

export type Quorum = {
  /** Voting members of that day. */
  readonly voters: number;
  /** Of these, who took part, by a substitute too. */
  readonly present: number;
  /** The least number that reaches it. */
  readonly needed: number;
  readonly reached: boolean;
};

/** Null where the type of meeting needs none, or nobody's attendance was recorded. */
export function quorumOf(type: string, roll: Roll | null, attendance: readonly Attended[]): Quorum | null {
  if (roll === null || attendance.length === 0 || !meetingTypeRules(type).quorum) return null;
  const voters = roll.members.filter(({ votes }) => votes).length;
  const present = votersPresent(roll.members, attendance);
  return {
    voters,
    present,
    needed: Math.floor((voters * roll.ratio) / 1000) + 1,
    reached: present * 1000 > voters * roll.ratio,
  };
}

/** Voting members who took part, themselves or by a substitute. */
export function votersPresent(members: readonly RollMember[], attendance: readonly Attended[]): number {
  const voting = new Set(members.filter(({ votes }) => votes).map(({ id }) => id));
  return attendance.filter(({ member, status }) => voting.has(member) && tookPart(status)).length;
}

/** The status that people see: minutes that were approved stay so, and a meeting that fell short is called that. */
export function meetingStatus(entered: string, quorum: Quorum | null, approved: boolean): string {
  if (approved) return 'minutes_approved';
  if (quorum === null) return entered;
  if (entered === 'held' && !quorum.reached) return 'held_no_quorum';
  return entered === 'held_no_quorum' && quorum.reached ? 'held' : entered;
}

const binding: ReadonlySet<string> = new Set(['agreed', 'rejected', 'referred', 'added_to_ssp']);

/** Without a quorum nothing was decided: it was proposed. */
export const decisionAsTaken = (type: string, quorum: Quorum | null): string =>
  quorum !== null && !quorum.reached && binding.has(type) ? 'proposal' : type;

/** Statuses of a meeting that took place. */
export const HELD_MEETING_STATUSES = ['held', 'held_no_quorum', 'minutes_draft', 'minutes_approved'] as const;
const takesPlace: ReadonlySet<string> = new Set(HELD_MEETING_STATUSES);

/** Whether a meeting of this status took place; minutes are written of those alone. */
export const wasHeld = (status: string): boolean => takesPlace.has(status);

/** Why it did not take place as planned is kept with it. */
export const needsStatusReason = (status: string): boolean => status === 'postponed' || status === 'cancelled';

/** `HH:MM` of a day, 24 hours; as text it sorts by time. */
export const isTimeOfDay = (text: string): boolean => /^(?:[01][0-9]|2[0-3]):[0-5][0-9]$/.test(text);

type Person = { readonly sex: string; readonly ageBand: string };
type Votes = { readonly inFavour: number; readonly against: number; readonly abstained: number };

/** The minutes as far as they are judged. */
export type JudgedMeeting = {
  readonly type: string;
  readonly status: string;
  readonly startTime?: string | null | undefined;
  readonly endTime?: string | null | undefined;
  /** Member who chaired it, or facilitated a session. */
  readonly chair?: string | null | undefined;
  readonly statusReason?: string | undefined;
  /** Why men were in a women's session, or hardly any young people in a session of theirs. */
  readonly mixedReason?: string | undefined;
  readonly attendance: readonly (Attended & { readonly substitute?: Person | null | undefined })[];
  readonly guests: readonly (Person & { readonly count: number })[];
  readonly decisions: readonly { readonly votes?: Votes | null | undefined }[];
  readonly reviews?: readonly { readonly status: string; readonly note: string }[] | undefined;
};

export const MEETING_FAULT_CODES = [
  'field/bad-time',
  'field/end-before-start',
  'field/chair-not-a-member',
  'field/chair-absent',
  'field/too-many-votes',
  'field/by-approval-alone',
  'field/say-why-not-held',
  'field/say-why-men',
  'field/say-why-older',
  'field/approved-before-held',
] as const;
export type MeetingFaultCode = (typeof MEETING_FAULT_CODES)[number];

/** `path` from the fields of the meeting; `code` of the sentence that stands at the field. */
export type MeetingFault = {
  readonly path: readonly (string | number)[];
  readonly code: MeetingFaultCode | 'field/required';
};

/** What cannot be, or needs a reason that is not given, each at the field where it is put right. */
export function meetingFaults(meeting: JudgedMeeting, members: readonly RollMember[]): readonly MeetingFault[] {
  return [
    ...timeFaults(meeting),
    ...chairFaults(meeting, members),
    ...voteFaults(meeting, members),
    ...statusFaults(meeting),
    ...companyFaults(meeting, members),
    ...reviewFaults(meeting),
  ];
}

function timeFaults({ startTime, endTime }: JudgedMeeting): readonly MeetingFault[] {
  if (!startTime || !endTime || !isTimeOfDay(startTime) || !isTimeOfDay(endTime)) return [];
  return endTime > startTime ? [] : [{ path: ['endTime'], code: 'field/end-before-start' }];
}

function chairFaults({ chair, attendance }: JudgedMeeting, members: readonly RollMember[]): readonly MeetingFault[] {
  if (chair === null || chair === undefined) return [];
  if (members.every(({ id }) => id !== chair)) return [{ path: ['chair'], code: 'field/chair-not-a-member' }];
  const marked = attendance.find(({ member }) => member === chair);
  const wasThere = marked === undefined || marked.status === 'present' || marked.status === 'present_remote';
  return wasThere ? [] : [{ path: ['chair'], code: 'field/chair-absent' }];
}

function voteFaults({ decisions, attendance }: JudgedMeeting, members: readonly RollMember[]): readonly MeetingFault[] {
  const present = votersPresent(members, attendance);
  return decisions.flatMap(({ votes }, index): readonly MeetingFault[] => {
    if (!votes) return [];
    const cast = votes.inFavour + votes.against + votes.abstained;
    return cast > present ? [{ path: ['decisions', index, 'votes', 'inFavour'], code: 'field/too-many-votes' }] : [];
  });
}

function statusFaults({ status, statusReason = '' }: JudgedMeeting): readonly MeetingFault[] {
  if (status === 'minutes_approved') return [{ path: ['status'], code: 'field/by-approval-alone' }];
  if (!needsStatusReason(status) || statusReason.trim() !== '') return [];
  return [{ path: ['statusReason'], code: 'field/say-why-not-held' }];
}

function companyFaults(meeting: JudgedMeeting, members: readonly RollMember[]): readonly MeetingFault[] {
  if (meeting.mixedReason?.trim()) return [];
  const code = mixedCompany(meeting, members);
  return code === null ? [] : [{ path: ['mixedReason'], code }];
}

/** What was done, or why not, as where an action is told of between meetings. */
const reviewFaults = ({ reviews = [] }: JudgedMeeting): readonly MeetingFault[] =>
  reviews.flatMap(({ status, note }, index) =>
    progressFaults({ status, date: '', note }, null).map(({ path }) => ({
      path: ['reviews', index, path],
      code: 'field/required' as const,
    })),
  );

/** Whether those who came are not those the session is for; the code says what must be explained. */
export function mixedCompany(
  meeting: Pick<JudgedMeeting, 'type' | 'attendance' | 'guests'>,
  members: readonly RollMember[],
): 'field/say-why-men' | 'field/say-why-older' | null {
  const { company } = meetingTypeRules(meeting.type);
  if (company === 'anyone') return null;
  const people = peopleIn(meeting, members);
  if (company === 'women') return people.some(({ sex }) => sex === 'male') ? 'field/say-why-men' : null;
  const known = people.filter(({ ageBand }) => ageBand !== 'unknown' && ageBand !== '');
  const young = count(known.filter(({ ageBand }) => (IRAQI_YOUTH as readonly string[]).includes(ageBand)));
  return young * 2 < count(known) ? 'field/say-why-older' : null;
}

type Counted = Person & { readonly count: number };

/** Everyone who took part: a substitute stands for himself, not for the member. */
export function peopleIn(
  { attendance, guests }: Pick<JudgedMeeting, 'attendance' | 'guests'>,
  members: readonly RollMember[],
): readonly Counted[] {
  const byId = new Map(members.map((member) => [member.id, member]));
  const came = attendance
    .filter(({ status }) => tookPart(status))
    .map(({ member, status, substitute }) => {
      const known = status === 'substitute' ? substitute : byId.get(member);
      return { sex: known?.sex ?? 'not_stated', ageBand: known?.ageBand ?? 'unknown', count: 1 };
    });
  return [...came, ...guests];
}

const count = (people: readonly Counted[]): number => people.reduce((sum, one) => sum + one.count, 0);
