import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TrainingView } from '#shared/contract/trainings.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { Identifier } from '#renderer/components/identifier.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import { PaperButton } from '#renderer/components/paper/paper-button.tsx';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';
import { ParticipantText } from './participant-text.tsx';
import { useParticipantName } from './use-participant-name.ts';
import { useHours, useTrainingChoices } from './use-training-choices.ts';
import { WithdrawButton } from './withdraw-button.tsx';

type Participant = TrainingView['participants'][number];

export function ParticipantsTable({ view }: { view: TrainingView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const hours = useHours();
  const { outcome } = useTrainingChoices();
  const hasCertificates = view.participants.some(({ certificate }) => certificate !== null);
  const hasTests = view.participants.some(({ pre, post }) => pre !== null || post !== null);
  const hasFollowUp = view.participants.some(({ followUp }) => followUp !== null);
  const score = (value: number | null) => (value === null ? '–' : format.number(value));
  const columns: readonly TableColumn<Participant>[] = [
    {
      key: 'name',
      header: t('trainings:participant.one'),
      cell: (row) => <ParticipantText row={row} index={view.participants.indexOf(row)} />,
    },
    { key: 'sex', header: t('trainings:person.sex'), cell: ({ sex }) => <CodeLabel list="sex" code={sex} /> },
    {
      key: 'age',
      header: t('trainings:person.ageBand'),
      cell: ({ ageBand }) => <CodeLabel list="age_band" code={ageBand} />,
    },
    {
      key: 'institution',
      header: t('trainings:person.institution'),
      cell: ({ institution }) => (institution === '' ? '–' : <bdi>{institution}</bdi>),
    },
    { key: 'hours', header: t('trainings:figures.attended'), cell: ({ minutes }) => hours(minutes) },
    ...(hasTests
      ? [
          { key: 'pre', header: t('trainings:results.pre'), cell: ({ pre }: Participant) => score(pre) },
          { key: 'post', header: t('trainings:results.post'), cell: ({ post }: Participant) => score(post) },
        ]
      : []),
    {
      key: 'result',
      header: t('trainings:results.result'),
      cell: ({ result }) => (result === null ? '–' : <CodeLabel list="training_result" code={result} />),
    },
    ...(hasCertificates
      ? [
          {
            key: 'certificate',
            header: t('trainings:certificate.one'),
            cell: (row: Participant) => <Certificate view={view} row={row} />,
          },
        ]
      : []),
    ...(hasFollowUp
      ? [
          {
            key: 'followUp',
            header: t('trainings:followUp.outcome'),
            cell: ({ followUp }: Participant) => (followUp === null ? '–' : outcome.labelOf(followUp.outcome)),
          },
        ]
      : []),
  ];
  return (
    <SimpleTable
      label={t('trainings:participant.table')}
      columns={columns}
      rows={view.participants}
      rowKey={({ id }) => id}
    />
  );
}

function Certificate({ view, row }: { view: TrainingView; row: Participant }) {
  const { t } = useTranslation();
  const name = useParticipantName()(row, view.participants.indexOf(row));
  if (row.certificate === null) return '–';
  return (
    <Stack gap={2} align="flex-start">
      <Identifier>{row.certificate.number}</Identifier>
      <Text size="sm" c="dimmed">
        <DateText value={row.certificate.date} />
      </Text>
      {row.certificate.withdrawn ? (
        <Text size="sm">{t('trainings:certificate.withdrawn')}</Text>
      ) : (
        <>
          <PaperButton
            paper={{ kind: 'certificate', of: view.id, part: row.id }}
            label={t('papers:print.certificate', { number: row.certificate.number })}
          />
          {view.mayCertify && <WithdrawButton view={view} participant={row.id} name={name} />}
        </>
      )}
    </Stack>
  );
}
