import type { Handler } from '#core/context.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { openCase } from '#core/features/disputes/open-case.ts';
import { agreementIn, agreementsIn, isFixed, removed } from './agreement-facts.ts';
import { badFields, savePart } from './save-part.ts';

export const saveEndorser: Handler<'disputes.saveEndorser'> = async (
  context,
  { disputeId, agreement, element, fields, heads },
) => {
  const record = await openCase(context, disputeId);
  if (!record.ok) return record;
  const { values } = record.value;
  const of = agreementIn(values, agreement);
  if (of === null) return err(refusal('dispute/unknown-agreement', {}));
  if (element !== null && !of.endorsers.some(({ id }) => id === element)) {
    return err(refusal('dispute/unknown-endorser', {}));
  }
  const { kind, date, names, reference } = fields;
  if (date < of.drafted) return badFields({ path: 'fields.date', code: 'field/before-drafted' });
  const id = element ?? context.services.ports.newId();
  const written = savePart(context, {
    ...{ disputeId, heads, values },
    kind: 'agreement.endorsed',
    wanted: { [`endorser:${id}`]: { agreement, kind, date } },
    texts: { [`endorserName:${id}`]: { name: names.join('\n'), reference } },
  });
  return written.ok ? ok({ id: disputeId, element: id }) : written;
};

/** What was signed stays; who endorsed it may have been entered by mistake. */
export const removeFromAgreement: Handler<'disputes.removeFromAgreement'> = async (
  context,
  { disputeId, what, element, heads },
) => {
  const record = await openCase(context, disputeId);
  if (!record.ok) return record;
  const { values } = record.value;
  const of = agreementsIn(values).find(({ id, terms, endorsers }) =>
    what === 'agreement' ? id === element : (what === 'term' ? terms : endorsers).some((part) => part.id === element),
  );
  if (of === undefined) return err(refusal('dispute/unknown-agreement', {}));
  if (what !== 'endorser' && isFixed(of)) return err(refusal('dispute/agreement-signed', {}));
  const [terms, endorsers, acceptances] =
    what === 'agreement'
      ? [of.terms, of.endorsers, of.acceptances]
      : what === 'term'
        ? [[{ id: element }], [], of.acceptances]
        : [[], [{ id: element }], []];
  const groups = [
    ...removed('term', terms),
    ...removed('termText', terms),
    ...removed('endorser', endorsers),
    ...removed('endorserName', endorsers),
    ...removed('acceptance', acceptances),
    ...(what === 'agreement' ? [...removed('agreement', [of]), ...removed('agreementText', [of])] : []),
  ].filter(({ group }) => values.one(group) !== null);
  const written = savePart(context, {
    ...{ disputeId, heads, values },
    kind: 'agreement.removed',
    wanted: {},
    more: groups,
  });
  return written.ok ? ok({ id: disputeId }) : written;
};
