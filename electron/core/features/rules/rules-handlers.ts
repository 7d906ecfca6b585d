import type { HandlersOf } from '#core/context.ts';
import { headsOf } from '#core/features/records/read-record.ts';
import { ok } from '#shared/lib/result.ts';
import { ruleRows } from './rules-in-force.ts';
import { setRule } from './set-rule.ts';
import { withdrawRule } from './withdraw-rule.ts';

export const ruleHandlers: HandlersOf<'rules'> = {
  'rules.get': async (context, { day }) => {
    const rows = [];
    for (const row of await ruleRows(context, day)) {
      const heads: Record<string, Record<string, string[]>> = {};
      for (const { recordId } of row.periods) heads[recordId] ??= await headsOf(context, recordId);
      rows.push({ ...row, heads });
    }
    return ok(rows);
  },
  'rules.set': setRule,
  'rules.withdraw': withdrawRule,
};
