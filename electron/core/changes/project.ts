/**
 * @file The tables that lists and searches read: a pure function of the current values of one record. They can be
 * dropped and made again; no constraint in them refuses what another office sent.
 */
import type { SqliteDatabase } from '#core/db/driver.ts';
import { fold } from '#shared/text/fold.ts';
import { bytesToUuid, uuidToBytes } from './ids.ts';
import { intIn, nullableTextIn, type RecordValues, textIn, textsIn } from './record-values.ts';
import { isRecordType, type RecordType } from './registry.ts';
import { get, run } from './statements.ts';

/** What a record shows in any list. */
type Summary = {
  readonly title: string;
  readonly number: string;
  /** Orders lists of its type, newest first. */
  readonly sort: string;
  /** What it is found by besides title and number. */
  readonly found: readonly string[];
};

type Projector = (raw: SqliteDatabase, record: Projected) => Summary;

const projectors: Readonly<Record<RecordType, Projector>> = {
  user: projectUser,
  forum: projectForum,
  meeting: projectMeeting,
  dispute: projectDispute,
};

/** What is projected: a record, its current values, and when it was last written to. */
export type Projected = {
  readonly id: Uint8Array;
  readonly values: RecordValues;
  /** Latest hlc of its changes. */
  readonly updated: string;
  /** No table holds a row of it yet. */
  readonly isNew: boolean;
};

/** Writes the rows of one record anew, and takes them out when nothing of it holds any more. Runs inside applyChanges. */
export function projectRecord(raw: SqliteDatabase, record: Projected): void {
  const { id, values, isNew } = record;
  const { at } = values;
  const before = isNew ? undefined : get<{ at: string }>(raw, 'SELECT at FROM record WHERE id = ?', id)?.at;
  if (before !== undefined && before !== at) dropRecord(raw, id);
  if (!isRecordType(at)) return;
  const summary = projectors[at](raw, record);
  writeSummary(raw, at, record, summary);
}

/** Tables that hold nothing but projections, for replay. */
export const projectedTables = [
  'rival',
  'sup',
  'val',
  'record',
  'record_fts',
  'forum',
  'meeting',
  'meeting_action',
  'dispute',
  'dispute_mediator',
  'user_account',
] as const;

function dropRecord(raw: SqliteDatabase, id: Uint8Array): void {
  run(raw, 'DELETE FROM record_fts WHERE rowid = (SELECT rowid FROM record WHERE id = ?)', id);
  for (const table of ['record', 'forum', 'meeting', 'dispute']) run(raw, `DELETE FROM ${table} WHERE id = ?`, id);
  run(raw, 'DELETE FROM meeting_action WHERE meeting = ?', id);
  run(raw, 'DELETE FROM dispute_mediator WHERE dispute = ?', id);
  run(raw, 'DELETE FROM user_account WHERE id = ?', bytesToUuid(id));
}

function writeSummary(raw: SqliteDatabase, at: string, record: Projected, summary: Summary): void {
  const { id, values, isNew } = record;
  const owner = nullableTextIn(values.one('owner'), 'node');
  const voided = values.one('void')?.voided === true ? 1 : 0;
  const conflict = [...values.all.values()].some((value) => value.conflict) ? 1 : 0;
  const row = get<{ rowid: number }>(
    raw,
    `INSERT INTO record (id, at, owner, title, number, sort, updated, voided, conflict, stub) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET at = excluded.at, owner = excluded.owner, title = excluded.title, number = excluded.number,
       sort = excluded.sort, updated = excluded.updated, voided = excluded.voided, conflict = excluded.conflict, stub = excluded.stub
     RETURNING rowid`,
    id,
    at,
    owner,
    summary.title,
    summary.number,
    summary.sort,
    record.updated,
    voided,
    conflict,
    owner === null ? 1 : 0,
  );
  if (!row) throw new Error('a record without its summary');
  writeWords(raw, row.rowid, fold([summary.number, summary.title, ...summary.found].join(' ')), isNew);
}

/** Most acts leave the words as they were, and the index is the dearest part of a save. */
function writeWords(raw: SqliteDatabase, rowid: number, words: string, isNew: boolean): void {
  const before = isNew
    ? undefined
    : get<{ fold: string }>(raw, 'SELECT fold FROM record_fts WHERE rowid = ?', rowid)?.fold;
  if (before === words) return;
  if (before !== undefined) run(raw, 'DELETE FROM record_fts WHERE rowid = ?', rowid);
  run(raw, 'INSERT INTO record_fts (rowid, fold) VALUES (?, ?)', rowid, words);
}

