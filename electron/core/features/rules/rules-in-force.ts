import type { HomeContext } from '#core/context.ts';
import { directorateOf } from '#core/features/reference/directorate.ts';
import { defaultRuleValues, periodOn, RULE_KEYS, type RuleKey, type RuleValues } from '#shared/domain/rules.ts';
import { rulesOf, type StoredPeriod } from './rules-store.ts';

/**
 * The rule values of the directorate that hold on a day people entered, `YYYY-MM-DD`, as far as they are known here;
 * without a day those that were set last. What it never set is the shipped default.
 */
export async function rulesInForce(context: HomeContext, day: string | null = null): Promise<RuleValues> {
  const periods = await periodsByKey(context);
  const values: Record<RuleKey, number> = { ...defaultRuleValues };
  for (const [key, set] of periods) values[key] = periodOn(set, day)?.value ?? values[key];
  return values;
}

/** What the directorate has set, for each rule that it has set anything for. */
export async function periodsByKey(context: HomeContext): Promise<ReadonlyMap<RuleKey, readonly StoredPeriod[]>> {
  const found = new Map<RuleKey, readonly StoredPeriod[]>();
  const root = directorateOf(context);
  // Before enrolment nobody is known to ask.
  if (root === null) return found;
  for (const { key, periods } of await rulesOf(context.db, root))
    found.set(key, [...(found.get(key) ?? []), ...periods]);
  return found;
}

/** As `rulesInForce`, for screens: with since when, and all that was set. */
export async function ruleRows(context: HomeContext, day: string | null) {
  const byKey = await periodsByKey(context);
  return RULE_KEYS.map((key) => {
    const periods = byKey.get(key) ?? [];
    const holds = periodOn(periods, day);
    return {
      key,
      value: holds?.value ?? defaultRuleValues[key],
      since: holds?.since ?? null,
      periods: periods.toSorted((a, b) => (a.since < b.since || (a.since === b.since && a.id < b.id) ? -1 : 1)),
    };
  });
}
