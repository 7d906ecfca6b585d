import type { Kysely } from 'kysely';
import { bytesToUuid } from '#core/changes/ids.ts';
import type { Tables } from '#core/db/tables.ts';
import { isRuleKey, type RuleKey, type RulePeriod } from '#shared/domain/rules.ts';

/** A period, and the record in which it stands: two computers of the directorate may have begun a rule at once. */
export type StoredPeriod = RulePeriod & { readonly recordId: string };

export type StoredRule = {
  readonly recordId: string;
  readonly key: RuleKey;
  readonly periods: readonly StoredPeriod[];
};

/** Rule records of a node, oldest record first; keys of a newer program are left out. */
export async function rulesOf(db: Kysely<Tables>, node: string): Promise<readonly StoredRule[]> {
  const rows = await db
    .selectFrom('rule')
    .innerJoin('record', 'record.id', 'rule.id')
    .select(['rule.id', 'rule.key', 'rule.periods'])
    .where('record.owner', '=', node)
    .orderBy('rule.id')
    .execute();
  return rows.flatMap(({ id, key, periods }) => {
    if (!isRuleKey(key)) return [];
    const recordId = bytesToUuid(id);
    const read = JSON.parse(periods) as readonly RulePeriod[];
    return [{ recordId, key, periods: read.map((period) => ({ ...period, recordId })) }];
  });
}
