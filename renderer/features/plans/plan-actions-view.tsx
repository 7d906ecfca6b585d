import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanActionView, PlanView } from '#shared/contract/plans.ts';
import { dueDateOf, isEndorsed, isOverdueAction } from '#shared/domain/plan-status.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import { MoneyText } from '#renderer/components/money-text.tsx';
import { PartnerLabels } from '#renderer/components/partner-label.tsx';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';
import { today } from '#renderer/components/today.ts';
import { ActionTimeline } from './action-timeline.tsx';
import { ProgressDialog } from './progress-dialog.tsx';

/** The timeline and the table that says the same, with what stands in the way of an action and how it goes. */
export function PlanActionsView({ view }: { view: PlanView }) {
  const { t } = useTranslation();
  const [telling, setTelling] = useState<PlanActionView | null>(null);
  const mayTell = (view.may.edit || view.may.correct) && isEndorsed(view.status);
  const columns = useColumns(view);
  if (view.actions.length === 0) return <Text c="dimmed">{t('plans:action.none')}</Text>;
  const rows = view.actions.map((action, index) => ({ action, number: index + 1 }));
  const acts: TableColumn<(typeof rows)[number]> = {
    key: 'act',
    header: t('plans:progress.column'),
    cell: ({ action }) => (
      <Button
        variant="default"
        size="compact-md"
        aria-label={t('plans:progress.actOn', { what: action.what })}
        onClick={() => setTelling(action)}
      >
        {t('plans:progress.act')}
      </Button>
    ),
  };
  return (
    <Stack gap="md">
      <ActionTimeline actions={view.actions} startsOn={view.startsOn} endsOn={view.endsOn} />
      <SimpleTable
        label={t('plans:action.table')}
        columns={mayTell ? [...columns, acts] : columns}
        rows={rows}
        rowKey={({ action }) => action.id}
      />
      {telling && <ProgressDialog plan={view} action={telling} onClose={() => setTelling(null)} />}
    </Stack>
  );
}

type Row = { readonly action: PlanActionView; readonly number: number };

function useColumns(view: PlanView): readonly TableColumn<Row>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const rankOf = new Map(view.problems.map(({ id }, index) => [id, index + 1]));
  return [
    {
      key: 'what',
      header: t('plans:action.what'),
      cell: ({ action, number }) => (
        <Stack gap={2}>
          <span>
            {format.number(number)}. <bdi>{action.what}</bdi>
          </span>
          <Extra action={action} />
        </Stack>
      ),
    },
    {
      key: 'problem',
      header: t('plans:action.problem'),
      cell: ({ action }) => {
        const rank = rankOf.get(action.problem);
        return rank === undefined ? '–' : format.number(rank);
      },
    },
    {
      key: 'type',
      header: t('plans:action.type'),
      cell: ({ action }) => <CodeLabel list="ssp_action_type" code={action.type} />,
    },
    {
      key: 'responsible',
      header: t('plans:action.responsible'),
      cell: ({ action }) => <CodeLabel list="ssp_responsible" code={action.responsible} />,
    },
    {
      key: 'cost',
      header: t('plans:action.cost'),
      cell: ({ action: { cost } }) => (cost === null ? '–' : <MoneyText {...cost} />),
    },
    { key: 'start', header: t('plans:action.startsOn'), cell: ({ action }) => <DateText value={action.startsOn} /> },
    { key: 'due', header: t('plans:action.due'), cell: ({ action }) => <Due action={action} /> },
    { key: 'status', header: t('plans:progress.status'), cell: ({ action }) => <State action={action} /> },
  ];
}

function Extra({ action }: { action: PlanActionView }) {
  const { t } = useTranslation();
  const lines = [
    [t('plans:action.indicator'), action.indicator],
    [t('plans:action.doNoHarm'), action.doNoHarm],
  ].filter(([, text]) => text !== '');
  return (
    <>
      <Partners action={action} />
      {lines.map(([label, text]) => (
        <Text key={label} size="sm" c="dimmed">
          {label}: <bdi>{text}</bdi>
        </Text>
      ))}
    </>
  );
}

function Partners({ action: { partnerIds, partners } }: { action: PlanActionView }) {
  const { t } = useTranslation();
  if (partnerIds.length === 0 && partners === '') return null;
  return (
    <Text size="sm" c="dimmed" component="div">
      {t('plans:action.partners')}: <PartnerLabels ids={partnerIds} />
      {partners !== '' && <bdi>{partners}</bdi>}
    </Text>
  );
}

function Due({ action }: { action: PlanActionView }) {
  const { t } = useTranslation();
  const isLate = isOverdueAction(action, today());
  return (
    <Stack gap={2}>
      <DateText value={dueDateOf(action)} />
      {action.newDue !== null && (
        <Text size="sm" c="dimmed">
          {t('plans:action.agreed', { date: action.due })}
        </Text>
      )}
      {isLate && (
        <Text size="sm" fw={600} c="var(--mantine-color-error)">
          {t('plans:action.late')}
        </Text>
      )}
    </Stack>
  );
}

function State({ action }: { action: PlanActionView }) {
  const { t } = useTranslation();
  return (
    <Stack gap={2}>
      <CodeLabel list="ssp_action_status" code={action.status} />
      {action.doneOn !== null && <Text size="sm">{t('plans:progress.on', { date: action.doneOn })}</Text>}
      {action.note !== '' && (
        <Text size="sm" c="dimmed">
          <bdi>{action.note}</bdi>
        </Text>
      )}
    </Stack>
  );
}
