import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useCan, useSession } from '#renderer/client/session-context.tsx';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import { ListPage, type RowOf } from '#renderer/components/list-page.tsx';
import { type ListForum, OfForum } from '#renderer/components/of-forum.tsx';
import { PlaceLabel } from '#renderer/components/place-label.tsx';
import { RowMarks } from '#renderer/components/record/row-marks.tsx';
import type { TableColumn } from '#renderer/components/simple-table.tsx';
import { roundsAddress } from './rounds-address.ts';

type MappingRow = RowOf<'mappings.list'>;

/** Sessions of security mapping, newest first: of all places, or with `forumId` of one forum. */
export function MappingListScreen({ forumId }: { forumId?: string }) {
  return <OfForum forumId={forumId}>{(forum) => <Mappings forum={forum} />}</OfForum>;
}

function Mappings({ forum }: { forum: ListForum | null }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const mayWrite = useCan('policing.write');
  const records = useSession().node?.kind === 'office';
  const columns = useColumns().filter(({ key }) => forum === null || key !== 'forum');
  return (
    <ListPage
      title={forum === null ? t('mappings:list.title') : t('mappings:list.titleOf', { name: forum.name })}
      {...(mayWrite && records ? { newLabel: t('mappings:list.new'), onNew: () => navigate('/mappings/new') } : {})}
      method="mappings.list"
      input={{ forumId: forum?.id ?? null }}
      columns={columns}
      rowKey={(row) => row.id}
      onOpen={(row) => navigate(`/mappings/${row.id}`)}
      emptyTitle={t('mappings:list.emptyTitle')}
      emptyText={t('mappings:list.emptyText')}
      filters={
        forum && (
          <Button variant="default" component="a" href={`#${roundsAddress({ place: forum.place, forumId: forum.id })}`}>
            {t('mappings:rounds.open')}
          </Button>
        )
      }
    />
  );
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
