import type { HandlersOf } from '#core/context.ts';
import { frameOf, openRecord } from '#core/features/records/read-record.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { createSite } from './create-site.ts';
import { editSite } from './edit-site.ts';
import { readCoverage } from './read-coverage.ts';
import { placePositions, siteChoices } from './site-choices.ts';
import { groupsToSite } from './site-groups.ts';
import { listSites } from './sites-store.ts';

export const siteHandlers: HandlersOf<'sites' | 'coverage'> = {
  'sites.list': async (context, input) => {
    const { rows, total } = await listSites(context.db, input);
    const named = rows.map(({ owner, ...row }) => ({ ...row, ownerName: context.home.rosters.nodeName(owner) }));
    return ok({ rows: named, total });
  },
  'sites.choices': async (context) => ok(await siteChoices(context, await placePositions(context))),
  'sites.get': async (context, { siteId }) => {
    const record = await openRecord(context, siteId, 'site');
    if (!record) return err(refusal('record/not-found', {}));
    return ok({ ...(await frameOf(context, record)), ...groupsToSite(record.values) });
  },
  'sites.create': createSite,
  'sites.edit': editSite,
  'coverage.get': readCoverage,
};
