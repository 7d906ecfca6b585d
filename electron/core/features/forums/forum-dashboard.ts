/** @file What the page of a forum gathers: what comes next, what is owed, and who comes. */
import type { Kysely } from 'kysely';
import { bytesToUuid, uuidToBytes } from '#core/changes/ids.ts';
import type { Handler } from '#core/context.ts';
import type { Tables } from '#core/db/tables.ts';
import { openActions } from '#core/features/actions/open-actions.ts';
import { LIVELY_MEETING_TYPES } from '#shared/domain/forum-status.ts';
import { HELD_MEETING_STATUSES } from '#shared/domain/meeting-rules.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';

/** How many meetings the chart of attendance shows, and how many actions there is room for. */
const shownMeetings = 12;
const shownActions = 8;

export const forumDashboard: Handler<'forums.dashboard'> = async ({ db }, { forumId, today }) => {
  const forum = uuidToBytes(forumId);
  const known = await db.selectFrom('forum').select('id').where('id', '=', forum).executeTakeFirst();
  if (!known) return err(refusal('record/not-found', {}));
  return ok({
    ...(await lastMeetings(db, forum)),
    nextMeeting: await nextMeeting(db, forum, today),
    actions: await openActions(db, { forumId, today, limit: shownActions }),
    attendance: await attendance(db, forum),
  });
};

const meetingsOf = (db: Kysely<Tables>, forum: Uint8Array) =>
  db
    .selectFrom('meeting')
    .innerJoin('record', 'record.id', 'meeting.id')
    .where('meeting.forum', '=', forum)
    .where('record.voided', '=', 0);

async function lastMeetings(db: Kysely<Tables>, forum: Uint8Array) {
  const rows = await meetingsOf(db, forum)
    .where('meeting.status', 'in', HELD_MEETING_STATUSES)
    .where('meeting.type', 'in', LIVELY_MEETING_TYPES)
    .select(['meeting.type', (eb) => eb.fn.max('meeting.date').as('last')])
    .groupBy('meeting.type')
    .execute();
  const days = rows.map(({ last }) => last).toSorted();
  return {
    lastMeeting: days.at(-1) ?? null,
    lastWomenSession: rows.find(({ type }) => type === 'women_session')?.last ?? null,
  };
}

async function nextMeeting(db: Kysely<Tables>, forum: Uint8Array, today: string) {
  const row = await meetingsOf(db, forum)
    .where('meeting.status', '=', 'planned')
    .where('meeting.date', '>=', today)
    .select(['meeting.id', 'meeting.date', 'meeting.type', 'meeting.year', 'meeting.number'])
    .orderBy('meeting.date')
    .orderBy('meeting.number')
    .limit(1)
    .executeTakeFirst();
  return row ? { ...row, id: bytesToUuid(row.id) } : null;
}

/** Meetings where somebody's attendance was written down. */
async function attendance(db: Kysely<Tables>, forum: Uint8Array) {
  const rows = await meetingsOf(db, forum)
    .where('meeting.status', 'in', HELD_MEETING_STATUSES)
    .where('meeting.expected', '>', 0)
    .select(['meeting.id', 'year', 'meeting.number', 'date', 'type', 'expected', 'present', 'women', 'quorum'])
    .orderBy('date', 'desc')
    .orderBy('meeting.number', 'desc')
    .limit(shownMeetings)
    .execute();
  return rows
    .map(({ id, quorum, ...row }) => ({
      meetingId: bytesToUuid(id),
      ...row,
      quorum: quorum === null ? null : quorum === 1,
    }))
    .toReversed();
}
