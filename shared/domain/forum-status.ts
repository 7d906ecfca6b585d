/** @file How a forum stands on a day. People enter how far it has come; whether it still meets is worked out, never kept. */
import { daysBetween } from '#shared/text/calendar.ts';
import type { ForumStatus, MeetingType } from './generated/code-lists.ts';
import type { RuleValues } from './rules.ts';

/** What a form offers. `dormant` is worked out; a forum ends by an act of its own, which asks for a day and a reason. */
export const ENTERED_FORUM_STATUS = ['planned', 'established', 'active'] as const satisfies readonly ForumStatus[];

const ended: readonly string[] = ['merged', 'dissolved'] satisfies ForumStatus[];

export const isForumEnded = (status: string): boolean => ended.includes(status);

/** Meetings by which a forum counts as active. */
export const LIVELY_MEETING_TYPES = [
  'regular',
  'extraordinary',
  'women_session',
  'youth_session',
  'ssp_planning',
  'ssp_review',
] as const satisfies readonly MeetingType[];

export type ForumLife = {
  /** As it was entered. */
  readonly status: string;
  readonly foundedOn: string | null;
  /** Day of the last meeting that counts (`LIVELY_MEETING_TYPES`); null for none. */
  readonly lastMeeting: string | null;
};

/** Code of `forum_status` on a day; what was entered where there is nothing to reckon from. */
export function forumStatusOn(
  { status, foundedOn, lastMeeting }: ForumLife,
  today: string,
  { forumDormantAfterDays: limit }: Pick<RuleValues, 'forumDormantAfterDays'>,
): string {
  if (status === 'planned' || isForumEnded(status)) return status;
  if (lastMeeting !== null) return daysBetween(lastMeeting, today) > limit ? 'dormant' : 'active';
  if (foundedOn !== null) return daysBetween(foundedOn, today) > limit ? 'dormant' : 'established';
  return status;
}

/** Days since it last met, or since it was founded; null where neither day is known. */
export const daysSinceMeeting = ({ lastMeeting, foundedOn }: ForumLife, today: string): number | null => {
  const from = lastMeeting ?? foundedOn;
  return from === null ? null : daysBetween(from, today);
};
