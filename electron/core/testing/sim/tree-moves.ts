/** @file What the directorate does with the tree, and what technicians do with machines. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { all, run } from '#core/changes/statements.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { writeRequest } from '#core/exchange/enrolment.ts';
import { linkTo } from '#core/exchange/links.ts';
import { ok } from '#shared/lib/result.ts';
import { deviceKeys } from './keys.ts';
import { call, imageOf, type Member, newHomeImage, openMember } from './member.ts';
import { deliver, peersOf, write } from './post.ts';
import { settleIn } from './tree.ts';
import { alive, memberOf, members, named, newestRoster, type World } from './world.ts';

const offices = (world: World): readonly Member[] => alive(world).filter(({ kind }) => kind === 'office');

/** The directorate, unless it was put back and has not met its own newest roster again: then it waits for that. */
function hubInOffice(world: World): Member | null {
  const hub = named(world, 'D');
  return hub.home.rosters.self().roster === newestRoster(world) ? hub : null;
}

/** A second machine for an office; with its own keys, and nothing on it yet. */
export async function enrolAnother(world: World, of: Member): Promise<Member | null> {
  const hub = hubInOffice(world);
  const roster = hub?.home.rosters.current();
  if (!hub) return null;
  const node = roster?.nodesById.get(of.node);
  if (!node) return null;
  const keys = await deviceKeys(world.tree.machines++);
  const request = writeRequest(
    {
      kind: node.kind,
      name: node.name,
      place: node.place,
      services: [...node.services],
      signKey: toBase64Url(keys.signKey.publicKey),
      recipient: keys.recipient,
    },
    keys.signer,
  );
  mkdirSync(hub.folder, { recursive: true });
  const file = hub.services.files.grant(fileIn(hub, 'request.cpr', request), 'file');
  const read = await call(hub, 'enrol.readRequest', { file });
  if (!read.ok) throw new Error(`a sound request: ${read.error.code}`);
  const to = hub.services.files.grant(join(hub.folder, 'answer.cpa'), 'file');
  const accepted = await call(hub, 'enrol.accept', { file, fingerprint: read.value.fingerprint, node: of.node, to });
  // A directorate that was put back first has to meet its own rosters again.
  if (!accepted.ok) return null;
  const newest = hub.home.rosters.current();
  const cert = newest?.devicesById.get(keys.dev)?.cert;
  if (!newest || !cert) throw new Error('a certified device without a certificate');
  const image = newHomeImage({
    ...node,
    node: node.id,
    keys,
    user: world.dice.uuid(),
    roster: newest,
    series: cert.series,
    rootPublic: world.tree.rootPublic,
    authorityKey: null,
  });
  const name = `${of.name}'`;
  const parts = { name, node: of.node, kind: of.kind, keys, folder: join(world.folder, `${name}${keys.dev}`) };
  const fresh = openMember(parts, image, world.dice, of.clock);
  world.tree.members.push(fresh);
  await settleIn(fresh);
  world.counts.changes += world.journal.note(fresh);
  world.say(`${of.name} gets a second machine`);
  return fresh;
}

