import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CoverageView } from '#shared/contract/coverage.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { DistanceText } from '#renderer/components/distance-text.tsx';
import { FindingsText } from '#renderer/components/findings-text.tsx';
import { PlaceLabel } from '#renderer/components/place-label.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';

type ForumRow = CoverageView['forums'][number];

/** Forums that an office serves, how far they are, and where the rule is not kept. */
export function SiteForums({ siteId }: { siteId: string }) {
  const { t } = useTranslation();
  const coverage = useCall('coverage.get', {});
  const columns: readonly TableColumn<ForumRow>[] = [
    {
      key: 'name',
      header: t('coverage:forum'),
      cell: (row) => (
        <Anchor href={`#/forums/${row.id}`}>
          <bdi>{row.name}</bdi>
        </Anchor>
      ),
    },
    { key: 'place', header: t('common:label.place'), cell: (row) => <PlaceLabel code={row.place} /> },
    { key: 'km', header: t('coverage:distance'), cell: (row) => <DistanceText km={row.km} /> },
    { key: 'findings', header: t('coverage:findings'), cell: (row) => <FindingsText findings={row.findings} /> },
  ];
  return (
    <FormSection title={t('coverage:served')}>
      <QueryState of={coverage}>
        {({ forums, rules }) => {
          const rows = forums.filter(({ officeId }) => officeId === siteId);
          return (
            <>
              <Text c={rows.length > rules.maxForums ? 'red' : 'dimmed'}>
                {t('coverage:load', { count: rows.length, most: rules.maxForums })}
              </Text>
              {rows.length > 0 && (
                <SimpleTable label={t('coverage:served')} columns={columns} rows={rows} rowKey={({ id }) => id} />
              )}
            </>
          );
        }}
      </QueryState>
    </FormSection>
  );
}
