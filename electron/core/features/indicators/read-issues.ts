import type { Kysely } from 'kysely';
import { bytesToUuid } from '#core/changes/ids.ts';
import type { Tables } from '#core/db/tables.ts';
import type { IssueFact } from '#shared/domain/indicators/issues.ts';
import { HELD_MEETING_STATUSES } from '#shared/domain/meeting-rules.ts';
import type { ForumTags } from './read-meetings.ts';

/** Issues that are records of their own; `groupOf`: the group of an issue's code. */
export async function readIssues(
  db: Kysely<Tables>,
  forums: ForumTags,
  groupOf: (code: string) => string,
): Promise<IssueFact[]> {
  const rows = await db
    .selectFrom('issue')
    .innerJoin('record', 'record.id', 'issue.id')
    .select(['issue.id', 'issue.forum', 'code', 'status', 'status_on', 'raised', 'raised_by'])
    .where('record.voided', '=', 0)
    .execute();
  const heardIn = await firstMeetings(db);
  return rows.flatMap((row) => {
    const tags = row.forum.length === 16 ? forums.get(bytesToUuid(row.forum)) : undefined;
    if (!tags) return [];
    const own = {
      safety_issue_group: groupOf(row.code),
      safety_issue: row.code,
      raised_in: heardIn.get(bytesToUuid(row.id)) ?? '',
      raised_by: row.raised_by ?? 'not_stated',
    };
    return [{ raisedOn: row.raised, status: row.status, statusOn: row.status_on, tags: { ...tags, ...own } }];
  });
}

/** The type of the first meeting in which each issue was heard. */
async function firstMeetings(db: Kysely<Tables>): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('meeting_issue')
    .innerJoin('meeting', 'meeting.id', 'meeting_issue.meeting')
    .innerJoin('record', 'record.id', 'meeting.id')
    .select(['meeting_issue.record', 'meeting.type'])
    .where('meeting_issue.record', '<>', '')
    .where('record.voided', '=', 0)
    .where('meeting.status', 'in', HELD_MEETING_STATUSES)
    .orderBy('meeting.date', 'desc')
    .orderBy('meeting.number', 'desc')
    .execute();
  return new Map(rows.map(({ record, type }) => [record, type]));
}
