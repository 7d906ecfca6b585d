/** @file Meetings that took place in a period with who came, and what meetings agreed to have done. */
import type { Kysely } from 'kysely';
import { bytesToUuid } from '#core/changes/ids.ts';
import { attendedIn, rollIn } from '#core/changes/minutes.ts';
import type { RecordValues } from '#core/changes/record-values.ts';
import type { Tables } from '#core/db/tables.ts';
import type { ActionFact } from '#shared/domain/indicators/issues.ts';
import type { Tags } from '#shared/domain/indicators/item.ts';
import type { AttendanceFact, MeetingFact } from '#shared/domain/indicators/meetings.ts';
import type { Period } from '#shared/domain/indicators/period.ts';
import { HELD_MEETING_STATUSES } from '#shared/domain/meeting-rules.ts';
import { readRecords } from './read-values.ts';

/** Place of each forum, by its id. A meeting of a forum that is void, or not here, is not counted. */
export type ForumTags = ReadonlyMap<string, Tags>;

export async function readMeetings(db: Kysely<Tables>, forums: ForumTags, period: Period): Promise<MeetingFact[]> {
  const values = await readRecords(db, {
    at: 'meeting',
    groups: ['roll', 'attendance', 'substitute'],
    held: period,
  });
  const rows = await db
    .selectFrom('meeting')
    .innerJoin('record', 'record.id', 'meeting.id')
    .select(['meeting.id', 'meeting.forum', 'meeting.type', 'meeting.date', 'meeting.quorum'])
    .where('record.voided', '=', 0)
    .where('meeting.status', 'in', HELD_MEETING_STATUSES)
    .where('meeting.date', '>=', period.from)
    .where('meeting.date', '<=', period.to)
    .execute();
  return rows.flatMap(({ id, forum, type, date, quorum }) => {
    const tags = tagsIn(forums, forum);
    if (!tags) return [];
    const record = values.get(bytesToUuid(id));
    const people = record ? peopleIn(record.values) : [];
    return [
      { type, date, quorum: quorum === null ? null : quorum === 1, tags: { ...tags, meeting_type: type }, people },
    ];
  });
}

const tagsIn = (forums: ForumTags, forum: Uint8Array): Tags | undefined =>
  forum.length === 16 ? forums.get(bytesToUuid(forum)) : undefined;

function peopleIn(values: RecordValues): AttendanceFact[] {
  const marked = new Map(attendedIn(values).map((row) => [row.member, row]));
  return (rollIn(values)?.members ?? []).map((member) => {
    const row = marked.get(member.id);
    return { status: row?.status ?? '', member, substitute: row?.substitute ?? null };
  });
}

/** Of meetings that took place, due in the period. */
export async function readActions(db: Kysely<Tables>, forums: ForumTags, period: Period): Promise<ActionFact[]> {
  const rows = await db
    .selectFrom('meeting_action')
    .innerJoin('meeting', 'meeting.id', 'meeting_action.meeting')
    .innerJoin('record', 'record.id', 'meeting.id')
    .select(['meeting.forum', 'meeting.date', 'meeting_action.due', 'responsible'])
    .select(['meeting_action.status', 'meeting_action.since'])
    .where('record.voided', '=', 0)
    .where('meeting_action.due', '>=', period.from)
    .where('meeting_action.due', '<=', period.to)
    .execute();
  return rows.flatMap(({ forum, date, due, status, since, responsible }) => {
    const tags = tagsIn(forums, forum);
    // Done in its own minutes: on the day of the meeting.
    return tags ? [{ due, status, since: since || date, tags: { ...tags, ssp_responsible: responsible } }] : [];
  });
}
