import { type RecordValues, textIn } from '#core/changes/record-values.ts';
import type { GroupChange } from '#core/changes/write.ts';
import type { Handler } from '#core/context.ts';
import { openForChange } from '#core/features/records/guards.ts';
import { moveNeedsReason, movesFrom } from '#shared/domain/plan-status.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';

export const movePlan: Handler<'plans.move'> = async (context, { planId, to, date, reason, heads }) => {
  const record = await openForChange(context, planId, 'plan');
  if (!record.ok) return record;
  // An act of the forum is recorded where the forum is.
  if (!record.value.mine) return err(refusal('record/not-yours', {}));
  const { values } = record.value;
  const from = textIn(values.one('status'), 'status');
  if (!movesFrom(from).includes(to)) return err(refusal('plan/move-not-allowed', { from, to }));
  if (moveNeedsReason(from, to) && reason === '') return err(refusal('plan/reason-required', {}));
  const inTime = notBefore(values, date);
  if (!inTime.ok) return inTime;
  const groups = statusGroups(context.services.ports.newId(), { to, date, reason });
  const written = context.write({ record: planId, at: 'plan', kind: 'plan.moved', groups, heads });
  return written.ok ? ok({ id: planId, status: to }) : written;
};

/** Nothing of a plan's life is dated before what came last. */
export function notBefore(values: RecordValues, date: string): Result<null, AppError<'plan/date-too-early'>> {
  const since = textIn(values.one('status'), 'since');
  return date < since ? err(refusal('plan/date-too-early', { since })) : ok(null);
}

/** A step of a plan's life: where it stands now, and the step itself, which stays. */
export const statusGroups = (
  id: string,
  { to, date, reason }: { readonly to: string; readonly date: string; readonly reason: string },
): GroupChange[] => [
  { group: 'status', value: { status: to, since: date } },
  { group: `move:${id}`, value: { to, date, reason } },
];
