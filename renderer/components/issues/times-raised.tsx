import { Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Props = { times: number; unheard: boolean };

/** How often an issue was raised; in red, and in words, where nothing was done about it. */
export function TimesRaised({ times, unheard }: Props) {
  const { t } = useTranslation();
  if (!unheard) return <Text span>{t('issues:count.times', { count: times })}</Text>;
  return (
    <Badge variant="default" c="var(--mantine-color-error)">
      {t('issues:count.unheard', { count: times })}
    </Badge>
  );
}
