import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** `draft`: what was typed is kept as a draft on this PC. Moments are UTC. */
export type FormStatus =
  | { readonly kind: 'untouched' }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'draft'; readonly at: string }
  | { readonly kind: 'saved'; readonly at: string };

export function FormStatusText({ status }: { status: FormStatus }) {
  const { t } = useTranslation();
  return (
    <Text role="status" c="dimmed">
      {wordsOf(status)}
    </Text>
  );

  function wordsOf(told: FormStatus): string {
    switch (told.kind) {
      case 'untouched':
        return t('fields:status.untouched');
      case 'unsaved':
        return t('common:status.notSaved');
      case 'draft':
        return t('common:status.draftKept', { time: told.at });
      case 'saved':
        return t('common:status.saved', { time: told.at });
    }
  }
}
