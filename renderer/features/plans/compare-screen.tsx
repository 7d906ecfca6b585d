import { Anchor, SimpleGrid, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanContents, PlanView } from '#shared/contract/plans.ts';
import { comparePlans, type Difference, type FieldDifference } from '#shared/domain/plan-compare.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { ChoiceField } from '#renderer/components/fields/choice-field.tsx';
import { PageTitle } from '#renderer/components/page-title.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { FieldValue } from '#renderer/components/record/group-words.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';
import { useCodeList } from '#renderer/components/use-reference.ts';
import { useComparedFields } from './use-compared-fields.tsx';
import { useVersionCause } from './use-version-cause.ts';

/** Two versions of a plan and every field that is different between them. */
export function PlanCompareScreen({ id }: { id: string }) {
  const plan = useCall('plans.get', { planId: id });
  return <QueryState of={plan}>{(view) => <Comparison plan={view} />}</QueryState>;
}

/** Stands for the plan as it is now. */
const current = 'now';

function Comparison({ plan }: { plan: PlanView }) {
  const { t } = useTranslation();
  const causeOf = useVersionCause();
  const [before, setBefore] = useState(plan.versions[0]?.id ?? current);
  const [after, setAfter] = useState(current);
  const choices = [
    ...plan.versions.map(({ id, number, date, cause }) => ({
      value: id,
      label: t('plans:compare.version', { number, cause: causeOf(cause), date }),
    })),
    { value: current, label: t('plans:compare.now') },
  ];
  return (
    <>
      <PageTitle title={t('plans:compare.title', { name: plan.title })} documentTitle={t('plans:compare.short')} />
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <ChoiceField
            label={t('plans:compare.before')}
            choices={choices}
            value={before}
            onChange={(chosen) => setBefore(chosen ?? current)}
          />
          <ChoiceField
            label={t('plans:compare.after')}
            choices={choices}
            value={after}
            onChange={(chosen) => setAfter(chosen ?? current)}
          />
        </SimpleGrid>
        <Differences planId={plan.id} before={before} after={after} />
        <Anchor href={`#/plans/${plan.id}`}>{t('plans:compare.back')}</Anchor>
      </Stack>
    </>
  );
}

function Differences({ planId, before, after }: { planId: string; before: string; after: string }) {
  const versionId = (chosen: string) => (chosen === current ? null : chosen);
  const earlier = useCall('plans.version', { planId, versionId: versionId(before) });
  const later = useCall('plans.version', { planId, versionId: versionId(after) });
  return (
    <QueryState of={earlier}>
      {(from) => <QueryState of={later}>{(to) => <DifferenceList from={from} to={to} />}</QueryState>}
    </QueryState>
  );
}

function DifferenceList({ from, to }: { from: PlanContents; to: PlanContents }) {
  const { t } = useTranslation();
  const nameOf = useNames(from, to);
  const found = comparePlans(from, to);
  if (found.length === 0) return <Text role="status">{t('plans:compare.same')}</Text>;
  return (
    <>
      <Text role="status">{t('plans:count.differences', { count: found.length })}</Text>
      {found.map((difference) => (
        <FormSection key={`${difference.of} ${difference.id}`} title={nameOf(difference)}>
          <FieldTable
            difference={difference}
            name={nameOf(difference)}
            nameOfProblem={(id) => nameOf({ of: 'problem', id })}
          />
        </FormSection>
      ))}
    </>
  );
}

type Named = Pick<Difference, 'of' | 'id'> & Partial<Pick<Difference, 'what'>>;

/** "Problem 1 Street lighting: added", as it is called in the later version or, where it is gone, in the earlier one. */
function useNames(from: PlanContents, to: PlanContents): (of: Named) => string {
  const { t } = useTranslation();
  const { labelOf } = useCodeList('safety_issue');
  const words = {
    added: t('plans:compare.added'),
    removed: t('plans:compare.removed'),
    changed: t('plans:compare.changed'),
  };
  return ({ of, id, what }) => {
    const withWord = (name: string) =>
      what === undefined ? name : t('plans:compare.named', { name, what: words[what] });
    if (of === 'plan') return withWord(t('plans:section.plan'));
    if (of === 'action') {
      const action = [...to.actions, ...from.actions].find((one) => one.id === id);
      return withWord(action?.what ?? '');
    }
    const contents = to.problems.some((one) => one.id === id) ? to : from;
    const rank = contents.problems.findIndex((one) => one.id === id);
    const issue = contents.problems[rank]?.issue ?? '';
    return withWord(t('plans:problem.ranked', { rank: rank + 1, name: labelOf(issue) ?? issue }));
  };
}

type TableProps = { difference: Difference; name: string; nameOfProblem: (id: string) => string };

function FieldTable({ difference, name, nameOfProblem }: TableProps) {
  const { t } = useTranslation();
  const words = useComparedFields()[difference.of];
  const rows = difference.fields.filter(({ field }) => words[field] !== undefined);
  const cell = (field: string, value: FieldDifference['before']) => {
    const as = words[field]?.as ?? 'text';
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return '–';
    if (field === 'problem') return nameOfProblem(String(value));
    return <FieldValue as={as} value={value} />;
  };
  const columns: readonly TableColumn<FieldDifference>[] = [
    { key: 'field', header: t('plans:compare.field'), cell: ({ field }) => words[field]?.label ?? field },
    { key: 'before', header: t('plans:compare.before'), cell: ({ field, before }) => cell(field, before) },
    { key: 'after', header: t('plans:compare.after'), cell: ({ field, after }) => cell(field, after) },
  ];
  return <SimpleTable label={name} columns={columns} rows={rows} rowKey={({ field }) => field} />;
}
