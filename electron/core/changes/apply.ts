/**
 * @file applyChange: the only code that writes the change log, the registers and the projections, the same for changes
 * made here and changes received. Any order, any batching and any repetition of the same changes gives the same state.
 */
import { bytesEqual, toBase64Url } from '#core/crypto/bytes.ts';
import type { Verifier } from '#core/crypto/ed25519.ts';
import { inArea } from '#core/db/areas.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import { movesRecord } from './authority-moves.ts';
import { judge } from './authority.ts';
import type { AuthorityContext, RosterView } from './verdict.ts';
import {
  type ChangeFault,
  type ChangeHeader,
  parseHeader,
  parsePayload,
  type SignedChange,
  verifyChangeSignature,
} from './change.ts';
import { forgetBlobsOf, noteBlobs } from './blob-refs.ts';
import { wireToBytes } from './ids.ts';
import { createLinkLog, type LinkTargets } from './link-log.ts';
import { isSetAside, lookupIn, offerNamed, ownerNamed } from './ownership.ts';
import { createParticipants } from './participants.ts';
import { projectRecord } from './project.ts';
import { toRecordValues } from './record-values.ts';
import { headsOf, type OpenRecord, openRecord, rebuildRegisters, register, type StoredValue } from './registers.ts';
import { isRecordType, tokenToGroup } from './registry.ts';
import { verdictsOf } from './rejudge.ts';
import { isUnderstood } from './understood.ts';
import { all, get, run } from './statements.ts';
import { type ChgRow, chgColumns, type DecodedChange, decodeHeader, decodeRow } from './stored.ts';
import {
  changesOf,
  type Checked,
  checkedNumber,
  insertChange,
  isSpoilt,
  setVerdict,
  type StoredVerdict,
} from './log-rows.ts';
import { refreshValue, writeValues } from './values.ts';

export type Outcome = {
  /** `filled`: known before without its payload, which has come now. */
  readonly outcome: 'applied' | 'known' | 'filled' | 'held' | 'quarantined';
  readonly code?: string;
};

export type ApplyOptions = {
  /** Device the change came from; null when it was made here. */
  readonly source: Uint8Array | null;
  readonly checked: Checked;
  /** What the change's header bytes say, where the caller has parsed them already. */
  readonly header?: ChangeHeader | null;
};

export type Applying = {
  readonly apply: (change: SignedChange, options: ApplyOptions) => Outcome;
  /** Keeps a change by its id, outside every projection: its form or signature is bad. */
  readonly quarantine: (change: SignedChange, code: string, source: Uint8Array) => Outcome;
  /** Judges again what waited for a roster version. */
  readonly release: (waits: string) => void;
  /** Notes that a change's own signature was verified. */
  readonly confirm: (n: number) => void;
  /** Takes a change out of the projections after its signature proved bad. */
  readonly condemn: (n: number) => void;
  /** Sets aside what a revoked device wrote after its last good change, and takes back what counts after all. */
  readonly settle: (dev: string) => void;
  /** Judges and projects what this program understands of a record and the one that stored it did not. */
  readonly understand: (agg: Uint8Array) => void;
  /** Every verdict of a record anew, with all that has come since. */
  readonly rejudge: (agg: string) => void;
  /** Registers every accepted change again, after the projections were dropped. Links are left alone. */
  readonly reproject: () => void;
};

/** Given the changes of a revoked device that are here in sound form, those that count. */
export type GoodChanges = (rows: readonly ChgRow[]) => ReadonlySet<ChgRow>;

export type Touched = {
  /** Record types whose records changed: what screens must refresh. */
  readonly areas: ReadonlySet<string>;
  /** Groups that got a second current value. */
  readonly newConflicts: number;
};

/** What the rosters say; everything else applyChange needs stands in the store. */
export type ApplyContext = {
  readonly rosterAt: (version: number) => RosterView | null;
  readonly linkTargets: LinkTargets;
  /** Which changes of a device still count, by full id; null when it was not revoked. */
  readonly goodOf: (dev: string) => GoodChanges | null;
  /** Verifier of a device's signing key; null when no roster here lists it. */
  readonly verifierOf: (dev: string) => Verifier | null;
};

/**
 * Runs `work` with the right to write synced tables. Must be called inside an open transaction; throws if `work` does,
 * and the caller's rollback then takes everything back.
 */
export function applyChanges<T>(
  raw: SqliteDatabase,
  context: ApplyContext,
  work: (applying: Applying) => T,
): Touched & { readonly result: T } {
  if (!raw.inTransaction) throw new Error('applyChanges runs inside a transaction');
  run(raw, 'INSERT INTO applying (k) VALUES (1)');
  const session = createSession(raw, context);
  const result = work(session);
  const touched = session.finish();
  run(raw, 'DELETE FROM applying');
  return { ...touched, result };
}

