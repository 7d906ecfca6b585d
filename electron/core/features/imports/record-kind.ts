/** @file Rows that are a record each: judged by the schema of the form, written by the use-cases of the form. */
import type { RecordType } from '#core/changes/registry.ts';
import type { HomeContext } from '#core/context.ts';
import { canRecord } from '#core/features/records/guards.ts';
import { headsOf, isNewer, type OpenRecord, openRecord } from '#core/features/records/read-record.ts';
import { fieldFaults } from '#core/field-faults.ts';
import type { z } from '#shared/contract/zod.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { Found, ImportKind, OpenKind, ValueFault, Values } from './import-kind.ts';
import { type FoundRecord, recordsToCompare } from './imports-store.ts';

type Fault = { readonly path: readonly (string | number)[]; readonly code: string };
type Saved = Promise<Result<{ readonly id: string }, AppError>>;

export type RecordKind<F> = {
  readonly at: RecordType & ('asset' | 'meeting' | 'training');
  readonly title: (values: Values) => string;
  readonly keys: (values: Values) => readonly string[];
  readonly keysOfRecord: (key: FoundRecord['key']) => readonly string[];
  readonly schema: z.ZodType;
  /** Fields of a form where nothing is typed yet. */
  readonly blank: () => F;
  /** The form as it would open on a record. */
  readonly current: (record: OpenRecord) => F;
  /** Lays what a row says over the fields; what it leaves empty stays. */
  readonly merge: (fields: F, values: Values, newId: () => string) => F;
  /** What the schema does not see; `isNew`: there is no record yet. */
  readonly faults: (fields: F, isNew: boolean) => readonly Fault[];
  /** The field of the sheet that a path of the form belongs to. */
  readonly fieldOf: (path: string) => string;
  readonly isOpen: (record: OpenRecord) => boolean;
  readonly create: (context: HomeContext, fields: F, values: Values) => Saved;
  readonly edit: (context: HomeContext, id: string, fields: F, heads: Readonly<Record<string, string[]>>) => Saved;
};

export const openRecordKind =
  <F>(kind: RecordKind<F>): OpenKind =>
  async (context) => {
    const allowed = canRecord(context, 'policing');
    if (!allowed.ok) return allowed;
    return ok(importOf(context, kind, await foundByKey(context, kind)));
  };

async function foundByKey<F>(context: HomeContext, kind: RecordKind<F>): Promise<ReadonlyMap<string, Found>> {
  const byKey = new Map<string, Found>();
  for (const { id, title, updated, key } of await recordsToCompare(context, kind.at)) {
    for (const one of kind.keysOfRecord(key)) byKey.set(one, { record: id, element: null, title, stamp: updated });
  }
  return byKey;
}

function importOf<F>(context: HomeContext, kind: RecordKind<F>, byKey: ReadonlyMap<string, Found>): ImportKind {
  const newId = (): string => context.services.ports.newId();
  const judge = (fields: F, isNew: boolean): ValueFault[] => {
    const parsed = kind.schema.safeParse(fields);
    const told = parsed.success ? [] : fieldFaults(parsed.error);
    const more = kind.faults(fields, isNew).map(({ path, code }) => ({ path: path.join('.'), code }));
    return [...told, ...more].map(({ path, code }) => ({ field: kind.fieldOf(path), code }));
  };
  const open = async (found: Found): Promise<OpenRecord | null> => {
    const record = await openRecord(context, found.record, kind.at);
    return record?.mine && !record.voided ? record : null;
  };
  return {
    titleOf: kind.title,
    keysOf: kind.keys,
    find: (key) => byKey.get(key) ?? null,
    faultsOf: (values) => judge(kind.merge(kind.blank(), values, newId), true),
    compare: async (values, found) => {
      const record = await open(found);
      if (!record) return { differs: [], mayUpdate: false };
      const before = kind.current(record);
      const differs = Object.keys(values).filter((field) => {
        const after = kind.merge(before, { [field]: values[field] ?? '' }, newId);
        return JSON.stringify(after) !== JSON.stringify(before);
      });
      // It says what is there: nothing would be written.
      if (differs.length === 0) return { differs, mayUpdate: true };
      const merged = kind.merge(before, values, newId);
      return { differs, mayUpdate: (await isWritable(context, kind, record)) && judge(merged, false).length === 0 };
    },
    units: (chosen) =>
      chosen.map((row) => ({
        rows: [row],
        at: kind.at,
        record: row.found?.record ?? null,
        write: async () => {
          const { values, found } = row;
          if (found === null)
            return kind.create(context, checked(kind, kind.merge(kind.blank(), values, newId)), values);
          const record = await open(found);
          if (!record) return err(refusal('record/not-found', {}));
          const fields = checked(kind, kind.merge(kind.current(record), values, newId));
          return kind.edit(context, found.record, fields, await headsOf(context, found.record));
        },
      })),
  };
}

/** A record whose values are in conflict is settled first: an import would decide it unseen. */
const isWritable = async <F>(context: HomeContext, kind: RecordKind<F>, record: OpenRecord): Promise<boolean> =>
  kind.isOpen(record) &&
  ![...record.values.all.values()].some(({ conflict }) => conflict) &&
  !(await isNewer(context, record.id));

/** As dispatch would hand them on: trimmed, with what was left out filled in. */
const checked = <F>(kind: RecordKind<F>, fields: F): F => {
  const parsed = kind.schema.safeParse(fields);
  return parsed.success ? (parsed.data as F) : fields;
};
