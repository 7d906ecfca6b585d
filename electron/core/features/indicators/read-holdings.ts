/** @file Offices that serve forums; sites, vehicles and equipment with their hand-overs and checks. */
import type { Kysely } from 'kysely';
import { intIn, textIn } from '#core/changes/record-values.ts';
import type { Tables } from '#core/db/tables.ts';
import { groupsToHolding } from '#core/features/holdings/holding-groups.ts';
import type { HoldingFact } from '#shared/domain/indicators/holdings.ts';
import { fromMinor } from '#shared/domain/money.ts';
import type { PlaceTags } from './place-tags.ts';
import { type ReadRecord, readRecords } from './read-values.ts';

const groups = ['identity', 'location', 'funding', 'state', 'handover', 'check'];

/** `familyOf`: site, vehicle or equipment, by kind. */
export async function readHoldings(
  db: Kysely<Tables>,
  tagsOf: PlaceTags,
  familyOf: (kind: string) => string,
): Promise<HoldingFact[]> {
  const sites = await readRecords(db, { at: 'site', groups });
  const assets = await readRecords(db, { at: 'asset', groups });
  return [
    ...[...sites.values()].map((record) => toFact(record, 'identity', 'site')),
    ...[...assets.values()].map((record) => toFact(record, 'location', 'equipment')),
  ];

  function toFact({ owner, values }: ReadRecord, placed: string, otherwise: string): HoldingFact {
    const { status, donor, amount, currency, handovers, checks } = groupsToHolding(values);
    const kind = textIn(values.one('identity'), 'kind');
    const place = textIn(values.one(placed), 'place');
    return {
      quantity: Math.max(1, intIn(values.one('identity'), 'quantity')),
      amount: amount === null || currency === null ? null : fromMinor(amount, currency),
      currency,
      status,
      handovers: inForce(handovers)
        .filter(({ signed }) => signed)
        .map(({ date }) => date),
      checks: inForce(checks).toReversed(),
      tags: {
        ...tagsOf({ place, owner, forum: '' }),
        infrastructure_kind: kind,
        family: familyOf(kind) || otherwise,
        donor: donor ?? '',
      },
    };
  }
}

/** A correction takes the place of the entry it names. */
function inForce<E extends { readonly id: string; readonly corrects: string | null }>(entries: readonly E[]): E[] {
  const corrected = new Set(entries.map(({ corrects }) => corrects));
  return entries.filter(({ id }) => !corrected.has(id));
}
