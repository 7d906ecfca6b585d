/** @file What a person settled last, and taking it back by a later change. */
import { sql } from 'kysely';
import { bytesToUuid, uuidToBytes, wireToBytes, wireToUuid } from '#core/changes/ids.ts';
import { groupName, tokenToGroup } from '#core/changes/registry.ts';
import { type DecodedChange, decodeRow } from '#core/changes/stored.ts';
import { foldedText } from '#core/changes/values.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import type { Handler, HomeContext } from '#core/context.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { type Names, type Written, writtenBy } from './conflict-values.ts';
import { titleOf } from './conflicts.ts';
import { authorNames } from './authors.ts';
import { headsOf } from './read-record.ts';
import { openForSettling, writeSettled } from './settle-conflict.ts';

type Row = OutputOf<'records.settled'>[number];

/** Looked through from the newest change of this PC backwards, along the chain of its present life. */
const lookedAt = 400;
const shown = 20;

export async function listSettled(context: HomeContext): Promise<Row[]> {
  const changes = await context.db
    .selectFrom('chg')
    .innerJoin('record', 'record.id', 'chg.agg')
    .select(['chg.id16', 'chg.hdr', 'chg.pay', 'chg.agg', 'chg.at', 'record.title', 'record.number'])
    .where('chg.dev', '=', context.home.rosters.self().device)
    .where('chg.inc', '=', sql<Uint8Array>`(SELECT inc FROM inc ORDER BY ordinal DESC LIMIT 1)`)
    .where('chg.verdict', '=', 'ok')
    .orderBy('chg.seq', 'desc')
    .limit(lookedAt)
    .execute();
  const names = await authorNames(context);
  const settled: Row[] = [];
  for (const row of changes) {
    if (settled.length >= shown) break;
    const change = decodeRow(row);
    const kind = change.payload?.k ?? change.header.kind;
    const mine = wireToUuid(change.header.by) === context.session.access.user;
    if (!mine || !/^(correction\.)?conflict\.(resolved|undone)$/.test(kind)) continue;
    settled.push(...(await rowsOf(context, row, change, kind, names)));
  }
  return settled;
}

/** A row for each group that nobody has written since and that had another value. */
async function rowsOf(
  context: HomeContext,
  row: {
    readonly id16: Uint8Array;
    readonly agg: Uint8Array;
    readonly at: string;
    readonly title: string;
    readonly number: string;
  },
  change: DecodedChange,
  kind: string,
  names: Names,
): Promise<Row[]> {
  const recordId = bytesToUuid(row.agg);
  const heads = await headsOf(context, recordId);
  const id = toBase64Url(row.id16);
  const rows: Row[] = [];
  for (const { g, p } of change.header.w) {
    const group = tokenToGroup(row.at, g);
    const current = heads[group] ?? [];
    if (groupName(group) === 'voidSeen' || current.length !== 1 || current[0] !== id) continue;
    const now = writtenBy(context, row.id16, change, group, names);
    const others = await earlierValues(context, p, group, now, names);
    if (others.length === 0) continue;
    rows.push({
      recordId,
      recordType: row.at,
      title: titleOf(row),
      group,
      at: now.at,
      undone: kind.endsWith('conflict.undone'),
      value: now.value,
      others: others.map(({ changeId, value, by, nodeName, at }) => ({ changeId, value, by, nodeName, at })),
      heads,
    });
  }
  return rows;
}

async function earlierValues(
  context: HomeContext,
  seen: readonly string[],
  group: string,
  now: Written,
  names: Names,
): Promise<Written[]> {
  const values: Written[] = [];
  for (const id of seen) {
    const earlier = await readWritten(context, id, group, names);
    if (earlier && earlier.state !== 'withheld' && foldedText(earlier.value) !== foldedText(now.value)) {
      values.push(earlier);
    }
  }
  return values.toSorted((a, b) => (a.header.hlc < b.header.hlc ? -1 : 1));
}

async function readWritten(
  context: HomeContext,
  changeId: string,
  group: string,
  names: Names,
  recordId?: string,
): Promise<Written | null> {
  const row = await context.db
    .selectFrom('chg')
    .select(['id16', 'hdr', 'pay'])
    .where('id16', '=', wireToBytes(changeId))
    .where('verdict', '=', 'ok')
    .$if(recordId !== undefined, (select) => select.where('agg', '=', uuidToBytes(recordId ?? '')))
    .executeTakeFirst();
  if (!row) return null;
  const change = decodeRow(row);
  const wrote = change.header.w.some(({ g }) => tokenToGroup(change.header.at, g) === group);
  return wrote ? writtenBy(context, row.id16, change, group, names) : null;
}

/** Nothing is unwritten: the earlier value is written again, by whoever takes the decision back. */
export const undoResolve: Handler<'records.undoResolve'> = async (context, { recordId, group, back, heads }) => {
  const record = await openForSettling(context, recordId, [group]);
  if (!record.ok) return record;
  const earlier = await readWritten(context, back, group, new Map(), recordId);
  if (!earlier || earlier.state === 'withheld') return err(refusal('record/no-conflict', {}));
  const groups = [{ group, value: earlier.value }];
  const written = await writeSettled(context, record.value, 'conflict.undone', groups, heads);
  return written.ok ? ok({ id: recordId }) : written;
};
