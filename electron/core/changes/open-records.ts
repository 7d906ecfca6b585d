/** @file The records that changes enter while they are applied ([Note: Open records]). */
import { toBase64Url } from '#core/crypto/bytes.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import type { Touched } from './apply-types.ts';
import { areasOf } from './areas.ts';
import type { ChangeHeader } from './change.ts';
import { wireToBytes } from './ids.ts';
import { writeRecordRows } from './record-rows.ts';
import { hasRivalOwners, headsOf, type OpenRecord, openRecord, rebuildRegisters, register } from './registers.ts';
import { isRecordType, tokenToGroup } from './registry.ts';
import { all, get } from './statements.ts';
import { type ChgRow, chgColumns, type DecodedChange, decodeRow } from './stored.ts';
import { isUnderstood } from './understood.ts';
import type { RosterView } from './verdict.ts';

export type OpenRecords = {
  /** Accepted changes at hand, by short id: whoever accepts one or takes it out keeps it so. */
  readonly decoded: Map<string, DecodedChange>;
  /** Enters a change that was just accepted. */
  enter(id: string, change: DecodedChange): void;
  /** Has the values of the groups that a change names chosen again. */
  touch(header: ChangeHeader): void;
  /** Enters every accepted change of the record of this header anew. */
  rebuild(header: ChangeHeader): void;
  /** Enters every accepted change of the store, after the projections were dropped. */
  reproject(): void;
  /** Writes the rows of every open record, and closes them. */
  flush(): void;
  touched(): Touched;
};

export function createOpenRecords(raw: SqliteDatabase, rosterAt: (version: number) => RosterView | null): OpenRecords {
  /** By record id as on the wire. */
  const records = new Map<string, OpenRecord>();
  const decoded = new Map<string, DecodedChange>();
  const areas = new Set<string>();
  let newConflicts = 0;

  const recordOf = (header: ChangeHeader): OpenRecord => {
    areas.add(header.at);
    let record = records.get(header.agg);
    if (!record) {
      record = openRecord(raw, wireToBytes(header.agg));
      records.set(header.agg, record);
    }
    return record;
  };

  const touch = (header: ChangeHeader): void => {
    const record = recordOf(header);
    for (const { g } of header.w) headsOf(record, tokenToGroup(header.at, g));
  };

  const enter = (id: string, change: DecodedChange): void => {
    const { header } = change;
    decoded.set(id, change);
    if (isUnderstood(header)) register(raw, recordOf(header), id, header);
    // It is no value itself, but as a predecessor it lends depth to those that are.
    else if (isRecordType(header.at)) touch(header);
  };

  const flush = (): void => {
    const someStrange = get(raw, `SELECT 1 ${notUnderstood} LIMIT 1`) !== undefined;
    for (const record of records.values()) {
      const foundedTwice = hasRivalOwners(record) || (someStrange && hasStrangeFounding(raw, record.agg));
      // Only now is all of it here: a second founding may have come after what was written under it or under the first.
      if (foundedTwice) rebuildRegisters(raw, record, rosterAt);
      newConflicts += writeRecordRows(raw, record, decoded, rosterAt);
    }
    records.clear();
    decoded.clear();
  };

  /** Record by record: what belongs together is read together, and few records are open at a time. */
  const reproject = (): void => {
    let after: Uint8Array = new Uint8Array(0);
    for (;;) {
      const aggs = all<{ agg: Uint8Array }>(
        raw,
        `SELECT DISTINCT agg FROM chg WHERE agg > ? ORDER BY agg LIMIT ${recordsAtOnce}`,
        after,
      );
      for (const { agg } of aggs) reprojectRecord(agg);
      flush();
      const last = aggs.at(-1);
      if (!last) return;
      after = last.agg;
    }
  };

  const reprojectRecord = (agg: Uint8Array): void => {
    const rows = all<ChgRow>(raw, `SELECT ${chgColumns} FROM chg WHERE agg = ? AND verdict = 'ok' ORDER BY n`, agg);
    for (const row of rows) {
      const change = decodeRow(row);
      if (isUnderstood(change.header)) enter(toBase64Url(row.id16), change);
    }
  };

  return {
    decoded,
    enter,
    touch,
    rebuild: (header) => rebuildRegisters(raw, recordOf(header), rosterAt),
    reproject,
    flush,
    touched: () => ({ areas: new Set([...areas].flatMap(areasOf)), newConflicts }),
  };
}

const recordsAtOnce = 500;

const notUnderstood = "FROM chg INDEXED BY chg_not_understood WHERE projected = 0 AND verdict = 'ok'";

/** Whether a change founds it that only a newer program understands: such a one is not among its values. */
const hasStrangeFounding = (raw: SqliteDatabase, agg: Uint8Array): boolean =>
  get(raw, `SELECT 1 ${notUnderstood} AND agg = ? AND instr(hdr, CAST('"own":null' AS BLOB)) > 0`, agg) !== undefined;
