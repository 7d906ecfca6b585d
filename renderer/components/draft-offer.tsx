import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Draft } from './use-draft.ts';

/** The one question about a draft found: continue it or discard it. */
export function DraftOffer({ draft }: { draft: Draft }) {
  const { t } = useTranslation();
  const offer = draft.restoreOffer;
  return (
    <Modal
      opened={offer !== null}
      onClose={draft.restore}
      title={t('common:draft.question')}
      closeButtonProps={{ 'aria-label': t('common:draft.continue') }}
      centered
    >
      {offer && (
        <Stack>
          <Text>{t('common:draft.about', { title: offer.title, at: offer.savedAt })}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={draft.discard}>
              {t('common:draft.discard')}
            </Button>
            <Button onClick={draft.restore} data-autofocus>
              {t('common:draft.continue')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
