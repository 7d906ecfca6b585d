/** @file A newer roster that came with a bundle: verified from the pinned root key, and versions only go up. */
import { applyChanges } from '#core/changes/apply.ts';
import { wireToBytes } from '#core/changes/ids.ts';
import { get, run } from '#core/changes/statements.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import type { OpenHome } from '#core/home/open-home.ts';
import type { BundleHeader } from './bundle-format.ts';
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
  const order = compareRosters(home.rosters.current(), roster.value);
  if (!order.ok || order.value !== 'newer') return;
  const before = home.rosters.current();
  const held = home.rosters.self().roster;
  const { version, hash } = roster.value;
  run(raw, 'INSERT OR IGNORE INTO roster (version, hash, line) VALUES (?, ?, ?)', version, hash, line);
  run(raw, 'UPDATE self SET roster = ?', version);
  home.rosters.reload();
  followRoster(raw, home.rosters, before);
  takeSeries(raw, home.rosters);
  const touched = applyChanges(raw, home.changes, ({ release, settle }) => {
    for (let made = held + 1; made <= version; made++) release(`ros:${made}`);
    for (const { cert, revoked } of roster.value.devices) if (revoked !== null) settle(cert.dev);
  });
  for (const area of touched.areas) areas.add(area);
  noteRevoked(raw, before, roster.value);
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
