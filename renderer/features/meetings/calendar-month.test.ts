import { describe, expect, it } from 'vitest';
import { weekdayOf } from '#shared/text/calendar.ts';
import { isInMonth, weeksOfMonth } from './calendar-month.ts';

describe('weeksOfMonth', () => {
  it.each(['2026-02-10', '2026-08-01', '2025-12-31', '2028-02-29'])('of %s begins weeks on Saturday', (day) => {
    const weeks = weeksOfMonth(day);
    for (const week of weeks) {
      expect(week).toHaveLength(7);
      expect(weekdayOf(week[0] ?? '')).toBe(6);
    }
    const days = weeks.flat().filter((one) => isInMonth(one, day));
    expect(days[0]?.slice(8)).toBe('01');
    expect(days).toContain(day);
    expect(new Set(days).size).toBe(days.length);
  });

  it('shows no week that lies outside the month', () => {
    // 1 August 2026 is a Saturday, 28 February 2026 too.
    expect(weeksOfMonth('2026-08-15')[0]?.[0]).toBe('2026-08-01');
    expect(weeksOfMonth('2026-02-15').at(-1)?.[0]).toBe('2026-02-28');
  });
});
