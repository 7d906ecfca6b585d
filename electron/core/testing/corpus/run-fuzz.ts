/** @file The fuzzer in processes of its own, so that its memory is its own: one for each seed, at once. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { FuzzResult } from './fuzz.ts';

/** Bounds of one run: a file of 64 KiB may take this long and the process this much memory. */
export const fuzzBounds = { peakMiB: 300, slowestMs: 5000 } as const;

export async function runFuzz(count: number, seeds: readonly number[]): Promise<FuzzResult[]> {
  return Promise.all(seeds.map((seed) => runOne(Math.ceil(count / seeds.length), seed)));
}

async function runOne(count: number, seed: number): Promise<FuzzResult> {
  const script = join(import.meta.dirname, 'fuzz.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, '--count', `${count}`, '--seed', `${seed}`], {
    maxBuffer: 16 << 20,
  });
  return JSON.parse(stdout) as FuzzResult;
}