function projectUser(raw: SqliteDatabase, { id, values }: Projected): Summary {
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

function projectForum(raw: SqliteDatabase, { id, values }: Projected): Summary {
  const identity = values.one('identity');
  const founded = nullableTextIn(values.one('founding'), 'foundedOn');
  const members = values.elements('member').filter(({ value }) => textIn(value, 'status') === 'active');
  run(
    raw,
    `INSERT INTO forum (id, name, place, status, founded, members, women) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, place = excluded.place, status = excluded.status,
       founded = excluded.founded, members = excluded.members, women = excluded.women`,
    id,
    textIn(identity, 'name'),
    textIn(identity, 'place'),
    textIn(values.one('status'), 'status'),
    founded,
    members.length,
    members.filter(({ value }) => textIn(value, 'sex') === 'female').length,
  );
  const names = values.elements('memberName').map(({ value }) => textIn(value, 'name'));
  return { title: textIn(identity, 'name'), number: '', sort: founded ?? '', found: names };
}

function projectMeeting(raw: SqliteDatabase, { id, values, isNew }: Projected): Summary {
  const place = values.one('place');
  const session = values.one('session');
  const year = intIn(place, 'year');
  const number = intIn(place, 'number');
  const forum = textIn(place, 'forum');
  const here = new Set(['present', 'present_remote', 'substitute']);
  run(
    raw,
    `INSERT INTO meeting (id, forum, year, number, type, status, date, present) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET forum = excluded.forum, year = excluded.year, number = excluded.number,
       type = excluded.type, status = excluded.status, date = excluded.date, present = excluded.present`,
    id,
    isUuidText(forum) ? uuidToBytes(forum) : new Uint8Array(0),
    year,
    number,
    textIn(session, 'type'),
    textIn(session, 'status'),
    textIn(session, 'date'),
    values.elements('attendance').filter(({ value }) => here.has(textIn(value, 'status'))).length,
  );
  if (!isNew) run(raw, 'DELETE FROM meeting_action WHERE meeting = ?', id);
  for (const { id: element, value } of values.elements('action')) {
    run(
      raw,
      'INSERT INTO meeting_action (meeting, element, what, due, status) VALUES (?, ?, ?, ?, ?)',
      id,
      element,
      textIn(value, 'what'),
      textIn(value, 'due'),
      textIn(value, 'status'),
    );
  }
  const topics = values.elements('agenda').map(({ value }) => textIn(value, 'title'));
  const date = textIn(session, 'date');
  return { title: textIn(session, 'venue'), number: `${year}/${number}`, sort: date, found: topics };
}

function projectDispute(raw: SqliteDatabase, { id, values, isNew }: Projected): Summary {
  const number = textIn(values.one('number'), 'number');
  const intake = textIn(values.one('intake'), 'date');
  const claimants = values.elements('party').filter(({ value }) => textIn(value, 'role') === 'claimant');
  const claimant = claimants
    .map((party) => nullableTextIn(values.one(`partyName:${party.id}`), 'name'))
    .find((name) => name !== null);
  run(
    raw,
    `INSERT INTO dispute (id, number, intake, main_type, stage, district, claimant, parties, steps) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET number = excluded.number, intake = excluded.intake, main_type = excluded.main_type,
       stage = excluded.stage, district = excluded.district, claimant = excluded.claimant, parties = excluded.parties,
       steps = excluded.steps`,
    id,
    number,
    intake,
    textIn(values.one('types'), 'main'),
    textIn(values.one('stage'), 'stage'),
    textIn(values.one('place'), 'district'),
    claimant ?? null,
    values.elements('party').length,
    values.elements('step').length,
  );
  if (!isNew) run(raw, 'DELETE FROM dispute_mediator WHERE dispute = ?', id);
  for (const { id: user, value } of values.elements('mediator')) {
    if (value?.assigned === true) run(raw, 'INSERT INTO dispute_mediator (dispute, user) VALUES (?, ?)', id, user);
  }
  const names = values.elements('partyName').map(({ value }) => textIn(value, 'name'));
  return { title: claimant ?? '', number, sort: intake, found: names };
}

/** What another office sent: only text that `uuidToBytes` surely takes. */
const isUuidText = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
