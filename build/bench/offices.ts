/**
 * @file Five hundred offices bring a bundle each, and the directorate takes all of them in at one go. Memory is compared
 * with that of a quarter of them. Takes some minutes: most of it is founding the offices.
 */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createBulkApp } from '#core/testing/bulk-app.ts';
import { enrol, initHome } from '#core/testing/test-app.ts';
import { fillOffice } from './fill.ts';
import type { Bench } from './measure.ts';
import { importInOneGo } from './merge-import.ts';
import { createWorkload } from './workload.ts';

const offices = Number(process.env.JISR_BENCH_OFFICES ?? 500);
const changesEach = 200;

export const officesBench: Bench = {
  name: 'offices',
  byNameOnly: true,
  run: async () => {
    const home = mkdtempSync(path.join(tmpdir(), 'jisr-bench-'));
    const files = await writeBundles(home);
    const quarter = importInOneGo(home, files.slice(0, Math.ceil(files.length / 4)));
    const whole = importInOneGo(home, files);
    rmSync(home, { recursive: true, force: true });
    const { applied, ms, processorMs } = whole.taken[0] ?? { applied: 0, ms: 0, processorMs: 0 };
    return [
      { what: 'bundles', value: files.length, unit: '' },
      { what: 'changes in them', value: applied, unit: '' },
      { what: 'taken in at one go', value: ms / 1000, unit: 's' },
      { what: 'changes merged a second', value: (applied / ms) * 1000, unit: '/s', goal: { atLeast: 15_000 } },
      { what: 'changes merged a second of processor time', value: (applied / processorMs) * 1000, unit: '/s' },
      { what: 'bundles a second', value: (files.length / ms) * 1000, unit: '/s' },
      { what: 'greatest memory', value: whole.mostMiB, unit: 'MiB', goal: { atMost: 400 } },
      {
        what: 'memory of all / of a quarter',
        value: whole.mostMiB / quarter.mostMiB,
        unit: 'x',
        goal: { atMost: 1.5 },
      },
    ];
  },
};

/** The directorate is closed afterwards, with every office enrolled and nothing of theirs taken in. */
async function writeBundles(home: string): Promise<string[]> {
  const directorate = await createBulkApp({ folder: home });
  await initHome(directorate, 'directorate');
  const files: string[] = [];
  for (let i = 0; i < offices; i++) {
    const office = await createBulkApp();
    await initHome(office, 'office');
    await enrol(directorate, office);
    await fillOffice(office, createWorkload(i), changesEach, undefined, 2);
    const { file } = await office.call('exchange.write', { to: office.app.grantPath(office.folder, 'folder') });
    const kept = path.join(home, `office-${i}.cpb`);
    copyFileSync(file, kept);
    files.push(kept);
    await office.close();
  }
  await directorate.close();
  return files;
}
