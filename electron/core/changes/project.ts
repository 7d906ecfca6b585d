/**
 * @file The tables that lists and searches read: a pure function of the current values of one record. They can be
 * dropped and made again; no constraint in them refuses what another office sent.
 */
import type { SqliteDatabase } from '#core/db/driver.ts';
import { fold } from '#shared/text/fold.ts';
import { bytesToUuid } from './ids.ts';
import { assetProjection } from './projections/asset.ts';
import { disputeProjection } from './projections/dispute.ts';
import { forumProjection } from './projections/forum.ts';
import { issueProjection } from './projections/issue.ts';
import { mappingProjection } from './projections/mapping.ts';
import { meetingProjection } from './projections/meeting.ts';
import { partnerProjection } from './projections/partner.ts';
import { placeProjection } from './projections/place.ts';
import { planProjection } from './projections/plan.ts';
import { putRow } from './projections/projected-rows.ts';
import type { Projected, ProjectedTable, Projection, Summary } from './projections/projection.ts';
import { ruleProjection } from './projections/rule.ts';
import { siteProjection } from './projections/site.ts';
import { trainingProjection } from './projections/training.ts';
import { userProjection } from './projections/user.ts';
import { nullableTextIn, type RecordValues } from './record-values.ts';
import { isRecordType, type RecordType } from './registry.ts';
import { get, run } from './statements.ts';

const projections: Readonly<Record<RecordType, Projection>> = {
  user: userProjection,
  rule: ruleProjection,
  partner: partnerProjection,
  place: placeProjection,
  forum: forumProjection,
  meeting: meetingProjection,
  issue: issueProjection,
  site: siteProjection,
  asset: assetProjection,
  plan: planProjection,
  dispute: disputeProjection,
  mapping: mappingProjection,
  training: trainingProjection,
};

/** Of the record types. */
export const typeTables: readonly ProjectedTable[] = Object.values(projections).flatMap(({ tables }) => tables);

/** Tables that hold nothing but projections, for replay. */
export const projectedTables: readonly string[] = [
  'rival',
  'sup',
  'val',
  'record',
  'record_fts',
  ...typeTables.map(({ table }) => table),
];

/** Writes the rows of one record anew, and takes them out when nothing of it holds any more. Runs inside applyChanges. */
export function projectRecord(raw: SqliteDatabase, record: Projected): void {
  const { id, values, isNew } = record;
  const { at } = values;
  const before = isNew ? undefined : get<{ at: string }>(raw, 'SELECT at FROM record WHERE id = ?', id)?.at;
  if (before !== undefined && before !== at) dropRecord(raw, id);
  if (!isRecordType(at)) return;
  const summary = projections[at].project(raw, record);
  writeSummary(raw, at, record, summary);
}

function dropRecord(raw: SqliteDatabase, id: Uint8Array): void {
  run(raw, 'DELETE FROM record_fts WHERE rowid = (SELECT rowid FROM record WHERE id = ?)', id);
  run(raw, 'DELETE FROM record WHERE id = ?', id);
  for (const { table, record, ids } of typeTables) {
    run(raw, `DELETE FROM ${table} WHERE ${record} = ?`, ids === 'text' ? bytesToUuid(id) : id);
  }
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
