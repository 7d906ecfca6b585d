import type { Kysely } from 'kysely';
import { bytesToUuid } from '#core/changes/ids.ts';
import type { Tables } from '#core/db/tables.ts';
import type { Reminder } from '#shared/contract/reminders.ts';
import { forumStatusOn, LIVELY_MEETING_TYPES } from '#shared/domain/forum-status.ts';
import { HELD_MEETING_STATUSES } from '#shared/domain/meeting-rules.ts';
import type { RuleValues } from '#shared/domain/rules.ts';
import { addDays, calendarDateOf } from '#shared/text/calendar.ts';

type Asked = { readonly db: Kysely<Tables>; readonly today: string; readonly rules: RuleValues };

/** Forums that did not meet for too long. Whoever met lately is found first, so that few meetings are looked at. */
export async function dormantForums({ db, today, rules }: Asked): Promise<readonly Reminder[]> {
  const lately = await livelyMeetings(db)
    .select('meeting.forum')
    .distinct()
    .where('meeting.date', '>=', addDays(today, -rules.forumDormantAfterDays))
    .execute();
  const met = new Set(lately.map(({ forum }) => Buffer.from(forum).toString('hex')));
  const forums = await db
    .selectFrom('forum')
    .innerJoin('record', 'record.id', 'forum.id')
    .select(['forum.id', 'forum.name', 'forum.status', 'forum.founded'])
    .where('record.voided', '=', 0)
    .execute();
  const quiet = forums.filter(({ id }) => !met.has(Buffer.from(id).toString('hex')));
  const lastDays = await lastMeetings(
    db,
    quiet.map(({ id }) => id),
  );
  return quiet.flatMap(({ id, name, status, founded }) => {
    const forum = bytesToUuid(id);
    const life = {
      status,
      foundedOn: calendarDateOf(founded),
      lastMeeting: calendarDateOf(lastDays.get(forum) ?? null),
    };
    if (forumStatusOn(life, today, rules) !== 'dormant') return [];
    return [{ id: forum, name: '', type: '', forumName: name, day: life.lastMeeting ?? life.foundedOn ?? '' }];
  });
}

/** Meetings that show that a forum lives. */
const livelyMeetings = (db: Kysely<Tables>) =>
  db
    .selectFrom('meeting')
    .innerJoin('record', 'record.id', 'meeting.id')
    .where('meeting.status', 'in', HELD_MEETING_STATUSES)
    .where('meeting.type', 'in', LIVELY_MEETING_TYPES)
    .where('record.voided', '=', 0);

async function lastMeetings(db: Kysely<Tables>, forums: readonly Uint8Array[]): Promise<ReadonlyMap<string, string>> {
  if (forums.length === 0) return new Map();
  const rows = await livelyMeetings(db)
    .select(['meeting.forum', (eb) => eb.fn.max('meeting.date').as('last')])
    .where('meeting.forum', 'in', forums)
    .groupBy('meeting.forum')
    .execute();
  return new Map(rows.map(({ forum, last }) => [bytesToUuid(forum), last]));
}
