import { textIn } from '#core/changes/record-values.ts';
import type { Handler } from '#core/context.ts';
import { changedGroups } from '#core/features/records/group-changes.ts';
import { openForChange } from '#core/features/records/guards.ts';
import { isEndorsed } from '#shared/domain/plan-status.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';

/** How one action of an endorsed plan goes: the agreed contents stay as they are. */
export const progressPlan: Handler<'plans.progress'> = async (context, { planId, actionId, state, heads }) => {
  const record = await openForChange(context, planId, 'plan');
  if (!record.ok) return record;
  const { values } = record.value;
  if (!isEndorsed(textIn(values.one('status'), 'status'))) return err(refusal('plan/not-endorsed', {}));
  if (values.one(`action:${actionId}`) === null) return err(refusal('plan/unknown-action', {}));
  const groups = changedGroups(values, new Map([[`actionState:${actionId}`, { ...state }]]), []);
  if (groups.length > 0) {
    const written = context.write({ record: planId, at: 'plan', kind: 'plan.progressed', groups, heads });
    if (!written.ok) return written;
  }
  return ok({ id: planId, changedGroups: groups.map(({ group }) => group) });
};
