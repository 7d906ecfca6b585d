import type { Handler } from '#core/context.ts';
import { checkHolding } from '#core/features/holdings/holding-checks.ts';
import { newGroups } from '#core/features/records/group-changes.ts';
import { canRecord } from '#core/features/records/guards.ts';
import { createdBy } from '#core/features/records/write-results.ts';
import { ok } from '#shared/lib/result.ts';
import { siteToGroups } from './site-groups.ts';

export const createSite: Handler<'sites.create'> = async (context, { fields }) => {
  const allowed = canRecord(context, 'policing');
  if (!allowed.ok) return allowed;
  const sound = await checkHolding(context, { status: fields.status, site: fields.partOf });
  if (!sound.ok) return sound;
  const id = context.services.ports.newId();
  const groups = newGroups(siteToGroups(fields));
  createdBy(context.write({ record: id, at: 'site', kind: 'site.recorded', creates: true, groups }));
  return ok({ id });
};
