import { Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { shareOf } from '#shared/domain/composition.ts';
import { forumStatusOn, isForumEnded } from '#shared/domain/forum-status.ts';
import type { RuleValues } from '#shared/domain/rules.ts';
import { useFormat } from '#renderer/components/language-context.tsx';
import { useCan } from '#renderer/client/session-context.tsx';
import { earliestTerm } from '#shared/domain/forum-term.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { ListPage, type RowOf } from '#renderer/components/list-page.tsx';
import { PlaceLabel } from '#renderer/components/place-label.tsx';
import { RowMarks } from '#renderer/components/record/row-marks.tsx';
import type { TableColumn } from '#renderer/components/simple-table.tsx';
import { today } from '#renderer/components/today.ts';
import { useRules } from '#renderer/components/use-rules.ts';

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
  const rules = useRules();
  return [
    {
      key: 'name',
      header: t('common:label.name'),
      cell: (row) => (
        <Group gap="xs" component="span">
          <bdi>{row.name}</bdi>
          <RowMarks row={row} />
        </Group>
      ),
    },
    { key: 'place', header: t('common:label.place'), cell: (row) => <PlaceLabel code={row.place} /> },
    { key: 'status', header: t('common:label.status'), cell: (row) => <Status row={row} rules={rules} /> },
    { key: 'last', header: t('forums:list.lastMeeting'), cell: (row) => <DateText value={row.lastMeeting} /> },
    { key: 'members', header: t('forums:list.members'), cell: (row) => format.number(row.members) },
    {
      key: 'women',
      header: t('forums:list.women'),
      cell: ({ women, men, leadingWomen }) => {
        const share = shareOf({ count: women, of: women + men });
        return (
          <Group gap="xs" component="span">
            <span>{format.number(women)}</span>
            {share !== null && (
              <Text span size="sm" c="dimmed">
                {format.percent(share)}
              </Text>
            )}
            {leadingWomen > 0 && (
              <Text span size="sm" c="dimmed">
                {t('forums:count.leading', { count: leadingWomen })}
              </Text>
            )}
          </Group>
        );
      },
    },
    { key: 'owner', header: t('common:label.office'), cell: (row) => <bdi>{row.ownerName}</bdi> },
  ];
}

/** As of today, with a word where a term of office ends. */
function Status({ row, rules }: { row: ForumRow; rules: RuleValues | null }) {
  const { t } = useTranslation();
  if (rules === null) return <CodeLabel list="forum_status" code={row.status} />;
  const term = isForumEnded(row.status) ? null : earliestTerm(row, today(), rules);
  return (
    <Group gap="xs" component="span">
      <CodeLabel list="forum_status" code={forumStatusOn(row, today(), rules)} />
      {term !== null && term.state !== 'running' && (
        <Badge variant="default">{term.state === 'over' ? t('forums:list.termOver') : t('forums:list.termEnds')}</Badge>
      )}
    </Group>
  );
}
