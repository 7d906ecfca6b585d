/** @file Writing what a person decided about a conflict: one change that has seen all the values. */
import type { JsonObject, JsonValue } from '#core/changes/canonical.ts';
import { uuidToBytes } from '#core/changes/ids.ts';
import { textIn } from '#core/changes/record-values.ts';
import { fitsGroup, groupSpecOf, type RecordType } from '#core/changes/registry.ts';
import type { GroupChange, WriteFault } from '#core/changes/write.ts';
import type { HomeContext } from '#core/context.ts';
import { conflictRule, joinAccounts } from '#shared/domain/conflict-rules.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { type HeadValue, headValues, isSameJson } from './conflict-values.ts';
import { authorNames } from './authors.ts';
import { isOfferedAway, mayVoid } from './guards.ts';
import { headsOf, type OpenRecord, openAnyRecord } from './read-record.ts';
import { listVoidConflicts, voidGroups } from './void-conflicts.ts';

/** The record a decision is about. What is void may only be asked whether it stays so. */
export async function openForSettling(
  context: HomeContext,
  recordId: string,
  groups: readonly string[],
): Promise<
  Result<OpenRecord, AppError<'record/not-found' | 'record/voided' | 'record/not-yours' | 'record/offered-away'>>
> {
  const record = await openAnyRecord(context, recordId);
  if (!record) return err(refusal('record/not-found', {}));
  const asksVoid = groups.includes('void');
  if (record.voided && !groups.every((group) => group === 'void')) return err(refusal('record/voided', {}));
  if (asksVoid && !mayVoid(context, record)) return err(refusal('record/not-yours', {}));
  return isOfferedAway(record) ? err(refusal('record/offered-away', {})) : ok(record);
}

/** The values between which somebody decides; null when there is nothing to decide. */
export async function valuesInConflict(
  context: HomeContext,
  record: OpenRecord,
  group: string,
): Promise<readonly HeadValue[] | null> {
  const row = await context.db
    .selectFrom('val')
    .select(['agg', 'grp', 'at', 'id16', 'heads'])
    .where('agg', '=', uuidToBytes(record.id))
    .where('grp', '=', group)
    .executeTakeFirst();
  // Who owns a record is settled by handing it over.
  if (!row || group === 'owner') return null;
  const asked = row.heads > 1 || (group === 'void' && (await isVoidedUnseen(context, record.id)));
  return asked ? headValues(context, row, await authorNames(context)) : null;
}

/** All accounts in one value, each over its author; null when they would not fit into the field. */
export function bothAccounts(at: RecordType, group: string, values: readonly HeadValue[]): JsonObject | null {
  const [field = ''] = conflictRule(at, group).texts;
  const text = joinAccounts(
    values
      .filter(({ value }) => textIn(value, field).trim() !== '')
      .map(({ value, by, nodeName, at: moment }) => ({
        text: textIn(value, field),
        by,
        nodeName,
        date: moment.slice(0, 10),
      })),
  );
  const shown = values.find((value) => value.shown)?.value ?? {};
  return text.length > longestText ? null : { ...shown, [field]: text };
}

/** Whether a new value words anew only what people word, and takes everything else from the values it settles. */
export function isFairValue(
  at: RecordType,
  group: string,
  wanted: Readonly<Record<string, unknown>>,
  values: readonly HeadValue[],
): boolean {
  const rule = conflictRule(at, group);
  const spec = groupSpecOf(at, group);
  if (group === 'void') return Object.keys(wanted).length === 1 && typeof wanted.voided === 'boolean';
  if (rule.whole || !spec || !fitsGroup(spec, wanted as JsonObject)) return false;
  return Object.entries(wanted).every(([field, value]) => {
    if (rule.texts.includes(field) && typeof value === 'string') return value.length <= longestText;
    return values.some((head) => isSameJson(head.value?.[field] ?? null, value as JsonValue));
  });
}

/** Writes decided values; `heads` are those the person was shown. */
export async function writeSettled(
  context: HomeContext,
  record: OpenRecord,
  kind: 'conflict.resolved' | 'conflict.undone',
  groups: readonly GroupChange[],
  heads: Readonly<Record<string, readonly string[]>>,
): Promise<Result<null, WriteFault>> {
  const current = await headsOf(context, record.id);
  const all = groups.flatMap((change) =>
    change.group === 'void' ? voidGroups(context, current, change.value?.voided === true) : [change],
  );
  return context.write({ record: record.id, at: record.at, kind, groups: all, heads });
}

/** As the contract bounds the longest text of a form. */
const longestText = 20_000;

const isVoidedUnseen = async (context: HomeContext, recordId: string): Promise<boolean> =>
  (await listVoidConflicts(context, { names: new Map(), limit: 1, recordId })).length > 0;
