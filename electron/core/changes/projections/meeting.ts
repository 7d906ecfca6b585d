import { uuidToBytes } from '#core/changes/ids.ts';
import { intIn, textIn } from '#core/changes/record-values.ts';
import { isUuid } from '#core/changes/tokens.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { stateOfAction } from '#core/changes/action-progress.ts';
import { putList, putRow } from './projected-rows.ts';
import type { Projected, Projection, Summary } from './projection.ts';

export const meetingProjection: Projection = {
  tables: [
    { table: 'meeting', record: 'id' },
    { table: 'meeting_action', record: 'meeting' },
    { table: 'meeting_issue', record: 'meeting' },
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
  putActions(raw, record);
  putIssues(raw, record);
  const topics = values.elements('agenda').map(({ value }) => textIn(value, 'title'));
  const date = textIn(session, 'date');
  return { title: textIn(session, 'venue'), number: `${year}/${number}`, sort: date, found: topics };
}

const actionColumns = ['element', 'what', 'responsible', 'due', 'status', 'told', 'note', 'issue', 'plan'];

/** `status`: as it stands now; `told`: the day it was told last, or empty. */
function putActions(raw: SqliteDatabase, record: Projected): void {
  const { values } = record;
  const rows = values.elements('action').map(({ id: element, value }) => {
    const now = stateOfAction(values, element, textIn(value, 'status'));
    return {
      element,
      what: textIn(value, 'what'),
      responsible: textIn(value, 'responsible'),
      due: textIn(value, 'due'),
      status: now.status,
      told: now.date ?? '',
      note: now.note,
      issue: textIn(value, 'issue'),
      plan: textIn(value, 'plan'),
    };
  });
  putList(raw, { table: 'meeting_action', of: 'meeting', columns: actionColumns }, record, rows);
}

/** `record`: the issue as a record of its own, or empty. */
function putIssues(raw: SqliteDatabase, record: Projected): void {
  const rows = record.values.elements('issue').map(({ id: element, value }) => ({
    element,
    issue: textIn(value, 'issue'),
    record: textIn(value, 'record'),
  }));
  putList(raw, { table: 'meeting_issue', of: 'meeting', columns: ['element', 'issue', 'record'] }, record, rows);
}
