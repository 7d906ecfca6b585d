/** @file The rows of one record, written after all changes of a session have entered it ([Note: Open records]). */
import type { SqliteDatabase } from '#core/db/driver.ts';
import { projectRecord } from './project.ts';
import { toRecordValues } from './record-values.ts';
import type { OpenRecord, StoredValue } from './registers.ts';
import { get } from './statements.ts';
import type { DecodedChange } from './stored.ts';
import { refreshValue, writeValues } from './values.ts';
import type { RosterView } from './verdict.ts';

/** `decoded`: accepted changes at hand, by short id. Answers how many groups have just become a conflict. */
export function writeRecordRows(
  raw: SqliteDatabase,
  record: OpenRecord,
  decoded: ReadonlyMap<string, DecodedChange>,
  rosterAt: (version: number) => RosterView | null,
): number {
  let newConflicts = 0;
  const rows = new Map<string, StoredValue>(record.before);
  const fresh: StoredValue[] = [];
  for (const group of [...record.heads.keys()].sort()) {
    const { row, newConflict } = refreshValue(raw, { record, group, decoded, rosterAt });
    if (newConflict) newConflicts++;
    if (row) {
      rows.set(group, row);
      fresh.push(row);
    } else rows.delete(group);
  }
  writeValues(raw, record.agg, fresh);
  const ordered = [...rows.values()];
  if (record.before.size > 0) ordered.sort((a, b) => (a.grp < b.grp ? -1 : 1));
  projectRecord(raw, {
    id: record.agg,
    values: toRecordValues(ordered),
    updated: latestOf(raw, record),
    isNew: record.before.size === 0,
  });
  return newConflicts;
}

function latestOf(raw: SqliteDatabase, { agg, before, latest }: OpenRecord): string {
  if (before.size === 0) return latest;
  const newest = 'SELECT hlc FROM chg WHERE agg = ? AND projected = 1 ORDER BY hlc DESC LIMIT 1';
  return get<{ hlc: string }>(raw, newest, agg)?.hlc ?? '';
}
