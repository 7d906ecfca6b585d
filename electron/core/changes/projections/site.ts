import { intIn, nullableIntIn, nullableTextIn, textIn } from '#core/changes/record-values.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { putRow } from './projected-rows.ts';
import type { Projected, Projection, Summary } from './projection.ts';

export const siteProjection: Projection = {
  tables: [{ table: 'site', record: 'id' }],
  project,
};

function project(raw: SqliteDatabase, record: Projected): Summary {
  const { values } = record;
  const identity = values.one('identity');
  const position = values.one('position');
  const [lat, lon] = [nullableIntIn(position, 'lat'), nullableIntIn(position, 'lon')];
  const isKnown = lat !== null && lon !== null;
  const staff = values.one('staff');
  const station = values.one('station');
  const name = textIn(identity, 'name');
  putRow(raw, 'site', record, {
    kind: textIn(identity, 'kind'),
    name,
    place: textIn(identity, 'place'),
    lat: isKnown ? lat : null,
    lon: isKnown ? lon : null,
    status: textIn(values.one('state'), 'status'),
    women: intIn(staff, 'women'),
    men: intIn(staff, 'men'),
  });
  return {
    title: name,
    number: '',
    sort: nullableTextIn(values.one('works'), 'startedOn') ?? '',
    found: [textIn(station, 'station'), textIn(identity, 'kindNote')],
  };
}
