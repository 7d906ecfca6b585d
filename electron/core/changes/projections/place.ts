import { intIn, textIn } from '#core/changes/record-values.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { namedIn } from './named.ts';
import { putRow } from './projected-rows.ts';
import type { Projected, Projection, Summary } from './projection.ts';

export const placeProjection: Projection = {
  tables: [{ table: 'place', record: 'id' }],
  project,
};

function project(raw: SqliteDatabase, record: Projected): Summary {
  const { values } = record;
  const code = textIn(values.one('code'), 'code');
  const { columns, summary } = namedIn(values);
  putRow(raw, 'place', record, {
    ...columns,
    code,
    level: intIn(values.one('position'), 'level'),
    parent: textIn(values.one('position'), 'parent'),
    lat: intIn(values.one('coordinates'), 'lat'),
    lon: intIn(values.one('coordinates'), 'lon'),
    authority: textIn(values.one('authority'), 'authority'),
  });
  return { ...summary, number: code, sort: code };
}
