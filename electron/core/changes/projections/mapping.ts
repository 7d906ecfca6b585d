import { idIn, intIn, nullableTextIn, textIn } from '#core/changes/record-values.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { putRow } from './projected-rows.ts';
import type { Projected, Projection, Summary } from './projection.ts';

export const mappingProjection: Projection = { tables: [{ table: 'mapping', record: 'id' }], project };

/** No count of people stands in the table: how many came is shown on the page alone, where small numbers are hidden. */
function project(raw: SqliteDatabase, record: Projected): Summary {
  const session = record.values.one('session');
  const date = textIn(session, 'date');
  const round = intIn(session, 'round');
  putRow(raw, 'mapping', record, {
    forum: idIn(session, 'forum'),
    place: textIn(session, 'place'),
    date,
    people: textIn(session, 'group'),
    round,
    closed: nullableTextIn(record.values.one('closing'), 'on'),
  });
  return { title: '', number: `${date.slice(0, 4)}/${round}`, sort: date, found: [] };
}
