import { idIn, intIn, textIn } from '#core/changes/record-values.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { stateOfAction } from '#core/changes/action-progress.ts';
import { approvalsIn, attendedIn, rollIn } from '#core/changes/minutes.ts';
import { meetingStatus, peopleIn, quorumOf } from '#shared/domain/meeting-rules.ts';
import { fold } from '#shared/text/fold.ts';
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
  const attended = attendedIn(values);
  const roll = rollIn(values);
  const quorum = quorumOf(textIn(session, 'type'), roll, attended);
  const approved = approvalsIn(values);
  const came = peopleIn({ attendance: attended, guests: [] }, roll?.members ?? []);
  putRow(raw, 'meeting', record, {
    forum: idIn(place, 'forum') ?? new Uint8Array(0),
    year,
    number,
    type: textIn(session, 'type'),
    status: meetingStatus(textIn(session, 'status'), quorum, approved.length > 0),
    date: textIn(session, 'date'),
    start: textIn(values.one('hours'), 'start'),
    present: came.length,
    women: came.filter(({ sex }) => sex === 'female').length,
    expected: roll?.members.length ?? 0,
    quorum: quorum && (quorum.reached ? 1 : 0),
    approved: approved.at(-1)?.on ?? '',
  });
  putActions(raw, record);
  putIssues(raw, record);
  const topics = values.elements('agenda').map(({ value }) => textIn(value, 'title'));
  const date = textIn(session, 'date');
  return { title: textIn(session, 'venue'), number: `${year}/${number}`, sort: date, found: topics };
}

const actionColumns = [
  'element',
  'what',
  'fold',
  'responsible',
  'due',
  'status',
  'told',
  'since',
  'note',
  'issue',
  'plan',
];

/** `status`: as it stands now, since the day `since`; `told`: the day it was told last. Both empty where nothing was. */
function putActions(raw: SqliteDatabase, record: Projected): void {
  const { values } = record;
  const rows = values.elements('action').map(({ id: element, value }) => {
    const now = stateOfAction(values, element, textIn(value, 'status'));
    return {
      element,
      what: textIn(value, 'what'),
      fold: fold(textIn(value, 'what')),
      responsible: textIn(value, 'responsible'),
      due: textIn(value, 'due'),
      status: now.status,
      told: now.date ?? '',
      since: now.since ?? '',
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
