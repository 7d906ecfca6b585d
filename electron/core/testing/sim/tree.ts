/** @file The tree of every run: a directorate, two departments, four offices, certified and linked, nothing recorded yet. */
import { join } from 'node:path';
import { createSigner, publicKeyOf } from '#core/crypto/ed25519.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { certificateFor, nodeIdOf } from '#core/exchange/certify.ts';
import { followRoster } from '#core/exchange/links.ts';
import { firstRoster, signAuthority, verifyRoster } from '#core/exchange/roster.ts';
import type { RosterNode } from '#core/exchange/roster-form.ts';
import { writeOwnUsers } from '#core/features/users/own-users.ts';
import { ok } from '#shared/lib/result.ts';
import type { Dice } from './dice.ts';
import { deviceKeys } from './keys.ts';
import { type Member, newHomeImage, openMember } from './member.ts';

const places = [
  { name: 'D', kind: 'directorate', under: null },
  { name: 'P1', kind: 'department', under: 'D' },
  { name: 'P2', kind: 'department', under: 'D' },
  { name: 'O1', kind: 'office', under: 'P1' },
  { name: 'O2', kind: 'office', under: 'P1' },
  { name: 'O3', kind: 'office', under: 'P2' },
  { name: 'O4', kind: 'office', under: 'P2' },
] as const;

/** Levels of the tree, the root's included. */
export const treeDepth = 3;

export type Tree = {
  readonly members: Member[];
  /** How many machines ever had keys: the next one gets the keys with this number. */
  machines: number;
  readonly rootPublic: Uint8Array;
};

export async function plantTree(dice: Dice, folder: string): Promise<Tree> {
  const root = createSigner(rootKey.privateKey);
  const devices = await Promise.all(places.map((_, i) => deviceKeys(i)));
  const nodes = places.map(({ name, kind, under }, i): RosterNode => {
    const parent = places.findIndex((place) => place.name === under);
    return {
      id: nodeAt(i),
      kind,
      name,
      place: 'IQG10',
      parent: parent < 0 ? null : nodeAt(parent),
      code: kind === 'office' ? `KI00${i}` : null,
      services: kind === 'office' ? ['hlp', 'policing'] : [],
      formerly: [],
    };
  });
  function nodeAt(i: number): string {
    const keys = devices[i];
    if (!keys) throw new Error('no such place');
    return nodeIdOf(keys.signKey.publicKey);
  }
  const pathTo = (node: RosterNode): string[] => {
    const above = nodes.find(({ id }) => id === node.parent);
    return [...(above ? pathTo(above) : []), node.id];
  };
  const certs = nodes.map((node, i) =>
    certificateFor({
      node: node.id,
      path: pathTo(node),
      signKey: devices[i]?.signKey.publicKey ?? new Uint8Array(0),
      recipient: devices[i]?.recipient ?? '',
      from: 1,
      series: node.kind === 'office' ? 'A' : null,
    }),
  );
  const line = firstRoster(
    signAuthority(root, authority.publicKey),
    { nodes, devices: certs.map((cert) => ({ cert, revoked: null, incs: [] })) },
    1,
    createSigner(authority.privateKey),
  );
  const roster = verifyRoster(line, rootKey.publicKey);
  if (!roster.ok) throw new Error('the first roster does not verify');
  const members = nodes.map((node, i) => {
    const keys = devices[i];
    if (!keys) throw new Error('no such place');
    const image = newHomeImage({
      ...node,
      node: node.id,
      series: node.kind === 'office' ? 'A' : null,
      keys,
      user: dice.uuid(),
      roster: roster.value,
      rootPublic: rootKey.publicKey,
      authorityKey: node.parent === null ? authority.privateKey : null,
    });
    return openMember(
      { name: node.name, node: node.id, kind: node.kind, keys, folder: join(folder, node.name) },
      image,
      dice,
      startOfTime,
    );
  });
  for (const member of members) await settleIn(member);
  return { members, machines: members.length, rootPublic: rootKey.publicKey };
}

/** Opens the links to parent and children, and records who works here. */
export async function settleIn({ home, services }: Member): Promise<void> {
  await inTransaction(home.store, async () => {
    followRoster(home.store.raw, home.rosters, null);
    return ok(writeOwnUsers(services, home));
  });
}

export const startOfTime = Date.parse('2026-03-01T08:00:00Z');
const rootKey = keyOf(1);
const authority = keyOf(2);

function keyOf(fill: number): { readonly privateKey: Uint8Array; readonly publicKey: Uint8Array } {
  const privateKey = new Uint8Array(32).fill(fill);
  return { privateKey, publicKey: publicKeyOf(privateKey) };
}
