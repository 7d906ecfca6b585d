import type { Handler } from '#core/context.ts';
import { checkHolding } from '#core/features/holdings/holding-checks.ts';
import { newGroups } from '#core/features/records/group-changes.ts';
import { canRecord } from '#core/features/records/guards.ts';
import { createdBy } from '#core/features/records/write-results.ts';
import { ok } from '#shared/lib/result.ts';
import { assetToGroups } from './asset-groups.ts';

export const createAsset: Handler<'assets.create'> = async (context, { fields }) => {
  const allowed = canRecord(context, 'policing');
  if (!allowed.ok) return allowed;
  const sound = await checkHolding(context, fields);
  if (!sound.ok) return sound;
  const id = context.services.ports.newId();
  const groups = newGroups(assetToGroups(fields));
  createdBy(context.write({ record: id, at: 'asset', kind: 'asset.recorded', creates: true, groups }));
  return ok({ id });
};
