/** @file Parts of a meeting that both its tables and its readers ask for, out of its current values. */
import type { JsonObject } from './canonical.ts';
import { intIn, type RecordValues, rowsIn, textIn } from './record-values.ts';
import type { Roll } from '#shared/domain/meeting-rules.ts';

/** Who was marked, and who came for whom. */
export const attendedIn = (values: RecordValues) =>
  values.elements('attendance').map(({ id, value }) => {
    const status = textIn(value, 'status');
    const sent = status === 'substitute' ? values.one(`substitute:${id}`) : null;
    const substitute = sent && { sex: textIn(sent, 'sex'), ageBand: textIn(sent, 'ageBand') };
    return { member: id, status, substitute };
  });

/** Null until somebody's attendance was recorded. */
export function rollIn(values: RecordValues): Roll | null {
  const roll = values.one('roll');
  return roll && { ratio: intIn(roll, 'ratio'), members: rowsIn(roll, 'members').map(toRollMember) };
}

const toRollMember = (row: JsonObject) => ({
  id: textIn(row, 'id'),
  sex: textIn(row, 'sex'),
  ageBand: textIn(row, 'ageBand'),
  votes: row.votes === true,
});

export type Approval = { readonly id: string; readonly number: number; readonly on: string; readonly reason: string };

/** Versions of the approved minutes, the first one first. */
export const approvalsIn = (values: RecordValues): readonly Approval[] =>
  values
    .elements('version')
    .map(({ id, value }) => ({
      id,
      number: intIn(value, 'number'),
      on: textIn(value, 'on'),
      reason: textIn(value, 'reason'),
    }))
    .toSorted((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1));
