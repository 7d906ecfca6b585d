/** @file F01, F02, F06, F08, F11: forums and their rhythm, as they stood at the end of a period. */
import { daysBetween, monthStart } from '#shared/text/calendar.ts';
import { forumStatusOn, isForumEnded, LIVELY_MEETING_TYPES } from '#shared/domain/forum-status.ts';
import { isOfficeHolder } from '#shared/domain/office-holder.ts';
import { counted, type Item, judged, type Tags } from './item.ts';
import { isMemberOn, type MemberFact } from './member-fact.ts';
import { isIn, monthsOf, type Period } from './period.ts';

export type ForumFact = {
  readonly id: string;
  readonly tags: Tags;
  /** As it was entered. */
  readonly status: string;
  readonly foundedOn: string | null;
  /** Ended and began again, in the order of the days. */
  readonly turns: readonly { readonly kind: string; readonly on: string }[];
  /** Meetings that took place, of whatever day. */
  readonly meetings: readonly { readonly type: string; readonly date: string }[];
  readonly members: readonly MemberFact[];
};

/** A forum that did not meet for longer is not active. */
const activeDays = 90;

/** The day it was founded, as the forum tells it, else of its founding meeting; null where neither is known. */
export const foundedOn = (forum: ForumFact): string | null =>
  forum.foundedOn ??
  forum.meetings
    .filter(({ type }) => type === 'founding')
    .map(({ date }) => date)
    .toSorted()[0] ??
  null;

export const isFoundedBy = (forum: ForumFact, day: string): boolean => (foundedOn(forum) ?? '9999') <= day;

/** Merged or dissolved by that day, and not revived. Of an end without a day the register knows only that it came. */
export function isEndedBy({ status, turns }: ForumFact, day: string): boolean {
  if (turns.length === 0) return isForumEnded(status);
  const last = turns.filter(({ on }) => on <= day).at(-1);
  return last !== undefined && last.kind !== 'revived';
}

/** A forum of F02. */
export function isActiveOn(forum: ForumFact, day: string): boolean {
  const last = lastLively(forum, day);
  if (!isFoundedBy(forum, day) || isEndedBy(forum, day) || last === null) return false;
  return daysBetween(last, day) <= activeDays;
}

const lively: readonly string[] = LIVELY_MEETING_TYPES;

function lastLively({ meetings }: ForumFact, day: string): string | null {
  let last: string | null = null;
  for (const { type, date } of meetings) {
    if (date <= day && lively.includes(type) && (last === null || date > last)) last = date;
  }
  return last;
}

export function forumItems(forums: readonly ForumFact[], period: Period): Record<string, Item[]> {
  const founded = forums.filter((forum) => isFoundedBy(forum, period.to));
  const active = founded.filter((forum) => isActiveOn(forum, period.to));
  const throughout = founded.filter((forum) => isFoundedBy(forum, period.from) && !isEndedBy(forum, period.to));
  const months = monthsOf(period).length;
  return {
    F01: founded.map((forum) => counted({ ...forum.tags, forum_status: statusOn(forum, period.to) })),
    F01_new: founded.filter((forum) => isIn(period, foundedOn(forum))).map(({ tags }) => counted(tags)),
    F02: founded
      .filter((forum) => !isEndedBy(forum, period.to))
      .map((forum) => judged(forum.tags, isActiveOn(forum, period.to))),
    F06: active.map((forum) => judged(forum.tags, leadersOf(forum, period.to).some(isWoman))),
    F06_chair: active.map((forum) => judged(forum.tags, chairsOf(forum, period.to).some(isWoman))),
    F08: throughout.map((forum) => ({ n: monthsMet(forum, period), of: months, left: 0, tags: forum.tags })),
    F08_full: throughout.map((forum) => judged(forum.tags, monthsMet(forum, period) === months)),
    F11: active.map((forum) => judged(forum.tags, held(forum, 'women_session', period))),
    F11y: active.map((forum) => judged(forum.tags, held(forum, 'youth_session', period))),
  };
}

function statusOn(forum: ForumFact, day: string): string {
  if (isEndedBy(forum, day)) return forum.turns.filter(({ on }) => on <= day).at(-1)?.kind ?? forum.status;
  const life = { status: 'established', foundedOn: foundedOn(forum), lastMeeting: lastLively(forum, day) };
  return forumStatusOn(life, day, { forumDormantAfterDays: activeDays });
}

const isWoman = ({ sex }: MemberFact): boolean => sex === 'female';
const leadersOf = ({ members }: ForumFact, day: string): MemberFact[] =>
  members.filter((one) => isOfficeHolder(one.role) && isMemberOn(one, day) && (one.termFrom ?? '') <= day);
const chairsOf = (forum: ForumFact, day: string): MemberFact[] =>
  leadersOf(forum, day).filter(({ role }) => role === 'chair');

const held = ({ meetings }: ForumFact, wanted: string, period: Period): boolean =>
  meetings.some(({ type, date }) => type === wanted && isIn(period, date));

/** Months of the period in which it met as it regularly does. */
const monthsMet = ({ meetings }: ForumFact, period: Period): number =>
  new Set(
    meetings
      .filter(({ type, date }) => (type === 'regular' || type === 'extraordinary') && isIn(period, date))
      .map(({ date }) => monthStart(date)),
  ).size;
