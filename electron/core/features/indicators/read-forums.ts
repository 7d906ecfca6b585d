/** @file Forums with their members and the days of their meetings. */
import type { Kysely } from 'kysely';
import { bytesToUuid } from '#core/changes/ids.ts';
import { nullableTextIn, type RecordValues, textIn } from '#core/changes/record-values.ts';
import type { Tables } from '#core/db/tables.ts';
import type { ForumFact } from '#shared/domain/indicators/forums.ts';
import type { Tags } from '#shared/domain/indicators/item.ts';
import type { MemberFact } from '#shared/domain/indicators/member-fact.ts';
import { HELD_MEETING_STATUSES } from '#shared/domain/meeting-rules.ts';
import type { PlaceTags } from './place-tags.ts';
import { readRecords } from './read-values.ts';

export type ReadForum = ForumFact & {
  readonly name: string;
  readonly place: string;
  /** Record id of the site that serves it. */
  readonly site: string | null;
};

/** `blockOf`: the block of a member's category. */
export async function readForums(
  db: Kysely<Tables>,
  tagsOf: PlaceTags,
  blockOf: (category: string) => string,
): Promise<readonly ReadForum[]> {
  const groups = ['identity', 'founding', 'status', 'turn', 'site', 'member', 'memberBackground', 'memberTerm'];
  const records = await readRecords(db, { at: 'forum', groups });
  const meetings = await heldMeetings(db);
  return [...records.values()].map(({ id, owner, values }) => {
    const identity = values.one('identity');
    const place = textIn(identity, 'place');
    const tags = tagsOf({ place, owner, forum: id });
    return {
      id,
      name: textIn(identity, 'name'),
      place,
      site: nullableTextIn(values.one('site'), 'site'),
      tags,
      status: textIn(values.one('status'), 'status'),
      foundedOn: nullableTextIn(values.one('founding'), 'foundedOn'),
      turns: turnsIn(values),
      meetings: meetings.get(id) ?? [],
      members: membersIn(values, tags, blockOf),
    };
  });
}

const turnsIn = (values: RecordValues) =>
  values
    .elements('turn')
    .map(({ id, value }) => ({ id, kind: textIn(value, 'kind'), on: textIn(value, 'on') }))
    .toSorted((a, b) => (a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? -1 : 1));

const membersIn = (values: RecordValues, tags: Tags, blockOf: (category: string) => string): MemberFact[] =>
  values.elements('member').map(({ id, value }) => {
    const background = values.one(`memberBackground:${id}`);
    const term = values.one(`memberTerm:${id}`);
    const sex = textIn(value, 'sex');
    const ageBand = textIn(value, 'ageBand');
    const category = textIn(value, 'category');
    return {
      sex,
      ageBand,
      role: textIn(value, 'role'),
      status: textIn(value, 'status'),
      since: nullableTextIn(value, 'since'),
      leftOn: nullableTextIn(term, 'leftOn'),
      termFrom: nullableTextIn(term, 'from'),
      tags: {
        ...tags,
        sex,
        age_band: ageBand,
        displacement_status: nullableTextIn(background, 'displacement') ?? 'unknown',
        // The register does not ask members.
        disability: 'unknown',
        forum_member_category: category,
        member_block: blockOf(category),
      },
    };
  });

async function heldMeetings(db: Kysely<Tables>) {
  const rows = await db
    .selectFrom('meeting')
    .innerJoin('record', 'record.id', 'meeting.id')
    .select(['meeting.forum', 'meeting.type', 'meeting.date'])
    .where('record.voided', '=', 0)
    .where('meeting.status', 'in', HELD_MEETING_STATUSES)
    .execute();
  const byForum = new Map<string, { type: string; date: string }[]>();
  for (const { forum, type, date } of rows) {
    const id = forum.length === 16 ? bytesToUuid(forum) : '';
    const same = byForum.get(id);
    if (same) same.push({ type, date });
    else byForum.set(id, [{ type, date }]);
  }
  return byForum;
}
