import { approvalsIn, attendedIn } from '#core/changes/minutes.ts';
import { type RecordValues, textIn } from '#core/changes/record-values.ts';
import type { Handler, HomeContext } from '#core/context.ts';
import { openForChange } from '#core/features/records/guards.ts';
import { headsOf } from '#core/features/records/read-record.ts';
import { wasHeld } from '#shared/domain/meeting-rules.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { isMinutes, versionGroups } from './versions.ts';

export const approveMeeting: Handler<'meetings.approve'> = async (context, { meetingId, approvedOn, heads }) => {
  const record = await openForChange(context, meetingId, 'meeting');
  if (!record.ok) return record;
  const { values, mine } = record.value;
  // Minutes are those of the forum and its office: nobody else approves or corrects them.
  if (!mine) return err(refusal('record/not-yours', {}));
  if (approvalsIn(values).length > 0) return err(refusal('meeting/approved', {}));
  if (!wasHeld(textIn(values.one('session'), 'status')) || attendedIn(values).length === 0) {
    return err(refusal('meeting/nothing-to-approve', {}));
  }
  const dated = notBefore(values, 'approvedOn', approvedOn);
  if (!dated.ok) return dated;
  const seen = await sawAll(context, meetingId, heads);
  if (!seen.ok) return seen;
  const groups = await versionGroups(context, meetingId, { number: 1, on: approvedOn, reason: '' });
  const written = context.write({ record: meetingId, at: 'meeting', kind: 'meeting.approved', groups, heads });
  return written.ok ? ok({ id: meetingId, version: 1 }) : written;
};

/** Minutes are not approved before the meeting they tell of. */
export function notBefore(values: RecordValues, path: string, day: string): Result<null, AppError<'call/bad-input'>> {
  if (day >= textIn(values.one('session'), 'date')) return ok(null);
  return err(refusal('call/bad-input', { fields: [{ path, code: 'field/approved-before-held' }] }));
}

/** Approval stands for all that the minutes say: nothing of it may have changed since it was read. */
async function sawAll(
  context: HomeContext,
  meetingId: string,
  shown: Readonly<Record<string, readonly string[]>>,
): Promise<Result<null, AppError<'record/changed'>>> {
  const now = await headsOf(context, meetingId);
  const groups = Object.keys({ ...shown, ...now }).filter(isMinutes);
  const changed = groups.filter((group) => (shown[group] ?? []).toSorted().join() !== (now[group] ?? []).join());
  return changed.length === 0 ? ok(null) : err(refusal('record/changed', { groups: changed }));
}
