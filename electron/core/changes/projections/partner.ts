import { textIn } from '#core/changes/record-values.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { namedIn } from './named.ts';
import { putRow } from './projected-rows.ts';
import type { Projected, Projection, Summary } from './projection.ts';

export const partnerProjection: Projection = {
  tables: [{ table: 'partner', record: 'id' }],
  project,
};

function project(raw: SqliteDatabase, record: Projected): Summary {
  const { values } = record;
  const { columns, summary } = namedIn(values);
  putRow(raw, 'partner', record, { ...columns, kind: textIn(values.one('kind'), 'kind') });
  return { ...summary, number: '', sort: columns.name_en };
}
