import { Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PlanActionView } from '#shared/contract/plans.ts';
import { SSP_ACTION_STATUS } from '#shared/domain/generated/code-lists.ts';
import { dueDateOf } from '#shared/domain/plan-status.ts';
import { addMonths, daysBetween, isCalendarDate } from '#shared/text/calendar.ts';
import { formatMonth } from '#shared/text/dates.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { useFormat, useScreenLanguage } from '#renderer/components/language-context.tsx';
import { today } from '#renderer/components/today.ts';

type Props = { actions: readonly PlanActionView[]; startsOn: string; endsOn: string };

const width = 760;
const side = 46;
const row = 30;
const top = 30;

/** One bar for each action, from its start to its deadline, in the direction of reading; a line marks today. */
export function ActionTimeline({ actions, startsOn, endsOn }: Props) {
  const { t } = useTranslation();
  const { language, digits } = useScreenLanguage();
  const scale = useScale(actions, startsOn, endsOn);
  if (scale === null || actions.length === 0) return null;
  const height = top + actions.length * row + 12;
  return (
    <Stack gap="xs" className="plan-picture">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t('plans:timeline.label', { count: actions.length })}
        direction="ltr"
      >
        {scale.ticks.map(({ month, x }) => (
          <g key={month} className="plan-axis">
            <line x1={x} x2={x} y1={top - 6} y2={height - 10} className="plan-grid" />
            <text x={x} y={top - 12} textAnchor="middle">
              {formatMonth(month, language, digits)}
            </text>
          </g>
        ))}
        {actions.map((action, index) => (
          <Bar key={action.id} action={action} number={index + 1} y={top + index * row} scale={scale} />
        ))}
        {scale.now !== null && (
          <line x1={scale.now} x2={scale.now} y1={top - 6} y2={height - 10} className="plan-today" />
        )}
      </svg>
      <Group gap="md" component="ul" className="plan-legend">
        {SSP_ACTION_STATUS.filter((status) => actions.some((action) => action.status === status)).map((status) => (
          <Group key={status} gap={6} component="li">
            <span className={`plan-swatch plan-bar-${status}`} aria-hidden />
            <CodeLabel list="ssp_action_status" code={status} />
          </Group>
        ))}
        {scale.now !== null && (
          <Group gap={6} component="li">
            <span className="plan-swatch plan-swatch-today" aria-hidden />
            {t('plans:timeline.today')}
          </Group>
        )}
      </Group>
    </Stack>
  );
}

type Scale = {
  readonly xOf: (date: string) => number;
  readonly isRtl: boolean;
  readonly ticks: readonly { readonly month: string; readonly x: number }[];
  /** Where today lies; null outside the picture. */
  readonly now: number | null;
};

/** From the earliest to the latest day of all; null where a day is no date, as a newer program may have written it. */
function useScale(actions: Props['actions'], startsOn: string, endsOn: string): Scale | null {
  const isRtl = useScreenLanguage().direction === 'rtl';
  const days = [startsOn, endsOn, ...actions.flatMap((action) => [action.startsOn ?? startsOn, dueDateOf(action)])];
  if (!days.every(isCalendarDate)) return null;
  const sorted = days.toSorted();
  const first = `${(sorted[0] ?? startsOn).slice(0, 7)}-01`;
  const last = sorted.at(-1) ?? endsOn;
  const length = Math.max(1, daysBetween(first, last));
  const xOf = (date: string): number => {
    const along = side + (daysBetween(first, date) / length) * (width - 2 * side);
    return isRtl ? width - along : along;
  };
  const now = today();
  return { xOf, isRtl, ticks: ticksOf(first, last, xOf), now: now < first || now > last ? null : xOf(now) };
}

/** So many months that their names do not lie on each other. */
function ticksOf(first: string, last: string, xOf: (date: string) => number) {
  const months: string[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
  const every = Math.max(1, Math.ceil(months.length / 5));
  return months.filter((_, index) => index % every === 0).map((month) => ({ month: month.slice(0, 7), x: xOf(month) }));
}

function Bar({ action, number, y, scale }: { action: PlanActionView; number: number; y: number; scale: Scale }) {
  const format = useFormat();
  const end = scale.xOf(dueDateOf(action));
  const agreed = scale.xOf(action.due);
  const start = action.startsOn === null ? end : scale.xOf(action.startsOn);
  const left = Math.min(start, end);
  const length = Math.max(8, Math.abs(end - start));
  return (
    <g>
      <text x={scale.isRtl ? width - 4 : 4} y={y + 19} textAnchor={scale.isRtl ? 'end' : 'start'} className="plan-axis">
        {format.number(number)}
      </text>
      <rect x={left} y={y + 6} width={length} height={16} rx={3} className={`plan-bar plan-bar-${action.status}`} />
      {action.newDue !== null && <line x1={agreed} x2={agreed} y1={y + 3} y2={y + 25} className="plan-agreed" />}
    </g>
  );
}
