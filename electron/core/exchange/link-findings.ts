/**
 * @file What a bundle shows beyond its contents: that we or the peer were rolled back, that two machines share one
 * identity, that a clock is wrong. Nothing is lost by any of it; people are told, and the links tell everything again.
 */
import { hlcToMoment, parseHlc } from '#core/changes/hlc.ts';
import { notSpoilt } from '#core/changes/log-rows.ts';
import { get, run } from '#core/changes/statements.ts';
import { bytesEqual, toHex } from '#core/crypto/bytes.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import type { OpenHome } from '#core/home/open-home.ts';
import type { ExchangeCode } from '#shared/errors/exchange-codes.ts';
import type { BundleHeader } from './bundle-format.ts';
import { beginIncarnation } from './incarnations.ts';
import { fillLink, renewLink } from './links.ts';
import { raiseNotice } from './notices.ts';
import { lastChange } from './link-in.ts';
import type { AckOutcome, Incoming, PeerState } from './peer-state.ts';
import type { RosterBook } from './roster-book.ts';

export type Evidence = {
  /** As it was before this bundle. */
  readonly peer: PeerState;
  readonly header: BundleHeader;
  readonly link: Incoming;
  readonly ack: AckOutcome;
  /** The position leads elsewhere, or the bundle number stood on another file. */
  readonly fork: boolean;
  readonly gap: boolean;
  /** Number of the newest change before this bundle. */
  readonly since: number;
  readonly applied: number;
  readonly now: number;
};

/** Must run inside the bundle's transaction, once everything of it is applied. Answers what the report says. */
export function noteFindings(home: Pick<OpenHome, 'store' | 'rosters'>, evidence: Evidence): ExchangeCode | null {
  const { raw } = home.store;
  const { header, peer, since, now } = evidence;
  const { dev } = peer;
  const at = new Date(now).toISOString();
  const found: ExchangeCode[] = [];
  const { past } = evidence.ack;
  if (isOwnFromElsewhere(raw, home.rosters, since) || (past !== null && isStillBelieved(raw, home.rosters, peer))) {
    beginIncarnation(raw, home.rosters, { why: 'ack', at, ...(past === null ? {} : { past: { dev, epochN: past } }) });
    found.push('link/rollback-of-me');
  } else if (past !== null) {
    renewLink(raw, home.rosters, dev, past);
    raiseNotice(raw, { kind: 'fork', peer: dev, detail: { number: header.bn }, at });
    found.push('link/fork');
  }
  if (evidence.fork) {
    raiseNotice(raw, { kind: 'fork', peer: dev, detail: { number: header.bn }, at });
    found.push('link/fork');
  }
  const restored = evidence.ack.regressed || isNewIncarnation(evidence);
  if (restored) {
    raiseNotice(raw, { kind: 'peer-restored', peer: dev, detail: { date: at }, at });
    found.push('link/rollback-of-you');
  }
  if (evidence.gap) found.push('link/gap');
  const stale = evidence.link.order < 0 && evidence.applied > 0;
  if (stale) found.push('link/stale-epoch');
  if ((evidence.fork || stale) && isSecondStray(raw, evidence.peer, Buffer.from(header.from.inc, 'base64url'))) {
    raiseNotice(raw, { kind: 'clone', peer: dev, detail: { date: at }, at });
  }
  // What came from a history the peer has left may be news to the one it is in.
  if (restored || evidence.fork || stale) {
    fillLink(raw, home.rosters, dev);
    // What waits goes back to it when it is accepted (judge-again.ts).
    run(raw, 'UPDATE peer SET astray = ? WHERE dev = ?', lastChange(raw), dev);
  }
  noteReusedNumbers(raw, since, at);
  noteClock(raw, home.rosters, evidence, at);
  return found[0] ?? null;
}

/** A change of our present incarnation that we have not made here: another life of this home made it. */
function isOwnFromElsewhere(raw: SqliteDatabase, book: RosterBook, since: number): boolean {
  const { device, incarnation } = book.self();
  const inc = Buffer.from(incarnation, 'hex');
  return (
    get(
      raw,
      `SELECT 1 FROM chg WHERE n > ? AND dev = ? AND inc = ? AND src IS NOT NULL AND ${notSpoilt()} LIMIT 1`,
      since,
      device,
      inc,
    ) !== undefined
  );
}

/**
 * A neighbour that lies in its acks must not make every link of ours tell everything again for ever: below us, each is
 * believed a few times. After that its own link alone begins anew. Changes of ours that come back prove a rollback
 * however often, and cannot be made up.
 */
function isStillBelieved(raw: SqliteDatabase, book: RosterBook, { dev, node }: PeerState): boolean {
  if (node === book.self().parent) return true;
  const name = `ack-lives-${toHex(dev)}`;
  const before = Number(get<{ value: string }>(raw, 'SELECT value FROM setting WHERE name = ?', name)?.value ?? 0);
  if (before >= mostLivesByAck) return false;
  run(
    raw,
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    name,
    String(before + 1),
  );
  return true;
}

const mostLivesByAck = 3;

function isNewIncarnation({ peer, header, link }: Evidence): boolean {
  return link.order > 0 && peer.in_inc !== null && !bytesEqual(peer.in_inc, Buffer.from(header.from.inc, 'base64url'));
}

/**
 * A restored device is once behind with one incarnation, however late its old files come. A second incarnation that goes
 * on after it was left, before we have written many files, shows two machines that write in turns.
 */
function isSecondStray(raw: SqliteDatabase, { dev, bn }: PeerState, inc: Uint8Array): boolean {
  run(raw, 'DELETE FROM stray WHERE peer = ? AND bn < ?', dev, bn - strayBundles);
  run(raw, 'INSERT OR REPLACE INTO stray (peer, inc, bn) VALUES (?, ?, ?)', dev, inc, bn);
  const strays = get<{ n: number }>(raw, 'SELECT count(*) AS n FROM stray WHERE peer = ?', dev)?.n ?? 0;
  if (strays < 2) return false;
  run(raw, 'DELETE FROM stray WHERE peer = ? AND inc <> ?', dev, inc);
  return true;
}

const strayBundles = 50;

/** Two changes under one number: both are kept, and both count. */
function noteReusedNumbers(raw: SqliteDatabase, since: number, at: string): void {
  const reused = get<{ dev: Uint8Array; seq: number }>(
    raw,
    `SELECT c.dev, c.seq FROM chg c JOIN chg o ON o.dev = c.dev AND o.inc = c.inc AND o.seq = c.seq AND o.n <> c.n
     WHERE c.n > ? AND c.at <> '' AND o.at <> '' AND ${notSpoilt('c')} AND ${notSpoilt('o')} LIMIT 1`,
    since,
  );
  if (reused) raiseNotice(raw, { kind: 'seq-reused', peer: reused.dev, detail: { number: reused.seq }, at });
}

/** Times are compared for people alone; nothing is refused for them. */
function noteClock(raw: SqliteDatabase, book: RosterBook, { peer, header, link, now }: Evidence, at: string): void {
  if (parseHlc(header.hlc).ms > now + suspectLeadMs) {
    raiseNotice(raw, { kind: 'clock-suspect', peer: peer.dev, detail: { date: hlcToMoment(header.hlc) }, at });
  }
  const newest = link.order > 0 || (link.order === 0 && header.bn > peer.in_bn);
  if (newest && peer.node === book.self().parent) {
    run(raw, 'UPDATE peer SET clock_offset_ms = ? WHERE dev = ?', Math.round(now - header.wall), peer.dev);
  }
}

const suspectLeadMs = 24 * 60 * 60 * 1000;
