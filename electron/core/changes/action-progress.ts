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

/** The latest entry; where there is none, the status that the minutes gave it. */
export function stateOfAction(
  minutes: RecordValues,
  action: string,
  statusInMinutes: string,
): { readonly status: string; readonly note: string; readonly date: string | null } {
  const last = progressOf(minutes, action).at(-1);
  return last
    ? { status: last.status, note: last.note, date: last.date }
    : { status: statusInMinutes, note: '', date: null };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
