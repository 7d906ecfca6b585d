/**
 * @file `npm run sim -- --seeds 500 --from 1`: many seeds in two threads. `--replay 17 --verbose`: one, told step by
 * step. `--first` stops at the first failure. `--without restore-detection`, `--without content-identity`: a core that must fail.
 */
import { parseArgs } from 'node:util';
import { type Breakage, breakages, breakCore } from './broken-core.ts';
import { knownSeeds } from './known-seeds.ts';
import { letVersionsDiffer } from './program-versions.ts';
import { rarePaths } from './rare-paths.ts';
import { runMany, summaryOf } from './run-many.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '100' },
    from: { type: 'string', default: '1' },
    replay: { type: 'string' },
    verbose: { type: 'boolean', default: false },
    without: { type: 'string' },
    first: { type: 'boolean', default: false },
  },
});

/** From so many seeds on, every rare path must have been taken. */
const longRun = 500;

const without = values.without === undefined ? null : breakageNamed(values.without);
process.exitCode = values.replay === undefined ? await many() : await replay(Number(values.replay));

function breakageNamed(name: string): Breakage {
  if (Object.hasOwn(breakages, name)) return name as Breakage;
  throw new Error(`--without takes ${Object.keys(breakages).join(' or ')}`);
}

async function replay(seed: number): Promise<number> {
  letVersionsDiffer();
  if (without !== null) breakCore(without);
  const { runSeed } = await import('./run-seed.ts');
  const { broken, rare, ...rest } = await runSeed(seed, values.verbose ? { say: print } : {});
  print(JSON.stringify({ ...rest, rare }));
  print(broken === null ? 'every invariant held' : `${broken.invariant} broken: ${broken.detail}`);
  return broken === null ? 0 : 1;
}

async function many(): Promise<number> {
  const from = Number(values.from);
  const fresh = Array.from({ length: Number(values.seeds) }, (_, i) => from + i);
  const known = without === null ? knownSeeds.map(({ seed }) => seed).filter((seed) => !fresh.includes(seed)) : [];
  const seeds = [...known, ...fresh];
  const result = await runMany({
    seeds,
    without,
    untilFailure: values.first,
    onResult: (one, done) => {
      if (one.broken !== null) {
        process.stderr.write(`\nseed ${one.seed}: ${one.broken.detail.slice(0, 500)}\n  ${commandFor(one.seed)}\n`);
      }
      if (done % 10 === 0 || done === seeds.length) process.stderr.write(`\r${done} of ${seeds.length} seeds`);
    },
  });
  process.stderr.write('\n');
  const missed = fresh.length >= longRun && without === null ? result.notTaken : [];
  for (const path of missed) print(`never taken: ${path} (${rarePaths[path]})`);
  print(summaryOf(result));
  return result.failed.length === 0 && missed.length === 0 ? 0 : 1;
}

function commandFor(seed: number): string {
  return `npm run sim -- --replay ${seed} --verbose${without === null ? '' : ` --without ${without}`}`;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
