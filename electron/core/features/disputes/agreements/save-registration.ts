import type { Handler } from '#core/context.ts';
import { needsMinorsCare } from '#shared/domain/agreement-rules.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { openCase } from '#core/features/disputes/open-case.ts';
import { agreementsIn } from './agreement-facts.ts';
import { savePart } from './save-part.ts';

/** What the registry did. A case without an agreement may be registered too: nobody opposes it. */
export const saveRegistration: Handler<'disputes.saveRegistration'> = async (context, { disputeId, fields, heads }) => {
  const record = await openCase(context, disputeId);
  if (!record.ok) return record;
  const { values } = record.value;
  const { state, date, ...text } = fields;
  const agreement = agreementsIn(values).find(({ standing }) => standing === 'in_force');
  if (
    state === 'registered' &&
    agreement &&
    needsMinorsCare(agreement.holders) &&
    !agreement.endorsers.some(({ kind }) => kind === 'minors_care')
  ) {
    return err(refusal('dispute/minors-care-missing', {}));
  }
  const written = savePart(context, {
    ...{ disputeId, heads, values },
    kind: 'case.registration',
    wanted: { registration: { state, date }, registrationText: text },
  });
  return written.ok ? ok({ id: disputeId }) : written;
};
