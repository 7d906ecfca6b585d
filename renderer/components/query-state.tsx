import { Center, Group, Loader, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallState } from '#renderer/client/use-call.ts';
import { FailureNotice } from './failure-notice.tsx';

type Props<T> = {
  of: CallState<T>;
  empty?: (value: T) => boolean;
  emptyContent?: ReactNode;
  children: (value: T) => ReactNode;
};

/** Draws the four states of what was asked for: loading, failed, empty, ready. */
export function QueryState<T>({ of: state, empty, emptyContent, children }: Props<T>) {
  switch (state.status) {
    case 'loading':
      return <LoadingState />;
    case 'failed':
      return <FailureNotice error={state.error} onRetry={state.reload} />;
    case 'ready':
      return <>{empty?.(state.value) ? emptyContent : children(state.value)}</>;
  }
}

export function LoadingState() {
  const { t } = useTranslation();
  return (
    <Center py="xl">
      <Group gap="sm" role="status">
        <Loader size="sm" aria-hidden />
        <Text>{t('common:state.loading')}</Text>
      </Group>
    </Center>
  );
}
