/** @file An added place as a form has it, and as register groups. */
import type { JsonObject } from '#core/changes/canonical.ts';
import { intIn, type RecordValues, textIn } from '#core/changes/record-values.ts';
import { namesToValue, valueToNames } from '#core/features/reference/names.ts';
import type { PlaceFields } from '#shared/contract/places.ts';

/** All but the code, which is written once. */
export const placeToGroups = (fields: PlaceFields): Map<string, JsonObject | null> =>
  new Map([
    ['names', namesToValue(fields.names)],
    ['position', { level: fields.level, parent: fields.parent }],
    ['coordinates', { lat: fields.position.lat, lon: fields.position.lon, farReason: fields.farReason }],
    ['authority', { authority: fields.authority }],
    ['active', { active: fields.active }],
  ]);

export const groupsToPlace = (values: RecordValues) => ({
  code: textIn(values.one('code'), 'code'),
  names: valueToNames(values.one('names')),
  level: intIn(values.one('position'), 'level'),
  parent: textIn(values.one('position'), 'parent'),
  position: { lat: intIn(values.one('coordinates'), 'lat'), lon: intIn(values.one('coordinates'), 'lon') },
  farReason: textIn(values.one('coordinates'), 'farReason'),
  authority: textIn(values.one('authority'), 'authority'),
  active: values.one('active')?.active !== false,
});
