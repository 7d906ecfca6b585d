/**
 * @file applyChange: the only code that writes the change log, the registers and the projections, the same for changes
 * made here and changes received. Any order, any batching and any repetition of the same changes gives the same state.
 *
 * [Note: Registers] State of a group is its set of heads. Applying a change marks every value it saw as superseded and
 * becomes a head itself unless a later writer has already seen it. Marks are kept per (change, group), because one
 * change may write several groups and be superseded in one of them alone.
 */
import type { SqliteDatabase } from '#core/db/driver.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import type { Verifier } from '#core/crypto/ed25519.ts';
import { inArea } from '#core/db/areas.ts';
import { type AuthorityContext, judge, type RosterView } from './authority.ts';
import {
  type ChangeHeader,
  type ChangePayload,
  parseHeader,
  parsePayload,
  type SignedChange,
  verifyChangeSignature,
} from './change.ts';
import { wireToBytes } from './ids.ts';
import { createLinkLog, type LinkTargets } from './link-log.ts';
import { projectRecord } from './project.ts';
import { groupSpecOf, isRecordType, tokenToGroup } from './registry.ts';
import { all, get, run } from './statements.ts';
import { type ChgRow, chgColumns, type DecodedChange, decodeRow } from './stored.ts';
import { refreshValue } from './values.ts';

export type Outcome = {
  /** `filled`: known before without its payload, which has come now. */
  readonly outcome: 'applied' | 'known' | 'filled' | 'held' | 'quarantined';
  readonly code?: string;
};

export type ApplyOptions = {
  /** Device the change came from; null when it was made here. */
  readonly source: Uint8Array | null;
  readonly checked: Checked;
};

/**
 * How the author's signature stands: `own` verified; `chained`: a later header of its unbroken chain was verified and
 * vouches for it (docs/adr/0003); `no-key`: the key is not known yet, so it can only be held.
 */
