/**
 * @file The tables that lists and searches read: a pure function of the current values of one record. They can be
 * dropped and made again; no constraint in them refuses what another office sent.
 */
import { bytesEqual } from '#core/crypto/bytes.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { fold } from '#shared/text/fold.ts';
import { bytesToUuid, uuidToBytes } from './ids.ts';
import { intIn, nullableTextIn, type RecordValues, textIn, textsIn } from './record-values.ts';
import { isRecordType, type RecordType } from './registry.ts';
import { all, get, insert, run } from './statements.ts';
import { isUuid } from './tokens.ts';

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
  const { values, isNew } = record;
  const owner = nullableTextIn(values.one('owner'), 'node');
  const voided = values.one('void')?.voided === true ? 1 : 0;
  const conflict = hasConflict(values) ? 1 : 0;
  const rowid = putRow(raw, 'record', record, {
    at,
    owner,
    title: summary.title,
    number: summary.number,
    sort: summary.sort,
    updated: record.updated,
    voided,
    conflict,
    stub: owner === null ? 1 : 0,
  });
  writeWords(raw, rowid, fold([summary.number, summary.title, ...summary.found].join(' ')), isNew);
}

function hasConflict({ all: groups }: RecordValues): boolean {
  for (const { conflict } of groups.values()) if (conflict) return true;
  return false;
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

function projectForum(raw: SqliteDatabase, record: Projected): Summary {
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

function projectMeeting(raw: SqliteDatabase, record: Projected): Summary {
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

function projectDispute(raw: SqliteDatabase, record: Projected): Summary {
  const { values } = record;
  const number = textIn(values.one('number'), 'number');
  const intake = textIn(values.one('intake'), 'date');
  const claimants = values.elements('party').filter(({ value }) => textIn(value, 'role') === 'claimant');
  const claimant = claimants
    .map((party) => nullableTextIn(values.one(`partyName:${party.id}`), 'name'))
    .find((name) => name !== null);
  putRow(raw, 'dispute', record, {
    number,
    intake,
    main_type: textIn(values.one('types'), 'main'),
    stage: textIn(values.one('stage'), 'stage'),
    district: textIn(values.one('place'), 'district'),
    claimant: claimant ?? null,
    parties: values.elements('party').length,
    steps: values.elements('step').length,
  });
  const mediators = values
    .elements('mediator')
    .flatMap(({ id: user, value }) => (value?.assigned === true ? [{ user }] : []));
  putList(raw, { table: 'dispute_mediator', of: 'dispute', columns: ['user'] }, record, mediators);
  const names = values.elements('partyName').map(({ value }) => textIn(value, 'name'));
  return { title: claimant ?? '', number, sort: intake, found: names };
}

type Bound = string | number | null | Uint8Array;

/**
 * Writes the one row of a record. What is as it was is left alone, and so are the indexes that it stands in: each would be
 * one page more to write. Answers the row's number, where the table has any.
 */
function putRow(
  raw: SqliteDatabase,
  table: 'record' | 'forum' | 'meeting' | 'dispute',
  { id, isNew }: Projected,
  columns: Readonly<Record<string, Bound>>,
): number {
  const names = Object.keys(columns);
  const number = table === 'record' ? 'rowid' : '0 AS rowid';
  const stored = isNew
    ? undefined
    : get<StoredRow>(raw, `SELECT ${number}, ${names.join(', ')} FROM ${table} WHERE id = ?`, id);
  if (!stored) {
    const places = names.map(() => '?').join(', ');
    const sql = `INSERT INTO ${table} (id, ${names.join(', ')}) VALUES (?, ${places})`;
    return insert(raw, sql, id, ...Object.values(columns)) ?? 0;
  }
  const changed = names.filter((name) => !isSame(stored[name], columns[name]));
  if (changed.length > 0) {
    const sets = changed.map((name) => `${name} = ?`).join(', ');
    run(raw, `UPDATE ${table} SET ${sets} WHERE id = ?`, ...changed.map((name) => columns[name]), id);
  }
  return stored.rowid;
}

type StoredRow = { readonly rowid: number } & Readonly<Record<string, Bound>>;

const isSame = (a: Bound | undefined, b: Bound | undefined): boolean =>
  a === b || (a instanceof Uint8Array && b instanceof Uint8Array && bytesEqual(a, b));

type ListTable = {
  readonly table: string;
  readonly of: string;
  /** The first of them tells the elements of one record apart. */
  readonly columns: readonly string[];
};

/** Writes the rows that a record has in a table of elements; those that stand there as they are stay. */
function putList(
  raw: SqliteDatabase,
  { table, of, columns }: ListTable,
  { id, isNew }: Projected,
  rows: readonly Readonly<Record<string, string>>[],
): void {
  const names = columns.join(', ');
  const [key = ''] = columns;
  const wanted = new Map(rows.map((row) => [row[key], row]));
  const stored = isNew
    ? []
    : all<Readonly<Record<string, string>>>(raw, `SELECT ${names} FROM ${table} WHERE ${of} = ?`, id);
  for (const row of stored) {
    const next = wanted.get(row[key]);
    if (next && columns.every((name) => next[name] === row[name])) wanted.delete(row[key]);
    else run(raw, `DELETE FROM ${table} WHERE ${of} = ? AND ${key} = ?`, id, row[key]);
  }
  for (const row of wanted.values()) {
    const sql = `INSERT INTO ${table} (${of}, ${names}) VALUES (?, ${columns.map(() => '?').join(', ')})`;
    run(raw, sql, id, ...columns.map((name) => row[name]));
  }
}
