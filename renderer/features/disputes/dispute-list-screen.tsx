import { Badge, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { DisputeStage } from '#shared/domain/generated/code-lists.ts';
import { useCan } from '#renderer/client/session-context.tsx';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { CodeField } from '#renderer/components/fields/code-field.tsx';
import { Identifier } from '#renderer/components/identifier.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import { ListPage, type RowOf } from '#renderer/components/list-page.tsx';
import { PersonText } from '#renderer/components/person-text.tsx';
import { PlaceLabel } from '#renderer/components/place-label.tsx';
import { RowMarks } from '#renderer/components/record/row-marks.tsx';
import type { TableColumn } from '#renderer/components/simple-table.tsx';

type DisputeRow = RowOf<'disputes.list'>;

export function DisputeListScreen() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [stage, setStage] = useState<DisputeStage | null>(null);
  const mayWrite = useCan('hlp.write');
  const columns = useColumns();
  return (
    <ListPage
      title={t('disputes:list.title')}
      {...(mayWrite ? { newLabel: t('disputes:list.new'), onNew: () => navigate('/disputes/new') } : {})}
      method="disputes.list"
      input={{ stage }}
      columns={columns}
      rowKey={(row) => row.id}
      onOpen={(row) => navigate(`/disputes/${row.id}`)}
      emptyTitle={stage === null ? t('disputes:list.emptyTitle') : t('disputes:list.emptyStageTitle')}
      emptyText={stage === null ? t('disputes:list.emptyText') : t('disputes:list.emptyStageText')}
      filters={
        <CodeField
          list="dispute_stage"
          label={t('disputes:list.stageFilter')}
          value={stage}
          onChange={setStage}
          clearable
        />
      }
    />
  );
}

function TransferMark({ transfer }: { transfer: 'incoming' | 'outgoing' }) {
  const { t } = useTranslation();
  return (
    <Badge variant="default">
      {transfer === 'incoming' ? t('transfers:mark.incoming') : t('transfers:mark.outgoing')}
    </Badge>
  );
}

function useColumns(): readonly TableColumn<DisputeRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'number',
      header: t('disputes:field.number'),
      cell: (row) => (
        <Group gap="xs" component="span">
          <Identifier>{row.number}</Identifier>
          <RowMarks row={row} />
          {row.transfer && <TransferMark transfer={row.transfer} />}
          {row.incomplete && <Badge variant="default">{t('transfers:incomplete.mark')}</Badge>}
        </Group>
      ),
    },
    { key: 'claimant', header: t('disputes:field.claimant'), cell: (row) => <PersonText value={row.claimant} /> },
    {
      key: 'type',
      header: t('disputes:field.mainType'),
      cell: (row) => <CodeLabel list="dispute_type" code={row.mainType} />,
    },
    {
      key: 'stage',
      header: t('disputes:field.stage'),
      cell: (row) => <CodeLabel list="dispute_stage" code={row.stage} />,
    },
    { key: 'date', header: t('disputes:field.intakeDate'), cell: (row) => <DateText value={row.intakeDate} /> },
    { key: 'district', header: t('common:label.place'), cell: (row) => <PlaceLabel code={row.district} /> },
    { key: 'steps', header: t('disputes:list.steps'), cell: (row) => format.number(row.steps) },
    { key: 'owner', header: t('common:label.office'), cell: (row) => <bdi>{row.ownerName}</bdi> },
  ];
}
