import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PlanView, ProblemView } from '#shared/contract/plans.ts';
import { raisedAbove, scoreOf } from '#shared/domain/plan-score.ts';
import { formatList } from '#shared/text/lists.ts';
import { useFormat, useScreenLanguage } from '#renderer/components/language-context.tsx';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { PersonText } from '#renderer/components/person-text.tsx';
import { Facts } from '#renderer/components/record/facts.tsx';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';
import { useCodeList } from '#renderer/components/use-reference.ts';
import { IssueLinks } from './issue-links.tsx';
import { RiskMatrix } from './risk-matrix.tsx';
import { ScoreBadge } from './score-badge.tsx';

/** The picture and the table that says the same, then each problem in words. */
export function ProblemsView({ view }: { view: PlanView }) {
  const { t } = useTranslation();
  if (view.problems.length === 0) return <Text c="dimmed">{t('plans:problem.none')}</Text>;
  return (
    <Stack gap="md">
      <RiskMatrix problems={view.problems} />
      <ScoreTable problems={view.problems} />
      {view.rankReason !== '' && (
        <Text>
          {t('plans:problem.rankTold')} <bdi>{view.rankReason}</bdi>
        </Text>
      )}
      {view.problems.map((problem, index) => (
        <ProblemDetails key={problem.id} problem={problem} rank={index + 1} />
      ))}
    </Stack>
  );
}

function ScoreTable({ problems }: { problems: readonly ProblemView[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const raised = new Set(raisedAbove(problems.map(scoreOf)));
  const rows = problems.map((problem, index) => ({ problem, index }));
  const columns: readonly TableColumn<(typeof rows)[number]>[] = [
    {
      key: 'rank',
      header: t('plans:problem.rank'),
      cell: ({ index }) => (
        <span>
          {format.number(index + 1)}
          {raised.has(index) && ` ${t('plans:problem.raised')}`}
        </span>
      ),
    },
    {
      key: 'issue',
      header: t('plans:problem.issue'),
      cell: ({ problem }) => <CodeLabel list="safety_issue" code={problem.issue} />,
    },
    {
      key: 'likelihood',
      header: t('plans:score.likelihood'),
      cell: ({ problem }) => format.number(problem.likelihood),
    },
    { key: 'impact', header: t('plans:score.impact'), cell: ({ problem }) => format.number(problem.impact) },
    {
      key: 'vulnerable',
      header: t('plans:score.vulnerableShort'),
      cell: ({ problem }) => (problem.vulnerable ? t('plans:score.plus') : '–'),
    },
    {
      key: 'score',
      header: t('plans:score.score'),
      cell: ({ problem }) => <ScoreBadge score={scoreOf(problem)} />,
    },
  ];
  return (
    <SimpleTable label={t('plans:problem.table')} columns={columns} rows={rows} rowKey={({ problem }) => problem.id} />
  );
}

function ProblemDetails({ problem, rank }: { problem: ProblemView; rank: number }) {
  const { t } = useTranslation();
  return (
    <Stack gap={4} component="section">
      <Text fw={600} component="h3" m={0}>
        {t('plans:problem.number', { rank })} <CodeLabel list="safety_issue" code={problem.issue} />
      </Text>
      <Text className="passage">
        <PersonText value={problem.statement} />
      </Text>
      <Facts
        facts={[
          { label: t('plans:problem.place'), value: problem.place === '' ? '' : <PersonText value={problem.place} /> },
          {
            label: t('plans:problem.time'),
            value: problem.timeOfDay && <CodeLabel list="time_of_day" code={problem.timeOfDay} />,
          },
          { label: t('plans:problem.harmed'), value: <Harmed codes={problem.harmed} /> },
          { label: t('plans:problem.immediateCauses'), value: <Told value={problem.immediateCauses} /> },
          { label: t('plans:problem.deeperCauses'), value: <Told value={problem.deeperCauses} /> },
          { label: t('plans:problem.effects'), value: <Told value={problem.effects} /> },
        ]}
      />
      <IssueLinks ids={problem.issues} />
    </Stack>
  );
}

function Told({ value }: { value: string | null }) {
  if (value === '') return <span>–</span>;
  return (
    <span className="passage">
      <PersonText value={value} />
    </span>
  );
}

function Harmed({ codes }: { codes: readonly string[] }) {
  const { language } = useScreenLanguage();
  const { labelOf } = useCodeList('mapping_group');
  if (codes.length === 0) return <span>–</span>;
  return (
    <span>
      {formatList(
        codes.map((code) => labelOf(code) ?? code),
        language,
      )}
    </span>
  );
}
