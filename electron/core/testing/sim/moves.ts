/** @file What may happen next: people work, files travel, disks fail. */
import { type Act, acts } from './acts.ts';
import { actsBetween } from './between.ts';
import { faults } from './faults.ts';
import { deliver, peersOf, write } from './post.ts';
import { cutPower, overstep } from './mishaps.ts';
import { goBack, keepCopy } from './restores.ts';
import { scenarios, smallestStick } from './scenarios.ts';
import { clone, directStick, enrolAnother, moveOffice, revoke } from './tree-moves.ts';
import { newestProgram } from './program-versions.ts';
import { update } from './updates.ts';
import { alive, type Flight, members, type World } from './world.ts';

export type Move = { readonly name: string; readonly weight: number; readonly run: (world: World) => Promise<void> };

const allActs: readonly Act[] = [...acts, ...actsBetween];

export const moves: readonly Move[] = [
  {
    name: 'somebody does something',
    weight: 14,
    run: async (world) => {
      const at = world.dice.pick(members(world));
      const act: Act = world.dice.weigh(allActs);
      world.say(`${at.name} ${act.name}: ${await act.run(world, at)}`);
    },
  },
  {
    name: 'a bundle is written',
    weight: 5,
    run: async (world) => {
      const from = world.dice.pick(members(world));
      // Small sticks: as little as fits.
      const budget = world.dice.chance(0.1) ? smallestStick : null;
      const spoil = world.dice.chance(0.1);
      const flight = await write(world, from, world.dice.pick(peersOf(from)), { budgetBytes: budget, spoil });
      if (flight) world.flights.push(flight);
    },
  },
  {
    name: 'a file arrives',
    weight: 5,
    run: async (world) => {
      const flight = anyFlight(world);
      const addressed = members(world).filter(({ keys }) => keys.dev === flight?.to);
      if (!flight || addressed.length === 0) return;
      const at = world.dice.pick(addressed);
      if (world.dice.chance(0.02)) return cutPower(world, flight, at);
      const fault = world.dice.weigh(faults);
      if (fault.name !== 'whole') world.say(`file ${flight.number} is hurt: ${fault.name}`);
      await deliver(world, flight, at, fault.hurt(flight.file, world.dice));
      if (world.dice.chance(0.7)) forget(world, flight);
    },
  },
  {
    name: 'a file goes to the wrong place',
    weight: 1,
    run: async (world) => {
      const flight = anyFlight(world);
      if (flight)
        await deliver(world, flight, world.dice.pick(members(world).filter(({ keys }) => keys.dev !== flight.to)));
    },
  },
  {
    name: 'a short story',
    weight: 0.4,
    run: async (world) => {
      const { name, run } = world.dice.weigh(scenarios);
      world.say(`story: ${name}`);
      await run(world);
    },
  },
  {
    name: 'a program is updated',
    weight: 0.3,
    run: async (world) => {
      const old = members(world).filter(({ program }) => program < newestProgram);
      if (old.length > 0) await update(world, world.dice.pick(old));
    },
  },
  { name: 'somebody oversteps', weight: 0.2, run: overstep },
  { name: 'a stick goes another way', weight: 0.4, run: directStick },
  { name: 'an office is moved', weight: 0.12, run: moveOffice },
  { name: 'a machine is revoked', weight: 0.1, run: revoke },
  { name: 'a machine is copied', weight: 0.1, run: async (world) => clone(world) },
  {
    name: 'a second machine',
    weight: 0.1,
    run: async (world) =>
      void (await enrolAnother(world, world.dice.pick(alive(world).filter(({ kind }) => kind === 'office')))),
  },
  { name: 'a copy of a disk is kept', weight: 2, run: async (world) => keepCopy(world) },
  { name: 'a disk goes back in time', weight: 0.5, run: goBack },
  {
    name: 'a file is lost',
    weight: 1,
    run: async (world) => {
      const flight = anyFlight(world);
      if (flight) forget(world, flight);
    },
  },
];

/** Any of those on their way, mostly a late one. */
function anyFlight({ flights, dice }: World): Flight | null {
  if (flights.length === 0) return null;
  return dice.chance(0.5) ? (flights.at(-1) ?? null) : dice.pick(flights);
}

function forget({ flights }: World, flight: Flight): void {
  flights.splice(flights.indexOf(flight), 1);
}
