import { useTranslation } from 'react-i18next';
import type { PlanView, ProblemView } from '#shared/contract/plans.ts';
import { bandOf, raisedAbove, scoreOf } from '#shared/domain/plan-score.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { useIsSensitive } from '#renderer/components/issues/use-is-sensitive.ts';
import { useFormat } from '#renderer/components/language-context.tsx';
import {
  type PaperColumn,
  PaperFacts,
  PaperLine,
  PaperTable,
  PaperText,
} from '#renderer/components/paper/paper-pieces.tsx';
import { RiskMatrix } from './risk-matrix.tsx';

/** The matrix, the table that says the same, and each problem in words, in the order the forum agreed on. */
export function PlanPaperProblems({ plan: { problems, rankReason } }: { plan: PlanView }) {
  const { t } = useTranslation();
  if (problems.length === 0) return <p>{t('plans:problem.none')}</p>;
  return (
    <>
      <RiskMatrix problems={problems} />
      <Scores problems={problems} />
      {rankReason !== '' && (
        <p>
          {t('plans:problem.rankTold')} <bdi>{rankReason}</bdi>
        </p>
      )}
      {problems.map((problem, index) => (
        <Problem key={problem.id} problem={problem} rank={index + 1} />
      ))}
    </>
  );
}

/** Rows are numbered, and their numbers are the ranks. */
function Scores({ problems }: { problems: readonly ProblemView[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const raised = new Set(raisedAbove(problems.map(scoreOf)));
  const columns: readonly PaperColumn<ProblemView>[] = [
    {
      key: 'issue',
      header: t('plans:problem.issue'),
      width: 'wide',
      cell: (problem) => (
        <>
          <CodeLabel list="safety_issue" code={problem.issue} />
          {raised.has(problems.indexOf(problem)) && ` ${t('plans:problem.raised')}`}
        </>
      ),
    },
    { key: 'likelihood', header: t('plans:score.likelihood'), cell: ({ likelihood }) => format.number(likelihood) },
    { key: 'impact', header: t('plans:score.impact'), cell: ({ impact }) => format.number(impact) },
    {
      key: 'vulnerable',
      header: t('plans:score.vulnerableShort'),
      cell: ({ vulnerable }) => vulnerable && t('plans:score.plus'),
    },
    {
      key: 'score',
      header: t('plans:score.score'),
      cell: (problem) => (
        <>
          {t('plans:score.of', { score: scoreOf(problem) })}{' '}
          <CodeLabel list="priority_band" code={bandOf(scoreOf(problem))} />
        </>
      ),
    },
  ];
  return <PaperTable columns={columns} rows={problems} rowKey={({ id }) => id} empty="" />;
}

/** A plan is given to authorities: what is said of a sensitive problem stays at the office, also where it is known here. */
function Problem({ problem, rank }: { problem: ProblemView; rank: number }) {
  const { t } = useTranslation();
  const withheld = useIsSensitive()(problem.issue);
  const told = (value: string | null) => (value === '' ? '' : <PaperText value={value} />);
  return (
    <div className="paper-point">
      <p>
        <b>
          {t('plans:problem.number', { rank })} <CodeLabel list="safety_issue" code={problem.issue} />
        </b>
      </p>
      <PaperLine
        parts={[
          problem.timeOfDay && <CodeLabel key="time" list="time_of_day" code={problem.timeOfDay} />,
          ...problem.harmed.map((group) => <CodeLabel key={group} list="mapping_group" code={group} />),
        ]}
      />
      {withheld ? (
        <p>
          <PaperText value={null} />
        </p>
      ) : (
        <PaperFacts
          facts={[
            { label: t('plans:problem.statement'), value: told(problem.statement) },
            { label: t('plans:problem.place'), value: told(problem.place) },
            { label: t('plans:problem.immediateCauses'), value: told(problem.immediateCauses) },
            { label: t('plans:problem.deeperCauses'), value: told(problem.deeperCauses) },
            { label: t('plans:problem.effects'), value: told(problem.effects) },
          ]}
        />
      )}
    </div>
  );
}
