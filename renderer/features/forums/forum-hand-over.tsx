import { Alert, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ForumView } from '#shared/contract/forums.ts';
import { useCan } from '#renderer/client/session-context.tsx';
import { OfferDialog } from '#renderer/components/transfer/offer-dialog.tsx';
import { TransferBanner } from '#renderer/components/transfer/transfer-banner.tsx';

/** How the hand-over of the forum stands, and what of it stayed behind here. */
export function ForumHandOver({ forum }: { forum: ForumView }) {
  return (
    <>
      <TransferBanner view={forum} type="forum" />
      {forum.leftBehind > 0 && forum.transfer?.state !== 'offered' && <LeftBehind forum={forum} />}
    </>
  );
}

function LeftBehind({ forum }: { forum: ForumView }) {
  const { t } = useTranslation();
  const mayMove = useCan('policing.approve');
  const [offers, setOffers] = useState(false);
  return (
    <Alert color="orange" title={t('transfers:rest.title', { count: forum.leftBehind })}>
      <Text mb="xs">{t('transfers:rest.text', { owner: forum.owner.name })}</Text>
      {mayMove && (
        <Group>
          <Button variant="default" onClick={() => setOffers(true)}>
            {t('transfers:rest.open')}
          </Button>
        </Group>
      )}
      {offers && <OfferDialog recordId={forum.id} type="forum" onClose={() => setOffers(false)} />}
    </Alert>
  );
}
