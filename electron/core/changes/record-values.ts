/** @file The current values of one record, read once and asked by group. */
import type { SqliteDatabase } from '#core/db/driver.ts';
import type { JsonObject } from './canonical.ts';
import { elementId, groupName } from './registry.ts';
import { all } from './statements.ts';

export type GroupValue = {
  readonly state: 'value' | 'removed' | 'withheld';
  /** Null when removed or withheld. */
  readonly value: JsonObject | null;
  readonly conflict: boolean;
};

export type RecordValues = {
  /** Type of the record, as its owner made it; empty when there is no value. */
  readonly at: string;
  readonly all: ReadonlyMap<string, GroupValue>;
  one(group: string): JsonObject | null;
  isWithheld(group: string): boolean;
  /** Elements of a set that were not removed, by element id in order. A withheld one has value null. */
  elements(group: string): readonly { readonly id: string; readonly value: JsonObject | null }[];
};

type ValRow = {
  readonly grp: string;
  readonly at: string;
  readonly state: string;
  readonly v: string | null;
  readonly heads: number;
};

export const valColumns = 'grp, at, state, v, heads';

export function readValues(raw: SqliteDatabase, agg: Uint8Array): RecordValues {
  return toRecordValues(all<ValRow>(raw, `SELECT ${valColumns} FROM val WHERE agg = ? ORDER BY grp`, agg));
}

export function toRecordValues(rows: readonly ValRow[]): RecordValues {
  const values = new Map<string, GroupValue>(rows.map((row) => [row.grp, toGroupValue(row)]));
  return {
    at: (rows.find(({ grp }) => grp === 'owner') ?? rows[0])?.at ?? '',
    all: values,
    one: (group) => values.get(group)?.value ?? null,
    isWithheld: (group) => values.get(group)?.state === 'withheld',
    elements: (group) =>
      [...values].flatMap(([name, { state, value }]) => {
        const id = groupName(name) === group ? elementId(name) : null;
        return id === null || state === 'removed' ? [] : [{ id, value }];
      }),
  };
}

const toGroupValue = (row: ValRow): GroupValue => ({
  state: row.state as GroupValue['state'],
  value: row.v === null ? null : (JSON.parse(row.v) as JsonObject),
  conflict: row.heads > 1,
});

/** Fields of a value that came from elsewhere: the registry checked their types, absent ones read as empty. */
export const textIn = (value: JsonObject | null | undefined, field: string): string => {
  const found = value?.[field];
  return typeof found === 'string' ? found : '';
};
export const nullableTextIn = (value: JsonObject | null | undefined, field: string): string | null => {
  const found = value?.[field];
  return typeof found === 'string' ? found : null;
};
export const intIn = (value: JsonObject | null | undefined, field: string): number => {
  const found = value?.[field];
  return typeof found === 'number' ? found : 0;
};
export const textsIn = (value: JsonObject | null | undefined, field: string): readonly string[] => {
  const found = value?.[field];
  return Array.isArray(found) ? found.filter((item) => typeof item === 'string') : [];
};
export const rowsIn = (value: JsonObject | null | undefined, field: string): readonly JsonObject[] => {
  const found = value?.[field];
  return Array.isArray(found) ? (found as JsonObject[]) : [];
};
