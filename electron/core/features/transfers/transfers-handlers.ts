import type { HandlersOf } from '#core/context.ts';
import { ok } from '#shared/lib/result.ts';
import { acceptOffer, returnOffer, withdrawOffer } from './answer-offer.ts';
import { listTransfers } from './list-transfers.ts';
import { hlpOffices, offerDispute } from './offer-dispute.ts';
import { listSharing, shareDispute, stopSharing } from './share-dispute.ts';

export const transferHandlers: HandlersOf<'transfers'> = {
  'transfers.nodes': async (context) => ok(hlpOffices(context)),
  'transfers.list': async (context) => ok(await listTransfers(context)),
  'transfers.offer': offerDispute,
  'transfers.accept': acceptOffer,
  'transfers.return': returnOffer,
  'transfers.withdraw': withdrawOffer,
};

export const sharingHandlers: HandlersOf<'sharing'> = {
  'sharing.nodes': listSharing,
  'sharing.share': shareDispute,
  'sharing.stop': stopSharing,
};
