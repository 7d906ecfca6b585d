import type { Handler } from '#core/context.ts';
import { textIn } from '#core/changes/record-values.ts';
import { changedGroups } from '#core/features/records/group-changes.ts';
import { openForChange } from '#core/features/records/guards.ts';
import { changedLocal, localValuesOf } from '#core/features/records/local-values.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { checkDistrict, flagClasses } from './dispute-checks.ts';
import { disputeSets, disputeToGroups, disputeToLocal } from './dispute-groups.ts';

export const editDispute: Handler<'disputes.edit'> = async (context, { disputeId, fields, heads }) => {
  const record = await openForChange(context, disputeId, 'dispute');
  if (!record.ok) return record;
  const { values } = record.value;
  if (textIn(values.one('stage'), 'stage') === 'closed') return err(refusal('dispute/closed', {}));
  const district = await checkDistrict(context, fields.district);
  if (!district.ok) return district;
  const classOf = flagClasses(context);
  const wanted = disputeToGroups(fields, classOf, values);
  // Where content is kept at the owning office the form could not show it, so it says nothing about it.
  if (values.isWithheld('narrative')) wanted.set('narrative', null);
  const groups = changedGroups(values, wanted, disputeSets);
  const kept = await localValuesOf(context, disputeId);
  const local = changedLocal(kept, disputeToLocal(fields, kept, classOf));
  if (groups.length + local.length > 0) {
    const written = context.write({ record: disputeId, at: 'dispute', kind: 'case.edited', groups, local, heads });
    if (!written.ok) return written;
  }
  return ok({ id: disputeId, changedGroups: [...groups, ...local].map(({ group }) => group) });
};
