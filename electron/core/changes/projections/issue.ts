import { bytesToUuid } from '#core/changes/ids.ts';
import { issueWords } from '#core/changes/issue-words.ts';
import { idIn, nullableTextIn, textIn } from '#core/changes/record-values.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { putRow } from './projected-rows.ts';
import type { Projected, Projection, Summary } from './projection.ts';

export const issueProjection: Projection = {
  tables: [{ table: 'issue', record: 'id' }],
  project,
};

/** `ref`: its id as the rows of meetings name it; `spot` and `other` are null where they are kept at the office. */
function project(raw: SqliteDatabase, record: Projected): Summary {
  const { values } = record;
  const origin = values.one('origin');
  const pattern = values.one('pattern');
  const status = values.one('status');
  const told = issueWords(values, 'told');
  const raised = textIn(origin, 'raisedOn');
  const spot = textIn(told, 'spot');
  putRow(raw, 'issue', record, {
    ref: bytesToUuid(record.id),
    forum: idIn(origin, 'forum') ?? new Uint8Array(0),
    code: textIn(pattern, 'issue'),
    time: textIn(pattern, 'time'),
    place: textIn(values.one('place'), 'place'),
    other: told && textIn(told, 'other'),
    spot: told && spot,
    status: textIn(status, 'status'),
    status_on: nullableTextIn(status, 'on'),
    raised,
    raised_by: nullableTextIn(origin, 'raisedBy'),
    plan: textIn(values.one('plan'), 'plan'),
  });
  return { title: spot, number: '', sort: raised, found: [textIn(told, 'other'), textIn(told, 'statement')] };
}
