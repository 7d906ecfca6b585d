import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useCan, useSession } from '#renderer/client/session-context.tsx';
import { useCall } from '#renderer/client/use-call.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import { ListPage, type RowOf } from '#renderer/components/list-page.tsx';
import { PlaceLabel } from '#renderer/components/place-label.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { RowMarks } from '#renderer/components/record/row-marks.tsx';
import type { TableColumn } from '#renderer/components/simple-table.tsx';
import { roundsAddress } from './rounds-address.ts';

type MappingRow = RowOf<'mappings.list'>;

/** Sessions of security mapping, newest first: of all places, or with `forumId` of one forum. */
export function MappingListScreen({ forumId }: { forumId?: string }) {
  return forumId === undefined ? <AllMappings /> : <MappingsOfForum forumId={forumId} />;
}

function AllMappings() {
  const { t } = useTranslation();
  const columns = useColumns();
  const list = useListProps();
  return <ListPage {...list} title={t('mappings:list.title')} input={{ forumId: null }} columns={columns} />;
}

function MappingsOfForum({ forumId }: { forumId: string }) {
  const { t } = useTranslation();
  const columns = useColumns().filter(({ key }) => key !== 'forum');
  const list = useListProps();
  const forum = useCall('forums.get', { forumId });
  return (
    <QueryState of={forum}>
      {({ name, place }) => (
        <ListPage
          {...list}
          title={t('mappings:list.titleOf', { name })}
          input={{ forumId }}
          columns={columns}
          filters={
            <Button variant="default" component="a" href={`#${roundsAddress({ place, forumId })}`}>
              {t('mappings:rounds.open')}
            </Button>
          }
        />
      )}
    </QueryState>
  );
}

function useListProps() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const mayWrite = useCan('policing.write');
  const records = useSession().node?.kind === 'office';
  return {
    ...(mayWrite && records ? { newLabel: t('mappings:list.new'), onNew: () => navigate('/mappings/new') } : {}),
    method: 'mappings.list' as const,
    rowKey: (row: MappingRow) => row.id,
    onOpen: (row: MappingRow) => navigate(`/mappings/${row.id}`),
    emptyTitle: t('mappings:list.emptyTitle'),
    emptyText: t('mappings:list.emptyText'),
  };
}

function useColumns(): readonly TableColumn<MappingRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'date',
      header: t('common:label.date'),
      cell: (row) => (
        <Group gap="xs" component="span">
          <DateText value={row.date} />
          <RowMarks row={row} />
        </Group>
      ),
    },
    {
      key: 'group',
      header: t('mappings:field.group'),
      cell: (row) => <CodeLabel list="mapping_group" code={row.group} />,
    },
    { key: 'place', header: t('mappings:field.place'), cell: (row) => <PlaceLabel code={row.place} /> },
    { key: 'forum', header: t('mappings:field.forum'), cell: (row) => <bdi>{row.forumName || '–'}</bdi> },
    { key: 'round', header: t('mappings:field.round'), cell: (row) => format.number(row.round) },
    {
      key: 'state',
      header: t('common:label.status'),
      cell: (row) => (row.closedOn === null ? t('mappings:state.open') : t('mappings:state.closed')),
    },
    { key: 'owner', header: t('common:label.office'), cell: (row) => <bdi>{row.ownerName}</bdi> },
  ];
}
