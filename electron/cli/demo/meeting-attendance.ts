/** @file Who comes to a meeting of a forum: members, and guests without names. */
import type { ForumMember } from '#shared/contract/forums.ts';
import type { MeetingFields } from '#shared/contract/meetings.ts';
import { IRAQI_YOUTH } from '#shared/domain/age-band.ts';
import type { AgeBand, AttendanceStatus, MeetingType, Sex } from '#shared/domain/generated/code-lists.ts';
import type { Random } from './random.ts';

export function mayAttend(member: ForumMember, type: MeetingType): boolean {
  if (member.status !== 'active') return false;
  if (type === 'women_session') return member.sex === 'female';
  return type !== 'youth_session' || IRAQI_YOUTH.includes(member.ageBand);
}

export function drawAttendance(random: Random): AttendanceStatus {
  return random.weighted([
    ['present', 72],
    ['present_remote', 4],
    ['absent_excused', 13],
    ['absent', 7],
    ['substitute', 4],
  ] as const);
}

/** More than half of the voting members came. */
export function hasQuorum(
  members: readonly ForumMember[],
  attendance: readonly { member: string; status: AttendanceStatus }[],
): boolean {
  const voting = new Set(members.filter((member) => member.role !== 'observer').map((member) => member.id));
  const came = attendance.filter(
    ({ member, status }) => voting.has(member) && (status === 'present' || status === 'present_remote'),
  );
  return came.length > voting.size * 0.5;
}

type Guest = MeetingFields['guests'][number];

export function drawGuests(random: Random, type: MeetingType): Guest[] {
  const sexes: readonly Sex[] = type === 'women_session' ? ['female'] : ['female', 'male'];
  const session = type === 'women_session' || type === 'youth_session';
  const ages: readonly AgeBand[] = type === 'youth_session' ? IRAQI_YOUTH : guestAges;
  const groups = sexes.flatMap((sex) =>
    ages.map((ageBand) => ({ sex, ageBand, count: random.int(1, session ? 7 : 5) })),
  );
  return random.sample(groups, session ? random.int(3, 5) : random.int(0, 4));
}

const guestAges: readonly AgeBand[] = ['age_15_17', 'age_18_24', 'age_25_29', 'age_30_44', 'age_45_59', 'age_60_plus'];
