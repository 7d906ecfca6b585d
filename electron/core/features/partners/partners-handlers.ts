import type { HandlersOf } from '#core/context.ts';
import { frameOf } from '#core/features/records/read-record.ts';
import { referenceRecord } from '#core/features/reference/directorate.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { createPartner } from './create-partner.ts';
import { editPartner } from './edit-partner.ts';
import { groupsToPartner } from './partner-groups.ts';
import { partnerProposals, takeProposals } from './partner-proposals.ts';
import { listPartners } from './partners-store.ts';

export const partnerHandlers: HandlersOf<'partners'> = {
  'partners.list': async (context) => ok(await listPartners(context)),
  'partners.get': async (context, { partnerId }) => {
    const record = await referenceRecord(context, partnerId, 'partner');
    if (record === null) return err(refusal('record/not-found', {}));
    return ok({ ...(await frameOf(context, record)), ...groupsToPartner(record.values) });
  },
  'partners.create': createPartner,
  'partners.edit': editPartner,
  'partners.proposals': partnerProposals,
  'partners.takeProposals': takeProposals,
};
