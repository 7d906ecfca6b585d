import { addDays } from '#shared/text/calendar.ts';

export const PERIODS = ['quarter', 'year', 'ahead', 'all'] as const;
export type Period = (typeof PERIODS)[number];

/** First and last day on which a promise of this period is due; null: no bound. */
export function datesOf(period: Period, today: string): { readonly from: string | null; readonly to: string | null } {
  switch (period) {
    case 'quarter':
      return { from: addDays(today, -91), to: today };
    case 'year':
      return { from: addDays(today, -365), to: today };
    case 'ahead':
      return { from: today, to: addDays(today, 91) };
    case 'all':
      return { from: null, to: null };
  }
}
