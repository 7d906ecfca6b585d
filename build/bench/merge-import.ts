/** @file Imports, each in a process of its own and into a copy of a directorate's home. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** As `npm run jisr` has it, and the core thread by its resource limits. */
const memoryFlags = ['--max-semi-space-size=8'];

export type Import = {
  readonly taken: readonly {
    readonly ms: number;
    readonly processorMs: number;
    readonly applied: number;
    readonly known: number;
  }[];
  readonly restMiB: number;
  readonly mostMiB: number;
};

/** One file after another. Each import begins with a directorate that holds nothing of the offices yet. */
export const importEach = (home: string, files: readonly string[]): Import => importIn(home, 'each', files);

/** All files in one call. */
export const importInOneGo = (home: string, files: readonly string[]): Import => importIn(home, 'at-once', files);

function importIn(home: string, how: 'each' | 'at-once', files: readonly string[]): Import {
  const copy = mkdtempSync(path.join(tmpdir(), 'jisr-bench-'));
  cpSync(path.join(home, 'home'), path.join(copy, 'home'), { recursive: true });
  const child = path.join(import.meta.dirname, 'merge-child.ts');
  const printed = execFileSync(process.execPath, [...memoryFlags, child, copy, how, ...files], { encoding: 'utf8' });
  rmSync(copy, { recursive: true, force: true });
  return JSON.parse(printed) as Import;
}
