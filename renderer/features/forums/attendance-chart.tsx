import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ForumDashboard } from '#shared/contract/forums.ts';
import { useFormat, useScreenLanguage } from '#renderer/components/language-context.tsx';
import { meetingNumber } from '#renderer/components/meeting-number.ts';
import { type AttendanceBar, attendanceChart } from './attendance-bars.ts';
import './attendance-chart.css';

const box = { width: 680, height: 240, axis: 36, foot: 28, head: 22 };

/** Women and others who came, one bar a meeting, under the line of those expected. The table beside it says the same. */
export function AttendanceChart({ meetings }: { meetings: readonly ForumDashboard['attendance'][number][] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const mirrored = useScreenLanguage().direction === 'rtl';
  const hatch = useId();
  const { bars, ticks, floor } = attendanceChart(meetings, box, mirrored);
  const edge = mirrored ? box.width - box.axis : box.axis;
  return (
    <figure className="attendance-chart">
      <div dir="ltr">
        <svg viewBox={`0 0 ${box.width} ${box.height}`} role="img" aria-label={t('forums:attendance.chart')}>
          <defs>
            <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width="6" height="6" className="attendance-women" />
              <rect width="2" height="6" className="attendance-stripe" />
            </pattern>
          </defs>
          {ticks.map(({ value, y }) => (
            <g key={value}>
              <line x1={box.axis * (mirrored ? 0 : 1)} x2={box.width - (mirrored ? box.axis : 0)} y1={y} y2={y} />
              <text x={mirrored ? edge + 8 : edge - 8} y={y + 4} textAnchor={mirrored ? 'start' : 'end'}>
                {format.number(value)}
              </text>
            </g>
          ))}
          {bars.map((bar) => (
            <Bar key={bar.meeting.meetingId} bar={bar} floor={floor} hatch={hatch} />
          ))}
        </svg>
      </div>
      <figcaption>
        <Legend className="attendance-women striped" text={t('forums:attendance.women')} />
        <Legend className="attendance-others" text={t('forums:attendance.others')} />
        <Legend className="attendance-line" text={t('forums:attendance.expected')} />
      </figcaption>
    </figure>
  );
}

function Bar({ bar, floor, hatch }: { bar: AttendanceBar; floor: number; hatch: string }) {
  const format = useFormat();
  const { x, from, width, women, others, expectedY, meeting } = bar;
  return (
    <g>
      <rect x={from} y={floor - women} width={width} height={women} fill={`url(#${hatch})`} />
      <rect x={from} y={floor - women - others} width={width} height={others} className="attendance-others" />
      <line x1={from - 6} x2={from + width + 6} y1={expectedY} y2={expectedY} className="attendance-expected" />
      <text x={x} y={floor - women - others - 5} textAnchor="middle">
        {format.number(meeting.present)}
      </text>
      <text x={x} y={box.height - 8} textAnchor="middle">
        {meetingNumber(meeting)}
      </text>
    </g>
  );
}

const Legend = ({ className, text }: { className: string; text: string }) => (
  <span className="attendance-legend">
    <span className={`attendance-swatch ${className}`} aria-hidden />
    {text}
  </span>
);
