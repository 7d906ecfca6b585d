import { useTranslation } from 'react-i18next';
import type { Transferable } from '#shared/domain/transfer.ts';

type Office = { readonly office: string };

/** The sentences of a hand-over, as they are said of a case or of a forum. */
export function useHandOverWords(type: Transferable) {
  const { t } = useTranslation();
  if (type === 'dispute') {
    return {
      to: t('transfers:offer.to'),
      consequences: [
        t('transfers:offer.readOnly'),
        t('transfers:offer.goesAlong'),
        t('transfers:offer.sealed'),
        t('transfers:offer.after'),
      ],
      offer: t('transfers:offer.act'),
      noOffice: t('transfers:offer.noOffice'),
      outgoingText: (office: Office) => t('transfers:banner.outgoingText', office),
      withdrawText: (office: Office) => t('transfers:banner.withdrawText', office),
      incomingText: t('transfers:banner.incomingText'),
      accept: t('transfers:banner.accept'),
      acceptQuestion: t('transfers:banner.acceptQuestion'),
      acceptText: (office: Office) => t('transfers:banner.acceptText', office),
      giveBack: t('transfers:banner.return'),
      returnQuestion: t('transfers:banner.returnQuestion'),
      returnText: (office: Office) => t('transfers:banner.returnText', office),
      acceptedText: (owner: string) => t('transfers:banner.acceptedText', { owner }),
      others: t('transfers:banner.others'),
    };
  }
  return {
    to: t('transfers:forum.to'),
    consequences: [
      t('transfers:forum.readOnly'),
      t('transfers:forum.goesAlong'),
      t('transfers:forum.sealed'),
      t('transfers:forum.after'),
    ],
    offer: t('transfers:forum.act'),
    noOffice: t('transfers:forum.noOffice'),
    outgoingText: (office: Office) => t('transfers:forum.outgoingText', office),
    withdrawText: (office: Office) => t('transfers:forum.withdrawText', office),
    incomingText: t('transfers:forum.incomingText'),
    accept: t('transfers:forum.accept'),
    acceptQuestion: t('transfers:forum.acceptQuestion'),
    acceptText: (office: Office) => t('transfers:forum.acceptText', office),
    giveBack: t('transfers:forum.return'),
    returnQuestion: t('transfers:forum.returnQuestion'),
    returnText: (office: Office) => t('transfers:forum.returnText', office),
    acceptedText: (owner: string) => t('transfers:forum.acceptedText', { owner }),
    others: t('transfers:forum.others'),
  };
}
