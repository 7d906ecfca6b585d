/** @file From the fields of a form to the groups that really change: what is as it was is not written again. */
import { canonicalize, type JsonObject } from '#core/changes/canonical.ts';
import type { RecordValues } from '#core/changes/record-values.ts';
import { groupName } from '#core/changes/registry.ts';
import type { GroupChange } from '#core/changes/write.ts';

/** Wanted values by group; `null` where a group should stay as it is (withheld content a form cannot show). */
export type WantedGroups = ReadonlyMap<string, JsonObject | null>;

/**
 * Groups whose value differs from the current one. Of the sets named in `sets`, elements that are no longer wanted are
 * removed; those that are withheld here stay, since no form could show them.
 */
export function changedGroups(current: RecordValues, wanted: WantedGroups, sets: readonly string[]): GroupChange[] {
  const changes: GroupChange[] = [];
  for (const [group, value] of wanted) {
    if (value !== null && !isSame(current.all.get(group)?.value ?? null, value)) changes.push({ group, value });
  }
  for (const [group, { state }] of current.all) {
    if (state === 'value' && sets.includes(groupName(group)) && !wanted.has(group)) {
      changes.push({ group, value: null });
    }
  }
  return changes;
}

/** Every group of a new record. */
export const newGroups = (wanted: WantedGroups): GroupChange[] =>
  [...wanted].flatMap(([group, value]) => (value === null ? [] : [{ group, value }]));

/** Nothing is said in it: it is written only to take back what stood there. */
export const isBlank = (value: JsonObject): boolean =>
  Object.values(value).every((field) => field === null || field === '' || (Array.isArray(field) && field.length === 0));

/** Fields that a newer program added to the value are carried along. */
function isSame(before: JsonObject | null, after: JsonObject): boolean {
  if (before === null) return false;
  return Buffer.compare(canonicalize(before), canonicalize({ ...before, ...after })) === 0;
}
