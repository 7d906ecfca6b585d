/** @file Rows of the change log, and how a verdict stands in them. Written inside applyChanges alone. */
import type { SqliteDatabase } from '#core/db/driver.ts';
import type { Verdict } from './verdict.ts';
import type { ChangeHeader, SignedChange } from './change.ts';
import { wireToBound, wireToBytes } from './ids.ts';
import { all, get, insert, run } from './statements.ts';
import { type ChgRow, chgColumns } from './stored.ts';
import { isUnderstood } from './understood.ts';

/**
 * How the author's signature stands: `own` verified; `chained`: a later header of its unbroken chain was verified and
 * vouches for it (docs/adr/0003); `no-key`: the key is not known yet, so it can only be held.
 */
export type Checked = 'own' | 'chained' | 'no-key';

/** As it stands in the column `checked`. */
export const checkedNumber: Readonly<Record<Checked, number>> = { 'no-key': 0, own: 1, chained: 2 };

/** `code` also tells what is wrong with form or signature. */
export type StoredVerdict = Verdict | { readonly verdict: 'quarantined'; readonly code: string };

export function setVerdict(raw: SqliteDatabase, n: number, header: ChangeHeader, verdict: StoredVerdict): void {
  run(
    raw,
    `UPDATE chg SET verdict = ?, code = ?, waits = ?, projected = ? WHERE n = ?`,
    verdict.verdict,
    verdict.verdict === 'ok' ? null : verdict.code,
    verdict.verdict === 'held' ? verdict.waits : null,
    isProjected(header, verdict),
    n,
  );
}

const isProjected = (header: ChangeHeader, { verdict }: StoredVerdict): 0 | 1 =>
  verdict === 'ok' && isUnderstood(header) ? 1 : 0;

/**
 * Answers the row's number; null when there is one of this id already, which stays as it is. Whatever else is in its way
 * is a bug and ends the transaction ([Note: Statements that fail]).
 */
export function insertChange(
  raw: SqliteDatabase,
  change: SignedChange,
  header: ChangeHeader | null,
  state: { readonly verdict: StoredVerdict; readonly checked: Checked; readonly source: Uint8Array | null },
): number | null {
  const { verdict } = state;
  return insert(
    raw,
    `INSERT OR FAIL INTO chg (id, id16, hdr, pay, sig, agg, at, dev, inc, seq, hlc, aud, verdict, code, waits, projected, checked, src)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id16) DO NOTHING`,
    change.id,
    change.id.subarray(0, 16),
    change.headerBytes,
    change.payloadBytes,
    change.signature,
    header ? wireToBound(header.agg) : none,
    header?.at ?? '',
    header ? wireToBound(header.dev) : none,
    header ? wireToBound(header.inc) : none,
    header?.seq ?? 0,
    header?.hlc ?? '',
    header?.aud ?? '',
    verdict.verdict,
    verdict.verdict === 'ok' ? null : verdict.code,
    verdict.verdict === 'held' ? verdict.waits : null,
    header ? isProjected(header, verdict) : 0,
    checkedNumber[state.checked],
    state.source,
  );
}

const none = new Uint8Array(0);

/** Whether nothing of a change is missing here or came in another form: taking it in would change nothing. */
export const isKnownWhole = (raw: SqliteDatabase, { id, payloadBytes, signature }: SignedChange): boolean =>
  get(
    raw,
    `SELECT 1 FROM chg WHERE id16 = ? AND (pay IS NOT NULL OR ? = 0) AND (checked = 1 OR sig = ?) AND ${notSpoilt()}`,
    id.subarray(0, 16),
    payloadBytes === null ? 0 : 1,
    signature,
  ) !== undefined;

/** Changes of a record, given by its id as on the wire, whatever their verdict. */
export const changesOf = (raw: SqliteDatabase, agg: string): ChgRow[] =>
  all<ChgRow>(raw, `SELECT ${chgColumns} FROM chg WHERE agg = ? ORDER BY n`, wireToBytes(agg));

/** Its signature or payload came spoilt: no ground to judge anything by, and it may still come in sound form. */
export const isSpoilt = ({ verdict, code }: Pick<ChgRow, 'verdict' | 'code'>): boolean =>
  verdict === 'quarantined' && code !== null && spoilt.has(code);
const spoilt: ReadonlySet<string> = new Set(['change/form', 'change/commitment', 'change/signature']);

/** In SQL, for rows that are not: a spoilt one may name any device, and proves nothing of it. */
export const notSpoilt = (table = 'chg'): string =>
  `(${table}.code IS NULL OR ${table}.code NOT IN ('change/form', 'change/commitment', 'change/signature'))`;

/**
 * Whether the record holds a change that only a newer program understands and that must be understood before anyone
 * writes to it. One that calls the record another type was judged by no owner, and binds nobody.
 */
export const needsUpdate = (raw: SqliteDatabase, agg: Uint8Array, at: string): boolean =>
  get(
    raw,
    `SELECT 1 FROM chg WHERE agg = ? AND at = ? AND projected = 0 AND verdict = 'ok' AND json_extract(CAST(hdr AS TEXT), '$.mu') = 1`,
    agg,
    at,
  ) !== undefined;
