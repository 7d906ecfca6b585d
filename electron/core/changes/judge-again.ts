/**
 * @file Verdicts that change after a change has come: it waited for something, its signature or payload proved bad or
 * came in sound form, its device was revoked, or a newer program understands it.
 */
import { toBase64Url } from '#core/crypto/bytes.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import type { Accepting } from './accept.ts';
import type { ApplyContext, Applying } from './apply-types.ts';
import { judge } from './authority.ts';
import { forgetBlobsOf } from './blob-refs.ts';
import { type ChangeHeader, verifyChangeSignature } from './change.ts';
import { wireToBytes } from './ids.ts';
import { changesOf, isSpoilt, setVerdict, type StoredVerdict } from './log-rows.ts';
import type { OpenRecords } from './open-records.ts';
import { isSetAside, type KnownOwners, type Lookup } from './ownership.ts';
import { verdictsOf } from './rejudge.ts';
import { all, get, run } from './statements.ts';
import { type ChgRow, chgColumns, type DecodedChange, decodeHeader, decodeRow } from './stored.ts';
import { isUnderstood } from './understood.ts';
import type { AuthorityContext } from './verdict.ts';

export type JudgingAgain = Pick<Applying, 'release' | 'settle' | 'understand' | 'rejudge'> & {
  /** Judges a stored change that was not accepted before. */
  judgeAgain(row: ChgRow, change: DecodedChange): StoredVerdict;
  /** Takes a change out of registers and projections again; what stands on it is judged anew. */
  expel(row: ChgRow, verdict: StoredVerdict): void;
  /** After a change got its first or another verdict, and was accepted where that says so. */
  afterVerdict(id: string, verdict: StoredVerdict): void;
  /** A change of this device came, or got another verdict: if it was revoked, others of its changes may be good now. */
  noteRevoked(dev: string): void;
  /** Settles every such device. */
  settleAll(): void;
};

/** What a session works with. */
type Session = {
  readonly context: ApplyContext;
  readonly records: OpenRecords;
  readonly lookup: Lookup;
  readonly owners: KnownOwners;
  readonly authority: AuthorityContext;
  readonly accepting: Accepting;
};

export const badSignature = { verdict: 'quarantined', code: 'change/signature' } as const;
const revoked = { verdict: 'quarantined', code: 'change/revoked' } as const;
/** Until its record has been judged anew, in the same breath. */
const toBeJudged = { verdict: 'held', code: 'change/held-owner', waits: 'again' } as const;

