import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '#shared/errors/codes.ts';

type Props = {
  /** Of the last attempt to save. */
  error: AppError | null;
  /** The newer version was put under what was typed. */
  taken: boolean;
  labelOfGroup: (group: string) => string;
  onTake: () => void;
};

/** Someone else saved the record meanwhile: says what is different and offers to go on without losing anything. */
export function ChangedNotice({ error, taken, labelOfGroup, onTake }: Props) {
  const { t } = useTranslation();
  const told = useRef<HTMLDivElement>(null);
  // The button that took the newer version is gone, and the focus with it.
  useEffect(() => {
    if (taken) told.current?.focus();
  }, [taken]);
  if (taken) {
    return (
      <Alert ref={told} tabIndex={-1} color="blue" role="status">
        {t('common:record.changedTaken')}
      </Alert>
    );
  }
  if (error?.code !== 'record/changed') return null;
  const parts = [...new Set(error.params.groups.map(labelOfGroup))];
  return (
    <Alert color="orange">
      <Stack gap="sm" align="flex-start">
        {parts.length > 0 && <Text>{t('common:record.changedParts', { parts })}</Text>}
        <Button variant="default" leftSection={<IconRefresh size={20} aria-hidden />} onClick={onTake}>
          {t('common:record.changedTake')}
        </Button>
      </Stack>
    </Alert>
  );
}
