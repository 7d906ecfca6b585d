/** @file `npm run bench [-- name ...]`: every bench that takes less than minutes, or those named, with medians, p95 and ratios of one run. */
import { firstScriptBench } from './first-script.ts';
import { growthBench } from './growth.ts';
import { importBench } from './import.ts';
import { listsBench } from './lists.ts';
import { type Bench, isReached, tell } from './measure.ts';
import { mergeBench } from './merge.ts';
import { officesBench } from './offices.ts';
import { pagesBench, pagesShortBench } from './pages.ts';
import { replayBench } from './replay.ts';
import { saveBench } from './save.ts';
import { unlockBench } from './unlock.ts';
import { writeBench } from './write.ts';

const benches: readonly Bench[] = [
  saveBench,
  listsBench,
  mergeBench,
  writeBench,
  replayBench,
  unlockBench,
  firstScriptBench,
  officesBench,
  growthBench,
  importBench,
  pagesBench,
  pagesShortBench,
];

const named = process.argv.slice(2);
const unknown = named.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0) {
  console.error(`no bench ${unknown.join(', ')}; there are ${benches.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}

let missed = 0;
for (const { name, run } of benches.filter((bench) =>
  named.length === 0 ? !bench.byNameOnly : named.includes(bench.name),
)) {
  console.log(name);
  for (const figure of await run()) {
    console.log(tell(figure));
    if (figure.goal && !isReached(figure.value, figure.goal)) missed++;
  }
}
console.log(missed === 0 ? 'every goal was reached' : `${missed} goals were missed`);
process.exitCode = missed === 0 ? 0 : 1;
