/** @file The built application in `out/`, made anew when a source is newer. */
import { globSync, mkdirSync, rmdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from './project-folder.ts';
import { runQuietly } from './run-command.ts';

export const builtFolder = path.join(projectFolder, 'out');

const outputs = ['main/index.js', 'main/worker.js', 'preload/index.cjs', 'renderer/index.html'];
const sources = [
  '{shared,electron,renderer}/**/*.{ts,tsx,css,html,json}',
  'docs/guides/*.md',
  '*.config.{ts,js}',
  'package-lock.json',
];
const notBuilt = /\.(?:test|spec)\.tsx?$|\/testing|\/e2e\/|tsconfig/;

/** Builds `out/` unless it is newer than every source. Processes that ask at the same time wait for one build. */
export async function ensureBuilt(): Promise<void> {
  if (isFresh()) return;
  const unlock = await lock();
  try {
    if (!isFresh()) await build();
  } finally {
    unlock();
  }
}

function isFresh(): boolean {
  const built = Math.min(...outputs.map((file) => changedAt(path.join(builtFolder, file))));
  const files = globSync(sources, { cwd: projectFolder }).filter((file) => !notBuilt.test(file));
  return built > Math.max(...files.map((file) => changedAt(path.join(projectFolder, file))));
}

function changedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

async function build(): Promise<void> {
  const { exitCode, output } = await runQuietly('electron-vite', ['build']);
  if (exitCode !== 0) throw new Error(`electron-vite build failed\n${output}`);
}

/** A build takes seconds; a lock older than that was left behind by a process that was killed. */
const longestBuildMs = 120_000;

async function lock(): Promise<() => void> {
  const folder = path.join(projectFolder, 'node_modules', '.jisr-building');
  for (;;) {
    try {
      mkdirSync(folder);
      return () => rmdirSync(folder);
    } catch {
      const since = changedAt(folder);
      if (since > 0 && Date.now() - since > longestBuildMs) rmdirSync(folder);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
