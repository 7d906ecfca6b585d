import type { HandlersOf } from '#core/context.ts';
import { ok } from '#shared/lib/result.ts';
import { acceptOffer, returnOffer, withdrawOffer } from './answer-offer.ts';
import { listTransfers } from './list-transfers.ts';
import { offerRecord, prepareOffer } from './offer-record.ts';
import { listSharing, shareDispute, stopSharing } from './share-dispute.ts';

export const transferHandlers: HandlersOf<'transfers'> = {
  'transfers.prepare': prepareOffer,
  'transfers.list': async (context) => ok(await listTransfers(context)),
  'transfers.offer': offerRecord,
  'transfers.accept': acceptOffer,
  'transfers.return': returnOffer,
  'transfers.withdraw': withdrawOffer,
};

export const sharingHandlers: HandlersOf<'sharing'> = {
  'sharing.nodes': listSharing,
  'sharing.share': shareDispute,
  'sharing.stop': stopSharing,
};
