/**
 * @file Short stories in which several steps must meet for a rare path to be taken. They happen in the middle of a run like
 * any other step, in whatever state the tree is in; what they wanted may come to nothing.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { keepBlobHouse } from '#core/blobs/keep-house.ts';
import { act, edit, recordsAt, settle } from './acts.ts';
import { openOffers, scanOf } from './between.ts';
import { meetingForm } from './forms.ts';
import { imageOf, type Member } from './member.ts';
import { writeAsNewer } from './mishaps.ts';
import { deliver, write, type WriteOptions } from './post.ts';
import { putBack } from './restores.ts';
import { update } from './updates.ts';
import { alive, members, type World } from './world.ts';

type Scenario = { readonly name: string; readonly weight: number; readonly run: (world: World) => Promise<void> };

/** Takes little more than the smallest file. */
export const smallestStick = 80_000;

export const scenarios: readonly Scenario[] = [
  { name: "somebody carries an office's files up and down", weight: 5, run: courier },
  { name: 'a dispute is handed over', weight: 4, run: handOver },
  { name: 'three quarrel over one forum', weight: 3, run: quarrel },
  { name: 'long minutes and a small stick', weight: 1, run: longMinutes },
  { name: 'a large scan and a small stick', weight: 1.5, run: largeScan },
  { name: 'a newer program comes to one office', weight: 3, run: newerProgram },
  { name: 'a folder of attachments is lost', weight: 0.5, run: loseBlobs },
];

async function carry(world: World, from: Member, to: Member, options: WriteOptions = {}): Promise<void> {
  const flight = await write(world, from, to.keys.dev, options);
  if (flight) await deliver(world, flight, to);
}

async function carryAlong(world: World, way: readonly Member[]): Promise<void> {
  for (const [i, from] of way.entries()) {
    const to = way[i + 1];
    if (to) await carry(world, from, to);
  }
}

/** This machine, and one of each node above it. */
function wayUp(world: World, from: Member): readonly Member[] {
  const { parent } = from.home.rosters.self();
  const above = alive(world).find(({ node }) => node === parent);
  return above ? [from, ...wayUp(world, above)] : [from];
}

/** Up to the lowest node that is above both, and down. */
function wayBetween(world: World, from: Member, to: Member): readonly Member[] {
  const [up, down] = [wayUp(world, from), wayUp(world, to)];
  const turn = up.find((one) => down.includes(one));
  if (!turn) return [];
  return [...up.slice(0, up.indexOf(turn)), ...down.slice(0, down.indexOf(turn) + 1).toReversed()];
}

const anOffice = (world: World): Member => world.dice.pick(alive(world).filter(({ kind }) => kind === 'office'));

const ownRecords = (at: Member, type: string): readonly string[] =>
  recordsAt(at, type)
    .filter(({ owner }) => owner === at.node)
    .map(({ id }) => id);

async function courier(world: World): Promise<void> {
  const way = wayUp(world, anOffice(world));
  await carryAlong(world, way);
  await carryAlong(world, way.toReversed());
}

/** The other office takes it or gives it back; sometimes the first one forgets that it is gone. */
async function handOver(world: World): Promise<void> {
  const from = anOffice(world);
  const to = anOffice(world);
  const [recordId] = ownRecords(from, world.dice.chance(0.5) ? 'dispute' : 'forum');
  if (recordId === undefined || from.node === to.node) return;
  const before = imageOf(from);
  await act(world, from, 'transfers.offer', { recordId, to: to.node, reason: 'workload' });
  const way = wayBetween(world, from, to);
  await carryAlong(world, way);
  const offer = (await openOffers(to, 'incoming')).find((one) => one.recordId === recordId);
  if (!offer) return;
  if (world.dice.chance(0.4)) await act(world, to, 'transfers.return', { ...asked(offer), reason: 'not_ours' });
  else await act(world, to, 'transfers.accept', asked(offer));
  if (world.dice.chance(0.4)) {
    await putBack(world, { of: from, image: before }, 'restore');
    await edit(world, from, recordId);
    await carryAlong(world, way);
  }
  if (world.dice.chance(0.7)) await carryAlong(world, way.toReversed());
}

const asked = ({ recordId, offer }: { readonly recordId: string; readonly offer: string }) => ({ recordId, offer });

/** Office, department and directorate write without knowing of each other; then two of them settle it, likewise. */
async function quarrel(world: World): Promise<void> {
  const way = wayUp(world, anOffice(world));
  const [office, ...above] = way;
  const [forum] = office ? ownRecords(office, 'forum') : [];
  if (!office || forum === undefined) return;
  await carryAlong(world, way);
  for (const one of way) await edit(world, one, forum);
  await carryAlong(world, way);
  await carryAlong(world, way.toReversed());
  await settle(world, office, forum);
  for (const one of above) await settle(world, one, forum);
  await carryAlong(world, way);
}

async function longMinutes(world: World): Promise<void> {
  const [office, above] = wayUp(world, anOffice(world));
  const [forumId] = office ? ownRecords(office, 'forum') : [];
  if (!office || !above || forumId === undefined) return;
  for (let i = 0; i < 3; i++)
    await act(world, office, 'meetings.create', { forumId, fields: meetingForm(world.dice, 3) });
  await bySmallSticks(world, office, above, 3);
}

async function largeScan(world: World): Promise<void> {
  const [office, above] = wayUp(world, anOffice(world));
  const [recordId] = office ? ownRecords(office, 'forum') : [];
  if (!office || !above || recordId === undefined) return;
  const file = office.services.files.grant(scanOf(world, office, 100_000), 'file');
  await act(world, office, 'attachments.add', { recordId, name: 'minutes', file });
  await bySmallSticks(world, office, above, 4);
}

async function bySmallSticks(world: World, from: Member, to: Member, most: number): Promise<void> {
  for (let i = 0; i < most; i++) {
    await carry(world, from, to, { budgetBytes: smallestStick, spoil: i === 0 && world.dice.chance(0.3) });
    await carry(world, to, from);
  }
}

/** Who is above still has an old one, may not write to the record, and may again once it is newer there too. */
async function newerProgram(world: World): Promise<void> {
  const [office, above] = wayUp(world, anOffice(world));
  const [forum] = office ? ownRecords(office, 'forum') : [];
  if (!office || !above || forum === undefined) return;
  await update(world, office);
  if (!(await writeAsNewer(world, office, forum, world.dice.chance(0.7) ? 1 : 0))) return;
  await carry(world, office, above);
  await edit(world, above, forum);
  await carry(world, above, office);
  if (world.dice.chance(0.5)) return;
  await update(world, above);
  await edit(world, above, forum);
}

/** What others have is asked for again; the program notices when it is started next. */
async function loseBlobs(world: World): Promise<void> {
  const at = world.dice.pick(members(world));
  rmSync(join(at.folder, 'blobs'), { recursive: true, force: true });
  const { lost } = await keepBlobHouse(at.services, at.home.store.raw, at.clock);
  for (const one of members(world)) if (one.folder === at.folder) world.lostBlobs.add(one);
  world.say(`${at.name} loses ${lost} attachments`);
}