export type Checked = 'own' | 'chained' | 'no-key';
const checkedNumber: Readonly<Record<Checked, number>> = { 'no-key': 0, own: 1, chained: 2 };

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
  /** Registers every accepted change again, after the projections were dropped. Links are left alone. */
  readonly reproject: () => void;
};

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
  const dirtyGroups = new Map<
    string,
    { readonly agg: Uint8Array; readonly at: string; readonly groups: Set<string> }
  >();
  const decoded = new Map<string, DecodedChange>();
  const areas = new Set<string>();
  const owners = new Map<string, { readonly node: string }>();
  const links = createLinkLog(raw, context.linkTargets);

  const authority: AuthorityContext = {
    rosterAt: context.rosterAt,
    ownerAt: (record, id) => {
      const key = record + id;
      const found = owners.get(key) ?? ownerAt(raw, decoded, record, id);
      if (typeof found === 'object') owners.set(key, found);
      return found;
    },
  };

  const markDirty = (header: ChangeHeader, group: string): void => {
    let entry = dirtyGroups.get(header.agg);
    if (!entry) {
      entry = { agg: wireToBytes(header.agg), at: header.at, groups: new Set() };
      dirtyGroups.set(header.agg, entry);
    }
    entry.groups.add(group);
  };

  const register = (id16: Uint8Array, header: ChangeHeader): void => {
    const agg = wireToBytes(header.agg);
    for (const { g, p } of header.w) {
      const group = tokenToGroup(header.at, g);
      const append = groupSpecOf(header.at, group)?.append === true;
      for (const seen of append ? [] : p) supersede(raw, agg, group, wireToBytes(seen));
      if (!isSuperseded(raw, group, id16)) {
        run(raw, 'INSERT OR IGNORE INTO head (agg, grp, id16) VALUES (?, ?, ?)', agg, group, id16);
      }
      markDirty(header, group);
    }
  };

  /** Projects a change whose verdict is ok, hands it to the links, and frees what waited for it. */
  const accept = (n: number, id16: Uint8Array, header: ChangeHeader, source: Uint8Array | null): void => {
    if (isRecordType(header.at)) {
      register(id16, header);
      run(raw, 'UPDATE chg SET projected = 1 WHERE n = ?', n);
    }
    const owner = header.own === null ? decoded.get(toBase64Url(id16))?.payload?.d.owner?.node : undefined;
    const ownership = header.own === null ? owner : owners.get(header.agg + header.own)?.node;
    links.enqueue({ n, header, owner: typeof ownership === 'string' ? ownership : null, source });
    if (header.w.some(({ g }) => g === 'owner')) release(`own:${toBase64Url(id16)}`);
  };

  const release = (waits: string): void => {
    const waiting = all<ChgRow>(raw, `SELECT ${chgColumns} FROM chg WHERE waits = ? ORDER BY n`, waits);
    for (const row of waiting) {
      const change = decodeRow(row);
      const verdict = isSigned(row, change.header) ? judge(change.header, change.payload, authority) : badSignature;
      run(
        raw,
        'UPDATE chg SET verdict = ?, code = ?, waits = ? WHERE n = ?',
        verdict.verdict,
        verdict.verdict === 'ok' ? null : verdict.code,
        verdict.verdict === 'held' ? verdict.waits : null,
        row.n,
      );
      if (verdict.verdict !== 'ok') continue;
      decoded.set(toBase64Url(row.id16), change);
      accept(row.n, row.id16, change.header, row.src);
    }
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

  const fill = (row: KnownRow, change: SignedChange): Outcome => {
    if (row.pay !== null || change.payloadBytes === null) return { outcome: 'known', ...coded(row.code) };
    const header = parseHeader(change.headerBytes);
    if (!header.ok) return { outcome: 'known', ...coded(row.code) };
    const payload = parsePayload(header.value, change.payloadBytes);
    if (!payload.ok) return { outcome: 'quarantined', code: payload.error.code };
    run(raw, 'UPDATE chg SET pay = ? WHERE n = ?', change.payloadBytes, row.n);
    const id16 = change.id.subarray(0, 16);
    decoded.set(toBase64Url(id16), { header: header.value, payload: payload.value });
    for (const { g } of header.value.w) markDirty(header.value, tokenToGroup(header.value.at, g));
    return { outcome: 'filled' };
  };

  const apply: Applying['apply'] = (change, { source, checked }) => {
    const id16 = change.id.subarray(0, 16);
    const known = get<KnownRow>(raw, 'SELECT n, pay, verdict, code FROM chg WHERE id16 = ?', id16);
    if (known) return fill(known, change);
    const header = parseHeader(change.headerBytes);
    if (!header.ok) return quarantine(change, header.error.code, source);
    let payload: ChangePayload | null = null;
    if (change.payloadBytes !== null) {
      const parsed = parsePayload(header.value, change.payloadBytes);
      if (!parsed.ok) return quarantine(change, parsed.error.code, source);
      payload = parsed.value;
    }
    const verdict = judge(header.value, payload, authority);
    const n = insertChange(raw, change, header.value, {
      verdict: verdict.verdict,
      code: verdict.verdict === 'ok' ? null : verdict.code,
      waits: verdict.verdict === 'held' ? verdict.waits : null,
      checked,
      source,
    });
    if (verdict.verdict !== 'ok') return { outcome: verdict.verdict, code: verdict.code };
    decoded.set(toBase64Url(id16), { header: header.value, payload });
    accept(n, id16, header.value, source);
    return { outcome: 'applied' };
  };

  const quarantine = (change: SignedChange, code: string, source: Uint8Array | null): Outcome => {
    const id16 = change.id.subarray(0, 16);
    const known = get<KnownRow>(raw, 'SELECT n, pay, verdict, code FROM chg WHERE id16 = ?', id16);
    if (known) return { outcome: 'known', ...coded(known.code) };
    const header = parseHeader(change.headerBytes);
    insertChange(raw, change, header.ok ? header.value : null, {
      verdict: 'quarantined',
      code,
      waits: null,
      checked: 'no-key',
      source,
    });
    return { outcome: 'quarantined', code };
  };

  const confirm = (n: number): void => {
    run(raw, 'UPDATE chg SET checked = 1 WHERE n = ?', n);
  };

  const condemn = (n: number): void => {
    const row = get<ChgRow>(raw, `SELECT ${chgColumns} FROM chg WHERE n = ?`, n);
    if (!row || row.verdict === 'quarantined') return;
    const { header } = decodeRow(row);
    run(
      raw,
      "UPDATE chg SET verdict = 'quarantined', code = 'change/signature', waits = NULL, projected = 0, checked = 1 WHERE n = ?",
      n,
    );
    rebuildRegisters(raw, wireToBytes(header.agg), (group) => markDirty(header, group), register);
  };

  const reproject = (): void => {
    const batch = 2000;
    for (let after = 0; ; ) {
      const rows = all<ChgRow>(
        raw,
        `SELECT ${chgColumns} FROM chg WHERE n > ? AND verdict = 'ok' ORDER BY n LIMIT ${batch}`,
        after,
      );
      for (const row of rows) {
        const header = parseHeader(row.hdr);
        if (header.ok && isRecordType(header.value.at)) register(row.id16, header.value);
      }
      const last = rows.at(-1);
      if (!last) return;
      after = last.n;
    }
  };

  const finish = (): Touched => {
    let newConflicts = 0;
    for (const { agg, at, groups } of dirtyGroups.values()) {
      areas.add(at);
      for (const group of groups)
        if (refreshValue(raw, { agg, at, group, decoded, rosterAt: context.rosterAt })) newConflicts++;
      projectRecord(raw, agg, at);
    }
    return { areas: new Set([...areas].flatMap(inArea)), newConflicts };
  };

  return { apply, quarantine, release, confirm, condemn, reproject, finish };
}

