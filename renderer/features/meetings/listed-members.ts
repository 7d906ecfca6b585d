/** @file Whom the form of a meeting lists: active members, and those who were marked when they still were. */
import type { ForumView } from '#shared/contract/forums.ts';
import type { MeetingView } from '#shared/contract/meetings.ts';
import { hasVote, type RollMember } from '#shared/domain/meeting-rules.ts';

export type ListedMember = RollMember & { readonly name: string | null; readonly role: string };

export const activeMembers = (forum: ForumView): readonly ListedMember[] =>
  forum.members
    .filter(({ status }) => status === 'active')
    .map(({ id, name, role, sex, ageBand }) => ({ id, name, role, sex, ageBand, votes: hasVote(role) }));

export function membersFor(forum: ForumView, meeting: MeetingView): readonly ListedMember[] {
  const active = activeMembers(forum);
  const listed = new Set(active.map(({ id }) => id));
  const earlier = meeting.attendance
    .filter(({ member }) => !listed.has(member))
    .map(({ member, name, role, sex }) => {
      const ageBand = forum.members.find(({ id }) => id === member)?.ageBand ?? 'unknown';
      return { id: member, name, role, sex, ageBand, votes: role !== '' && hasVote(role) };
    });
  return [...active, ...earlier];
}
