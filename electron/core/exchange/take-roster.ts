/** @file A newer roster that came with a bundle: verified from the pinned root key, and versions only go up. */
import { applyChanges } from '#core/changes/apply.ts';
import { wireToBytes } from '#core/changes/ids.ts';
import { all, get, run } from '#core/changes/statements.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import type { OpenHome } from '#core/home/open-home.ts';
import type { BundleHeader } from './bundle-format.ts';
import { isAuthority, joinLostRoster } from './issue-roster.ts';
import { followRoster } from './links.ts';
import { raiseNotice } from './notices.ts';
import type { PeerState } from './peer-state.ts';
import { compareRosters, type Roster, verifyRoster } from './roster.ts';
import { takeSeries } from './series.ts';

/** Must run inside a transaction. A roster that does not verify or is old has no effect. */
export function takeRoster(home: OpenHome, line: Uint8Array, areas: Set<string>): void {
  const { raw } = home.store;
  const root = get<{ root_public: Uint8Array | null }>(raw, 'SELECT root_public FROM self')?.root_public;
  if (!root) return;
  const roster = verifyRoster(line, root);
  if (!roster.ok) return;
  const before = home.rosters.current();
  const held = home.rosters.self().roster;
  const next = putInForce(home, before, roster.value);
  if (!next) return;
  followRoster(raw, home.rosters, before);
  takeSeries(raw, home.rosters);
  const touched = applyChanges(raw, home.changes, ({ release, settle, rejudge }) => {
    for (let made = held + 1; made <= next.version; made++) release(`ros:${made}`);
    for (const agg of recordsOfOverlooked(raw, before, next)) rejudge(agg);
    for (const { cert, revoked } of next.devices) if (revoked !== null) settle(cert.dev);
  });
  for (const area of touched.areas) areas.add(area);
  noteRevoked(raw, before, next);
}

/** Records with changes of devices that an older list should have named; they were judged without. */
function recordsOfOverlooked(raw: OpenHome['store']['raw'], before: Roster | null, next: Roster): ReadonlySet<string> {
  if (!before) return new Set();
  const overlooked = next.devices.filter(
    ({ cert }) => cert.from <= before.version && !before.devicesById.has(cert.dev),
  );
  const rows = overlooked.flatMap(({ cert }) =>
    all<{ agg: Uint8Array }>(raw, 'SELECT DISTINCT agg FROM chg WHERE dev = ?', wireToBytes(cert.dev)),
  );
  return new Set(rows.map(({ agg }) => toBase64Url(agg)));
}

/** Answers what is in force from now on; null where this changes nothing. */
function putInForce({ store, rosters }: OpenHome, before: Roster | null, came: Roster): Roster | null {
  const { raw } = store;
  const order = compareRosters(before, came);
  if (order.ok && order.value === 'same') return null;
  if (!order.ok && (order.error.code === 'roster/old' || !isAuthority(raw))) return null;
  const { version, hash, line } = came;
  run(raw, 'INSERT OR IGNORE INTO roster (version, hash, line) VALUES (?, ?, ?)', version, hash, line);
  // Only we can have signed it, in a life that is lost here.
  if (!order.ok) return joinLostRoster(raw, rosters, came);
  run(raw, 'UPDATE self SET roster = ?', version);
  rosters.reload();
  return came;
}

/**
 * A neighbour that says it holds a newer roster brings it as soon as a file of ours has told it that we lack it. One that
 * has seen such a file and brings none does not hold it: nobody shall keep the directorate from issuing rosters by a
 * number. `peer`: as before its bundle; after the bundle's own roster was taken.
 */
export function doubtRoster(
  { store, rosters }: Pick<OpenHome, 'store' | 'rosters'>,
  peer: PeerState,
  header: BundleHeader,
): void {
  const held = rosters.self().roster;
  const { epoch } = header.ack ?? {};
  const isTold = epoch?.n === peer.out_epoch_n && epoch.r === toBase64Url(peer.out_epoch_r);
  if (isTold) run(store.raw, 'UPDATE peer SET roster = min(roster, ?) WHERE dev = ?', held, peer.dev);
}

/** By the directorate's clock, which signed it. */
function noteRevoked(raw: OpenHome['store']['raw'], before: Roster | null, now: Roster): void {
  const at = new Date(now.wall).toISOString();
  for (const { cert, revoked } of now.devices) {
    const is = revoked !== null && before?.devicesById.get(cert.dev)?.revoked === null;
    if (is) raiseNotice(raw, { kind: 'device-revoked', peer: wireToBytes(cert.dev), detail: {}, at });
  }
}
