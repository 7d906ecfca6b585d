/** @file A thread that runs seeds one after another, as many as it is given. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Breakage, breakCore } from './broken-core.ts';
import { letVersionsDiffer } from './program-versions.ts';

const { without } = workerData as { readonly without: Breakage | null };
letVersionsDiffer();
if (without !== null) breakCore(without);
const { runSeed } = await import('./run-seed.ts');

parentPort?.on('message', (seed: number) => {
  void runSeed(seed).then((result) => parentPort?.postMessage(result));
});
