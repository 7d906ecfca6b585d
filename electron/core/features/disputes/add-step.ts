import type { Handler } from '#core/context.ts';
import { openForChange } from '#core/features/records/guards.ts';
import { addedBy } from '#core/features/records/write-results.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';

/** Steps are only ever added; a correction is a step that points to the one it corrects. */
export const addStep: Handler<'disputes.addStep'> = async (context, input) => {
  const record = await openForChange(context, input.disputeId, 'dispute');
  if (!record.ok) return record;
  const { corrects } = input;
  if (corrects !== null && !record.value.values.elements('step').some(({ id }) => id === corrects)) {
    return err(refusal('dispute/unknown-step', {}));
  }
  const stepId = context.services.ports.newId();
  const written = addedBy(
    context.write({
      record: input.disputeId,
      at: 'dispute',
      kind: corrects === null ? 'step.added' : 'step.corrected',
      groups: [
        { group: `step:${stepId}`, value: { kind: input.kind, date: input.date, corrects, parties: input.parties } },
        {
          group: `stepText:${stepId}`,
          value: { text: input.text, next: input.next, nextDue: input.nextDue, said: input.said, others: input.others },
        },
      ],
    }),
  );
  return written.ok ? ok({ id: input.disputeId, stepId }) : written;
};
