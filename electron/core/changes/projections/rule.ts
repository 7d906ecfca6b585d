import { bytesToUuid } from '#core/changes/ids.ts';
import { intIn, textIn } from '#core/changes/record-values.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { putRow } from './projected-rows.ts';
import type { Projected, Projection, Summary } from './projection.ts';

export const ruleProjection: Projection = {
  tables: [{ table: 'rule', record: 'id' }],
  project,
};

function project(raw: SqliteDatabase, record: Projected): Summary {
  const { values } = record;
  const key = textIn(values.one('rule'), 'key');
  const periods = values.elements('period').map(({ id, value }) => ({
    id,
    since: textIn(value, 'since'),
    value: intIn(value, 'value'),
  }));
  putRow(raw, 'rule', record, { key, periods: JSON.stringify(periods) });
  return { title: key, number: '', sort: bytesToUuid(record.id), found: [] };
}
