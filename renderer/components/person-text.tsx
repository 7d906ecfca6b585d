import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** A name or text that people typed; `null` is told to be kept at the office that wrote it. */
export function PersonText({ value }: { value: string | null }) {
  const { t } = useTranslation();
  if (value !== null) return <bdi>{value}</bdi>;
  return (
    <Text span c="dimmed" inherit>
      {t('common:record.withheld')}
    </Text>
  );
}
