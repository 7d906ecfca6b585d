/** @file What follows when a change is accepted: it enters its record, the blobs it names are noted, and it is passed on. */
import { toBase64Url } from '#core/crypto/bytes.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import type { ApplyContext } from './apply-types.ts';
import { movesRecord } from './authority-moves.ts';
import { noteBlobs } from './blob-refs.ts';
import { createLinkLog } from './link-log.ts';
import { changesOf } from './log-rows.ts';
import type { OpenRecords } from './open-records.ts';
import type { KnownOwners } from './ownership.ts';
import { createParticipants } from './participants.ts';
import { isRecordType } from './registry.ts';
import { type ChgRow, type DecodedChange, decodeRow } from './stored.ts';

export type Accepting = {
  /** A change whose verdict is ok; `id` is its short id, `source` as in `ApplyOptions`. */
  accept(n: number, id: string, change: DecodedChange, source: Uint8Array | null): void;
  /** The same for changes of one record whose verdicts were made anew, after its registers were rebuilt. */
  acceptAgain(agg: string, rows: readonly ChgRow[]): void;
  /** An accepted change whose payload has come, from `source`. */
  fill(row: ChgRow, change: DecodedChange, source: Uint8Array | null): void;
};

export function createAccepting(
  raw: SqliteDatabase,
  context: ApplyContext,
  records: OpenRecords,
  owners: KnownOwners,
): Accepting {
  const links = createLinkLog(raw, context.linkTargets);
  const participants = createParticipants(raw, context.rosterAt);

  const accept: Accepting['accept'] = (n, id, change, source) => {
    const { header, payload } = change;
    records.enter(id, change);
    noteBlobs(raw, n, change);
    const moves = isRecordType(header.at) && movesRecord(header);
    if (moves) participants.forget(header.agg);
    const also = participants.of(id, header);
    links.enqueue({ n, header, owner: owners.ownerOf(change), also, source, hasPayload: payload !== null });
    if (moves) widen(header.agg);
  };

  const acceptAgain: Accepting['acceptAgain'] = (agg, rows) => {
    participants.review(agg);
    for (const row of rows) {
      const change = decodeRow(row);
      records.decoded.set(toBase64Url(row.id16), change);
      noteBlobs(raw, row.n, change);
    }
    if (rows.length > 0) widen(agg);
  };

  /** Whoever takes part from now on gets what the record held before. */
  const widen = (agg: string): void => {
    for (const row of changesOf(raw, agg)) if (row.verdict === 'ok') enqueueMissing(row, decodeRow(row), row.src);
  };

  const enqueueMissing = (row: ChgRow, change: DecodedChange, source: Uint8Array | null): void => {
    const { header, payload } = change;
    if (header.own !== null) owners.ownerAt(header, header.own);
    const also = participants.of(toBase64Url(row.id16), header);
    const hasPayload = payload !== null;
    links.enqueueMissing({ n: row.n, header, owner: owners.ownerOf(change), also, source, hasPayload });
  };

  const fill: Accepting['fill'] = (row, change, source) => {
    records.decoded.set(toBase64Url(row.id16), change);
    noteBlobs(raw, row.n, change);
    records.touch(change.header);
    enqueueMissing(row, change, source);
  };

  return { accept, acceptAgain, fill };
}
