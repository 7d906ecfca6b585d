import type { Handler } from '#core/context.ts';
import type { GroupChange } from '#core/changes/write.ts';
import { openForChange } from '#core/features/records/guards.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { mediatorsOf } from './disputes-store.ts';

export const assignMediators: Handler<'disputes.assign'> = async (context, { disputeId, mediators, heads }) => {
  const record = await openForChange(context, disputeId, 'dispute');
  if (!record.ok) return record;
  const known = new Set((await mediatorsOf(context.db, record.value.owner)).map(({ userId }) => userId));
  const stranger = mediators.find((user) => !known.has(user));
  if (stranger !== undefined) return err(refusal('dispute/not-a-mediator', { userId: stranger }));
  const now = new Set(record.value.values.elements('mediator').map(({ id }) => id));
  const groups: GroupChange[] = [
    ...mediators
      .filter((user) => !now.has(user))
      .map((user) => ({ group: `mediator:${user}`, value: { assigned: true } })),
    ...[...now].filter((user) => !mediators.includes(user)).map((user) => ({ group: `mediator:${user}`, value: null })),
  ];
  if (groups.length === 0) return ok({ id: disputeId });
  const written = context.write({ record: disputeId, at: 'dispute', kind: 'mediator.assigned', groups, heads });
  return written.ok ? ok({ id: disputeId }) : written;
};
