/**
 * @file `npm test`: every step in order, stops at the first that fails. The last line is the sum of all tests, for
 * people and for CI. `--soak` runs the long suites (`*.soak.ts`) instead.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { checkLint, checkTypes } from './checks.ts';
import { projectFolder } from './project-folder.ts';
import { runCommand } from './run-command.ts';
import { setUpTools } from './setup.ts';
import { addCounts, countPlaywright, countVitest, formatCounts, noTests, type TestCounts } from './test-counts.ts';

type StepResult = { readonly passed: boolean; readonly counts: TestCounts };
type Step = { readonly name: string; readonly run: () => Promise<StepResult> };

const simFolder = 'electron/core/testing/sim';
const reportFolder = path.join(projectFolder, 'test-results', 'reports');

const everyStep: readonly Step[] = [
  { name: 'set-up', run: () => check(setUpTools()) },
  { name: 'types', run: () => check(checkTypes()) },
  { name: 'lint, walls and house rules', run: () => check(checkLint()) },
  { name: 'vocabulary and places', run: () => check(succeeds('node', ['build/domain.ts', '--check'])) },
  { name: 'build', run: () => check(succeeds('electron-vite', ['build'])) },
  { name: 'unit tests', run: () => vitest('unit', 'vitest.config.ts') },
  { name: 'the same cryptography as in Electron', run: () => vitest('guard', 'vitest.guard.config.ts') },
  { name: 'rigs: sticks that are pulled out, full or held', run: () => vitest('rigs', 'vitest.rigs.config.ts') },
  { name: 'simulator', run: simulator },
  { name: 'journeys', run: () => playwright() },
];

const soakSteps: readonly Step[] = [
  { name: 'set-up', run: () => check(setUpTools()) },
  { name: 'soak', run: () => vitest('soak', 'vitest.soak.config.ts') },
  { name: 'journeys in every language', run: () => playwright({ JISR_EVERY_LANGUAGE: '1' }) },
  { name: 'simulator, 20 000 seeds', run: () => check(succeeds('node', [`${simFolder}/soak.ts`])) },
];

rmSync(reportFolder, { recursive: true, force: true });
mkdirSync(reportFolder, { recursive: true });
await runSteps(process.argv.includes('--soak') ? soakSteps : everyStep);

async function runSteps(steps: readonly Step[]): Promise<void> {
  let counts = noTests;
  const timings: string[] = [];
  for (const [index, step] of steps.entries()) {
    console.log(`\n== ${index + 1}/${steps.length} ${step.name}`);
    const startedAt = performance.now();
    const result = await step.run();
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    timings.push(`${seconds.padStart(7)} s  ${step.name}${result.passed ? '' : '  FAILED'}`);
    counts = addCounts(counts, result.counts);
    if (!result.passed) {
      process.exitCode = 1;
      break;
    }
  }
  console.log(`\n${timings.join('\n')}\n`);
  console.log(formatCounts(counts));
}

/** A step without a runner adds nothing when it passes and one failure when it does not. */
async function check(outcome: Promise<boolean>): Promise<StepResult> {
  const passed = await outcome;
  return { passed, counts: passed ? noTests : { ...noTests, failed: 1 } };
}

async function succeeds(command: string, args: readonly string[]): Promise<boolean> {
  return (await runCommand(command, args)) === 0;
}

async function vitest(name: string, config: string): Promise<StepResult> {
  const file = path.join(reportFolder, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const exitCode = await runCommand('vitest', ['run', '--config', config, ...reporters]);
  return resultOf(exitCode, () => countVitest(readReport(file)));
}

/** Counts as one test: its seeds are repetitions, and it says itself what each of them did. */
async function simulator(): Promise<StepResult> {
  const passed = await succeeds('node', [`${simFolder}/main.ts`, '--seeds', '500']);
  return { passed, counts: { ...noTests, passed: passed ? 1 : 0, failed: passed ? 0 : 1 } };
}

async function playwright(env: Readonly<Record<string, string>> = {}): Promise<StepResult> {
  const file = path.join(reportFolder, 'journeys.json');
  const exitCode = await runCommand('playwright', ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    ...env,
  });
  return resultOf(exitCode, () => countPlaywright(readReport(file)));
}

/** The exit code decides; a failed run shows at least one failure, even where it died before writing its report. */
function resultOf(exitCode: number, readCounts: () => TestCounts): StepResult {
  const counts = countsOrNone(readCounts);
  const passed = exitCode === 0 && counts.failed === 0;
  return { passed, counts: passed || counts.failed > 0 ? counts : { ...counts, failed: 1 } };
}

function countsOrNone(readCounts: () => TestCounts): TestCounts {
  try {
    return readCounts();
  } catch {
    return { ...noTests, failed: 1 };
  }
}

function readReport<Report>(file: string): Report {
  return JSON.parse(readFileSync(file, 'utf8'));
}
