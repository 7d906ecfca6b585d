/** @file A newer roster that came with a bundle: verified from the pinned root key, and versions only go up. */
import { applyChanges } from '#core/changes/apply.ts';
import { wireToBytes } from '#core/changes/ids.ts';
import { get, run } from '#core/changes/statements.ts';
import type { OpenHome } from '#core/home/open-home.ts';
import { openLink } from './links.ts';
import { readPeer } from './peer-state.ts';
import { compareRosters, devicesOf, type Roster, verifyRoster } from './roster.ts';

/** Must run inside a transaction. A roster that does not verify or is old has no effect. */
export function takeRoster(home: OpenHome, line: Uint8Array, areas: Set<string>): void {
  const { raw } = home.store;
  const root = get<{ root_public: Uint8Array | null }>(raw, 'SELECT root_public FROM self')?.root_public;
  if (!root) return;
  const roster = verifyRoster(line, root);
  if (!roster.ok) return;
  const order = compareRosters(home.rosters.current(), roster.value);
  if (!order.ok || order.value !== 'newer') return;
  const held = home.rosters.self().roster;
  const { version, hash } = roster.value;
  run(raw, 'INSERT OR IGNORE INTO roster (version, hash, line) VALUES (?, ?, ?)', version, hash, line);
  run(raw, 'UPDATE self SET roster = ?', version);
  home.rosters.reload();
  openLinksToChildren(home, roster.value);
  const touched = applyChanges(raw, home.changes, ({ release, settle }) => {
    for (let made = held + 1; made <= version; made++) release(`ros:${made}`);
    for (const { cert, revoked } of roster.value.devices) if (revoked !== null) settle(cert.dev);
  });
  for (const area of touched.areas) areas.add(area);
}

/** The directorate certifies devices under a department; the department meets them in the roster. */
function openLinksToChildren(home: OpenHome, roster: Roster): void {
  const { raw } = home.store;
  const self = home.rosters.self().node;
  for (const node of roster.nodes.filter(({ parent }) => parent === self)) {
    for (const { cert } of devicesOf(roster, node.id)) {
      const dev = wireToBytes(cert.dev);
      if (!readPeer(raw, dev)) openLink(raw, home.rosters, { dev, node: node.id, roster: cert.from });
    }
  }
}
