import { Badge, Checkbox, Group, NativeSelect, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { TrainingEdition } from '#shared/domain/training.ts';
import { useCan } from '#renderer/client/session-context.tsx';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import { ListPage, type RowOf } from '#renderer/components/list-page.tsx';
import { RowMarks } from '#renderer/components/record/row-marks.tsx';
import type { TableColumn } from '#renderer/components/simple-table.tsx';
import { today } from '#renderer/components/today.ts';
import { useHours, useTrainingChoices } from './use-training-choices.ts';

type TrainingRow = RowOf<'trainings.list'>;

/** Trainings of all, or with `forumId` those held for that forum. */
export function TrainingListScreen({ forumId = null }: { forumId?: string | null }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const mayWrite = useCan('policing.write');
  const columns = useColumns();
  const { edition } = useTrainingChoices();
  const [only, setOnly] = useState<TrainingEdition | ''>('');
  const [due, setDue] = useState(false);
  return (
    <ListPage
      title={forumId === null ? t('trainings:list.title') : t('trainings:list.titleOfForum')}
      {...(mayWrite ? { newLabel: t('trainings:list.new'), onNew: () => navigate('/trainings/new') } : {})}
      importTo={mayWrite && '/import/trainings'}
      method="trainings.list"
      input={{ forumId, edition: only === '' ? null : only, followUpDueOn: due ? today() : null }}
      columns={columns}
      rowKey={(row) => row.id}
      onOpen={(row) => navigate(`/trainings/${row.id}`)}
      emptyTitle={due || only !== '' ? t('trainings:list.noneTitle') : t('trainings:list.emptyTitle')}
      emptyText={due || only !== '' ? t('trainings:list.noneText') : t('trainings:list.emptyText')}
      filters={
        <>
          <NativeSelect
            label={t('trainings:field.edition')}
            data={[{ value: '', label: t('trainings:list.allEditions') }, ...edition.choices]}
            value={only}
            onChange={(event) => setOnly(event.currentTarget.value as TrainingEdition | '')}
          />
          <Checkbox
            label={t('trainings:list.onlyDue')}
            checked={due}
            onChange={(event) => setDue(event.currentTarget.checked)}
            pb={8}
          />
        </>
      }
    />
  );
}

function useColumns(): readonly TableColumn<TrainingRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const hours = useHours();
  const { status, edition } = useTrainingChoices();
  const now = today();
  return [
    {
      key: 'title',
      header: t('trainings:field.title'),
      cell: (row) => (
        <Group gap="xs" component="span">
          <bdi>{row.title}</bdi>
          <RowMarks row={row} />
          {row.followUp !== null && row.followUp <= now && !row.voided && (
            <Badge variant="default">{t('trainings:list.due')}</Badge>
          )}
        </Group>
      ),
    },
    { key: 'days', header: t('trainings:list.days'), cell: (row) => <Span first={row.firstDay} last={row.lastDay} /> },
    { key: 'status', header: t('common:label.status'), cell: (row) => status.labelOf(row.status) },
    {
      key: 'audience',
      header: t('trainings:field.audience'),
      cell: (row) => (
        <>
          <CodeLabel list="training_audience" code={row.audience} />
          {row.edition !== 'everyone' && (
            <Text size="sm" c="dimmed">
              {edition.labelOf(row.edition)}
            </Text>
          )}
        </>
      ),
    },
    {
      key: 'mode',
      header: t('trainings:field.mode'),
      cell: (row) => <CodeLabel list="training_mode" code={row.mode} />,
    },
    { key: 'hours', header: t('trainings:list.hours'), cell: (row) => hours(row.minutes) },
    { key: 'people', header: t('trainings:list.people'), cell: (row) => format.number(row.people) },
    { key: 'women', header: t('trainings:list.women'), cell: (row) => format.number(row.women) },
    { key: 'owner', header: t('common:label.office'), cell: (row) => <bdi>{row.ownerName}</bdi> },
  ];
}

function Span({ first, last }: { first: string | null; last: string | null }) {
  return (
    <>
      <DateText value={first} />
      {last !== null && last !== first && (
        <>
          {' – '}
          <DateText value={last} />
        </>
      )}
    </>
  );
}
