import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '#shared/errors/codes.ts';
import { FailureNotice } from './failure-notice.tsx';

type Props = {
  opened: boolean;
  onClose: () => void;
  title: string;
  text: string;
  /** Names the act: "Void the meeting", never "OK". */
  act: string;
  onAct: () => void;
  busy?: boolean;
  error?: AppError | null;
  /** The focus starts on cancel. */
  danger?: boolean;
  children?: ReactNode;
};

export function ConfirmDialog({ opened, onClose, title, text, act, onAct, busy, error, danger, children }: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      centered
      closeButtonProps={{ 'aria-label': t('common:window.closeDialog') }}
    >
      <Stack>
        <Text>{text}</Text>
        {children}
        {error && <FailureNotice error={error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} {...(danger ? { 'data-autofocus': true } : {})}>
            {t('common:action.cancel')}
          </Button>
          <Button
            color={danger ? 'red.9' : undefined}
            loading={busy ?? false}
            onClick={onAct}
            {...(danger ? {} : { 'data-autofocus': true })}
          >
            {act}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
