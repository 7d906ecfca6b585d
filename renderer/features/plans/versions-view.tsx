import { Anchor, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PlanVersionView, PlanView } from '#shared/contract/plans.ts';
import { DateText } from '#renderer/components/date-text.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';
import { useVersionCause } from './use-version-cause.ts';

/** What the plan was, from its endorsement on; two of them are compared on a page of their own. */
export function VersionsView({ view }: { view: PlanView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const causeOf = useVersionCause();
  if (view.versions.length === 0) return <Text c="dimmed">{t('plans:version.none')}</Text>;
  const columns: readonly TableColumn<PlanVersionView>[] = [
    { key: 'number', header: t('plans:version.number'), cell: ({ number }) => format.number(number) },
    { key: 'date', header: t('common:label.date'), cell: ({ date }) => <DateText value={date} /> },
    { key: 'cause', header: t('plans:version.cause'), cell: ({ cause }) => causeOf(cause) },
    {
      key: 'reason',
      header: t('common:label.reason'),
      cell: ({ reason }) => (reason === '' ? '–' : <bdi>{reason}</bdi>),
    },
  ];
  return (
    <Stack gap="sm">
      <SimpleTable label={t('plans:version.table')} columns={columns} rows={view.versions} rowKey={({ id }) => id} />
      <Anchor href={`#/plans/${view.id}/compare`}>{t('plans:compare.open')}</Anchor>
    </Stack>
  );
}
