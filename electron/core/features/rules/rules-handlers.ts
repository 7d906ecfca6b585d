import type { HandlersOf } from '#core/context.ts';
import { headsOfEach } from '#core/features/records/read-record.ts';
import { ok } from '#shared/lib/result.ts';
import { ruleRows } from './rules-in-force.ts';
import { setRule } from './set-rule.ts';
import { withdrawRule } from './withdraw-rule.ts';

export const ruleHandlers: HandlersOf<'rules'> = {
  'rules.get': async (context, { day }) => {
    const rows = await ruleRows(context, day);
    const records = new Set(rows.flatMap(({ periods }) => periods.map(({ recordId }) => recordId)));
    const heads = await headsOfEach(context, [...records]);
    return ok(
      rows.map((row) => ({
        ...row,
        heads: Object.fromEntries(row.periods.map(({ recordId }) => [recordId, heads.get(recordId) ?? {}])),
      })),
    );
  },
  'rules.set': setRule,
  'rules.withdraw': withdrawRule,
};
