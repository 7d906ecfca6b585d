/** @file A site as a form has it, and as register groups. */
import type { JsonObject } from '#core/changes/canonical.ts';
import {
  intIn,
  nullableIntIn,
  nullableTextIn,
  type RecordValues,
  textIn,
  textsIn,
} from '#core/changes/record-values.ts';
import { groupsToHolding, holdingToGroups } from '#core/features/holdings/holding-groups.ts';
import type { SiteFields } from '#shared/contract/sites.ts';

export function siteToGroups(fields: SiteFields): Map<string, JsonObject | null> {
  const { kind, kindNote, name, place, position, station, partOf, women, men, startedOn, finishedOn } = fields;
  return new Map<string, JsonObject | null>([
    ['identity', { kind, kindNote, name, place }],
    ['position', { lat: position?.lat ?? null, lon: position?.lon ?? null }],
    ['station', { station, partOf }],
    ['staff', { women, men }],
    ['access', { features: fields.features.toSorted() }],
    ['works', { startedOn, finishedOn }],
    ...holdingToGroups(fields),
  ]);
}

export function groupsToSite(values: RecordValues) {
  const identity = values.one('identity');
  const position = values.one('position');
  const [lat, lon] = [nullableIntIn(position, 'lat'), nullableIntIn(position, 'lon')];
  const station = values.one('station');
  const staff = values.one('staff');
  const works = values.one('works');
  return {
    ...groupsToHolding(values),
    kind: textIn(identity, 'kind'),
    kindNote: textIn(identity, 'kindNote'),
    name: textIn(identity, 'name'),
    place: textIn(identity, 'place'),
    position: lat === null || lon === null ? null : { lat, lon },
    station: textIn(station, 'station'),
    partOf: nullableTextIn(station, 'partOf'),
    women: intIn(staff, 'women'),
    men: intIn(staff, 'men'),
    features: [...textsIn(values.one('access'), 'features')],
    startedOn: nullableTextIn(works, 'startedOn'),
    finishedOn: nullableTextIn(works, 'finishedOn'),
  };
}
