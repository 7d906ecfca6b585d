import { flagIn, nullableTextIn, type RecordValues, textIn, textsIn } from '#core/changes/record-values.ts';
import type { Handler } from '#core/context.ts';
import { formHeadsOf, openRecord } from '#core/features/records/read-record.ts';
import { needsMinorsCare } from '#shared/domain/agreement-rules.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { agreementsIn } from './agreement-facts.ts';

export const viewAgreements: Handler<'disputes.agreements'> = async (context, { disputeId }) => {
  const record = await openRecord(context, disputeId, 'dispute');
  if (!record) return err(refusal('record/not-found', {}));
  const { values } = record;
  const agreements = agreementsIn(values);
  return ok({
    heads: await formHeadsOf(context, disputeId),
    agreements,
    needsMinorsCare: agreements.some(({ standing, holders }) => standing !== 'superseded' && needsMinorsCare(holders)),
    registration: registrationIn(values),
    followUps: followUpsIn(values),
    learned: values.isWithheld('learned') ? null : textIn(values.one('learned'), 'text'),
    patterns: values.elements('pattern').map(({ id, value }) => ({ id, number: textIn(value, 'number') })),
  });
};

function registrationIn(values: RecordValues) {
  const registration = values.one('registration');
  if (registration === null) return null;
  const text = values.one('registrationText');
  const told = (field: string) => (values.isWithheld('registrationText') ? null : textIn(text, field));
  return {
    state: textIn(registration, 'state'),
    date: textIn(registration, 'date'),
    registry: told('registry'),
    number: told('number'),
    reason: told('reason'),
  };
}

/** In the order in which they fall due. */
export const followUpsIn = (values: RecordValues) =>
  values
    .elements('followUp')
    .map(({ id, value }) => ({
      id,
      visit: textIn(value, 'visit'),
      due: textIn(value, 'due'),
      done: nullableTextIn(value, 'done'),
      attempts: [...textsIn(value, 'attempts')],
      bothAsked: flagIn(value, 'bothAsked'),
      satisfied: nullableTextIn(value, 'satisfied'),
      safe: nullableTextIn(value, 'safe'),
      text: values.isWithheld(`followUpText:${id}`) ? null : textIn(values.one(`followUpText:${id}`), 'text'),
    }))
    .toSorted((a, b) => (a.due < b.due ? -1 : Number(a.due > b.due)));
