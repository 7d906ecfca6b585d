/**
 * @file Whether a merged change costs more where there are more of them: the same office's bundle into directorates that
 * hold few and many changes of another. Takes some minutes, so it runs only by its name.
 */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createBulkApp } from '#core/testing/bulk-app.ts';
import { enrol, initHome } from '#core/testing/test-app.ts';
import { fillOffice } from './fill.ts';
import { type Bench, median } from './measure.ts';
import { importEach } from './merge-import.ts';
import { createWorkload } from './workload.ts';

const few = 10_000;
const many = Number(process.env.JISR_BENCH_CHANGES ?? 500_000);
const measured = 5000;
const runs = 3;

export const growthBench: Bench = {
  name: 'growth',
  byNameOnly: true,
  run: async () => {
    const home = mkdtempSync(path.join(tmpdir(), 'jisr-bench-'));
    const directorate = await createBulkApp({ folder: home });
    await initHome(directorate, 'directorate');
    const [large, small] = [await createBulkApp(), await createBulkApp()];
    for (const office of [large, small]) {
      await initHome(office, 'office');
      await enrol(directorate, office);
    }
    await directorate.close();
    const write = async (office: typeof large, name: string) => {
      const { file } = await office.call('exchange.write', { to: office.app.grantPath(office.folder, 'folder') });
      copyFileSync(file, path.join(home, name));
      return path.join(home, name);
    };
    await fillOffice(small, createWorkload(2), measured);
    const bundle = await write(small, 'measured.cpb');
    const workload = createWorkload(1);
    const filled = await fillOffice(large, workload, few);
    const afterFew = await write(large, 'few.cpb');
    await fillOffice(large, workload, many, filled);
    const afterMany = await write(large, 'many.cpb');
    const costs = (before: string) => {
      const figures = Array.from({ length: runs }, () => importEach(home, [before, bundle]).taken[1]);
      return median(figures.map((one) => ((one?.processorMs ?? 0) * 1000) / (one?.applied ?? 1)));
    };
    const [low, high] = [costs(afterFew), costs(afterMany)];
    await large.close();
    await small.close();
    rmSync(home, { recursive: true, force: true });
    return [
      { what: `a merged change where there are ${few}, processor time`, value: low, unit: 'us' },
      { what: `a merged change where there are ${many}, processor time`, value: high, unit: 'us' },
      { what: 'many / few', value: high / low, unit: 'x', goal: { atMost: 1.5 } },
    ];
  },
};
