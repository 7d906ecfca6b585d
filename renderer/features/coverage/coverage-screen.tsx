import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CoverageView } from '#shared/contract/coverage.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { PageTitle } from '#renderer/components/page-title.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { CoverageMap } from './coverage-map.tsx';
import { CoverageForums, CoverageOffices } from './coverage-tables.tsx';

/** Which office serves which forum, and where the rule is not kept: on a map, and beside it in words. */
export function CoverageScreen() {
  const { t } = useTranslation();
  const coverage = useCall('coverage.get', {});
  return (
    <>
      <PageTitle title={t('coverage:title')}>
        <Button variant="default" component="a" href="#/sites">
          {t('coverage:toSites')}
        </Button>
      </PageTitle>
      <QueryState
        of={coverage}
        empty={({ offices, forums }) => offices.length === 0 && forums.length === 0}
        emptyContent={<EmptyState title={t('coverage:emptyTitle')} text={t('coverage:emptyText')} />}
      >
        {(view) => <Coverage view={view} />}
      </QueryState>
    </>
  );
}

function Coverage({ view }: { view: CoverageView }) {
  const { t } = useTranslation();
  const wrong = view.forums.filter(({ findings }) => findings.length > 0);
  const [onlyWrong, setOnlyWrong] = useState(wrong.length > 0);
  const { maxForums, radiusKm } = view.rules;
  return (
    <Stack gap="md">
      <Stack gap={4}>
        <Text>{t('coverage:rule', { count: maxForums, radius: radiusKm })}</Text>
        <Group gap="md">
          <Text fw={600}>{t('coverage:count.forums', { count: view.forums.length })}</Text>
          <Text fw={600} c={wrong.length > 0 ? 'red' : undefined}>
            {t('coverage:count.wrong', { count: wrong.length })}
          </Text>
        </Group>
      </Stack>
      <FormSection title={t('coverage:map.heading')}>
        <CoverageMap coverage={view} />
        <Text size="sm" c="dimmed">
          {t('coverage:map.note')}
        </Text>
      </FormSection>
      <FormSection title={t('coverage:forums')}>
        <Checkbox
          label={t('coverage:onlyWrong')}
          checked={onlyWrong}
          onChange={(event) => setOnlyWrong(event.currentTarget.checked)}
        />
        <CoverageForums forums={onlyWrong ? wrong : view.forums} />
      </FormSection>
      <FormSection title={t('coverage:offices')}>
        <CoverageOffices offices={view.offices} />
      </FormSection>
    </Stack>
  );
}
