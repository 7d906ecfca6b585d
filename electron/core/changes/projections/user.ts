import { bytesToUuid } from '#core/changes/ids.ts';
import { textIn, textsIn } from '#core/changes/record-values.ts';
import { run } from '#core/changes/statements.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import type { Projected, Projection, Summary } from './projection.ts';

export const userProjection: Projection = {
  tables: [{ table: 'user_account', record: 'id', ids: 'text' }],
  project,
};

function project(raw: SqliteDatabase, { id, values }: Projected): Summary {
  const displayName = textIn(values.one('profile'), 'displayName');
  run(
    raw,
    `INSERT INTO user_account (id, node, display_name, roles) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET node = excluded.node, display_name = excluded.display_name, roles = excluded.roles`,
    bytesToUuid(id),
    textIn(values.one('owner'), 'node'),
    displayName,
    JSON.stringify(textsIn(values.one('roles'), 'roles')),
  );
  return { title: displayName, number: '', sort: displayName, found: [] };
}
