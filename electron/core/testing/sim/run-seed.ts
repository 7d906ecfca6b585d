/**
 * @file One run from one seed: people work and files get lost, come late, twice and spoilt; then everything is carried
 * faithfully until nothing more is to be said; then all must be everywhere, and the same.
 */
import { type Act, acts } from './acts.ts';
import { createDice, type Dice, seedSystemRandom } from './dice.ts';
import { faults } from './faults.ts';
import { heal } from './heal.ts';
import { checkEnd } from './end-checks.ts';
import { createJournal } from './journal.ts';
import { deliver, peersOf, write } from './post.ts';
import type { RarePath } from './rare-paths.ts';
import type { Member } from './member.ts';
import { plantTree } from './tree.ts';
import { Broken, type Counts, memberOf, members, type World } from './world.ts';
import type { Invariant } from './invariants.ts';

export type SeedResult = Counts & {
  readonly seed: number;
  readonly rare: readonly RarePath[];
  /** Null when every invariant held. */
  readonly broken: { readonly invariant: Invariant | 'bug'; readonly detail: string } | null;
  readonly ms: number;
};

export type RunOptions = {
  readonly steps?: number;
  readonly say?: (text: string) => void;
};

const usualSteps = 150;

export async function runSeed(
  seed: number,
  { steps = usualSteps, say = () => undefined }: RunOptions = {},
): Promise<SeedResult> {
  const started = performance.now();
  const counts: Counts = { steps: 0, changes: 0, bundles: 0, restores: 0 };
  const rare = new Set<RarePath>();
  const restoreRandom = seedSystemRandom(createDice(`system ${seed}`));
  let broken: SeedResult['broken'] = null;
  let world: World | null = null;
  try {
    const dice = createDice(`seed ${seed}`);
    world = { dice, tree: await plantTree(dice), flights: [], journal: createJournal(), counts, rare, say };
    for (const member of members(world)) world.journal.note(member);
    for (const member of members(world)) await firstWork(world, member);
    for (; counts.steps < steps; counts.steps++) await step(world);
    await heal(world);
    checkEnd(world);
  } catch (error) {
    broken = reasonOf(error);
  } finally {
    restoreRandom();
    for (const { home } of world?.tree.members ?? []) home.store.raw.close();
  }
  return { seed, ...counts, rare: [...rare], broken, ms: performance.now() - started };
}

/** So that there is something to quarrel about from the first step on. */
async function firstWork(world: World, at: Member): Promise<void> {
  if (at.kind !== 'office') return;
  for (const { begins, run } of acts) if (begins) await run(world, at);
}

function reasonOf(error: unknown): SeedResult['broken'] {
  if (error instanceof Broken) return { invariant: error.invariant, detail: error.message };
  return { invariant: 'bug', detail: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

type Move = { readonly name: string; readonly weight: number; readonly run: (world: World) => Promise<void> };

async function step(world: World): Promise<void> {
  const move = world.dice.weigh(moves);
  await move.run(world);
}

const moves: readonly Move[] = [
  {
    name: 'somebody does something',
    weight: 14,
    run: async (world) => {
      const at = world.dice.pick(members(world));
      const act: Act = world.dice.weigh(acts);
      world.say(`${at.name} ${act.name}: ${await act.run(world, at)}`);
    },
  },
  {
    name: 'a bundle is written',
    weight: 5,
    run: async (world) => {
      const from = world.dice.pick(members(world));
      const flight = await write(world, from, world.dice.pick(peersOf(from)));
      if (flight) world.flights.push(flight);
    },
  },
  {
    name: 'a file arrives',
    weight: 5,
    run: async (world) => {
      const flight = anyFlight(world);
      const at = flight && memberOf(world, flight.to);
      if (!flight || !at) return;
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
    name: 'a file is lost',
    weight: 1,
    run: async (world) => {
      const flight = anyFlight(world);
      if (flight) forget(world, flight);
    },
  },
];

/** Any of those on their way, mostly a late one. */
function anyFlight({ flights, dice }: { readonly flights: readonly World['flights'][number][]; readonly dice: Dice }) {
  if (flights.length === 0) return null;
  return dice.chance(0.5) ? (flights.at(-1) ?? null) : dice.pick(flights);
}

function forget({ flights }: World, flight: World['flights'][number]): void {
  flights.splice(flights.indexOf(flight), 1);
}