function fileIn({ folder }: Member, name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** A stick from one to another that is no neighbour of it, or to the sister machine. */
export async function directStick(world: World): Promise<void> {
  const [from, to] = [world.dice.pick(alive(world)), world.dice.pick(alive(world))];
  const roster = from.home.rosters.current();
  if (from.keys.dev === to.keys.dev || !roster?.devicesById.has(to.keys.dev)) return;
  await inTransaction(from.home.store, async () =>
    ok(linkTo(from.home.store.raw, from.home.rosters, { dev: to.keys.device, node: to.node, roster: 0 })),
  );
  const flight = await write(world, from, to.keys.dev);
  if (!flight) return;
  await deliver(world, flight, to);
  world.rare.add('direct stick');
}

/** An office is put under another department. */
export async function moveOffice(world: World): Promise<void> {
  const hub = hubInOffice(world);
  if (!hub) return;
  const office = world.dice.pick(offices(world));
  const under = world.dice.pick(members(world).filter(({ kind }) => kind !== 'office'));
  const moved = await call(hub, 'enrol.move', { node: office.node, under: under.node });
  world.say(`${office.name} goes under ${under.name}: ${moved.ok ? 'done' : moved.error.code}`);
  if (moved.ok) world.rare.add('office moved');
}

/** A machine was stolen: what came so far counts, or what came up to some change. */
export async function revoke(world: World): Promise<void> {
  const hub = hubInOffice(world);
  if (!hub) return;
  const stolen = world.dice.pick(offices(world));
  const { dev, device } = stolen.keys;
  const known = all<{ id16: Uint8Array }>(
    hub.home.store.raw,
    "SELECT id16 FROM chg WHERE dev = ? AND verdict = 'ok' ORDER BY n",
    device,
  );
  const after =
    known.length > 0 && world.dice.chance(0.5) ? toBase64Url(world.dice.pick(known).id16) : 'everything-received';
  const done = await call(hub, 'devices.revoke', { device: dev, after });
  world.say(`${stolen.name} is revoked: ${done.ok ? `${done.value.setAside} set aside` : done.error.code}`);
  if (!done.ok) return;
  world.revoked.add(dev);
  if (done.value.setAside > 0) world.rare.add('revoked after its last bundle');
  if (!offices(world).some(({ node }) => node === stolen.node)) await enrolAnother(world, stolen);
}

/** Somebody copies the disk of an office into another machine, and both are used. */
export function clone(world: World): void {
  const of = world.dice.pick(offices(world));
  if (members(world).some(({ keys }) => keys === of.keys && of !== memberOf(world, keys.dev))) return;
  const copy = openMember({ ...of, name: `${of.name}*` }, imageOf(of), world.dice, of.clock);
  world.tree.members.push(copy);
  world.cloned.add(of.keys.dev);
  world.unseen.add(of.keys.dev);
  world.everUnseen.add(of.node);
  world.say(`${of.name} is copied into a second machine`);
}

/** The clones hand in what they have, and are set up anew as second machines: empty, or with all they hold. */
export async function retireClones(world: World): Promise<void> {
  for (const copy of members(world).filter(({ name }) => name.endsWith('*'))) {
    const original = memberOf(world, copy.keys.dev);
    world.say(`${copy.name} hands in what it has`);
    for (const dev of peersOf(copy)) {
      const to = memberOf(world, dev);
      const flight = to && alive(world).includes(to) ? await write(world, copy, dev) : null;
      if (to && flight) await deliver(world, flight, to);
    }
    const renewed = world.dice.chance(0.5) && (await renewKeys(world, copy));
    world.tree.members.splice(world.tree.members.indexOf(copy), 1);
    copy.home.store.raw.close();
    if (renewed) world.rare.add('clone under new keys');
    else if (original && (await enrolAnother(world, original))) world.rare.add('clone enrolled');
  }
}

/** It asks for a certificate for keys of its own and goes on under them. False where the directorate gives none now. */
async function renewKeys(world: World, copy: Member): Promise<boolean> {
  const hub = hubInOffice(world);
  if (!hub) return false;
  const keys = await deviceKeys(world.tree.machines++);
  run(
    copy.home.store.raw,
    'UPDATE self SET next_sign_key = ?, next_age_identity = ?, next_age_recipient = ?',
    keys.signKey.privateKey,
    keys.identity,
    keys.recipient,
  );
  for (const { folder } of [copy, hub]) mkdirSync(folder, { recursive: true });
  const grant = ({ services }: Member, path: string) => services.files.grant(path, 'file');
  const request = join(copy.folder, 'renew.cpr');
  const answer = join(hub.folder, 'renewed.cpa');
  const asked = await call(copy, 'enrol.renew', { to: grant(copy, request) });
  if (!asked.ok) return false;
  const { fingerprint } = asked.value;
  const accepted = await call(hub, 'enrol.accept', {
    file: grant(hub, request),
    fingerprint,
    node: copy.node,
    to: grant(hub, answer),
  });
  if (!accepted.ok) return false;
  const read = await call(copy, 'enrol.readAnswer', { file: grant(copy, answer) });
  // A copy that holds a roster the directorate has lost waits for it.
  if (!read.ok) return false;
  const shown = { file: grant(copy, answer), fingerprint: read.value.fingerprint };
  const installed = await call(copy, 'enrol.install', shown);
  if (!installed.ok) throw new Error(`a sound answer: ${installed.error.code}`);
  const { node, kind, folder, clock, program } = copy;
  const name = `${copy.name.slice(0, -1)}'`;
  const fresh = openMember({ name, node, kind, folder, program, keys }, imageOf(copy), world.dice, clock);
  world.tree.members.push(fresh);
  world.counts.changes += world.journal.note(fresh);
  world.say(`${copy.name} goes on as ${fresh.name} under new keys`);
  return true;
}
