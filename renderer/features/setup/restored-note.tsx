import { Alert, Button, Group, List, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '#renderer/components/page-title.tsx';

/** What a restore brings back and what it does not; nobody should find out later. */
export function RestoredNote({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  return (
    <Stack>
      <PageTitle title={t('backup:restored.title')} />
      <Alert color="orange">{t('backup:restored.newer')}</Alert>
      <List spacing="sm">
        <List.Item>{t('backup:restored.users')}</List.Item>
        <List.Item>{t('backup:restored.number')}</List.Item>
      </List>
      <Group justify="flex-end">
        <Button onClick={onDone}>{t('backup:restored.act')}</Button>
      </Group>
    </Stack>
  );
}
