/** @file Older and newer programs in one tree: each computer is updated when somebody comes by. */
import { takeUp } from '#core/changes/take-up.ts';
import type { Member } from './member.ts';
import { newestProgram, withProgram } from './program-versions.ts';
import { members, type World } from './world.ts';

/** In every second run the computers begin with programs of several versions. */
export function mixPrograms(world: World): void {
  if (!world.dice.chance(0.5)) return;
  for (const member of members(world)) member.program = 1 + world.dice.int(newestProgram);
}

export async function update(world: World, at: Member, to: number = newestProgram): Promise<void> {
  if (at.program >= to) return;
  at.program = to;
  await readAnew(at);
  world.say(`${at.name} is updated to ${to}`);
}

/** As unlocking does: what an older program had stored is taken up. */
export async function readAnew({ program, home }: Member): Promise<void> {
  const { raw } = home.store;
  await withProgram(program, async () => raw.transaction(() => takeUp(raw, home.changes))());
}

export async function updateAll(world: World): Promise<void> {
  for (const member of members(world)) await update(world, member);
}
