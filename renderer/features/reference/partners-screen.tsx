import { Badge, Button, Group, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { PartnerRow } from '#shared/contract/partners.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { PageTitle } from '#renderer/components/page-title.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';
import { usePartners } from '#renderer/components/use-partners.ts';
import { ProposalsPanel } from './proposals-panel.tsx';
import { useKindWord } from './use-kind-word.ts';
import { useMayWriteReference } from './use-may-write.ts';

export function PartnersScreen() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const mayWrite = useMayWriteReference();
  const partners = useCall('partners.list', {});
  const { all } = usePartners();
  const newButton = mayWrite && (
    <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => navigate('/reference/partners/new')}>
      {t('reference:partners.new')}
    </Button>
  );
  return (
    <Stack>
      <PageTitle title={t('reference:partners.title')}>{newButton}</PageTitle>
      {mayWrite && <ProposalsPanel />}
      <QueryState
        of={partners}
        empty={(rows) => rows.length === 0}
        emptyContent={
          <EmptyState
            title={t('reference:partners.emptyTitle')}
            text={mayWrite ? t('reference:partners.emptyDirectorate') : t('reference:partners.emptyText')}
          />
        }
      >
        {() => <PartnersTable rows={all} onOpen={({ id }) => navigate(`/reference/partners/${id}`)} />}
      </QueryState>
    </Stack>
  );
}

function PartnersTable({ rows, onOpen }: { rows: readonly PartnerRow[]; onOpen: (row: PartnerRow) => void }) {
  const { t } = useTranslation();
  const kindWord = useKindWord();
  const { labelOf } = usePartners();
  const columns: readonly TableColumn<PartnerRow>[] = [
    {
      key: 'name',
      header: t('common:label.name'),
      cell: (row) => (
        <Group gap="xs">
          <button type="button" className="row-link" onClick={() => onOpen(row)}>
            <bdi>{labelOf(row.id)}</bdi>
          </button>
          {!row.active && <Badge variant="default">{t('reference:partners.notOffered')}</Badge>}
        </Group>
      ),
    },
    { key: 'kind', header: t('reference:field.kind'), cell: ({ kind }) => kindWord(kind) },
  ];
  return (
    <div className="panel">
      <SimpleTable label={t('reference:partners.title')} columns={columns} rows={rows} rowKey={({ id }) => id} />
    </div>
  );
}
