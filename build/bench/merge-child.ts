/**
 * @file One process that opens a directorate and takes files in, so that its memory is that of an import alone.
 * Arguments: folder of the home, `each` (one call a file) or `at-once` (one call), then the files. Prints what each took, and the greatest memory, as JSON.
 */
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { createBulkApp } from '#core/testing/bulk-app.ts';
import { testPassphrase, testUser } from '#core/testing/test-app.ts';

const [folder = '', how = 'each', ...files] = process.argv.slice(2);
const app = await createBulkApp({ folder, clock: Date.parse('2026-06-01T08:00:00Z') });
await app.call('session.unlock', { user: testUser, passphrase: testPassphrase });
const restMiB = mostMemoryMiB();
const taken = [];
for (const group of how === 'each' ? files.map((file) => [file]) : [files]) {
  const tokens = group.map((file) => app.app.grantPath(file, 'file'));
  const started = performance.now();
  const worked = process.cpuUsage();
  const reports = await app.call('exchange.takeIn', { files: tokens });
  const { user, system } = process.cpuUsage(worked);
  const ms = performance.now() - started;
  const sum = (count: (report: (typeof reports)[number]) => number) =>
    reports.reduce((total, report) => total + count(report), 0);
  taken.push({
    ms,
    processorMs: (user + system) / 1000,
    applied: sum(({ applied }) => applied),
    known: sum(({ alreadyKnown }) => alreadyKnown),
  });
}
const mostMiB = mostMemoryMiB();
await app.close();
console.log(JSON.stringify({ taken, restMiB, mostMiB }));

/** On Linux not from getrusage: its maximum begins with that of the process that started this one. */
function mostMemoryMiB(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024;
  return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;
}
