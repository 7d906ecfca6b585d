import type { Handler } from '#core/context.ts';
import { changedGroups } from '#core/features/records/group-changes.ts';
import { isLossKind } from '#shared/domain/holding-rules.ts';
import { ok } from '#shared/lib/result.ts';
import { openHolding } from './open-holding.ts';

/** Writes down what happened; the account of it stays at the office. What is lost or stolen has that status from then on. */
export const reportIncident: Handler<'holdings.report'> = async (context, { recordId, corrects, fields, heads }) => {
  const record = await openHolding(context, recordId, 'incident', corrects);
  if (!record.ok) return record;
  const { at, values } = record.value;
  const entryId = context.services.ports.newId();
  const { text, ...entry } = fields;
  const lost = { ...values.one('state'), status: 'lost_stolen', policeReport: fields.policeReport };
  const written = context.write({
    record: recordId,
    at,
    kind: corrects === null ? `${at}.incident-reported` : `${at}.incident-corrected`,
    groups: [
      { group: `incident:${entryId}`, value: { ...entry, corrects } },
      { group: `incidentText:${entryId}`, value: { text } },
      ...(corrects === null && isLossKind(fields.kind) ? changedGroups(values, new Map([['state', lost]]), []) : []),
    ],
    heads,
  });
  return written.ok ? ok({ id: recordId, entryId }) : written;
};
