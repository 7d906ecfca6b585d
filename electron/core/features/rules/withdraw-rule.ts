import type { Handler } from '#core/context.ts';
import { atDirectorate } from '#core/features/reference/directorate.ts';
import { openForChange } from '#core/features/records/guards.ts';
import { ok } from '#shared/lib/result.ts';

export const withdrawRule: Handler<'rules.withdraw'> = async (context, { ruleId, periodId, heads }) => {
  const here = atDirectorate(context);
  if (!here.ok) return here;
  const rule = await openForChange(context, ruleId, 'rule');
  if (!rule.ok) return rule;
  const group = `period:${periodId}`;
  if (rule.value.values.one(group) === null) return ok({ id: ruleId });
  const groups = [{ group, value: null }];
  const written = context.write({ record: ruleId, at: 'rule', kind: 'rule.withdrawn', groups, heads });
  return written.ok ? ok({ id: ruleId }) : written;
};
