/**
 * @file The long run: 20 000 seeds in slices. What is done is kept, so that a run that was stopped goes on where it was;
 * a finished one adds a line to docs/soak.md. Another commit begins anew.
 */
import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { addResults, emptyResult, type ManyResult, runMany, summaryOf } from './run-many.ts';

const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '20000' }, slice: { type: 'string', default: '500' } },
});

const project = join(import.meta.dirname, '../../../..');
const stateFile = join(project, 'test-results', 'sim-soak.json');
const recordFile = join(project, 'docs', 'soak.md');

type State = { readonly commit: string; readonly next: number; readonly sum: ManyResult };

const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: project, encoding: 'utf8' }).trim();
const wanted = Number(values.seeds);
let state = stateOf(commit);
if (state.next > 1) print(`going on after ${state.next - 1} seeds`);

while (state.next <= wanted) {
  const count = Math.min(Number(values.slice), wanted - state.next + 1);
  const seeds = Array.from({ length: count }, (_, i) => state.next + i);
  state = { commit, next: state.next + count, sum: addResults(state.sum, await runMany({ seeds })) };
  keep(state);
  print(summaryOf(state.sum));
}

const { sum } = state;
for (const { seed, broken } of sum.failed) print(`seed ${seed}: ${broken?.detail ?? ''}`);
for (const path of sum.notTaken) print(`never taken: ${path}`);
const day = new Date().toISOString().slice(0, 10);
appendFileSync(recordFile, `| ${day} | ${commit} | simulator: ${summaryOf(sum)} |\n`);
rmSync(stateFile);
process.exitCode = sum.failed.length > 0 || sum.notTaken.length > 0 ? 1 : 0;

function stateOf(now: string): State {
  const kept = existsSync(stateFile) ? (JSON.parse(readFileSync(stateFile, 'utf8')) as State) : null;
  return kept?.commit === now ? kept : { commit: now, next: 1, sum: emptyResult };
}

function keep(kept: State): void {
  mkdirSync(dirname(stateFile), { recursive: true });
  writeFileSync(stateFile, JSON.stringify(kept));
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
