import { nullableTextIn, textIn } from '#core/changes/record-values.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { putRow } from './projected-rows.ts';
import type { Projected, Projection, Summary } from './projection.ts';

export const forumProjection: Projection = {
  tables: [{ table: 'forum', record: 'id' }],
  project,
};

function project(raw: SqliteDatabase, record: Projected): Summary {
  const { values } = record;
  const identity = values.one('identity');
  const founded = nullableTextIn(values.one('founding'), 'foundedOn');
  const members = values.elements('member').filter(({ value }) => textIn(value, 'status') === 'active');
  putRow(raw, 'forum', record, {
    name: textIn(identity, 'name'),
    place: textIn(identity, 'place'),
    status: textIn(values.one('status'), 'status'),
    founded,
    members: members.length,
    women: members.filter(({ value }) => textIn(value, 'sex') === 'female').length,
  });
  const names = values.elements('memberName').map(({ value }) => textIn(value, 'name'));
  return { title: textIn(identity, 'name'), number: '', sort: founded ?? '', found: names };
}
