/** @file Who belonged to a forum on the day of a meeting: kept with the meeting, since the forum goes on changing. */
import type { JsonObject } from '#core/changes/canonical.ts';
import { rollIn } from '#core/changes/minutes.ts';
import { nullableTextIn, type RecordValues, textIn } from '#core/changes/record-values.ts';
import type { HomeContext } from '#core/context.ts';
import { rulesInForce } from '#core/features/rules/rules-in-force.ts';
import type { MeetingFields } from '#shared/contract/meetings.ts';
import { hasVote, type Roll, type RollMember } from '#shared/domain/meeting-rules.ts';

/**
 * The roll once taken stays, and whoever is marked besides is added; so does the rule, unless the day was put right.
 * Before: active members who had joined by that day.
 */
export async function rollOn(
  context: HomeContext,
  fields: Pick<MeetingFields, 'date' | 'attendance'>,
  forum: RecordValues,
  before?: RecordValues,
): Promise<Roll> {
  const taken = before ? rollIn(before) : null;
  const isSameDay = textIn(before?.one('session'), 'date') === fields.date;
  const ratio = taken && isSameDay ? taken.ratio : (await rulesInForce(context, fields.date)).forumQuorumRatio;
  const members = [...(taken && isSameDay ? taken.members : activeMembers(forum, fields.date))];
  const listed = new Set(members.map(({ id }) => id));
  for (const { member } of fields.attendance) {
    if (listed.has(member)) continue;
    listed.add(member);
    members.push(taken?.members.find(({ id }) => id === member) ?? memberAsNow(forum, member));
  }
  return { ratio, members };
}

export const rollToValue = ({ ratio, members }: Roll): JsonObject => ({
  ratio,
  members: members.map(({ id, sex, ageBand, votes }) => ({ id, sex, ageBand, votes })),
});

const activeMembers = (forum: RecordValues, day: string): readonly RollMember[] =>
  forum
    .elements('member')
    .filter(({ value }) => textIn(value, 'status') === 'active' && (nullableTextIn(value, 'since') ?? '') <= day)
    .map(({ id }) => memberAsNow(forum, id));

function memberAsNow(forum: RecordValues, id: string): RollMember {
  const member = forum.one(`member:${id}`);
  const known = member !== null;
  return {
    id,
    sex: known ? textIn(member, 'sex') : 'not_stated',
    ageBand: known ? textIn(member, 'ageBand') : 'unknown',
    votes: known && hasVote(textIn(member, 'role')),
  };
}
