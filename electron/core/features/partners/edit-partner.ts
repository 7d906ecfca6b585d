import type { Handler } from '#core/context.ts';
import { changedGroups } from '#core/features/records/group-changes.ts';
import { ownReference, writtenBy } from '#core/features/reference/directorate.ts';
import { ok } from '#shared/lib/result.ts';
import { partnerToGroups } from './partner-groups.ts';

export const editPartner: Handler<'partners.edit'> = async (context, { partnerId, fields, heads }) => {
  const partner = await ownReference(context, partnerId, 'partner');
  if (!partner.ok) return partner;
  const groups = changedGroups(partner.value.values, partnerToGroups(fields), []);
  if (groups.length === 0) return ok({ id: partnerId });
  const written = writtenBy(context.write({ record: partnerId, at: 'partner', kind: 'partner.edited', groups, heads }));
  return written.ok ? ok({ id: partnerId }) : written;
};
