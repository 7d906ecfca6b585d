/**
 * @file What this node knows of the tree: itself, every roster version it holds, and along which links a change goes.
 */
import { all, get } from '#core/changes/statements.ts';
import type { ApplyContext } from '#core/changes/apply.ts';
import type { RosterView } from '#core/changes/authority.ts';
import type { LinkTarget } from '#core/changes/link-log.ts';
import { wireToBytes } from '#core/changes/ids.ts';
import { toHex } from '#core/crypto/bytes.ts';
import { createVerifier, type Verifier } from '#core/crypto/ed25519.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import type { NodeKind } from '#shared/domain/node-kinds.ts';
import type { Compartment } from '#shared/domain/permissions.ts';
import { isAncestor, nextHop, pathOf, type Roster, verifyRoster } from './roster.ts';

export type SelfInfo = {
  readonly node: string;
  readonly device: Uint8Array;
  readonly kind: NodeKind;
  readonly name: string;
  readonly place: string | null;
  readonly services: readonly Compartment[];
  readonly parent: string | null;
  readonly code: string | null;
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

export function createRosterBook(raw: SqliteDatabase): RosterBook {
  const versions = new Map<number, Roster | null>();
  const views = new Map<number, RosterView>();
  const verifiers = new Map<string, Verifier>();
  let self = readSelf(raw);
  let peers = readPeers(raw);
  let targets = new Map<string, readonly LinkTarget[]>();

  const rosterOf = (version: number): Roster | null => {
    let roster = versions.get(version);
    if (roster === undefined) {
      roster = readRoster(raw, version);
      // One that is not here may still come.
      if (roster) versions.set(version, roster);
    }
    return roster ?? null;
  };

  const rosterAt = (version: number): RosterView | null => {
    if (version > self.roster) return null;
    let view = views.get(version);
    if (!view) {
      const roster = rosterOf(version) ?? rosterOf(self.roster);
      if (!roster) return null;
      view = viewOf(roster, version);
      views.set(version, view);
    }
    return view;
  };

  const targetsFor = (owner: string, everyoneBelow: boolean): readonly LinkTarget[] => {
    const key = `${owner} ${everyoneBelow}`;
    let found = targets.get(key);
    if (!found) {
      const roster = rosterOf(self.roster);
      found = roster ? findTargets(roster, self.node, peers, owner, everyoneBelow) : [];
      targets.set(key, found);
    }
    return found;
  };

  return {
    self: () => self,
    current: () => rosterOf(self.roster),
    nodeName: (node) =>
      node === null ? '' : (rosterOf(self.roster)?.nodesById.get(node)?.name ?? ownName(self, node)),
    rosterAt,
    verifierOf: (dev) => {
      let verifier = verifiers.get(dev);
      if (!verifier) {
        const signKey = rosterOf(self.roster)?.devicesById.get(dev)?.cert.signKey;
        if (signKey === undefined) return null;
        verifier = createVerifier(wireToBytes(signKey));
        verifiers.set(dev, verifier);
      }
      return verifier;
    },
    linkTargets: ({ header, owner }) => {
      if (owner === null)
        return peers.filter(({ node }) => node === self.parent).map(({ dev }) => ({ peer: dev, bare: false }));
      // Authors are named to every node of the tree below, which reads what they corrected.
      return targetsFor(owner, header.at === 'user').map((target) => ({
        peer: target.peer,
        bare: target.bare && header.aud === 'restricted',
      }));
    },
    reload: () => {
      self = readSelf(raw);
      peers = readPeers(raw);
      targets = new Map();
      // A version may have been read in a transaction that was rolled back.
      versions.clear();
      views.clear();
    },
  };
}

/**
 * Holders of a record are its owner and all nodes above it. A peer gets a change when it is the next hop to a holder.
 * `bare`: what is restricted stays with the owner.
 */
function findTargets(
  roster: Roster,
  self: string,
  peers: readonly Peer[],
  owner: string,
  everyoneBelow: boolean,
): readonly LinkTarget[] {
  const holders = pathOf(roster, owner) ?? [];
  const hops = new Set(holders.flatMap((holder) => nextHop(roster, self, holder) ?? []));
  return peers
    .filter(({ node }) => hops.has(node) || (everyoneBelow && isAncestor(roster, owner, node)))
    .map(({ dev, node }) => ({ peer: dev, bare: node !== owner }));
}

/**
 * A version that never came here is read out of a later one: nodes and devices are only ever added, and each certificate
 * says from which version on it holds.
 */
function viewOf(roster: Roster, version: number): RosterView {
  return {
    device: (dev) => {
      const cert = roster.devicesById.get(dev)?.cert;
      return cert && cert.from <= version ? { node: cert.node, roles: cert.roles } : null;
    },
    isAncestor: (above, below) => isAncestor(roster, above, below),
  };
}

const ownName = (self: SelfInfo, node: string): string => (node === self.node ? self.name : '');

function readSelf(raw: SqliteDatabase): SelfInfo {
  const row = get<Omit<SelfInfo, 'services' | 'incarnation'> & { services: string }>(
    raw,
    'SELECT node, device, kind, name, place, services, parent, code, series, roster FROM self',
  );
  const inc = get<{ inc: Uint8Array }>(raw, 'SELECT inc FROM inc ORDER BY ordinal DESC LIMIT 1');
  if (!row || !inc) throw new Error('a home without its own row');
  return { ...row, services: JSON.parse(row.services) as Compartment[], incarnation: toHex(inc.inc) };
}

const readPeers = (raw: SqliteDatabase): Peer[] => all<Peer>(raw, 'SELECT dev, node FROM peer ORDER BY dev');

function readRoster(raw: SqliteDatabase, version: number): Roster | null {
  const row = get<{ line: Uint8Array }>(raw, 'SELECT line FROM roster WHERE version = ?', version);
  const root = get<{ root_public: Uint8Array | null }>(raw, 'SELECT root_public FROM self')?.root_public;
  if (!row || !root) return null;
  const roster = verifyRoster(row.line, root);
  if (!roster.ok) throw new Error('a stored roster does not verify');
  return roster.value;
}
