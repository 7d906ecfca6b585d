import { textIn } from '#core/changes/record-values.ts';
import type { Handler } from '#core/context.ts';
import { checkHolding } from '#core/features/holdings/holding-checks.ts';
import { changedGroups } from '#core/features/records/group-changes.ts';
import { openForChange } from '#core/features/records/guards.ts';
import { ok } from '#shared/lib/result.ts';
import { assetToGroups } from './asset-groups.ts';

export const editAsset: Handler<'assets.edit'> = async (context, { assetId, fields, heads }) => {
  const record = await openForChange(context, assetId, 'asset');
  if (!record.ok) return record;
  const { values } = record.value;
  const siteBefore = textIn(values.one('location'), 'site');
  const sound = await checkHolding(context, { status: fields.status, site: fields.site, siteBefore }, values);
  if (!sound.ok) return sound;
  const groups = changedGroups(values, assetToGroups(fields), []);
  if (groups.length > 0) {
    const written = context.write({ record: assetId, at: 'asset', kind: 'asset.edited', groups, heads });
    if (!written.ok) return written;
  }
  return ok({ id: assetId, changedGroups: groups.map(({ group }) => group) });
};
