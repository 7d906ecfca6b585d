import type { Handler } from '#core/context.ts';
import { textIn } from '#core/changes/record-values.ts';
import { changedGroups } from '#core/features/records/group-changes.ts';
import { openForChange } from '#core/features/records/guards.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { checkDistrict } from './dispute-checks.ts';
import { disputeSets, disputeToGroups } from './dispute-groups.ts';

export const editDispute: Handler<'disputes.edit'> = async (context, { disputeId, fields, heads }) => {
  const record = await openForChange(context, disputeId, 'dispute');
  if (!record.ok) return record;
  const { values } = record.value;
  if (textIn(values.one('stage'), 'stage') === 'closed') return err(refusal('dispute/closed', {}));
  const district = checkDistrict(context, fields.district);
  if (!district.ok) return district;
  const wanted = disputeToGroups(fields);
  // Where content is kept at the owning office the form could not show it, so it says nothing about it.
  for (const group of ['property', 'narrative']) if (values.isWithheld(group)) wanted.set(group, null);
  const groups = changedGroups(values, wanted, disputeSets);
  if (groups.length > 0) {
    const written = context.write({ record: disputeId, at: 'dispute', kind: 'case.edited', groups, heads });
    if (!written.ok) return written;
  }
  return ok({ id: disputeId, changedGroups: groups.map(({ group }) => group) });
};
