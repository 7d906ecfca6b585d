import { Button } from '@mantine/core';
import { IconArrowsTransferUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { Transferable } from '#shared/domain/transfer.ts';
import { useCan, useSession } from '#renderer/client/session-context.tsx';
import { OfferDialog } from './offer-dialog.tsx';

type Props = { view: Pick<OutputOf<'disputes.get'>, 'id' | 'owner' | 'may'>; type: Transferable };

/** For those who answer for such records, at the office that owns it; not while an offer waits. */
export function HandOverButton({ view, type }: Props) {
  const { t } = useTranslation();
  const { node } = useSession();
  const mayMove = useCan(type === 'dispute' ? 'hlp.supervise' : 'policing.approve');
  const [offers, setOffers] = useState(false);
  if (!mayMove || node?.kind !== 'office' || !view.owner.mine || !view.may.edit) return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconArrowsTransferUp size={20} aria-hidden />}
        onClick={() => setOffers(true)}
      >
        {t('transfers:offer.open')}
      </Button>
      {offers && <OfferDialog recordId={view.id} type={type} onClose={() => setOffers(false)} />}
    </>
  );
}