export function createJudgingAgain(
  raw: SqliteDatabase,
  { context, records, lookup, owners, authority, accepting }: Session,
): JudgingAgain {
  /** Mostly nothing waits, and then nobody need ask at each change. */
  let someWait = get(raw, 'SELECT 1 FROM chg WHERE waits IS NOT NULL LIMIT 1') !== undefined;
  /** Devices of the session whose good changes may be others now. */
  const unsettled = new Set<string>();

  const noteRevoked = (dev: string): void => {
    if (context.goodOf(dev) !== null) unsettled.add(dev);
  };

  const release = (waits: string): void => {
    const waiting = all<ChgRow>(raw, `SELECT ${chgColumns} FROM chg WHERE waits = ? ORDER BY n`, waits);
    for (const row of waiting) judgeAgain(row, decodeRow(row));
  };

  /** What names this change as its ownership head can now be judged, or waits on. */
  const afterVerdict: JudgingAgain['afterVerdict'] = (id, { verdict }) => {
    if (someWait) release(`own:${id}`);
    if (verdict === 'held') someWait = true;
  };

  const judgeAgain: JudgingAgain['judgeAgain'] = (row, change) => {
    if (isSetAside(row)) return revoked;
    noteRevoked(change.header.dev);
    if (!isSigned(row, change.header)) {
      setVerdict(raw, row.n, change.header, badSignature);
      return badSignature;
    }
    const verdict = judge(change.header, change.payload, authority);
    setVerdict(raw, row.n, change.header, verdict);
    const id = toBase64Url(row.id16);
    if (verdict.verdict === 'ok') accepting.accept(row.n, id, change, holderOf(row));
    afterVerdict(id, verdict);
    return verdict;
  };

  /** Where it came from, unless that has left the history which it came from and may lack it. */
  const holderOf = ({ n, src }: ChgRow): Uint8Array | null =>
    get(raw, 'SELECT 1 FROM peer WHERE dev = ? AND astray >= ?', src, n) === undefined ? src : null;

  /** A change that came before its author's key was known is verified when it is released. */
  const isSigned = (row: ChgRow, header: ChangeHeader): boolean => {
    if (row.checked !== 0) return true;
    const verifier = context.verifierOf(header.dev);
    const change = { id: row.id, headerBytes: row.hdr, payloadBytes: row.pay, signature: row.sig };
    // Still without the key, judging will hold it or refuse the unknown device.
    if (!verifier) return true;
    if (!verifyChangeSignature(verifier, change)) return false;
    run(raw, 'UPDATE chg SET checked = 1 WHERE n = ?', row.n);
    return true;
  };

  const expel: JudgingAgain['expel'] = (row, verdict) => {
    setAside(row, verdict);
    rejudge(decodeHeader(row).header.agg);
  };

  const setAside = (row: ChgRow, verdict: StoredVerdict): void => {
    const { header } = decodeHeader(row);
    records.decoded.delete(toBase64Url(row.id16));
    setVerdict(raw, row.n, header, verdict);
    forgetBlobsOf(raw, row.n);
    noteRevoked(header.dev);
  };

  /** Every verdict of a record anew, and its registers from what is accepted then. */
  const rejudge = (agg: string): void => {
    const rows = changesOf(raw, agg);
    const verdicts = verdictsOf(rows, context.rosterAt, lookup);
    const accepted: ChgRow[] = [];
    let header: ChangeHeader | null = null;
    owners.forget();
    for (const row of rows) {
      const verdict = verdicts.get(row.n);
      if (!verdict) continue;
      ({ header } = decodeHeader(row));
      if (verdict.verdict === 'held') someWait = true;
      if (verdict.verdict !== 'ok') {
        if (verdict.verdict === 'held' || verdict.code !== row.code) setAside(row, verdict);
      } else if (row.verdict !== 'ok') {
        if (!isSigned(row, header)) {
          expel(row, badSignature);
          return;
        }
        setVerdict(raw, row.n, header, verdict);
        accepted.push(row);
      }
    }
    const first = header ?? (rows[0] ? decodeHeader(rows[0]).header : null);
    if (first) records.rebuild(first);
    accepting.acceptAgain(agg, accepted);
  };

  const settle = (dev: string): void => {
    const rows = all<ChgRow>(raw, `SELECT ${chgColumns} FROM chg WHERE dev = ? ORDER BY n`, wireToBytes(dev));
    const sound = rows.filter((row) => !isSpoilt(row));
    const good = context.goodOf(dev)?.(sound) ?? new Set(sound);
    const changed = new Set<string>();
    for (const row of sound) {
      if (good.has(row) !== isSetAside(row)) continue;
      changed.add(decodeHeader(row).header.agg);
      setAside(row, good.has(row) ? toBeJudged : revoked);
    }
    for (const agg of changed) rejudge(agg);
    unsettled.delete(dev);
  };

  const understand = (agg: Uint8Array): void => {
    const sql = `SELECT ${chgColumns} FROM chg WHERE agg = ? AND verdict = 'ok' AND projected = 0 ORDER BY n`;
    const fresh = all<ChgRow>(raw, sql, agg).filter((row) => isUnderstood(decodeHeader(row).header));
    for (const row of fresh) setAside(row, toBeJudged);
    if (fresh.length > 0) rejudge(toBase64Url(agg));
  };

  const settleAll = (): void => {
    for (const dev of unsettled) settle(dev);
  };

  return { release, settle, understand, rejudge, judgeAgain, expel, afterVerdict, noteRevoked, settleAll };
}