type KnownRow = {
  readonly n: number;
  readonly pay: Uint8Array | null;
  readonly verdict: string;
  readonly code: string | null;
};

const badSignature = { verdict: 'quarantined', code: 'change/signature' } as const;

const coded = (code: string | null): { code?: string } => (code === null ? {} : { code });

function insertChange(
  raw: SqliteDatabase,
  change: SignedChange,
  header: ChangeHeader | null,
  state: {
    readonly verdict: string;
    readonly code: string | null;
    readonly waits: string | null;
    readonly checked: Checked;
    readonly source: Uint8Array | null;
  },
): number {
  const none = new Uint8Array(0);
  run(
    raw,
    `INSERT INTO chg (id, id16, hdr, pay, sig, agg, at, dev, inc, seq, hlc, aud, verdict, code, waits, projected, checked, src)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)`,
    change.id,
    change.id.subarray(0, 16),
    change.headerBytes,
    change.payloadBytes,
    change.signature,
    header ? wireToBytes(header.agg) : none,
    header?.at ?? '',
    header ? wireToBytes(header.dev) : none,
    header ? wireToBytes(header.inc) : none,
    header?.seq ?? 0,
    header?.hlc ?? '',
    header?.aud ?? '',
    state.verdict,
    state.code,
    state.waits,
    checkedNumber[state.checked],
    state.source,
  );
  const row = get<{ n: number }>(raw, 'SELECT last_insert_rowid() AS n');
  if (!row) throw new Error('no row id after an insert');
  return row.n;
}

function supersede(raw: SqliteDatabase, agg: Uint8Array, group: string, seen: Uint8Array): void {
  run(raw, 'INSERT OR IGNORE INTO sup (id16, grp) VALUES (?, ?)', seen, group);
  run(raw, 'DELETE FROM head WHERE agg = ? AND grp = ? AND id16 = ?', agg, group, seen);
}

const isSuperseded = (raw: SqliteDatabase, group: string, id16: Uint8Array): boolean =>
  get(raw, 'SELECT 1 AS yes FROM sup WHERE id16 = ? AND grp = ?', id16, group) !== undefined;

function ownerAt(
  raw: SqliteDatabase,
  decoded: ReadonlyMap<string, DecodedChange>,
  record: string,
  id: string,
): { readonly node: string } | 'unknown' | 'not-an-owner' {
  const fresh = decoded.get(id);
  const row = fresh ? null : get<ChgRow>(raw, `SELECT ${chgColumns} FROM chg WHERE id16 = ?`, wireToBytes(id));
  // A head that was itself refused or waits is no ground to stand on, and says so the same way on every node.
  if (!fresh && (!row || row.verdict === 'held')) return 'unknown';
  if (row && row.verdict !== 'ok') return 'not-an-owner';
  const change = fresh ?? (row ? decodeRow(row) : null);
  const node = change?.payload?.d.owner?.node;
  return change?.header.agg === record && typeof node === 'string' ? { node } : 'not-an-owner';
}

/** Heads and marks of one record, recomputed from its accepted changes. Marks of other records are left alone. */
function rebuildRegisters(
  raw: SqliteDatabase,
  agg: Uint8Array,
  markDirty: (group: string) => void,
  register: (id16: Uint8Array, header: ChangeHeader) => void,
): void {
  for (const { grp } of all<{ grp: string }>(raw, 'SELECT DISTINCT grp FROM head WHERE agg = ?', agg)) markDirty(grp);
  const changes = all<ChgRow>(raw, `SELECT ${chgColumns} FROM chg WHERE agg = ? ORDER BY n`, agg);
  for (const { hdr } of changes) {
    const header = parseHeader(hdr);
    if (!header.ok) continue;
    for (const { g, p } of header.value.w) {
      const group = tokenToGroup(header.value.at, g);
      for (const seen of p) run(raw, 'DELETE FROM sup WHERE id16 = ? AND grp = ?', wireToBytes(seen), group);
      markDirty(group);
    }
  }
  run(raw, 'DELETE FROM head WHERE agg = ?', agg);
  for (const change of changes) if (change.verdict === 'ok') register(change.id16, decodeRow(change).header);
}
