import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProblemView } from '#shared/contract/plans.ts';
import { PRIORITY_BAND } from '#shared/domain/generated/code-lists.ts';
import { bandOf, impactCode, likelihoodCode } from '#shared/domain/plan-score.ts';
import { useFormat, useScreenLanguage } from '#renderer/components/language-context.tsx';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { useCodeList } from '#renderer/components/use-reference.ts';

type Props = { problems: readonly Pick<ProblemView, 'id' | 'likelihood' | 'impact' | 'vulnerable'>[] };

const cell = { width: 116, height: 62 };
/** Room for the words beside the rows and under the columns. */
const margin = { side: 128, below: 58, top: 8 };
const width = margin.side + 5 * cell.width + 8;
const height = margin.top + 5 * cell.height + margin.below;
const steps = [1, 2, 3, 4, 5] as const;

/** Likelihood upwards, impact in the direction of reading; each problem stands in its field with the number of its rank. */
export function RiskMatrix({ problems }: Props) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" className="plan-picture">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t('plans:matrix.label', { count: problems.length })}
        direction="ltr"
      >
        {steps.map((likelihood) =>
          steps.map((impact) => (
            <MatrixCell
              key={`${likelihood} ${impact}`}
              likelihood={likelihood}
              impact={impact}
              problems={problems.flatMap((problem, index) =>
                problem.likelihood === likelihood && problem.impact === impact
                  ? [{ rank: index + 1, vulnerable: problem.vulnerable }]
                  : [],
              )}
            />
          )),
        )}
        <AxisWords />
      </svg>
      <Legend />
    </Stack>
  );
}

/** The beginning of a line of reading is on the right in Arabic and Kurdish. */
function useColumns() {
  const isRtl = useScreenLanguage().direction === 'rtl';
  return {
    xOf: (impact: number) => (isRtl ? 8 + (5 - impact) * cell.width : margin.side + (impact - 1) * cell.width),
    side: isRtl
      ? { x: width - margin.side + 8, anchor: 'start' as const }
      : { x: margin.side - 8, anchor: 'end' as const },
  };
}

const yOf = (likelihood: number): number => margin.top + (5 - likelihood) * cell.height;

type CellProps = {
  likelihood: number;
  impact: number;
  problems: readonly { readonly rank: number; readonly vulnerable: boolean }[];
};

function MatrixCell({ likelihood, impact, problems }: CellProps) {
  const format = useFormat();
  const { xOf } = useColumns();
  const x = xOf(impact);
  const y = yOf(likelihood);
  const score = likelihood * impact;
  const gap = Math.min(34, (cell.width - 24) / Math.max(1, problems.length));
  const first = x + cell.width / 2 - (gap * (problems.length - 1)) / 2;
  return (
    <g>
      <rect x={x} y={y} width={cell.width} height={cell.height} className={`plan-cell plan-band-${bandOf(score)}`} />
      <text x={x + 8} y={y + 17} className="plan-cell-score">
        {format.number(score)}
      </text>
      {problems.map(({ rank, vulnerable }, index) => (
        <g key={rank}>
          {vulnerable && <circle cx={first + index * gap} cy={y + 38} r={17} className="plan-dot-ring" />}
          <circle cx={first + index * gap} cy={y + 38} r={13} className="plan-dot" />
          <text x={first + index * gap} y={y + 43} textAnchor="middle" className="plan-dot-rank">
            {format.number(rank)}
          </text>
        </g>
      ))}
    </g>
  );
}

function AxisWords() {
  const { t } = useTranslation();
  const { direction } = useScreenLanguage();
  const { xOf, side } = useColumns();
  const likelihoods = useCodeList('likelihood');
  const impacts = useCodeList('impact');
  return (
    <g className="plan-axis">
      {steps.map((value) => (
        <text key={`l${value}`} x={side.x} y={yOf(value) + cell.height / 2 + 5} textAnchor={side.anchor}>
          {likelihoods.labelOf(likelihoodCode(value) ?? '')}
        </text>
      ))}
      {steps.map((value) => (
        <text
          key={`i${value}`}
          x={xOf(value) + cell.width / 2}
          y={margin.top + 5 * cell.height + 20}
          textAnchor="middle"
        >
          {impacts.labelOf(impactCode(value) ?? '')}
        </text>
      ))}
      <text x={width / 2} y={height - 10} textAnchor="middle" className="plan-axis-title" direction={direction}>
        {t('plans:matrix.axes')}
      </text>
    </g>
  );
}

function Legend() {
  const { t } = useTranslation();
  return (
    <Group gap="md" component="ul" className="plan-legend">
      {PRIORITY_BAND.map((band) => (
        <Group key={band} gap={6} component="li">
          <span className={`plan-swatch plan-band-${band}`} aria-hidden />
          <CodeLabel list="priority_band" code={band} />
        </Group>
      ))}
      <Text component="li">{t('plans:matrix.ring')}</Text>
    </Group>
  );
}
