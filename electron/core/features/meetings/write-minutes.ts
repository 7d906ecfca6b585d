/** @file The steps that recording, editing and correcting minutes share: judged, then turned into groups. */
import { type RecordValues, textIn } from '#core/changes/record-values.ts';
import type { HomeContext } from '#core/context.ts';
import { headsOf, openRecord } from '#core/features/records/read-record.ts';
import { isSensitiveIssue } from '#core/features/reference/code-lists.ts';
import type { WantedGroups } from '#core/features/records/group-changes.ts';
import type { MeetingFields } from '#shared/contract/meetings.ts';
import type { RollMember } from '#shared/domain/meeting-rules.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import { checkMinutes, type MinutesFault } from './meeting-checks.ts';
import { meetingToGroups } from './meeting-groups.ts';
import { rollOn } from './roll.ts';

/** The groups that a form wants, or what in it cannot be. */
export async function wantedMinutes(
  context: HomeContext,
  fields: MeetingFields,
  forum: RecordValues,
  before?: RecordValues,
): Promise<Result<WantedGroups, MinutesFault>> {
  const roll = await rollOn(context, fields, forum, before);
  const checked = checkMinutes(fields, mayChair(roll.members, forum), forum, before);
  if (!checked.ok) return checked;
  const { ports } = context.services;
  const wanted = meetingToGroups(fields, {
    isSensitive: isSensitiveIssue(ports),
    roll,
    progressOf: (action) => textIn(before?.one(`review:${action}`), 'progress') || ports.newId(),
    before,
  });
  return ok(wanted);
}

/** Whoever is of the forum may have been in the chair of a meeting that is only planned or never had a roll. */
function mayChair(members: readonly RollMember[], forum: RecordValues): readonly RollMember[] {
  const listed = new Set(members.map(({ id }) => id));
  const others = forum.elements('member').flatMap(({ id, value }) =>
    listed.has(id) || textIn(value, 'status') !== 'active'
      ? []
      : // Not there when the roll was taken: no vote.
        [{ id, sex: textIn(value, 'sex'), ageBand: textIn(value, 'ageBand'), votes: false }],
  );
  return [...members, ...others];
}

/**
 * What was told about actions of earlier meetings goes into the records of those, where each action is followed. A
 * review that was taken out takes its entry along.
 */
export async function tellReviews(
  context: HomeContext,
  {
    meetingId,
    date,
    wanted,
    before,
  }: {
    readonly meetingId: string;
    readonly date: string;
    readonly wanted: WantedGroups;
    readonly before?: RecordValues;
  },
): Promise<void> {
  for (const [group, value] of wanted) {
    if (!group.startsWith('review:') || value === null) continue;
    const was = before?.one(group);
    const isAsBefore = was && textIn(was, 'status') === value.status && textIn(was, 'note') === value.note;
    if (isAsBefore && sameDay(before, date)) continue;
    const action = group.slice('review:'.length);
    const entry = { action, date, status: textIn(value, 'status'), note: textIn(value, 'note'), meeting: meetingId };
    await writeProgress(context, textIn(value, 'meeting'), textIn(value, 'progress'), entry);
  }
  for (const { id, value } of before?.elements('review') ?? []) {
    if (!wanted.has(`review:${id}`)) {
      await writeProgress(context, textIn(value, 'meeting'), textIn(value, 'progress'), null);
    }
  }
}

const sameDay = (before: RecordValues | undefined, date: string): boolean =>
  textIn(before?.one('session'), 'date') === date;

type Entry = {
  readonly action: string;
  readonly date: string;
  readonly status: string;
  readonly note: string;
  readonly meeting: string;
};

/** A meeting that is gone, or that this person or program may not write to, keeps what it said: these minutes tell it. */
async function writeProgress(
  context: HomeContext,
  meeting: string,
  progress: string,
  entry: Entry | null,
): Promise<void> {
  const record = await openRecord(context, meeting, 'meeting');
  const group = `progress:${progress}`;
  const before = record?.values.one(group) ?? null;
  if (!record || record.voided || (entry === null && before === null)) return;
  if (entry !== null && record.values.one(`action:${entry.action}`) === null) return;
  const value = entry && { ...entry, evidence: textIn(before, 'evidence') };
  const heads = await headsOf(context, meeting);
  context.write({ record: meeting, at: 'meeting', kind: 'action.reviewed', groups: [{ group, value }], heads });
}
