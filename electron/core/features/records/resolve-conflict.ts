import type { Handler } from '#core/context.ts';
import type { JsonObject } from '#core/changes/canonical.ts';
import type { GroupChange } from '#core/changes/write.ts';
import { conflictRule } from '#shared/domain/conflict-rules.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { bothAccounts, isFairValue, openForSettling, valuesInConflict, writeSettled } from './settle-conflict.ts';

/** Writes the decided value as a change that has seen them all; the others stay in the history. */
export const resolveConflict: Handler<'records.resolve'> = async (context, input) => {
  const { recordId, group, keep, both, value, heads } = input;
  const record = await openForSettling(context, recordId, [group]);
  if (!record.ok) return record;
  const values = await valuesInConflict(context, record.value, group);
  const noConflict = err(refusal('record/no-conflict', {}));
  if (values === null) return noConflict;
  if ([keep !== null, both, value !== null].filter(Boolean).length !== 1) return noConflict;
  let decided: JsonObject | null;
  if (value !== null) {
    if (!isFairValue(record.value.at, group, value, values)) return noConflict;
    decided = value as JsonObject;
  } else if (both) {
    if (conflictRule(record.value.at, group).nature !== 'accounts') return noConflict;
    decided = bothAccounts(record.value.at, group, values);
    if (decided === null) return err(refusal('record/accounts-too-long', {}));
  } else {
    const kept = values.find(({ changeId }) => changeId === keep);
    if (!kept || kept.state === 'withheld') return noConflict;
    decided = kept.value;
  }
  const written = await writeSettled(context, record.value, 'conflict.resolved', [{ group, value: decided }], heads);
  return written.ok ? ok({ id: recordId }) : written;
};

/** Many at once: one change a record, all or none. */
export const resolveMany: Handler<'records.resolveMany'> = async (context, { choices }) => {
  const byRecord = Map.groupBy(choices, ({ recordId }) => recordId);
  for (const [recordId, chosen] of byRecord) {
    const record = await openForSettling(
      context,
      recordId,
      chosen.map(({ group }) => group),
    );
    if (!record.ok) return record;
    const groups: GroupChange[] = [];
    for (const { group, keep } of chosen) {
      const values = await valuesInConflict(context, record.value, group);
      const kept = values?.find(({ changeId }) => changeId === keep);
      if (!kept || kept.state === 'withheld') return err(refusal('record/no-conflict', {}));
      groups.push({ group, value: kept.value });
    }
    const heads = Object.fromEntries(chosen.map((choice) => [choice.group, choice.heads]));
    const written = await writeSettled(context, record.value, 'conflict.resolved', groups, heads);
    if (!written.ok) return written;
  }
  return ok({ records: byRecord.size });
};