type Session = Applying & { finish(): Touched };

function createSession(raw: SqliteDatabase, context: ApplyContext): Session {
  /** By record id as on the wire. */
  const records = new Map<string, OpenRecord>();
  /** Accepted changes alone. */
  const decoded = new Map<string, DecodedChange>();
  const areas = new Set<string>();
  let newConflicts = 0;
  const owners = new Map<string, { readonly node: string }>();
  const links = createLinkLog(raw, context.linkTargets);
  const participants = createParticipants(raw);
  const lookup = lookupIn(raw, decoded);
  /** Mostly nothing waits, and then nobody need ask at each change. */
  let someWait = get(raw, 'SELECT 1 FROM chg WHERE waits IS NOT NULL LIMIT 1') !== undefined;

  const authority: AuthorityContext = {
    rosterAt: context.rosterAt,
    ownerAt: (header, id) => {
      const key = ownerKey(header, id);
      const found = owners.get(key) ?? ownerNamed(lookup, header, id);
      if (typeof found === 'object') owners.set(key, found);
      return found;
    },
    offerAt: (header, id) => offerNamed(lookup, header, id),
  };

  const recordOf = (header: ChangeHeader): OpenRecord => {
    areas.add(header.at);
    let record = records.get(header.agg);
    if (!record) {
      record = openRecord(raw, wireToBytes(header.agg));
      records.set(header.agg, record);
    }
    return record;
  };

  /** Has the values of the groups that a change names chosen again. */
  const touch = (header: ChangeHeader): void => {
    const record = recordOf(header);
    for (const { g } of header.w) headsOf(record, tokenToGroup(header.at, g));
  };

  /** Projects a change whose verdict is ok and hands it to the links. */
  const accept = (n: number, id: string, change: DecodedChange, source: Uint8Array | null): void => {
    const { header } = change;
    decoded.set(id, change);
    if (isUnderstood(header)) register(raw, recordOf(header), id, header);
    // It is no value itself, but as a predecessor it lends depth to those that are.
    else if (isRecordType(header.at)) touch(header);
    noteBlobs(raw, n, change);
    const moves = isRecordType(header.at) && movesRecord(header);
    if (moves) participants.forget(header.agg);
    links.enqueue({ n, header, owner: ownerIn(change), also: participants.of(id, header), source });
    if (moves) widen(header.agg);
  };

  /** Under the head that the change names: its owner was looked up when it was judged. */
  const ownerIn = ({ header, payload }: DecodedChange): string | null => {
    const node = header.own === null ? payload?.d.owner?.node : owners.get(ownerKey(header, header.own))?.node;
    return typeof node === 'string' ? node : null;
  };

  /** Whoever takes part from now on gets what the record held before. */
  const widen = (agg: string): void => {
    for (const row of changesOf(raw, agg)) if (row.verdict === 'ok') enqueueMissing(row, decodeRow(row));
  };

  const enqueueMissing = (row: ChgRow, change: DecodedChange): void => {
    const { header, payload } = change;
    if (header.own !== null) authority.ownerAt(header, header.own);
    const also = participants.of(toBase64Url(row.id16), header);
    const hasPayload = payload !== null;
    links.enqueueMissing({ n: row.n, header, owner: ownerIn(change), also, source: row.src, hasPayload });
  };

  const release = (waits: string): void => {
    const waiting = all<ChgRow>(raw, `SELECT ${chgColumns} FROM chg WHERE waits = ? ORDER BY n`, waits);
    for (const row of waiting) {
      judgeAgain(row, decodeRow(row));
    }
  };

  /** What names this change as its ownership head can now be judged, or waits on. */
  const releaseAfter = (id: string): void => {
    if (someWait) release(`own:${id}`);
  };

  /** Judges a stored change that was not accepted before. */
  const judgeAgain = (row: ChgRow, change: DecodedChange): StoredVerdict => {
    if (isSetAside(row)) return revoked;
    noteRevoked(change.header.dev);
    if (!isSigned(row, change.header)) {
      setVerdict(raw, row.n, change.header, badSignature);
      return badSignature;
    }
    const verdict = judge(change.header, change.payload, authority);
    setVerdict(raw, row.n, change.header, verdict);
    if (verdict.verdict === 'ok') accept(row.n, toBase64Url(row.id16), change, row.src);
    if (verdict.verdict === 'held') someWait = true;
    releaseAfter(toBase64Url(row.id16));
    return verdict;
  };

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

  const apply: Applying['apply'] = (change, { source, checked, header }) => {
    const parsed = parseChange(change, header);
    if (!parsed.ok) {
      const known = rowOf(change);
      return known ? applyAgain(known, change, source) : quarantine(change, parsed.error.code, source);
    }
    const verdict = judge(parsed.value.header, parsed.value.payload, authority);
    const n = insertChange(raw, change, parsed.value.header, { verdict, checked, source });
    // Mostly a change is new: asking before each whether it is would cost more than judging a known one in vain.
    const known = n === null ? rowOf(change) : undefined;
    if (known) return applyAgain(known, change, source);
    if (n === null) throw new Error('a change was neither here nor entered');
    noteRevoked(parsed.value.header.dev);
    const id = toBase64Url(change.id.subarray(0, 16));
    if (verdict.verdict === 'ok') accept(n, id, parsed.value, source);
    releaseAfter(id);
    if (verdict.verdict === 'held') someWait = true;
    return outcomeOf(verdict);
  };

  const rowOf = ({ id }: SignedChange): ChgRow | undefined =>
    get<ChgRow>(raw, `SELECT ${chgColumns} FROM chg WHERE id16 = ?`, id.subarray(0, 16));

  /** The id covers the header alone: signature and payload may come in sound form after they came spoilt or not at all. */
  const applyAgain = (row: ChgRow, change: SignedChange, source: Uint8Array | null): Outcome => {
    const known: Outcome = { outcome: 'known', ...(row.code === null ? {} : { code: row.code }) };
    const brings = isSpoilt(row) || (row.pay === null && change.payloadBytes !== null);
    const otherSignature = row.checked !== 1 && !bytesEqual(row.sig, change.signature);
    if (!brings && !otherSignature) return known;
    const parsed = parseChange(change);
    if (!parsed.ok) return known;
    const signed = isSpoilt(row) || otherSignature ? signatureOf(change, parsed.value.header) : 'bad';
    if (!isSpoilt(row)) {
      if (signed === 'own') run(raw, 'UPDATE chg SET sig = ?, checked = 1 WHERE n = ?', change.signature, row.n);
      return fill(row, change, known);
    }
    if (signed === 'bad') return known;
    const checked = checkedNumber[signed];
    // Its payload may have come sound beside a spoilt signature; who sends it now may not hold it.
    const held = change.payloadBytes === null && row.pay !== null ? parsePayload(parsed.value.header, row.pay) : null;
    const pay = held?.ok ? row.pay : change.payloadBytes;
    const payload = held?.ok ? held.value : parsed.value.payload;
    run(
      raw,
      'UPDATE chg SET pay = ?, sig = ?, checked = ?, src = ? WHERE n = ?',
      pay,
      change.signature,
      checked,
      source,
      row.n,
    );
    const sound = { ...row, pay, sig: change.signature, checked, src: source };
    return outcomeOf(judgeAgain(sound, { header: parsed.value.header, payload }));
  };

  const signatureOf = (change: SignedChange, header: ChangeHeader): 'own' | 'no-key' | 'bad' => {
    const verifier = context.verifierOf(header.dev);
    if (!verifier) return 'no-key';
    return verifyChangeSignature(verifier, change) ? 'own' : 'bad';
  };

  /** Adds the payload of a change that came without it. The verdict is then what it would have been with it. */
  const fill = (row: ChgRow, change: SignedChange, known: Outcome): Outcome => {
    if (row.pay !== null || change.payloadBytes === null) return known;
    run(raw, 'UPDATE chg SET pay = ? WHERE n = ?', change.payloadBytes, row.n);
    const filled = decodeRow({ hdr: row.hdr, pay: change.payloadBytes });
    if (row.verdict !== 'ok') return outcomeOf(judgeAgain(row, filled));
    const verdict = judge(filled.header, filled.payload, authority);
    if (verdict.verdict !== 'ok') {
      expel(row, verdict);
      return outcomeOf(verdict);
    }
    decoded.set(toBase64Url(row.id16), filled);
    noteBlobs(raw, row.n, filled);
    touch(filled.header);
    return { outcome: 'filled' };
  };

  const quarantine = (change: SignedChange, code: string, source: Uint8Array | null): Outcome => {
    const known = rowOf(change);
    if (known) return { outcome: 'known', ...(known.code === null ? {} : { code: known.code }) };
    const header = parseHeader(change.headerBytes);
    const verdict = { verdict: 'quarantined', code } as const;
    insertChange(raw, change, header.ok ? header.value : null, { verdict, checked: 'no-key', source });
    releaseAfter(toBase64Url(change.id.subarray(0, 16)));
    return { outcome: 'quarantined', code };
  };

  const confirm = (n: number): void => {
    run(raw, 'UPDATE chg SET checked = 1 WHERE n = ?', n);
  };

  const condemn = (n: number): void => {
    const row = get<ChgRow>(raw, `SELECT ${chgColumns} FROM chg WHERE n = ?`, n);
    if (row && (row.verdict !== 'quarantined' || isSetAside(row))) expel(row, badSignature);
  };

  /** Takes a change out of registers and projections again; what stands on it is judged anew. */
  const expel = (row: ChgRow, verdict: StoredVerdict): void => {
    setAside(row, verdict);
    rejudge(decodeHeader(row).header.agg);
  };

  const setAside = (row: ChgRow, verdict: StoredVerdict): void => {
    const { header } = decodeHeader(row);
    decoded.delete(toBase64Url(row.id16));
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
    owners.clear();
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
    if (first) rebuildRegisters(raw, recordOf(first));
    participants.review(agg);
    for (const row of accepted) {
      const change = decodeRow(row);
      decoded.set(toBase64Url(row.id16), change);
      noteBlobs(raw, row.n, change);
    }
    if (accepted.length > 0) widen(agg);
  };

  /** Devices of the session whose good changes may be others now. */
  const unsettled = new Set<string>();
  const noteRevoked = (dev: string): void => {
    if (context.goodOf(dev) !== null) unsettled.add(dev);
  };

  const settle = (dev: string): void => {
    const rows = all<ChgRow>(raw, `SELECT ${chgColumns} FROM chg WHERE dev = ? ORDER BY n`, wireToBytes(dev));
    const sound = rows.filter((row) => !isSpoilt(row));
    const good = context.goodOf(dev)?.(sound) ?? new Set(sound);
    const records = new Set<string>();
    for (const row of sound) {
      if (good.has(row) !== isSetAside(row)) continue;
      records.add(decodeHeader(row).header.agg);
      setAside(row, good.has(row) ? toBeJudged : revoked);
    }
    for (const agg of records) rejudge(agg);
    unsettled.delete(dev);
  };

  const understand = (agg: Uint8Array): void => {
    const sql = `SELECT ${chgColumns} FROM chg WHERE agg = ? AND verdict = 'ok' AND projected = 0 ORDER BY n`;
    const fresh = all<ChgRow>(raw, sql, agg).filter((row) => isUnderstood(decodeHeader(row).header));
    for (const row of fresh) setAside(row, toBeJudged);
    if (fresh.length > 0) rejudge(toBase64Url(agg));
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
      if (!isUnderstood(change.header)) continue;
      const id = toBase64Url(row.id16);
      decoded.set(id, change);
      register(raw, recordOf(change.header), id, change.header);
    }
  };

  /** Writes the rows of every open record. */
  const flush = (): void => {
    for (const record of records.values()) newConflicts += writeRecord(raw, record, decoded, context.rosterAt);
    records.clear();
    decoded.clear();
  };

  const finish = (): Touched => {
    for (const dev of unsettled) settle(dev);
    flush();
    return { areas: new Set([...areas].flatMap(inArea)), newConflicts };
  };

  return { apply, quarantine, release, confirm, condemn, settle, understand, rejudge, reproject, finish };
}

