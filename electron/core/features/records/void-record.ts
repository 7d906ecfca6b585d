import type { Handler } from '#core/context.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { openForChange } from './guards.ts';
import { headsOf, recordTypeOf } from './read-record.ts';
import { voidGroups } from './void-conflicts.ts';

/** Nothing is deleted: the record stays, marked void, with the reason. */
export const voidRecord: Handler<'records.void'> = async (context, { recordId, reason, heads }) => {
  const at = await recordTypeOf(context, recordId);
  if (at === null || at === 'user') return err(refusal('record/not-found', {}));
  const record = await openForChange(context, recordId, at);
  if (!record.ok) return record;
  const { permissions } = context.session.access;
  const needed = at === 'dispute' ? 'hlp.supervise' : 'policing.approve';
  if (!permissions.has(needed) || !record.value.mine) return err(refusal('record/not-yours', {}));
  const written = context.write({
    record: recordId,
    at,
    kind: 'record.voided',
    groups: [
      ...voidGroups(context, await headsOf(context, recordId), true),
      { group: 'voidReason', value: { reason } },
    ],
    heads,
  });
  return written.ok ? ok({ id: recordId }) : written;
};
