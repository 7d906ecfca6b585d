import type { Handler } from '#core/context.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { openCase } from '#core/features/disputes/open-case.ts';
import { agreementIn, agreementsIn, isFixed, isParty, removed } from './agreement-facts.ts';
import { badFields, savePart } from './save-part.ts';

/** Who accepted the terms accepted others: with each change they are asked again. */
export const saveTerm: Handler<'disputes.saveTerm'> = async (
  context,
  { disputeId, agreement, element, fields, heads },
) => {
  const record = await openCase(context, disputeId);
  if (!record.ok) return record;
  const { values } = record.value;
  const of = agreementIn(values, agreement);
  if (of === null) return err(refusal('dispute/unknown-agreement', {}));
  if (isFixed(of)) return err(refusal('dispute/agreement-signed', {}));
  const before = element === null ? null : of.terms.find(({ id }) => id === element);
  if (before === undefined) return err(refusal('dispute/unknown-term', {}));
  if (!isParty(values, ...fields.by, ...fields.to)) return err(refusal('dispute/unknown-party', {}));
  const id = element ?? context.services.ports.newId();
  const { kind, due, amount, ...text } = fields;
  const written = savePart(context, {
    ...{ disputeId, heads, values },
    kind: 'agreement.term',
    wanted: {
      [`term:${id}`]: {
        agreement,
        order: before?.order ?? 1 + Math.max(0, ...of.terms.map(({ order }) => order)),
        kind,
        due,
        status: before?.status ?? 'pending',
        statusOn: before?.statusOn ?? null,
      },
      [`termText:${id}`]: {
        ...text,
        amount,
        currency: amount === null ? null : text.currency,
        note: before?.note ?? '',
      },
    },
    more: removed('acceptance', of.acceptances),
  });
  return written.ok ? ok({ id: disputeId, element: id }) : written;
};

/** How a term is kept, from the signature on. */
export const tellTerm: Handler<'disputes.tellTerm'> = async (context, { disputeId, element, fields, heads }) => {
  const record = await openCase(context, disputeId);
  if (!record.ok) return record;
  const { values } = record.value;
  const of = agreementsIn(values).find(({ terms }) => terms.some(({ id }) => id === element));
  const term = of?.terms.find(({ id }) => id === element);
  if (of === undefined || term === undefined) return err(refusal('dispute/unknown-term', {}));
  if (of.signed === null) return err(refusal('dispute/agreement-not-signed', {}));
  const { status, statusOn, note } = fields;
  if (statusOn < of.signed) return badFields({ path: 'fields.statusOn', code: 'field/before-signed' });
  const written = savePart(context, {
    ...{ disputeId, heads, values },
    kind: 'agreement.kept',
    wanted: {
      [`term:${element}`]: { status, statusOn: status === 'pending' ? null : statusOn },
      [`termText:${element}`]: { note },
    },
  });
  return written.ok ? ok({ id: disputeId, element }) : written;
};