const recordsAtOnce = 500;

/** Writes the rows of one record. Answers how many groups have just become a conflict. */
function writeRecord(
  raw: SqliteDatabase,
  record: OpenRecord,
  decoded: ReadonlyMap<string, DecodedChange>,
  rosterAt: ApplyContext['rosterAt'],
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

const revoked = { verdict: 'quarantined', code: 'change/revoked' } as const;
/** Until its record has been judged anew, in the same breath. */
const toBeJudged = { verdict: 'held', code: 'change/held-owner', waits: 'again' } as const;
const badSignature = { verdict: 'quarantined', code: 'change/signature' } as const;

const outcomeOf = (verdict: StoredVerdict): Outcome =>
  verdict.verdict === 'ok' ? { outcome: 'applied' } : { outcome: verdict.verdict, code: verdict.code };

function parseChange(change: SignedChange, known?: ChangeHeader | null): Result<DecodedChange, ChangeFault> {
  const header = known ? ok(known) : parseHeader(change.headerBytes);
  if (!header.ok) return header;
  if (change.payloadBytes === null) return ok({ header: header.value, payload: null });
  const payload = parsePayload(header.value, change.payloadBytes);
  return payload.ok ? ok({ header: header.value, payload: payload.value }) : payload;
}

/** Type and record enter: a head founds one record of one type. */
const ownerKey = ({ agg, at }: ChangeHeader, id: string): string => `${at} ${agg} ${id}`;
