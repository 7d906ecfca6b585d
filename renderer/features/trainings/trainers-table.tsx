import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TrainingView } from '#shared/contract/trainings.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { PersonText } from '#renderer/components/person-text.tsx';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';

type Trainer = TrainingView['trainers'][number];

export function TrainersTable({ trainers }: { trainers: readonly Trainer[] }) {
  const { t } = useTranslation();
  if (trainers.length === 0) return <Text c="dimmed">{t('trainings:trainer.none')}</Text>;
  const columns: readonly TableColumn<Trainer>[] = [
    { key: 'name', header: t('trainings:trainer.name'), cell: (trainer) => <Name trainer={trainer} /> },
    { key: 'sex', header: t('trainings:person.sex'), cell: ({ sex }) => <CodeLabel list="sex" code={sex} /> },
    {
      key: 'institution',
      header: t('trainings:person.institution'),
      cell: ({ institution }) => (institution === '' ? '–' : <bdi>{institution}</bdi>),
    },
  ];
  return <SimpleTable label={t('trainings:trainer.table')} columns={columns} rows={trainers} rowKey={({ id }) => id} />;
}

/** Where the name itself is kept at the office, one that goes out by agreement stands in its place. */
function Name({ trainer: { name, openName } }: { trainer: Trainer }) {
  const { t } = useTranslation();
  return (
    <>
      <PersonText value={name ?? openName} />
      {name !== null && openName !== null && (
        <Text c="dimmed" size="sm">
          {t('trainings:trainer.goesOut')}
        </Text>
      )}
    </>
  );
}
