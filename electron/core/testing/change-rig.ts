/**
 * @file Several signing devices and real stores in memory, without files, keys or links: what the tests of the register
 * merge work on. A history is a list of deliveries that may come in any order, any batching and any repetition.
 */
import { applyChanges } from '#core/changes/apply.ts';
import type { ApplyContext } from '#core/changes/apply-types.ts';
import type { RosterView } from '#core/changes/verdict.ts';
import type { JsonObject } from '#core/changes/canonical.ts';
import { buildChange, type ChangeHeader, noPredecessor, type SignedChange } from '#core/changes/change.ts';
import { digestRecords } from '#core/changes/digest.ts';
import { groupSpecOf, groupToToken } from '#core/changes/registry.ts';
import { projectionDigest } from '#core/changes/replay.ts';
import { all, get } from '#core/changes/statements.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import { createSigner, createVerifier, generateSigningKey, type Signer, type Verifier } from '#core/crypto/ed25519.ts';
import { randomBytes } from '#core/crypto/random.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { migrate } from '#core/db/migrate.ts';
import { migrations } from '#core/db/migrations/all.ts';
import { openDatabase } from '#core/db/open.ts';
import { checkSlice } from '#core/exchange/check-later.ts';
import { checkSignatures } from '#core/exchange/check-runs.ts';
import { goodRows } from '#core/exchange/revocation.ts';
import { deviceId } from '#core/exchange/roster.ts';
import type { Revocation } from '#core/exchange/roster-form.ts';

export type RigDevice = {
  readonly node: string;
  readonly dev: string;
  readonly signer: Signer;
  readonly verifier: Verifier;
  /** First roster version that lists it. */
  readonly from: number;
  readonly inc: string;
  seq: number;
  prev: string;
};

export function createRigDevice(node: string, from = 1): RigDevice {
  const { publicKey, privateKey } = generateSigningKey();
  return {
    node,
    dev: toBase64Url(deviceId(publicKey)),
    signer: createSigner(privateKey),
    verifier: createVerifier(publicKey),
    from,
    inc: toBase64Url(randomBytes(8)),
    seq: 0,
    prev: noPredecessor,
  };
}

export type RigWrite = {
  readonly agg: string;
  readonly at: string;
  /** Group as the registry names it, its value and the short ids of the values that were seen. */
  readonly groups: readonly {
    readonly group: string;
    readonly value: JsonObject | null;
    readonly p?: readonly string[];
  }[];
  readonly own: string | null;
  readonly role?: string;
  readonly ros?: number;
  readonly kv?: number;
  /** Of an open change; `<type>.edited` unless given. */
  readonly kind?: string;
  readonly aud?: 'open' | 'restricted';
};

/** Signs the next change of a device's chain. */
export function writeChange(device: RigDevice, write: RigWrite): SignedChange {
  const aud = write.aud ?? groupSpecOf(write.at, write.groups[0]?.group ?? '')?.class ?? 'open';
  const token = (group: string): string => groupToToken(write.at, group);
  device.seq += 1;
  const header: Omit<ChangeHeader, 'v' | 'pc'> = {
    dev: device.dev,
    inc: device.inc,
    seq: device.seq,
    prev: device.prev,
    agg: write.agg,
    at: write.at,
    kind: aud === 'restricted' ? 'restricted' : (write.kind ?? `${write.at}.edited`),
    kv: write.kv ?? 1,
    mu: 0,
    by: toBase64Url(randomBytes(16)),
    role: write.role ?? (write.at === 'dispute' ? 'hlp_supervisor' : 'policing_officer'),
    aud,
    ros: write.ros ?? 2,
    own: write.own,
    hlc: (0x0198c0de0000 + device.seq).toString(16).padStart(12, '0').padEnd(16, '0'),
    wall: device.seq,
    cq: 1,
    w: write.groups.map(({ group, p }) => ({ g: token(group), p: [...new Set(p ?? [])] })),
  };
  const payload = {
    d: Object.fromEntries(write.groups.map(({ group, value }) => [token(group), value])),
    ...(aud === 'restricted' ? { k: `${write.at}.noted` } : {}),
  };
  const { change } = buildChange(header, payload, device.signer);
  device.prev = toBase64Url(change.id);
  return change;
}

/** The tree as the versions list it; `from` says who joined when. */
export type RigTree = {
  readonly devices: readonly RigDevice[];
  /** Parent by node; null for the directorate. */
  readonly parents: Readonly<Record<string, string | null>>;
  /** From version `from` on these devices are revoked. Filled while a history is made. */
  readonly revoked: { readonly dev: string; readonly from: number; readonly revocation: Revocation }[];
};

