import type { Handler } from '#core/context.ts';
import { openForChange } from '#core/features/records/guards.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';

/** It stays in the history; the action stands again as it was told before. */
export const takeBackProgress: Handler<'actions.takeBack'> = async (context, { meetingId, progressId, heads }) => {
  const record = await openForChange(context, meetingId, 'meeting');
  if (!record.ok) return record;
  const group = `progress:${progressId}`;
  if (record.value.values.one(group) === null) return err(refusal('action/unknown', {}));
  const written = context.write({
    record: meetingId,
    at: 'meeting',
    kind: 'action.taken-back',
    groups: [{ group, value: null }],
    heads,
  });
  return written.ok ? ok({ id: meetingId }) : written;
};
