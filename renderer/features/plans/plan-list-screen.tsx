import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import { ListPage, type RowOf } from '#renderer/components/list-page.tsx';
import { type ListForum, OfForum } from '#renderer/components/of-forum.tsx';
import { RowMarks } from '#renderer/components/record/row-marks.tsx';
import type { TableColumn } from '#renderer/components/simple-table.tsx';
import { today } from '#renderer/components/today.ts';

type PlanRow = RowOf<'plans.list'>;

/** Plans of all forums, or with `forumId` of one. */
export function PlanListScreen({ forumId }: { forumId?: string }) {
  return <OfForum forumId={forumId}>{(forum) => <Plans forum={forum} />}</OfForum>;
}

function Plans({ forum }: { forum: ListForum | null }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const columns = useColumns().filter(({ key }) => forum === null || key !== 'forum');
  return (
    <ListPage
      title={forum === null ? t('plans:list.title') : t('plans:list.titleOf', { name: forum.name })}
      {...(forum?.mayAdd
        ? { newLabel: t('plans:list.new'), onNew: () => navigate(`/forums/${forum.id}/plans/new`) }
        : {})}
      method="plans.list"
      input={{ forumId: forum?.id ?? null, today: today() }}
      columns={columns}
      rowKey={(row) => row.id}
      onOpen={(row) => navigate(`/plans/${row.id}`)}
      emptyTitle={t('plans:list.emptyTitle')}
      emptyText={t('plans:list.emptyText')}
      filters={
        forum === null ? (
          <Button variant="default" component="a" href="#/forums">
            {t('plans:list.toForums')}
          </Button>
        ) : (
          <Anchor href="#/plans">{t('plans:list.allForums')}</Anchor>
        )
      }
    />
  );
}

function useColumns(): readonly TableColumn<PlanRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'title',
      header: t('plans:field.title'),
      cell: (row) => (
        <Group gap="xs" component="span">
          <bdi>{row.title}</bdi>
          <RowMarks row={row} />
        </Group>
      ),
    },
    { key: 'forum', header: t('plans:field.forum'), cell: (row) => <bdi>{row.forumName}</bdi> },
    {
      key: 'status',
      header: t('common:label.status'),
      cell: (row) => <CodeLabel list="ssp_status" code={row.status} />,
    },
    { key: 'startsOn', header: t('plans:field.startsOn'), cell: (row) => <DateText value={row.startsOn} /> },
    { key: 'problems', header: t('plans:list.problems'), cell: (row) => format.number(row.problems) },
    { key: 'actions', header: t('plans:list.done'), cell: (row) => <Done row={row} /> },
    { key: 'review', header: t('plans:list.review'), cell: (row) => <ReviewDue due={row.reviewDueOn} /> },
    { key: 'owner', header: t('common:label.office'), cell: (row) => <bdi>{row.ownerName}</bdi> },
  ];
}

function Done({ row }: { row: PlanRow }) {
  const { t } = useTranslation();
  return (
    <Stack gap={0}>
      {t('plans:list.doneOf', { done: row.done, all: row.actions })}
      {row.late > 0 && <Text c="var(--mantine-color-error)">{t('plans:count.late', { count: row.late })}</Text>}
    </Stack>
  );
}

/** The day of the next review; in red once it has passed. */
export function ReviewDue({ due }: { due: string | null }) {
  const { t } = useTranslation();
  if (due === null || due >= today()) return <DateText value={due} />;
  return (
    <Text span inherit c="var(--mantine-color-error)" fw={600}>
      <DateText value={due} /> {t('plans:list.reviewLate')}
    </Text>
  );
}
