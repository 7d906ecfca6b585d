/** @file `npm run sim`: many seeds in two threads, or one seed told step by step. */
import { parseArgs } from 'node:util';
import { runSeed } from './run-seed.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '100' },
    from: { type: 'string', default: '1' },
    replay: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
});

const from = Number(values.replay ?? values.from);
const seeds = values.replay === undefined ? Number(values.seeds) : 1;
for (let seed = from; seed < from + seeds; seed++) {
  const result = await runSeed(seed, values.verbose ? { say: (text) => process.stdout.write(`${text}\n`) } : {});
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
