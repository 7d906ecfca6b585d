import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PlanView } from '#shared/contract/plans.ts';
import { type Scoring, scoreOf } from '#shared/domain/plan-score.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';
import { ChangeWord } from './change-word.tsx';
import { ScoreBadge } from './score-badge.tsx';

/** The scores of all reviews side by side, and what each of them found. */
export function ReviewsView({ view }: { view: PlanView }) {
  const { t } = useTranslation();
  if (view.reviews.length === 0) return <Text c="dimmed">{t('plans:review.none')}</Text>;
  return (
    <Stack gap="md">
      <ScoresSideBySide view={view} />
      {view.reviews.map((review) => (
        <Stack key={review.id} gap={2} component="section">
          <Text fw={600} component="h3" m={0}>
            {t('plans:review.of', { date: review.date })}
          </Text>
          <Text className="passage">
            <bdi>{review.findings}</bdi>
          </Text>
          {review.next !== '' && (
            <Text className="passage">
              {t('plans:review.nextTold')} <bdi>{review.next}</bdi>
            </Text>
          )}
        </Stack>
      ))}
    </Stack>
  );
}

type Problem = PlanView['problems'][number];

function ScoresSideBySide({ view }: { view: PlanView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const first = new Map(view.firstScores.map(({ problem, ...score }) => [problem, score]));
  const scored = (scores: readonly ({ readonly problem: string } & Scoring)[], id: string) =>
    scores.find(({ problem }) => problem === id);
  const columns: readonly TableColumn<Problem>[] = [
    {
      key: 'issue',
      header: t('plans:problem.issue'),
      cell: ({ id, issue }) => (
        <span>
          {format.number(view.problems.findIndex((problem) => problem.id === id) + 1)}{' '}
          <CodeLabel list="safety_issue" code={issue} />
        </span>
      ),
    },
    {
      key: 'first',
      header: t('plans:review.first', { date: view.draftedOn }),
      cell: ({ id }) => <Score scoring={first.get(id)} />,
    },
    ...view.reviews.map(
      ({ id: review, date, scores }): TableColumn<Problem> => ({
        key: review,
        header: t('plans:review.of', { date }),
        cell: ({ id }) => <Score scoring={scored(scores, id)} />,
      }),
    ),
    {
      key: 'change',
      header: t('plans:review.change'),
      cell: (problem) => {
        const before = first.get(problem.id);
        return before ? <ChangeWord first={scoreOf(before)} last={scoreOf(problem)} /> : '–';
      },
    },
  ];
  return <SimpleTable label={t('plans:review.table')} columns={columns} rows={view.problems} rowKey={({ id }) => id} />;
}

function Score({ scoring }: { scoring: Scoring | undefined }) {
  const { t } = useTranslation();
  if (!scoring) return <span>–</span>;
  return (
    <Stack gap={2}>
      <ScoreBadge score={scoreOf(scoring)} />
      <Text size="sm" c="dimmed">
        {t(scoring.vulnerable ? 'plans:score.productPlus' : 'plans:score.product', {
          likelihood: scoring.likelihood,
          impact: scoring.impact,
        })}
      </Text>
    </Stack>
  );
}
