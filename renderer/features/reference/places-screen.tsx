import { Badge, Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { AddedPlaceRow } from '#shared/contract/places.ts';
import { nameIn } from '#shared/domain/partner.ts';
import { sortByText } from '#shared/text/sort.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Identifier } from '#renderer/components/identifier.tsx';
import { useScreenLanguage } from '#renderer/components/language-context.tsx';
import { PageTitle } from '#renderer/components/page-title.tsx';
import { PlaceLabel } from '#renderer/components/place-label.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';
import { useLevelWord } from './use-level-word.ts';
import { useMayWriteReference } from './use-may-write.ts';

export function PlacesScreen() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const { language } = useScreenLanguage();
  const mayWrite = useMayWriteReference();
  const places = useCall('places.list', {});
  return (
    <>
      <PageTitle title={t('reference:places.title')}>
        {mayWrite && (
          <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => navigate('/reference/places/new')}>
            {t('reference:places.new')}
          </Button>
        )}
      </PageTitle>
      <QueryState
        of={places}
        empty={(rows) => rows.length === 0}
        emptyContent={
          <EmptyState
            title={t('reference:places.emptyTitle')}
            text={mayWrite ? t('reference:places.emptyDirectorate') : t('reference:places.emptyText')}
          />
        }
      >
        {(rows) => (
          <PlacesTable
            rows={sortByText(rows, ({ names }) => nameIn(names, language), language)}
            onOpen={({ id }) => navigate(`/reference/places/${id}`)}
          />
        )}
      </QueryState>
    </>
  );
}

type TableProps = { rows: readonly AddedPlaceRow[]; onOpen: (row: AddedPlaceRow) => void };

function PlacesTable({ rows, onOpen }: TableProps) {
  const { t } = useTranslation();
  const { language } = useScreenLanguage();
  const levelWord = useLevelWord();
  const columns: readonly TableColumn<AddedPlaceRow>[] = [
    {
      key: 'name',
      header: t('common:label.name'),
      cell: (row) => (
        <Group gap="xs">
          <button type="button" className="row-link" onClick={() => onOpen(row)}>
            <bdi>{nameIn(row.names, language)}</bdi>
          </button>
          {!row.active && <Badge variant="default">{t('reference:partners.notOffered')}</Badge>}
        </Group>
      ),
    },
    { key: 'level', header: t('reference:field.level'), cell: ({ level }) => levelWord(level) },
    { key: 'parent', header: t('reference:field.parent'), cell: ({ parent }) => <PlaceLabel code={parent} /> },
    {
      key: 'authority',
      header: t('reference:field.authority'),
      cell: ({ authority }) => <CodeLabel list="governing_authority" code={authority} />,
    },
    { key: 'code', header: t('reference:field.code'), cell: ({ code }) => <Identifier>{code}</Identifier> },
  ];
  return (
    <div className="panel">
      <SimpleTable label={t('reference:places.title')} columns={columns} rows={rows} rowKey={({ id }) => id} />
    </div>
  );
}
