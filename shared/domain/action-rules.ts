/** @file How an action stands on a day, and what must be said when it is told that it went on. */
import { daysBetween } from '#shared/text/calendar.ts';

/** What stands on the board of promises. */
export const PROMISE_STATES = ['late', 'open', 'blocked', 'kept', 'keptLate', 'dropped'] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];

/** Statuses of an action that waits for nothing but to be done. */
export const RUNNING_ACTION_STATUSES = ['open', 'in_progress'] as const;
const running: ReadonlySet<string> = new Set(RUNNING_ACTION_STATUSES);

/** Nothing more comes of it. What has another status is open, of a newer program too. */
export const ENDED_ACTION_STATUSES = ['done', 'dropped'] as const;

/** `due`: `YYYY-MM-DD`. */
type Judged = { readonly status: string; readonly due: string };

/** An action is overdue while it is open or in progress and its day is past; one that is blocked waits for its obstacle. */
export const isLate = ({ status, due }: Judged, today: string): boolean => running.has(status) && due < today;

/**
 * `pastDue`: its day lies before today; `afterDue`: it got its status after that day. A status that only a newer program
 * knows counts as open.
 */
export function promiseState(action: {
  readonly status: string;
  readonly pastDue: boolean;
  readonly afterDue: boolean;
}): PromiseState {
  switch (action.status) {
    case 'done':
      return action.afterDue ? 'keptLate' : 'kept';
    case 'blocked':
      return 'blocked';
    case 'dropped':
      return 'dropped';
    default:
      return action.pastDue ? 'late' : 'open';
  }
}

/** Days past its day; 0 where it is not late. */
export const daysLate = (action: Judged, today: string): number =>
  isLate(action, today) ? daysBetween(action.due, today) : 0;

/** So late that it goes to the head of the office. `afterDays`: the rule `actionEscalationDays`. */
export const isEscalated = (action: Judged, today: string, afterDays: number): boolean =>
  daysLate(action, today) > afterDays;

export type ProgressFault = { readonly path: 'date' | 'note'; readonly code: string };

/** `madeOn`: the day of the meeting that agreed on the action; null where it is not known yet. */
export function progressFaults(
  told: { readonly status: string; readonly date: string; readonly note: string },
  madeOn: string | null,
): readonly ProgressFault[] {
  const faults: ProgressFault[] = [];
  if (needsNote.has(told.status) && told.note === '') faults.push({ path: 'note', code: 'field/required' });
  if (madeOn !== null && told.date < madeOn) faults.push({ path: 'date', code: 'field/before-meeting' });
  return faults;
}

/** Done asks for what was done, blocked and dropped for why. */
const needsNote: ReadonlySet<string> = new Set(['done', 'blocked', 'dropped']);
