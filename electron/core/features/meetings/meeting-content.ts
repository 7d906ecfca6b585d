/** @file What minutes say, with the names of people and the actions of other meetings that they tell of. */
import { approvalsIn, attendedIn } from '#core/changes/minutes.ts';
import { intIn, nullableTextIn, type RecordValues, textIn } from '#core/changes/record-values.ts';
import type { HomeContext } from '#core/context.ts';
import { openRecord } from '#core/features/records/read-record.ts';
import { rulesInForce } from '#core/features/rules/rules-in-force.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import { daysBetween } from '#shared/text/calendar.ts';
import { isCalendarDate } from '#shared/text/dates.ts';
import { groupsToMeeting } from './meeting-groups.ts';

type Content = OutputOf<'meetings.version'>['content'];

export async function contentOf(context: HomeContext, values: RecordValues, approved: boolean): Promise<Content> {
  const meeting = groupsToMeeting(values, approved);
  const forum = (await openRecord(context, meeting.forumId, 'forum'))?.values ?? null;
  const chair = nullableTextIn(values.one('chair'), 'member');
  return {
    ...meeting,
    forumName: textIn(forum?.one('identity'), 'name'),
    chair: chair === null ? null : { member: chair, name: memberName(forum, chair) },
    attendance: attendedIn(values).map(({ member, status, substitute }) => ({
      member,
      name: memberName(forum, member),
      role: textIn(forum?.one(`member:${member}`), 'role'),
      sex: textIn(forum?.one(`member:${member}`), 'sex'),
      status,
      substitute: substitute && { ...substitute, name: substituteName(values, member) },
    })),
    reviews: await reviewsIn(context, values),
  };
}

/** The name that this home knows: a member's own, or that of an office-holder who agreed to it. */
const memberName = (forum: RecordValues | null, member: string): string | null =>
  nullableTextIn(forum?.one(`memberName:${member}`), 'name') ??
  nullableTextIn(forum?.one(`holderName:${member}`), 'name');

/** Null where it is kept at the office, empty where nobody wrote it. */
const substituteName = (values: RecordValues, member: string): string | null =>
  values.isWithheld(`substituteName:${member}`) ? null : textIn(values.one(`substituteName:${member}`), 'name');

async function reviewsIn(context: HomeContext, values: RecordValues): Promise<Content['reviews']> {
  const meetings = new Map<string, RecordValues | null>();
  const reviews: Content['reviews'] = [];
  for (const { id, value } of values.elements('review')) {
    const meeting = textIn(value, 'meeting');
    if (!meetings.has(meeting)) meetings.set(meeting, (await openRecord(context, meeting, 'meeting'))?.values ?? null);
    const from = meetings.get(meeting) ?? null;
    const action = from?.one(`action:${id}`);
    reviews.push({
      action: id,
      meeting,
      number: intIn(from?.one('place'), 'number'),
      year: intIn(from?.one('place'), 'year'),
      what: textIn(action, 'what'),
      responsible: textIn(action, 'responsible'),
      due: textIn(action, 'due'),
      status: textIn(value, 'status'),
      note: textIn(value, 'note'),
    });
  }
  return reviews.toSorted((a, b) => (a.due < b.due ? -1 : Number(a.due > b.due)));
}

/** The last version, and by how many days the first came later than the rule allows. */
export async function approvalOf(
  context: HomeContext,
  values: RecordValues,
): Promise<OutputOf<'meetings.get'>['approved']> {
  const approvals = approvalsIn(values);
  const last = approvals.at(-1);
  const first = approvals[0];
  if (!last || !first) return null;
  const held = textIn(values.one('session'), 'date');
  const { minutesApprovalDays } = await rulesInForce(context, isCalendarDate(held) ? held : null);
  const took = isCalendarDate(held) && isCalendarDate(first.on) ? daysBetween(held, first.on) : 0;
  return { version: last.number, on: last.on, daysLate: Math.max(0, took - minutesApprovalDays) };
}
