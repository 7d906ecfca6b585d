import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '#renderer/client/use-call.ts';
import { ChoiceField } from '#renderer/components/fields/choice-field.tsx';
import { type ListForum, OfForum } from '#renderer/components/of-forum.tsx';
import { PageTitle } from '#renderer/components/page-title.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { today } from '#renderer/components/today.ts';
import { Board } from './board.tsx';
import { datesOf, type Period, PERIODS } from './period.ts';
import { PromiseFigures } from './promise-figures.tsx';
import { PromisesBodies, PromisesForums, PromisesOffices } from './promises-tables.tsx';

/** What was promised to the forums and what became of it; with `forumId` to one of them. */
export function PromisesScreen({ forumId }: { forumId?: string }) {
  return <OfForum forumId={forumId}>{(forum) => <Promises forum={forum} />}</OfForum>;
}

function Promises({ forum }: { forum: ListForum | null }) {
  const { t } = useTranslation();
  const [period, setPeriod] = useState<Period>('year');
  const forumId = forum?.id ?? null;
  const dates = datesOf(period, today());
  const promises = useCall('actions.promises', { today: today(), forumId, ...dates }, { keepPrevious: true });
  const title = forum === null ? t('actions:promises.title') : t('actions:promises.titleOf', { name: forum.name });
  return (
    <Stack gap="md">
      <PageTitle title={title} documentTitle={t('actions:promises.title')}>
        <Button variant="default" component="a" href="#/actions">
          {t('actions:promises.toLate')}
        </Button>
      </PageTitle>
      <Group align="flex-end">
        <PeriodField value={period} onChange={setPeriod} />
        {forum !== null && (
          <Anchor href="#/promises" pb={8}>
            {t('actions:promises.toAll')}
          </Anchor>
        )}
      </Group>
      <QueryState of={promises}>
        {({ total, forums, offices, bodies }) => (
          <Stack gap="md">
            <Text>{t('actions:promises.text')}</Text>
            <PromiseFigures counts={total} />
            <Board forumId={forumId} />
            {forum === null && forums.length > 0 && (
              <FormSection title={t('actions:promises.forums')}>
                <PromisesForums rows={forums} />
              </FormSection>
            )}
            {forum === null && offices.length > 1 && (
              <FormSection title={t('actions:promises.offices')}>
                <PromisesOffices rows={offices} />
              </FormSection>
            )}
            {bodies.length > 0 && (
              <FormSection title={t('actions:promises.bodies')}>
                <PromisesBodies rows={bodies} />
              </FormSection>
            )}
            <WomensIssues forumId={forumId} />
          </Stack>
        )}
      </QueryState>
    </Stack>
  );
}

function PeriodField({ value, onChange }: { value: Period; onChange: (period: Period) => void }) {
  const { t } = useTranslation();
  const words: Readonly<Record<Period, string>> = {
    quarter: t('actions:period.quarter'),
    year: t('actions:period.year'),
    ahead: t('actions:period.ahead'),
    all: t('actions:period.all'),
  };
  return (
    <ChoiceField<Period>
      label={t('actions:promises.period')}
      choices={PERIODS.map((period) => ({ value: period, label: words[period] }))}
      value={value}
      onChange={(chosen) => onChange(chosen ?? 'year')}
    />
  );
}

/** How much of what women raised got an action. */
function WomensIssues({ forumId }: { forumId: string | null }) {
  const { t } = useTranslation();
  const issues = useCall('issues.byGroup', { forumId, today: today() });
  if (issues.value === undefined || issues.value.women.raised === 0) return null;
  return (
    <FormSection title={t('actions:promises.women')}>
      <Text>{t('actions:promises.womenText', issues.value.women)}</Text>
    </FormSection>
  );
}
