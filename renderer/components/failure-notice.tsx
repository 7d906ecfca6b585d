import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '#shared/errors/codes.ts';
import { useErrorText } from './use-error-text.ts';

/** A refusal at the place where it happened, read out at once; `onRetry` offers another try. */
export function FailureNotice({ error, onRetry }: { error: AppError; onRetry?: () => void }) {
  const { t } = useTranslation();
  const textOf = useErrorText();
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} role="alert">
      <Stack gap="sm" align="flex-start">
        <Text>{textOf(error)}</Text>
        {onRetry && (
          <Button variant="default" onClick={onRetry}>
            {t('common:action.retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
