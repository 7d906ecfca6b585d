import type { HandlersOf } from '#core/context.ts';
import { textIn } from '#core/changes/record-values.ts';
import { isUuid } from '#core/changes/tokens.ts';
import { frameOf, openRecord } from '#core/features/records/read-record.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { groupsToAsset } from './asset-groups.ts';
import { listAssets } from './assets-store.ts';
import { createAsset } from './create-asset.ts';
import { editAsset } from './edit-asset.ts';

export const assetHandlers: HandlersOf<'assets'> = {
  'assets.list': async (context, input) => {
    const { rows, total } = await listAssets(context.db, input);
    const named = rows.map(({ owner, ...row }) => ({ ...row, ownerName: context.home.rosters.nodeName(owner) }));
    return ok({ rows: named, total });
  },
  'assets.get': async (context, { assetId }) => {
    const record = await openRecord(context, assetId, 'asset');
    if (!record) return err(refusal('record/not-found', {}));
    const { siteId, ...asset } = groupsToAsset(record.values);
    const site = siteId !== null && isUuid(siteId) ? await openRecord(context, siteId, 'site') : null;
    return ok({
      ...(await frameOf(context, record)),
      ...asset,
      site: site && { id: site.id, name: textIn(site.values.one('identity'), 'name') },
    });
  },
  'assets.create': createAsset,
  'assets.edit': editAsset,
};
