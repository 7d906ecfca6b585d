/**
 * @file What this node knows of the tree: itself, every roster version it holds, and along which links a change goes.
 */
import { all, get } from '#core/changes/statements.ts';
import type { ApplyContext } from '#core/changes/apply-types.ts';
import type { RosterView } from '#core/changes/verdict.ts';
import { specOf } from '#core/changes/registry.ts';
import type { LinkTarget } from '#core/changes/link-log.ts';
import { wireToBytes } from '#core/changes/ids.ts';
import { toBase64Url, toHex } from '#core/crypto/bytes.ts';
import { createVerifier, type Verifier } from '#core/crypto/ed25519.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import type { NodeKind } from '#shared/domain/node-kinds.ts';
import type { Compartment } from '#shared/domain/permissions.ts';
import { goodRows } from './revocation.ts';
import { isAncestor, nextHop, pathOf, type Roster, storedRoster } from './roster.ts';

export type SelfInfo = {
  readonly node: string;
  readonly device: Uint8Array;
  readonly kind: NodeKind;
  readonly name: string;
  readonly place: string | null;
  readonly services: readonly Compartment[];
  readonly parent: string | null;
  readonly code: string | null;
  /** Letter of this incarnation; null until the directorate has given one. */
  readonly series: string | null;
  /** Incarnation, lower-case hex. */
  readonly incarnation: string;
  /** Roster version in force here; 0 before enrolment. */
  readonly roster: number;
};

export type RosterBook = ApplyContext & {
  self(): SelfInfo;
  /** The newest roster; null before enrolment. */
  current(): Roster | null;
  /** Name of a node as the newest roster has it; empty when it is not listed. */
  nodeName(node: string | null): string;
  /** Reads everything anew after the tree, the roster or the links have changed. */
  reload(): void;
};

type Peer = { readonly dev: Uint8Array; readonly node: string };

/** Changes name hundreds of versions at a directorate that enrolled its offices one by one. */
const viewsInMemory = 16;

function keep(views: Map<number, RosterView>, version: number, view: RosterView): void {
  views.set(version, view);
  const [oldest] = views.keys();
  if (views.size > viewsInMemory && oldest !== undefined) views.delete(oldest);
}

export function createRosterBook(raw: SqliteDatabase): RosterBook {
  let held: Roster | null = null;
  const views = new Map<number, RosterView>();
  const verifiers = new Map<string, Verifier>();
  let self = readSelf(raw);
  let peers = readPeers(raw);
  let targets = new Map<string, readonly LinkTarget[]>();

  const current = (): Roster | null => {
    held ??= readRoster(raw, self.roster);
    return held;
  };

  const rosterAt = (version: number): RosterView | null => {
    if (version > self.roster) return null;
    let view = views.get(version);
    if (!view) {
      const roster = current();
      if (!roster) return null;
      view = viewOf(roster, version);
      keep(views, version, view);
    }
    return view;
  };

  const targetsFor = (holders: readonly string[], everyoneBelow: boolean): readonly LinkTarget[] => {
    const key = `${holders.join(' ')} ${everyoneBelow}`;
    let found = targets.get(key);
    if (!found) {
      const roster = current();
      found = roster ? findTargets(roster, self.node, peers, holders, everyoneBelow) : [];
      targets.set(key, found);
    }
    return found;
  };

  return {
    self: () => self,
    current,
    nodeName: (node) => (node === null ? '' : (current()?.nodesById.get(node)?.name ?? ownName(self, node))),
    rosterAt,
    verifierOf: (dev) => {
      let verifier = verifiers.get(dev);
      if (!verifier) {
        const signKey = current()?.devicesById.get(dev)?.cert.signKey;
        if (signKey === undefined) return null;
        verifier = createVerifier(wireToBytes(signKey));
        verifiers.set(dev, verifier);
      }
      return verifier;
    },
    goodOf: (dev) => {
      const revoked = current()?.devicesById.get(dev)?.revoked ?? null;
      return revoked === null ? null : (rows) => goodRows(revoked, rows);
    },
    linkTargets: ({ header, owner, also = [] }) => {
      if (owner === null)
        return peers.filter(({ node }) => node === self.parent).map(({ dev }) => ({ peer: dev, bare: false }));
      // Authors are named to every node of the tree below, which reads what they corrected; so is what the directorate tells.
      const found = targetsFor([owner, ...also], specOf(header.at)?.goesDown === true);
      return header.aud === 'restricted' ? found : found.map(({ peer }) => ({ peer, bare: false }));
    },
    reload: () => {
      self = readSelf(raw);
      peers = readPeers(raw);
      targets = new Map();
      // It may have been read in a transaction that was rolled back.
      held = null;
      views.clear();
    },
  };
}

