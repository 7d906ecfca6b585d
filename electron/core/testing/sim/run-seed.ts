/**
 * @file One run from one seed: people work and files get lost, come late, twice and spoilt; then everything is carried
 * faithfully until nothing more is to be said; then all must be everywhere, and the same.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toHex, utf8 } from '#core/crypto/bytes.ts';
import { sha256 } from '#core/crypto/hash.ts';
import { acts } from './acts.ts';
import { createDice, type Dice, seedSystemRandom } from './dice.ts';
import { heal } from './heal.ts';
import { checkEnd } from './end-checks.ts';
import { createJournal } from './journal.ts';
import type { RarePath } from './rare-paths.ts';
import type { Member } from './member.ts';
import { moves } from './moves.ts';
import { mixPrograms, updateAll } from './updates.ts';
import { plantTree } from './tree.ts';
import { retireClones } from './tree-moves.ts';
import { Broken, type Counts, members, type World } from './world.ts';
import type { Invariant } from './invariants.ts';

export type SeedResult = Counts & {
  readonly seed: number;
  /** Of the ids of all changes that people made: the same in every run of the seed. */
  readonly trace: string;
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
  const restoreRandom = seedSystemRandom(createDice(`system ${seed}`));
  const folder = folderInMemory();
  const world = await createWorld(createDice(`seed ${seed}`), folder, say);
  let broken: SeedResult['broken'] = null;
  try {
    mixPrograms(world);
    await live(world, steps);
    await updateAll(world);
    await retireClones(world);
    await heal(world);
    checkEnd(world);
  } catch (error) {
    broken = reasonOf(error);
  } finally {
    restoreRandom();
    for (const { home } of world.tree.members) home.store.raw.close();
    rmSync(folder, { recursive: true });
  }
  const trace = toHex(sha256(utf8([...world.journal.written.keys()].join()))).slice(0, 16);
  return { seed, ...world.counts, trace, rare: [...world.rare], broken, ms: performance.now() - started };
}

async function createWorld(dice: Dice, folder: string, say: World['say']): Promise<World> {
  return {
    dice,
    say,
    folder,
    tree: await plantTree(dice, folder),
    flights: [],
    journal: createJournal(),
    counts: { steps: 0, changes: 0, bundles: 0, restores: 0 },
    rare: new Set(),
    unseen: new Set(),
    everUnseen: new Set(),
    revoked: new Set(),
    cloned: new Set(),
    partsFrom: new Map(),
    spoilt: new Set(),
    locked: new Set(),
    lostBlobs: new Set(),
    waited: new Map(),
    gaps: new Map(),
    lostAt: new Map(),
    everLost: new Set(),
  };
}

/** Nothing need reach a disk; not every system offers that. */
function folderInMemory(): string {
  const shared = '/dev/shm';
  return mkdtempSync(join(existsSync(shared) ? shared : tmpdir(), 'jisr-sim-'));
}

async function live(world: World, steps: number): Promise<void> {
  for (const member of members(world)) world.journal.note(member);
  for (const member of members(world)) await firstWork(world, member);
  for (; world.counts.steps < steps; world.counts.steps++) await world.dice.weigh(moves).run(world);
}

function reasonOf(error: unknown): SeedResult['broken'] {
  if (error instanceof Broken) return { invariant: error.invariant, detail: error.message };
  return { invariant: 'bug', detail: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

/** So that there is something to quarrel about from the first step on. */
async function firstWork(world: World, at: Member): Promise<void> {
  if (at.kind !== 'office') return;
  for (const { begins, run } of acts) if (begins) await run(world, at);
}
