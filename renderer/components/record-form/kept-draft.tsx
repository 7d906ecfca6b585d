import { Alert, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Draft } from '#renderer/components/use-draft.ts';

/** The question about a draft, inside a dialog: one dialog above another would hide what it asks about. */
export function KeptDraft({ draft }: { draft: Draft }) {
  const { t } = useTranslation();
  const offer = draft.restoreOffer;
  if (offer === null) return null;
  return (
    <Alert color="blue" role="status" title={t('common:draft.question')}>
      <Text>{t('common:draft.about', { title: offer.title, at: offer.savedAt })}</Text>
      <Group mt="sm">
        <Button onClick={draft.restore}>{t('common:draft.continue')}</Button>
        <Button variant="default" onClick={draft.discard}>
          {t('common:draft.discard')}
        </Button>
      </Group>
    </Alert>
  );
}
