import { Anchor, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCall } from '#renderer/client/use-call.ts';
import { DateText } from '#renderer/components/date-text.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import type { RowOf } from '#renderer/components/list-page.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';

type TrainingRow = RowOf<'trainings.list'>;

/** So many of the newest stand on the forum's page; the others on a list of their own. */
const shownTrainings = 5;

/** Trainings that were held for the forum, and how many women took part. */
export function ForumTrainings({ forumId }: { forumId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const trainings = useCall('trainings.list', { forumId, limit: shownTrainings });
  const columns: readonly TableColumn<TrainingRow>[] = [
    {
      key: 'title',
      header: t('trainings:field.title'),
      cell: (row) => (
        <Anchor href={`#/trainings/${row.id}`}>
          <bdi>{row.title}</bdi>
        </Anchor>
      ),
    },
    { key: 'day', header: t('trainings:day.date'), cell: (row) => <DateText value={row.firstDay} /> },
    { key: 'people', header: t('trainings:list.people'), cell: (row) => format.number(row.people) },
    { key: 'women', header: t('trainings:list.women'), cell: (row) => format.number(row.women) },
  ];
  return (
    <FormSection title={t('trainings:list.titleOfForum')}>
      <QueryState
        of={trainings}
        empty={({ rows }) => rows.length === 0}
        emptyContent={<Text c="dimmed">{t('trainings:list.ofForumNone')}</Text>}
      >
        {({ rows, total }) => (
          <>
            <SimpleTable label={t('trainings:list.title')} columns={columns} rows={rows} rowKey={({ id }) => id} />
            {total > shownTrainings && (
              <Group>
                <Button variant="default" component="a" href={`#/forums/${forumId}/trainings`}>
                  {t('trainings:list.ofForumAll')}
                </Button>
              </Group>
            )}
          </>
        )}
      </QueryState>
    </FormSection>
  );
}
