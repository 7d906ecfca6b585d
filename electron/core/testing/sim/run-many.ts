/** @file Many seeds in several threads, and what they add up to. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Breakage } from './broken-core.ts';
import { type Harm, invariants } from './invariants.ts';
import { notTaken, type RarePath } from './rare-paths.ts';
import type { SeedResult } from './run-seed.ts';

export type ManyOptions = {
  readonly seeds: readonly number[];
  readonly without?: Breakage | null;
  /** Leaves the rest once a seed has failed. */
  readonly untilFailure?: boolean;
  readonly onResult?: (result: SeedResult, done: number) => void;
};

export type ManyResult = {
  readonly seeds: number;
  readonly steps: number;
  readonly changes: number;
  readonly bundles: number;
  readonly restores: number;
  readonly failed: readonly SeedResult[];
  /** Seeds by what they did wrong. */
  readonly harm: Readonly<Record<Harm | 'bug', number>>;
  readonly notTaken: readonly RarePath[];
  readonly ms: number;
};

const mostThreads = 2;

export async function runMany({
  seeds,
  without = null,
  untilFailure = false,
  onResult = () => undefined,
}: ManyOptions): Promise<ManyResult> {
  const started = performance.now();
  const results: SeedResult[] = [];
  const waiting = [...seeds];
  const threads = Math.min(mostThreads, availableParallelism(), seeds.length);
  await Promise.all(
    Array.from({ length: threads }, () =>
      runInThread(without, waiting, (result) => {
        results.push(result);
        if (untilFailure && result.broken !== null) waiting.length = 0;
        onResult(result, results.length);
      }),
    ),
  );
  return sum(
    results.toSorted((a, b) => a.seed - b.seed),
    performance.now() - started,
  );
}

function runInThread(
  without: Breakage | null,
  waiting: number[],
  onResult: (result: SeedResult) => void,
): Promise<void> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: { without } });
  return new Promise((resolve, reject) => {
    const next = (): void => {
      const seed = waiting.shift();
      if (seed === undefined) void worker.terminate().then(() => resolve());
      else worker.postMessage(seed);
    };
    worker.on('error', reject);
    worker.on('message', (result: SeedResult) => {
      onResult(result);
      next();
    });
    next();
  });
}

function sum(results: readonly SeedResult[], ms: number): ManyResult {
  const total = (pick: (result: SeedResult) => number): number => results.reduce((all, one) => all + pick(one), 0);
  const failed = results.filter(({ broken }) => broken !== null);
  const harm = { lost: 0, diverged: 0, leaked: 0, overwritten: 0, unconfirmed: 0, bug: 0 };
  for (const { broken } of failed) {
    if (broken) harm[broken.invariant === 'bug' ? 'bug' : invariants[broken.invariant].harm] += 1;
  }
  return {
    seeds: results.length,
    steps: total(({ steps }) => steps),
    changes: total(({ changes }) => changes),
    bundles: total(({ bundles }) => bundles),
    restores: total(({ restores }) => restores),
    failed,
    harm,
    notTaken: notTaken(new Set(results.flatMap(({ rare }) => rare))),
    ms,
  };
}

export const emptyResult: ManyResult = sum([], 0);

/** Of two runs over different seeds. */
export function addResults(a: ManyResult, b: ManyResult): ManyResult {
  const harm = { ...a.harm };
  for (const [name, seeds] of Object.entries(b.harm)) harm[name as keyof typeof harm] += seeds;
  return {
    seeds: a.seeds + b.seeds,
    steps: a.steps + b.steps,
    changes: a.changes + b.changes,
    bundles: a.bundles + b.bundles,
    restores: a.restores + b.restores,
    failed: [...a.failed, ...b.failed],
    harm,
    notTaken: a.notTaken.filter((path) => b.notTaken.includes(path)),
    ms: a.ms + b.ms,
  };
}

/** One line, for people, CI and docs/soak.md. */
export function summaryOf({ seeds, steps, changes, bundles, restores, harm, ms }: ManyResult): string {
  const work = `${seeds} seeds, ${steps} steps, ${changes} changes, ${bundles} bundles, ${restores} restores`;
  const { lost, diverged, leaked, overwritten, unconfirmed, bug } = harm;
  const harms = `${lost} lost, ${diverged} diverged, ${leaked} leaked, ${overwritten} silent overwrites, ${unconfirmed} acks incomplete`;
  return `${work}: ${harms}${bug > 0 ? `, ${bug} stopped by a bug` : ''}; ${Math.round(ms)} ms`;
}
