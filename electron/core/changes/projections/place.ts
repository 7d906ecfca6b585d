import { intIn, textIn } from '#core/changes/record-values.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { putRow } from './projected-rows.ts';
import type { Projected, Projection, Summary } from './projection.ts';

export const placeProjection: Projection = {
  tables: [{ table: 'place', record: 'id' }],
  project,
};

function project(raw: SqliteDatabase, record: Projected): Summary {
  const { values } = record;
  const code = textIn(values.one('code'), 'code');
  const names = values.one('names');
  const [en, ar, ckb] = [textIn(names, 'en'), textIn(names, 'ar'), textIn(names, 'ckb')];
  putRow(raw, 'place', record, {
    code,
    name_en: en,
    name_ar: ar,
    name_ckb: ckb,
    level: intIn(values.one('position'), 'level'),
    parent: textIn(values.one('position'), 'parent'),
    lat: intIn(values.one('coordinates'), 'lat'),
    lon: intIn(values.one('coordinates'), 'lon'),
    authority: textIn(values.one('authority'), 'authority'),
    active: values.one('active')?.active === false ? 0 : 1,
  });
  return { title: ar || ckb || en, number: code, sort: code, found: [ckb, en] };
}
