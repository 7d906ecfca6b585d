import { textIn } from '#core/changes/record-values.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { putRow } from './projected-rows.ts';
import type { Projected, Projection, Summary } from './projection.ts';

export const partnerProjection: Projection = {
  tables: [{ table: 'partner', record: 'id' }],
  project,
};

function project(raw: SqliteDatabase, record: Projected): Summary {
  const { values } = record;
  const names = values.one('names');
  const [en, ar, ckb] = [textIn(names, 'en'), textIn(names, 'ar'), textIn(names, 'ckb')];
  putRow(raw, 'partner', record, {
    name_en: en,
    name_ar: ar,
    name_ckb: ckb,
    kind: textIn(values.one('kind'), 'kind'),
    active: values.one('active')?.active === false ? 0 : 1,
  });
  return { title: ar || ckb || en, number: '', sort: en, found: [ckb, en] };
}
