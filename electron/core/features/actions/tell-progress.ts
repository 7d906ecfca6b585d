import type { Handler } from '#core/context.ts';
import { textIn } from '#core/changes/record-values.ts';
import { openForChange } from '#core/features/records/guards.ts';
import { addedBy } from '#core/features/records/write-results.ts';
import { progressFaults } from '#shared/domain/action-rules.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';

/** Told of an action of approved minutes too: these stay as they were approved. */
export const tellProgress: Handler<'actions.progress'> = async (context, { meetingId, actionId, progress }) => {
  const record = await openForChange(context, meetingId, 'meeting');
  if (!record.ok) return record;
  const { values } = record.value;
  if (values.one(`action:${actionId}`) === null) return err(refusal('action/unknown', {}));
  const heldOn = textIn(values.one('session'), 'date');
  if (progressFaults(progress, heldOn).length > 0) return err(refusal('action/before-meeting', { date: heldOn }));
  const progressId = context.services.ports.newId();
  const written = addedBy(
    context.write({
      record: meetingId,
      at: 'meeting',
      kind: 'action.told',
      groups: [{ group: `progress:${progressId}`, value: { action: actionId, ...progress } }],
    }),
  );
  return written.ok ? ok({ id: meetingId, progressId }) : written;
};
