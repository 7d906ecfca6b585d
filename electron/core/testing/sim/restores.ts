/**
 * @file Databases that go back in time: backups that are restored, disks that are put back, machines that are copied.
 * Detection is the product's own; here only what happens to the disk is decided.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { all, get, run } from '#core/changes/statements.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { openImage } from '#core/db/open.ts';
import { beginIncarnation } from '#core/exchange/incarnations.ts';
import { meetWitness } from '#core/home/meet-witness.ts';
import { openWitness } from '#core/home/witness.ts';
import { heedReceipt, leaveReceipt } from '#core/exchange/stick-receipt.ts';
import { imageOf, type Member, openHome } from './member.ts';
import { readAnew } from './updates.ts';
import { alive, members, newestRoster, type World } from './world.ts';

type Copy = { readonly of: Member; readonly image: Buffer };

const copies = new WeakMap<World, Copy[]>();

/** A backup, or simply a copy of the disk. */
export function keepCopy(world: World): void {
  const of = world.dice.pick(members(world));
  copies.set(world, [...(copies.get(world) ?? []), { of, image: imageOf(of) }]);
  world.say(`${of.name}: a copy is kept`);
}

/** How a copy comes back, and who could notice. */
export const waysBack = ['restore', 'witness', 'receipt', 'witness lost', 'unseen'] as const;
export type WayBack = (typeof waysBack)[number];

/** One home goes back to a copy of it, or both ends of a link do. */
export async function goBack(world: World): Promise<void> {
  const kept = (copies.get(world) ?? []).filter(({ of }) => members(world).includes(of));
  if (kept.length === 0) return;
  const first = world.dice.pick(kept);
  await putBack(world, first, world.dice.pick(waysBack));
  if (!world.dice.chance(0.25)) return;
  const second = kept.find(({ of }) => of !== first.of);
  if (!second) return;
  world.rare.add(linked(first.of, second.of) ? 'both ends restored' : 'two restored');
  if ([first.of, second.of].some(({ kind }) => kind === 'directorate')) world.rare.add('hub and office restored');
  await putBack(world, second, world.dice.pick(waysBack));
}

const linked = (a: Member, b: Member): boolean =>
  all<{ node: string }>(a.home.store.raw, 'SELECT node FROM peer').some(({ node }) => node === b.node);

/** The newest home of this member is lost; the copy takes its place. */
export async function putBack(world: World, { of, image }: Copy, way: WayBack): Promise<void> {
  if (!rosterSurvives(world, of, image)) return;
  world.say(`${of.name} goes back to a copy: ${way}, roster ${rosterIn(image)} of ${newestRoster(world)}`);
  world.counts.restores += 1;
  if (of.kind === 'directorate') world.rare.add('hub restored');
  const lost = of.home;
  const stick = join(of.folder, 'stick');
  mkdirSync(stick, { recursive: true });
  if (way === 'receipt') await leaveReceipt(lost, stick);
  of.home = openHome(image, of.keys);
  await readAnew(of);
  const { raw } = of.home.store;
  const at = new Date(of.clock).toISOString();
  if (way === 'restore') world.rare.add('found by restore');
  if (way === 'restore') raw.transaction(() => beginIncarnation(raw, of.home.rosters, { why: 'restore', at }))();
  if (way === 'witness lost' && meetAsAtUnlock(of, null)) world.rare.add('found by its lost witness');
  if (way === 'witness' && meetAsAtUnlock(of, lost.store.raw)) world.rare.add('found by witness');
  if (way === 'receipt' && (await heedReceipt(of.services, of.home, stick))) world.rare.add('found by receipt');
  if (way === 'unseen') {
    world.unseen.add(of.keys.dev);
    world.everUnseen.add(of.node);
  }
  const gone = lostBetween(lost.store.raw, raw);
  world.lostAt.set(of, gone);
  for (const id of gone) world.everLost.add(id);
  lost.store.raw.close();
}

/**
 * A roster that nobody else holds is lost with the disk: machines that it certified are enrolled anew, which is people's
 * work and not the exchange's.
 */
function rosterSurvives(world: World, of: Member, image: Buffer): boolean {
  const newest = newestRoster(world);
  const version = rosterIn(image);
  const holders = alive(world).filter(
    (one) => one !== of && !one.name.includes("'") && one.home.rosters.self().roster === newest,
  );
  return version === newest || holders.length > 0;
}

function rosterIn(image: Buffer): number {
  const copy = openImage(image);
  const version = get<{ roster: number }>(copy, 'SELECT roster FROM self')?.roster ?? 0;
  copy.close();
  return version;
}

function lostBetween(before: SqliteDatabase, after: SqliteDatabase): ReadonlySet<string> {
  const own = (raw: SqliteDatabase): string[] =>
    all<{ id16: Uint8Array }>(raw, 'SELECT id16 FROM chg WHERE src IS NULL').map(({ id16 }) => toBase64Url(id16));
  const left = new Set(own(after));
  return new Set(own(before).filter((id) => !left.has(id)));
}

/** The witness that the lost home left, if it left one, is read by the one that was put back. */
function meetAsAtUnlock({ home, clock, folder: base }: Member, lost: SqliteDatabase | null): boolean {
  mkdirSync(base, { recursive: true });
  const folder = mkdtempSync(join(base, 'witness-'));
  try {
    if (lost === null) run(home.store.raw, "INSERT OR REPLACE INTO setting (name, value) VALUES ('witness', 'kept')");
    else leaveWitness(folder, lost);
    const found = openWitness(folder, dek, home.store.raw);
    const began = meetWitness(home.store.raw, home.rosters, found, clock);
    found.close();
    return began;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function leaveWitness(folder: string, lost: SqliteDatabase): void {
  const left = openWitness(folder, dek, lost);
  left.note();
  left.flush();
  left.close();
}

const dek = new Uint8Array(32);
