/**
 * @file applyChange: the only code that writes the change log, the registers and the projections, the same for changes
 * made here and changes received. Any order, any batching and any repetition of the same changes gives the same state.
 */
import { bytesEqual, toBase64Url } from '#core/crypto/bytes.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import { createAccepting } from './accept.ts';
import type { ApplyContext, Applying, Outcome, Touched } from './apply-types.ts';
import { judge } from './authority.ts';
import {
  type ChangeFault,
  type ChangeHeader,
  parseHeader,
  parsePayload,
  type SignedChange,
  verifyChangeSignature,
} from './change.ts';
import { badSignature, createJudgingAgain } from './judge-again.ts';
import { checkedNumber, insertChange, isSpoilt, type StoredVerdict } from './log-rows.ts';
import { createOpenRecords } from './open-records.ts';
import { createKnownOwners, isSetAside, lookupIn, offerNamed } from './ownership.ts';
import { get, run } from './statements.ts';
import { type ChgRow, chgColumns, type DecodedChange, decodeRow } from './stored.ts';
import type { AuthorityContext } from './verdict.ts';

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
  const records = createOpenRecords(raw, context.rosterAt);
  const lookup = lookupIn(raw, records.decoded);
  const owners = createKnownOwners(lookup);
  const accepting = createAccepting(raw, context, records, owners);
  const authority: AuthorityContext = {
    rosterAt: context.rosterAt,
    ownerAt: owners.ownerAt,
    offerAt: (header, id) => offerNamed(lookup, header, id),
  };
  const again = createJudgingAgain(raw, { context, records, lookup, owners, authority, accepting });

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
    again.noteRevoked(parsed.value.header.dev);
    const id = toBase64Url(change.id.subarray(0, 16));
    if (verdict.verdict === 'ok') accepting.accept(n, id, parsed.value, source);
    again.afterVerdict(id, verdict);
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
      return fill(row, change, { known, source });
    }
    return signed === 'bad' ? known : mend(row, change, parsed.value, { checked: checkedNumber[signed], source });
  };

  const signatureOf = (change: SignedChange, header: ChangeHeader): 'own' | 'no-key' | 'bad' => {
    const verifier = context.verifierOf(header.dev);
    if (!verifier) return 'no-key';
    return verifyChangeSignature(verifier, change) ? 'own' : 'bad';
  };

  /** Puts a sound copy in the place of one that came spoilt. */
  const mend = (
    row: ChgRow,
    change: SignedChange,
    { header, payload }: DecodedChange,
    { checked, source }: { readonly checked: number; readonly source: Uint8Array | null },
  ): Outcome => {
    // Its payload may have come sound beside a spoilt signature; who sends it now may not hold it.
    const held = change.payloadBytes === null && row.pay !== null ? parsePayload(header, row.pay) : null;
    const pay = held?.ok ? row.pay : change.payloadBytes;
    const sig = change.signature;
    run(raw, 'UPDATE chg SET pay = ?, sig = ?, checked = ?, src = ? WHERE n = ?', pay, sig, checked, source, row.n);
    const sound = { ...row, pay, sig, checked, src: source };
    return outcomeOf(again.judgeAgain(sound, { header, payload: held?.ok ? held.value : payload }));
  };

  /** Adds the payload of a change that came without it. The verdict is then what it would have been with it. */
  const fill = (
    row: ChgRow,
    change: SignedChange,
    { known, source }: { readonly known: Outcome; readonly source: Uint8Array | null },
  ): Outcome => {
    if (row.pay !== null || change.payloadBytes === null) return known;
    run(raw, 'UPDATE chg SET pay = ? WHERE n = ?', change.payloadBytes, row.n);
    const filled = decodeRow({ hdr: row.hdr, pay: change.payloadBytes });
    if (row.verdict !== 'ok') return outcomeOf(again.judgeAgain(row, filled));
    const verdict = judge(filled.header, filled.payload, authority);
    if (verdict.verdict !== 'ok') {
      again.expel(row, verdict);
      return outcomeOf(verdict);
    }
    accepting.fill(row, filled, source);
    return { outcome: 'filled' };
  };

  const quarantine = (change: SignedChange, code: string, source: Uint8Array | null): Outcome => {
    const known = rowOf(change);
    if (known) return { outcome: 'known', ...(known.code === null ? {} : { code: known.code }) };
    const header = parseHeader(change.headerBytes);
    const verdict = { verdict: 'quarantined', code } as const;
    insertChange(raw, change, header.ok ? header.value : null, { verdict, checked: 'no-key', source });
    again.afterVerdict(toBase64Url(change.id.subarray(0, 16)), verdict);
    return { outcome: 'quarantined', code };
  };

  const confirm = (n: number): void => {
    run(raw, 'UPDATE chg SET checked = 1 WHERE n = ?', n);
  };

  const condemn = (n: number): void => {
    const row = get<ChgRow>(raw, `SELECT ${chgColumns} FROM chg WHERE n = ?`, n);
    if (row && (row.verdict !== 'quarantined' || isSetAside(row))) again.expel(row, badSignature);
  };

  const finish = (): Touched => {
    again.settleAll();
    records.flush();
    return records.touched();
  };

  const { release, settle, understand, rejudge } = again;
  const { reproject } = records;
  return { apply, quarantine, release, confirm, condemn, settle, understand, rejudge, reproject, finish };
}

const outcomeOf = (verdict: StoredVerdict): Outcome =>
  verdict.verdict === 'ok' ? { outcome: 'applied' } : { outcome: verdict.verdict, code: verdict.code };

function parseChange(change: SignedChange, known?: ChangeHeader | null): Result<DecodedChange, ChangeFault> {
  const header = known ? ok(known) : parseHeader(change.headerBytes);
  if (!header.ok) return header;
  if (change.payloadBytes === null) return ok({ header: header.value, payload: null });
  const payload = parsePayload(header.value, change.payloadBytes);
  return payload.ok ? ok({ header: header.value, payload: payload.value }) : payload;
}
