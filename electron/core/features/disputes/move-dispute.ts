import type { Handler } from '#core/context.ts';
import { nullableTextIn, textIn } from '#core/changes/record-values.ts';
import { openForChange } from '#core/features/records/guards.ts';
import { canMove, isReopening } from '#shared/domain/dispute-stage.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { stageGroups } from './stage-groups.ts';

export const moveDispute: Handler<'disputes.move'> = async (context, input) => {
  const record = await openForChange(context, input.disputeId, 'dispute');
  if (!record.ok) return record;
  const stage = record.value.values.one('stage');
  const from = textIn(stage, 'stage');
  const heldFrom = nullableTextIn(stage, 'heldFrom');
  const allowed = canMove(from, input.to, heldFrom);
  if (!allowed.ok) return err(refusal('dispute/stage-not-allowed', { from, to: input.to }));
  if (isReopening(from, input.to) && context.session.access.hlp !== 'all') {
    return err(refusal('dispute/supervisor-only', {}));
  }
  if (input.to === 'closed' && input.outcome === null) return err(refusal('dispute/outcome-required', {}));
  const written = context.write({
    record: input.disputeId,
    at: 'dispute',
    kind: 'case.moved',
    groups: stageGroups(context, { ...input, from }),
    heads: input.heads,
  });
  return written.ok ? ok({ id: input.disputeId, stage: input.to }) : written;
};
