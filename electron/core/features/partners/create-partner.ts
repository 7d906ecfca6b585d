import type { Handler } from '#core/context.ts';
import { newGroups } from '#core/features/records/group-changes.ts';
import { createdBy } from '#core/features/records/write-results.ts';
import { atDirectorate } from '#core/features/reference/directorate.ts';
import { ok } from '#shared/lib/result.ts';
import { partnerToGroups } from './partner-groups.ts';

export const createPartner: Handler<'partners.create'> = async (context, { fields }) => {
  const here = atDirectorate(context);
  if (!here.ok) return here;
  const id = context.services.ports.newId();
  const groups = newGroups(partnerToGroups(fields));
  createdBy(context.write({ record: id, at: 'partner', kind: 'partner.created', creates: true, groups }));
  return ok({ id });
};