/**
 * A record is held by its owner, by all nodes above it, and by those who take part and the nodes above them. A peer gets a
 * change when it is the next hop to one of them, or one itself: a direct stick needs no way through the tree. `bare`: what is restricted goes to the owner and those who take part.
 */
function findTargets(
  roster: Roster,
  self: string,
  peers: readonly Peer[],
  parties: readonly string[],
  everyoneBelow: boolean,
): readonly LinkTarget[] {
  const holders = parties.flatMap((party) => pathOf(roster, party) ?? []);
  const hops = new Set(holders.flatMap((holder) => nextHop(roster, self, holder) ?? []));
  return peers
    .filter(
      ({ node }) =>
        hops.has(node) ||
        holders.includes(node) ||
        (everyoneBelow && parties.some((party) => isAncestor(roster, party, node))),
    )
    .filter(({ dev }) => !isRevoked(roster, dev))
    .map(({ dev, node }) => ({ peer: dev, bare: !parties.includes(node) }));
}

const isRevoked = (roster: Roster, dev: Uint8Array): boolean =>
  (roster.devicesById.get(toBase64Url(dev))?.revoked ?? null) !== null;

/**
 * Every version is read out of the newest: nodes and devices are only ever added, each certificate says from which version
 * on it holds, and each node where it stood before. So it is the same on every node, whichever versions came there, and
 * also where two lists were once signed under one number.
 */
function viewOf(roster: Roster, version: number): RosterView {
  const listed = new Set(roster.devices.flatMap(({ cert }) => (cert.from <= version ? [cert.node] : [])));
  return {
    device: (dev) => {
      const cert = roster.devicesById.get(dev)?.cert;
      return cert && cert.from <= version ? { node: cert.node, roles: cert.roles } : null;
    },
    isAncestor: (above, below) => listed.has(below) && isAncestor(roster, above, below, version),
    hasNode: (node) => listed.has(node),
  };
}

const ownName = (self: SelfInfo, node: string): string => (node === self.node ? self.name : '');

function readSelf(raw: SqliteDatabase): SelfInfo {
  const row = get<Omit<SelfInfo, 'services' | 'incarnation' | 'series'> & { services: string }>(
    raw,
    'SELECT node, device, kind, name, place, services, parent, code, roster FROM self',
  );
  const inc = get<{ inc: Uint8Array; series: string | null }>(
    raw,
    'SELECT inc, series FROM inc ORDER BY ordinal DESC LIMIT 1',
  );
  if (!row || !inc) throw new Error('a home without its own row');
  return {
    ...row,
    services: JSON.parse(row.services) as Compartment[],
    incarnation: toHex(inc.inc),
    series: inc.series,
  };
}

const readPeers = (raw: SqliteDatabase): Peer[] => all<Peer>(raw, 'SELECT dev, node FROM peer ORDER BY dev');

function readRoster(raw: SqliteDatabase, version: number): Roster | null {
  const row = get<{ line: Uint8Array }>(raw, 'SELECT line FROM roster WHERE version = ?', version);
  return row ? storedRoster(row.line) : null;
}
