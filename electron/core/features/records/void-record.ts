import { groupSpecOf } from '#core/changes/registry.ts';
import type { Handler } from '#core/context.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { mayVoid, openAnyForChange } from './guards.ts';
import { headsOf } from './read-record.ts';
import { voidGroups } from './void-conflicts.ts';

/** Nothing is deleted: the record stays, marked void, with the reason. */
export const voidRecord: Handler<'records.void'> = async (context, { recordId, reason, heads }) => {
  const record = await openAnyForChange(context, recordId);
  if (!record.ok) return record;
  const { at } = record.value;
  // People and reference data are never void: access is taken away, or they are no longer offered.
  if (groupSpecOf(at, 'void') === null) return err(refusal('record/not-found', {}));
  if (!mayVoid(context, record.value)) return err(refusal('record/not-yours', {}));
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
