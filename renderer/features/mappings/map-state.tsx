import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrawnMap } from '#shared/contract/mappings.ts';

type Props = { state: DrawnMap['state']; below: number; office?: string; children: ReactNode };

/** What a group drew, or why it is not shown. */
export function MapState({ state, below, office, children }: Props) {
  const { t } = useTranslation();
  switch (state) {
    case 'shown':
      return children;
    case 'few':
      return <Text>{t('mappings:map.few', { count: below })}</Text>;
    case 'kept':
      return <Text>{office === undefined ? t('mappings:map.kept') : t('mappings:map.keptAt', { office })}</Text>;
    case 'none':
      return <Text c="dimmed">{t('mappings:map.none')}</Text>;
  }
}
