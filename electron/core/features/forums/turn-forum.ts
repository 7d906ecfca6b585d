/** @file How a forum ends and begins again. Its meetings and members stay with it: they are what happened. */
import type { Handler, HomeContext } from '#core/context.ts';
import { nullableTextIn, type RecordValues, textIn } from '#core/changes/record-values.ts';
import { openForChange } from '#core/features/records/guards.ts';
import { type OpenRecord, openRecord } from '#core/features/records/read-record.ts';
import { isForumEnded } from '#shared/domain/forum-status.ts';
import { lastTurnDay } from '#shared/domain/forum-turn.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';

export const endForum: Handler<'forums.end'> = async (context, { forumId, how, on, reason, into, heads }) => {
  const record = await ownForum(context, forumId);
  if (!record.ok) return record;
  const { values } = record.value;
  if (isForumEnded(statusIn(values))) return err(refusal('forum/ended', {}));
  const timely = isTimely(values, on);
  if (!timely.ok) return timely;
  if (how === 'merged' && !(await goesOn(context, into, forumId))) return err(refusal('forum/no-merger-target', {}));
  const written = context.write({
    record: forumId,
    at: 'forum',
    kind: `forum.${how}`,
    groups: [
      { group: 'status', value: { status: how } },
      { group: turn(context), value: { kind: how, on, reason, into: how === 'merged' ? into : null } },
    ],
    heads,
  });
  return written.ok ? ok({ id: forumId }) : written;
};

export const reviveForum: Handler<'forums.revive'> = async (context, { forumId, on, reason, heads }) => {
  const record = await ownForum(context, forumId);
  if (!record.ok) return record;
  const { values } = record.value;
  if (!isForumEnded(statusIn(values))) return err(refusal('forum/not-ended', {}));
  const timely = isTimely(values, on);
  if (!timely.ok) return timely;
  const written = context.write({
    record: forumId,
    at: 'forum',
    kind: 'forum.revived',
    groups: [
      { group: 'status', value: { status: 'established' } },
      { group: turn(context), value: { kind: 'revived', on, reason, into: null } },
    ],
    heads,
  });
  return written.ok ? ok({ id: forumId }) : written;
};

/** Only where it is kept: above, a forum of an office is corrected, not ended. */
async function ownForum(
  context: HomeContext,
  forumId: string,
): Promise<
  Result<OpenRecord, AppError<'record/not-found' | 'record/voided' | 'record/not-yours' | 'record/offered-away'>>
> {
  const record = await openForChange(context, forumId, 'forum');
  if (!record.ok) return record;
  return record.value.mine ? record : err(refusal('record/not-yours', {}));
}

const turn = (context: HomeContext): string => `turn:${context.services.ports.newId()}`;

const statusIn = (values: RecordValues): string => textIn(values.one('status'), 'status');

function isTimely(values: RecordValues, on: string): Result<null, AppError<'forum/before-last-turn'>> {
  const day = lastTurnDay({
    foundedOn: nullableTextIn(values.one('founding'), 'foundedOn'),
    turns: values.elements('turn').map(({ value }) => ({ on: textIn(value, 'on') })),
  });
  return day !== null && on < day ? err(refusal('forum/before-last-turn', { day })) : ok(null);
}

/** A forum of this office other than itself, neither void nor ended. */
async function goesOn(context: HomeContext, into: string | null, forumId: string): Promise<boolean> {
  if (into === null || into === forumId) return false;
  const other = await openRecord(context, into, 'forum');
  return other?.mine === true && !other.voided && !isForumEnded(statusIn(other.values));
}
