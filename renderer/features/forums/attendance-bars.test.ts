import { describe, expect, it } from 'vitest';
import { attendanceChart } from './attendance-bars.ts';

const meeting = (present: number, women: number, expected = 20) => ({
  meetingId: 'm',
  year: 2026,
  number: 1,
  date: '2026-01-01',
  type: 'regular',
  expected,
  present,
  women,
  quorum: null,
});
const box = { width: 620, height: 220, axis: 20, foot: 20, head: 0 };

describe('the chart of attendance', () => {
  it('begins at the side where reading begins', () => {
    const meetings = [meeting(10, 4), meeting(20, 5)];
    expect(attendanceChart(meetings, box, false).bars.map(({ x }) => x)).toEqual([170, 470]);
    expect(attendanceChart(meetings, box, true).bars.map(({ x }) => x)).toEqual([450, 150]);
  });

  it('draws women and others to one scale, and the expected as a line', () => {
    const { bars, ticks, floor } = attendanceChart([meeting(10, 4)], box, false);
    expect(floor).toBe(200);
    expect(ticks.map(({ value }) => value)).toEqual([0, 5, 10, 15, 20]);
    expect(bars[0]).toMatchObject({ women: 40, others: 60, expectedY: 0 });
  });

  it('holds a forum of nobody and one of hundreds', () => {
    expect(attendanceChart([], box, false).bars).toEqual([]);
    const [bar] = attendanceChart([meeting(90, 3, 95)], box, false).bars;
    expect(bar?.expectedY).toBeGreaterThanOrEqual(0);
  });
});
