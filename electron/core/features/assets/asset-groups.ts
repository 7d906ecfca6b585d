/** @file An asset as a form has it, and as register groups. */
import type { JsonObject } from '#core/changes/canonical.ts';
import { intIn, nullableTextIn, type RecordValues, textIn } from '#core/changes/record-values.ts';
import { groupsToHolding, holdingToGroups } from '#core/features/holdings/holding-groups.ts';
import type { AssetFields } from '#shared/contract/assets.ts';

export function assetToGroups(fields: AssetFields): Map<string, JsonObject | null> {
  const { kind, kindNote, name, quantity, serial, plate, acquiredOn, site, place } = fields;
  return new Map<string, JsonObject | null>([
    ['identity', { kind, kindNote, name, quantity }],
    ['mark', { serial, plate }],
    ['acquired', { acquiredOn }],
    ['location', { site, place }],
    ...holdingToGroups(fields),
  ]);
}

export function groupsToAsset(values: RecordValues) {
  const identity = values.one('identity');
  const mark = values.one('mark');
  const location = values.one('location');
  return {
    ...groupsToHolding(values),
    kind: textIn(identity, 'kind'),
    kindNote: textIn(identity, 'kindNote'),
    name: textIn(identity, 'name'),
    quantity: intIn(identity, 'quantity'),
    serial: textIn(mark, 'serial'),
    plate: textIn(mark, 'plate'),
    acquiredOn: nullableTextIn(values.one('acquired'), 'acquiredOn'),
    siteId: nullableTextIn(location, 'site'),
    place: textIn(location, 'place'),
  };
}
