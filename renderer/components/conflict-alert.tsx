import { Alert, Button, Group, Text } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Says that something was written twice, and leads to where it is decided. */
export function ConflictAlert({ title, text }: { title?: string; text: string }) {
  const { t } = useTranslation();
  return (
    <Alert color="orange" icon={<IconArrowsSplit2 aria-hidden />} title={title}>
      <Group justify="space-between">
        <Text>{text}</Text>
        <Button component="a" href="#/conflicts" variant="default">
          {t('history:conflict.open')}
        </Button>
      </Group>
    </Alert>
  );
}
