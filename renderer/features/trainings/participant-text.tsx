import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TrainingView } from '#shared/contract/trainings.ts';
import { PersonText } from '#renderer/components/person-text.tsx';

/** A name, the words that it is kept at the office, or the number of a row that never had one. */
export function ParticipantText({ row, index }: { row: TrainingView['participants'][number]; index: number }) {
  const { t } = useTranslation();
  if (!row.anonymous) return <PersonText value={row.name} />;
  return (
    <Text span c="dimmed" inherit>
      {t('trainings:participant.unnamed', { number: index + 1 })}
    </Text>
  );
}
