import type { Handler } from '#core/context.ts';
import { nullableTextIn } from '#core/changes/record-values.ts';
import { openForChange } from '#core/features/records/guards.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';

/** It stays in the history; the action stands again as it was told before. */
export const takeBackProgress: Handler<'actions.takeBack'> = async (context, { meetingId, progressId, heads }) => {
  const record = await openForChange(context, meetingId, 'meeting');
  if (!record.ok) return record;
  const group = `progress:${progressId}`;
  const told = record.value.values.one(group);
  if (told === null) return err(refusal('action/unknown', {}));
  if (nullableTextIn(told, 'meeting') !== null) return err(refusal('action/in-minutes', {}));
  const written = context.write({
    record: meetingId,
    at: 'meeting',
    kind: 'action.taken-back',
    groups: [{ group, value: null }],
    heads,
  });
  return written.ok ? ok({ id: meetingId }) : written;
};
