/** @file The checks that need no test runner, shared by `npm run check` and `npm test`. */
import { runCommand, runQuietly } from './run-command.ts';

/** One TypeScript project per environment: each has only the globals its code will find there. */
const typeProjects = ['shared', 'electron/core', 'electron', 'renderer', 'renderer/e2e', 'build'];

/** Checks all TypeScript projects side by side and prints the complaints one project after the other. */
export async function checkTypes(): Promise<boolean> {
  const results = await Promise.all(typeProjects.map((project) => runQuietly('tsc', ['-p', project])));
  for (const { output } of results) process.stdout.write(output);
  return results.every(({ exitCode }) => exitCode === 0);
}

/** Format, lint, import walls and house rules. All run, so that one look shows everything. */
export async function checkLint(): Promise<boolean> {
  const exitCodes = [
    await runCommand('biome', ['check', '--error-on-warnings', '.']),
    await runCommand('node', ['build/check-walls.ts']),
    await runCommand('node', ['build/check-styles.ts']),
  ];
  return exitCodes.every((exitCode) => exitCode === 0);
}
