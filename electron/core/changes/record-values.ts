/** @file The current values of one record, read once and asked by group. */
import type { JsonObject } from './canonical.ts';
import { uuidToBytes } from './ids.ts';
import { elementId, groupName } from './registry.ts';
import { isUuid } from './tokens.ts';

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

export type ValRow = {
  readonly grp: string;
  readonly at: string;
  readonly state: string;
  readonly v: string | null;
  readonly heads: number;
  /** What `v` says, where it is at hand. */
  readonly value?: JsonObject | null;
};

/** Rows in the order of their groups. */
export function toRecordValues(rows: readonly ValRow[]): RecordValues {
  const values = new Map<string, GroupValue>();
  const sets = new Map<string, { readonly id: string; readonly group: GroupValue }[]>();
  for (const row of rows) {
    const group = toGroupValue(row);
    values.set(row.grp, group);
    const id = elementId(row.grp);
    if (id === null) continue;
    const name = groupName(row.grp);
    const set = sets.get(name);
    if (set) set.push({ id, group });
    else sets.set(name, [{ id, group }]);
  }
  return {
    at: (rows.find(({ grp }) => grp === 'owner') ?? rows[0])?.at ?? '',
    all: values,
    one: (group) => values.get(group)?.value ?? null,
    isWithheld: (group) => values.get(group)?.state === 'withheld',
    elements: (name) =>
      (sets.get(name) ?? []).flatMap(({ id, group }) =>
        group.state === 'removed' ? [] : [{ id, value: group.value }],
      ),
  };
}

/** Values are read out of their text only where somebody asks. */
const toGroupValue = (row: ValRow): GroupValue => {
  let value = row.value;
  return {
    state: row.state as GroupValue['state'],
    get value() {
      if (value === undefined) value = row.v === null ? null : (JSON.parse(row.v) as JsonObject);
      return value;
    },
    conflict: row.heads > 1,
  };
};

/** Fields of a value that came from elsewhere: the registry checked their types, absent ones read as empty. */
export const textIn = (value: JsonObject | null | undefined, field: string): string => {
  const found = value?.[field];
  return typeof found === 'string' ? found : '';
};
export const nullableTextIn = (value: JsonObject | null | undefined, field: string): string | null => {
  const found = value?.[field];
  return typeof found === 'string' ? found : null;
};
/** The record that a field names; null for none, and where another office sent some other text. */
export const idIn = (value: JsonObject | null | undefined, field: string): Uint8Array | null => {
  const found = textIn(value, field);
  return isUuid(found) ? uuidToBytes(found) : null;
};
export const intIn = (value: JsonObject | null | undefined, field: string): number => {
  const found = value?.[field];
  return typeof found === 'number' ? found : 0;
};
export const nullableIntIn = (value: JsonObject | null | undefined, field: string): number | null => {
  const found = value?.[field];
  return typeof found === 'number' ? found : null;
};
export const flagIn = (value: JsonObject | null | undefined, field: string): boolean => value?.[field] === true;

export const textsIn = (value: JsonObject | null | undefined, field: string): readonly string[] => {
  const found = value?.[field];
  return Array.isArray(found) ? found.filter((item) => typeof item === 'string') : [];
};
export const rowsIn = (value: JsonObject | null | undefined, field: string): readonly JsonObject[] => {
  const found = value?.[field];
  return Array.isArray(found) ? (found as JsonObject[]) : [];
};
