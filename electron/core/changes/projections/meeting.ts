import { uuidToBytes } from '#core/changes/ids.ts';
import { intIn, textIn } from '#core/changes/record-values.ts';
import { isUuid } from '#core/changes/tokens.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { putList, putRow } from './projected-rows.ts';
import type { Projected, Projection, Summary } from './projection.ts';

export const meetingProjection: Projection = {
  tables: [
    { table: 'meeting', record: 'id' },
    { table: 'meeting_action', record: 'meeting' },
  ],
  project,
};

function project(raw: SqliteDatabase, record: Projected): Summary {
  const { values } = record;
  const place = values.one('place');
  const session = values.one('session');
  const year = intIn(place, 'year');
  const number = intIn(place, 'number');
  const forum = textIn(place, 'forum');
  const here = new Set(['present', 'present_remote', 'substitute']);
  putRow(raw, 'meeting', record, {
    // What another office sent may be any text.
    forum: isUuid(forum) ? uuidToBytes(forum) : new Uint8Array(0),
    year,
    number,
    type: textIn(session, 'type'),
    status: textIn(session, 'status'),
    date: textIn(session, 'date'),
    present: values.elements('attendance').filter(({ value }) => here.has(textIn(value, 'status'))).length,
  });
  const actions = values.elements('action').map(({ id: element, value }) => ({
    element,
    what: textIn(value, 'what'),
    due: textIn(value, 'due'),
    status: textIn(value, 'status'),
  }));
  putList(
    raw,
    { table: 'meeting_action', of: 'meeting', columns: ['element', 'what', 'due', 'status'] },
    record,
    actions,
  );
  const topics = values.elements('agenda').map(({ value }) => textIn(value, 'title'));
  const date = textIn(session, 'date');
  return { title: textIn(session, 'venue'), number: `${year}/${number}`, sort: date, found: topics };
}
