import type { OutputOf } from '#shared/contract/contract.ts';
import type { GroupWords } from '#renderer/components/record/group-words.tsx';

export type Conflict = OutputOf<'records.conflicts'>[number];
export type ConflictValue = Conflict['values'][number];
export type Settled = OutputOf<'records.settled'>[number];
export type WordsByType = Readonly<Record<string, GroupWords>>;

/** Conflicts that one cause made, in the order of the first of each. */
type Together = { readonly key: string; readonly conflicts: readonly Conflict[] };

/** From this many on, one cause gets one card. */
const many = 3;

/** One card for many of one cause, and a card each for the rest. */
export function groupByCause(conflicts: readonly Conflict[]): readonly Together[] {
  const byCause = Map.groupBy(conflicts, ({ together, cause }) => `${cause.kind} ${together}`);
  return [...byCause].flatMap(([key, of]) =>
    of.length >= many ? [{ key, conflicts: of }] : of.map((one) => ({ key: keyOf(one), conflicts: [one] })),
  );
}

export const keyOf = ({ recordId, group }: Pick<Conflict, 'recordId' | 'group'>): string => `${recordId} ${group}`;

/** One side of many conflicts: where its values were written and, when all come from one office, by whom. */
export type Side = { readonly name: string; readonly choices: readonly Choice[] };
export type Choice = { recordId: string; group: string; keep: string; heads: string[] };

/** The sides whose values can all be kept at once. Accounts and voided records are decided one by one. */
export function sidesOf(conflicts: readonly Conflict[]): readonly Side[] {
  const plain = conflicts.filter(({ nature, may }) => nature === 'clerical' && may);
  const byNode = plain.every(({ values }) => new Set(values.map(({ nodeName }) => nodeName)).size === values.length);
  const nameOf = ({ nodeName, by }: ConflictValue): string => (byNode ? nodeName : by);
  const names = new Set(plain.flatMap(({ values }) => values.map(nameOf)));
  return [...names].flatMap((name) => {
    const choices = plain.flatMap((conflict) => {
      const own = conflict.values.filter((value) => nameOf(value) === name && value.state !== 'withheld');
      const [value] = own;
      return value && own.length === 1 ? [choiceOf(conflict, value)] : [];
    });
    return choices.length > 1 ? [{ name, choices }] : [];
  });
}

const choiceOf = ({ recordId, group, heads }: Conflict, { changeId }: ConflictValue): Choice => ({
  recordId,
  group,
  keep: changeId,
  heads: heads[group] ?? [],
});
