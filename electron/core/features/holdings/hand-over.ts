import type { JsonObject } from '#core/changes/canonical.ts';
import type { GroupChange } from '#core/changes/write.ts';
import { nullableTextIn, textIn } from '#core/changes/record-values.ts';
import type { Handler } from '#core/context.ts';
import { changedGroups } from '#core/features/records/group-changes.ts';
import type { HandoverFields } from '#shared/contract/holdings.ts';
import { isBeforeAcquired } from '#shared/domain/holding-rules.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { siteNamed } from './holding-checks.ts';
import { type Holding, openHolding } from './open-holding.ts';

/** Writes down who gave what to whom; who signed for them stays at the office. */
export const handOver: Handler<'holdings.handOver'> = async (context, { recordId, corrects, fields, heads }) => {
  const record = await openHolding(context, recordId, 'handover', corrects);
  if (!record.ok) return record;
  const holding = record.value;
  if (isBeforeAcquired(fields.date, nullableTextIn(holding.values.one('acquired'), 'acquiredOn'))) {
    return err(refusal('holding/before-acquired', {}));
  }
  const site = fields.toSite === null ? null : await siteNamed(context, fields.toSite);
  if (fields.toSite !== null && site === null) return err(refusal('holding/no-such-site', {}));
  const entryId = context.services.ports.newId();
  const { giver, receiver, witness, ...entry } = fields;
  const written = context.write({
    record: recordId,
    at: holding.at,
    kind: corrects === null ? `${holding.at}.handed-over` : `${holding.at}.hand-over-corrected`,
    groups: [
      { group: `handover:${entryId}`, value: { ...entry, to: fields.to || (site ?? ''), corrects } },
      { group: `handoverNames:${entryId}`, value: { giver, receiver, witness } },
      // A correction of an old paper says nothing of how things stand now.
      ...(corrects === null ? whatFollows(holding, fields) : []),
    ],
    heads,
  });
  return written.ok ? ok({ id: recordId, entryId }) : written;
};

/** It is handed over now, and belongs to the site that got it. */
function whatFollows({ at, values }: Holding, { toSite }: HandoverFields): GroupChange[] {
  const state = values.one('state');
  const wanted = new Map<string, JsonObject>([
    ['state', { ...state, status: 'handed_over' }],
    ...(at === 'asset' && toSite !== null
      ? [['location', { place: textIn(values.one('location'), 'place'), site: toSite }] as const]
      : []),
  ]);
  return changedGroups(values, wanted, []);
}
