import type { Handler } from '#core/context.ts';
import { changedGroups } from '#core/features/records/group-changes.ts';
import { ok } from '#shared/lib/result.ts';
import { openHolding } from './open-holding.ts';

/** Writes down in what state something was found, which is then its state. */
export const recordCheck: Handler<'holdings.check'> = async (context, { recordId, corrects, fields, heads }) => {
  const record = await openHolding(context, recordId, 'check', corrects);
  if (!record.ok) return record;
  const { at, values } = record.value;
  const entryId = context.services.ports.newId();
  const { condition, status } = fields;
  const state = new Map([['state', { ...values.one('state'), status, condition }]]);
  const written = context.write({
    record: recordId,
    at,
    kind: corrects === null ? `${at}.checked` : `${at}.check-corrected`,
    groups: [
      { group: `check:${entryId}`, value: { ...fields, corrects } },
      ...(corrects === null ? changedGroups(values, state, []) : []),
    ],
    heads,
  });
  return written.ok ? ok({ id: recordId, entryId }) : written;
};
