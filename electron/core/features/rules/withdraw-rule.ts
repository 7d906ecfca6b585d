import type { Handler } from '#core/context.ts';
import { ownReference, writtenBy } from '#core/features/reference/directorate.ts';
import { ok } from '#shared/lib/result.ts';

export const withdrawRule: Handler<'rules.withdraw'> = async (context, { ruleId, periodId, heads }) => {
  const rule = await ownReference(context, ruleId, 'rule');
  if (!rule.ok) return rule;
  const group = `period:${periodId}`;
  if (rule.value.values.one(group) === null) return ok({ id: ruleId });
  const groups = [{ group, value: null }];
  const written = writtenBy(context.write({ record: ruleId, at: 'rule', kind: 'rule.withdrawn', groups, heads }));
  return written.ok ? ok({ id: ruleId }) : written;
};
