/** @file How an action of a meeting stands: its minutes say how it began, entries of progress how it went on. */
import { nullableTextIn, type RecordValues, textIn } from './record-values.ts';

export type ActionProgress = {
  readonly id: string;
  readonly date: string;
  readonly status: string;
  readonly note: string;
  readonly evidence: string;
  /** The meeting that reviewed it; null: told between meetings. */
  readonly meeting: string | null;
};

/** What was told about one action of these minutes, oldest first; of one day in the order of the entries. */
export const progressOf = (minutes: RecordValues, action: string): readonly ActionProgress[] =>
  minutes
    .elements('progress')
    .filter(({ value }) => textIn(value, 'action') === action)
    .map(({ id, value }) => ({
      id,
      date: textIn(value, 'date'),
      status: textIn(value, 'status'),
      note: textIn(value, 'note'),
      evidence: textIn(value, 'evidence'),
      meeting: nullableTextIn(value, 'meeting'),
    }))
    .toSorted((a, b) => (a.date === b.date ? compare(a.id, b.id) : compare(a.date, b.date)));

export type ActionState = {
  readonly status: string;
  /** What was told last. */
  readonly note: string;
  readonly date: string | null;
  /** The day from which it has its status without a break; of a done action the day it was done. */
  readonly since: string | null;
};

/** What was told last; where nothing was, the status that the minutes gave it. */
export function stateOfAction(minutes: RecordValues, action: string, statusInMinutes: string): ActionState {
  const told = progressOf(minutes, action);
  const last = told.at(-1);
  if (!last) return { status: statusInMinutes, note: '', date: null, since: null };
  const other = told.findLastIndex(({ status }) => status !== last.status);
  return { status: last.status, note: last.note, date: last.date, since: told[other + 1]?.date ?? last.date };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