const roles = ['administrator', 'hlp_mediator', 'hlp_supervisor', 'policing_clerk', 'policing_officer'];

function rosterView({ devices, parents }: RigTree, version: number): RosterView {
  const above = (node: string): string[] => {
    const parent = parents[node];
    return typeof parent === 'string' ? [parent, ...above(parent)] : [];
  };
  return {
    device: (dev) => {
      const found = devices.find((device) => device.dev === dev && device.from <= version);
      return found ? { node: found.node, roles } : null;
    },
    isAncestor: (upper, lower) => above(lower).includes(upper),
    hasNode: (node) => devices.some((device) => device.node === node && device.from <= version),
  };
}

export type RigStore = {
  readonly raw: SqliteDatabase;
  /** Where devices are revoked as the roster grows. */
  readonly tree?: Pick<RigTree, 'revoked'>;
  readonly context: ApplyContext;
  /** Newest roster version that has come. */
  roster: number;
};

/** An empty store that holds roster version 1. */
export function createRigStore(tree: RigTree): RigStore {
  const opened = openDatabase(':memory:', new Uint8Array(32), { create: true });
  if (!opened.ok) throw new Error(opened.error.code);
  const migrated = migrate(opened.value, migrations, { backup: null });
  if (!migrated.ok) throw new Error(migrated.error.code);
  const store: RigStore = {
    raw: opened.value,
    tree,
    roster: 1,
    context: {
      rosterAt: (version) => (version <= store.roster ? rosterView(tree, version) : null),
      goodOf: (dev) => {
        const found = tree.revoked.find((one) => one.dev === dev && one.from <= store.roster);
        return found ? (rows) => goodRows(found.revocation, rows) : null;
      },
      linkTargets: () => [],
      verifierOf: (dev) => tree.devices.find((one) => one.dev === dev && one.from <= store.roster)?.verifier ?? null,
    },
  };
  return store;
}

export type Delivery = { readonly change: SignedChange } | { readonly roster: number };

/** Takes deliveries in as a bundle's sections would be: signatures by runs, then applied. Inside a transaction. */
export function deliver(store: RigStore, batch: readonly Delivery[]): void {
  const section: SignedChange[] = [];
  const flush = (): void => {
    const checked = checkSignatures(section.splice(0), store.context.verifierOf);
    applyChanges(store.raw, store.context, ({ apply, quarantine }) => {
      for (const { change, signed } of checked) {
        if (signed === 'bad') quarantine(change, 'change/signature', peer);
        else apply(change, { source: peer, checked: signed });
      }
    });
  };
  for (const delivery of batch) {
    if ('change' in delivery) {
      section.push(delivery.change);
      continue;
    }
    flush();
    const held = store.roster;
    store.roster = Math.max(held, delivery.roster);
    applyChanges(store.raw, store.context, ({ release, settle }) => {
      for (let made = held + 1; made <= store.roster; made++) release(`ros:${made}`);
      for (const { dev, from } of store.tree?.revoked ?? []) if (from <= store.roster) settle(dev);
    });
  }
  flush();
}

const peer = new Uint8Array(16).fill(9);

/** The check that follows an import at leisure: every single signature. */
export function checkEverySignature(store: RigStore): void {
  for (let after: number | null = 0; after !== null; ) {
    after = checkSlice({ store, changes: store.context }, after, 50, 'unchecked').next;
  }
}

/** All that must not depend on order: values, projections, verdicts. */
export function stateOf({ raw }: RigStore): {
  readonly digest: string;
  readonly projections: string;
  readonly verdicts: readonly string[];
} {
  return {
    digest: digestRecords(raw, { owner: null, scope: 'all' }).digest,
    projections: projectionDigest(raw),
    verdicts: all<{ id: Uint8Array; verdict: string; code: string | null; pay: number }>(
      raw,
      "SELECT id, verdict, code, verdict <> 'quarantined' AND pay IS NOT NULL AS pay FROM chg ORDER BY id",
    ).map(({ id, verdict, code, pay }) => `${toBase64Url(id)} ${verdict} ${code ?? ''} ${pay}`),
  };
}

/** Runs in a transaction that is rolled back, so that one store serves many orders. */
export function inPassing<T>(store: RigStore, work: () => T): T {
  const before = store.roster;
  store.raw.exec('BEGIN');
  try {
    return work();
  } finally {
    store.raw.exec('ROLLBACK');
    store.roster = before;
  }
}

export const countOf = ({ raw }: RigStore, sql: string): number => get<{ n: number }>(raw, sql)?.n ?? 0;
