import { Badge, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useFormat } from '#renderer/components/language-context.tsx';
import { useCan } from '#renderer/client/session-context.tsx';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { ListPage, type RowOf } from '#renderer/components/list-page.tsx';
import { PlaceLabel } from '#renderer/components/place-label.tsx';
import { ConflictMark } from '#renderer/components/record/conflict-mark.tsx';
import type { TableColumn } from '#renderer/components/simple-table.tsx';

type ForumRow = RowOf<'forums.list'>;

export function ForumListScreen() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const mayWrite = useCan('policing.write');
  const columns = useColumns();
  return (
    <ListPage
      title={t('forums:list.title')}
      {...(mayWrite ? { newLabel: t('forums:list.new'), onNew: () => navigate('/forums/new') } : {})}
      method="forums.list"
      input={{}}
      columns={columns}
      rowKey={(row) => row.id}
      onOpen={(row) => navigate(`/forums/${row.id}`)}
      emptyTitle={t('forums:list.emptyTitle')}
      emptyText={t('forums:list.emptyText')}
    />
  );
}

function useColumns(): readonly TableColumn<ForumRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'name',
      header: t('common:label.name'),
      cell: (row) => (
        <Group gap="xs" component="span">
          <bdi>{row.name}</bdi>
          {row.voided && <Badge variant="default">{t('common:record.voided')}</Badge>}
          {row.conflict && <ConflictMark />}
        </Group>
      ),
    },
    { key: 'place', header: t('common:label.place'), cell: (row) => <PlaceLabel code={row.place} /> },
    {
      key: 'status',
      header: t('common:label.status'),
      cell: (row) => <CodeLabel list="forum_status" code={row.status} />,
    },
    { key: 'founded', header: t('forums:field.foundedOn'), cell: (row) => <DateText value={row.foundedOn} /> },
    { key: 'members', header: t('forums:list.members'), cell: (row) => format.number(row.members) },
    { key: 'women', header: t('forums:list.women'), cell: (row) => format.number(row.women) },
    { key: 'owner', header: t('common:label.office'), cell: (row) => <bdi>{row.ownerName}</bdi> },
  ];
}
