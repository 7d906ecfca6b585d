/** @file Writing a bundle of 10 000 changes, and what a change weighs on the stick, there and in a month of one office. */
import { fillOffice } from './fill.ts';
import { type Bench, median, timesOf } from './measure.ts';
import { createBenchPair } from './office.ts';
import { createWorkload } from './workload.ts';

const changes = 10_000;
const changesOfAMonth = 1000;
const runs = 3;

export const writeBench: Bench = {
  name: 'write',
  run: async () => {
    const { office, close } = await createBenchPair();
    await fillOffice(office, createWorkload(1), changes);
    const sizes: number[] = [];
    let written = 0;
    const times = await timesOf(runs, async () => {
      const report = await office.call('exchange.write', { to: office.app.grantPath(office.folder, 'folder') });
      written = report.changes;
      sizes.push(report.bytes);
    });
    const stored = office.rows<{ bytes: number }>(
      'SELECT sum(length(hdr) + ifnull(length(pay), 0) + length(sig)) AS bytes FROM chg',
    );
    await close();
    const bytes = median(sizes);
    return [
      { what: 'changes written', value: written, unit: '' },
      { what: 'bundle written and read back', value: median(times), unit: 'ms', goal: { atMost: 3000 } },
      { what: 'changes a second', value: (written / median(times)) * 1000, unit: '/s' },
      { what: 'bytes on the wire a change', value: bytes / written, unit: 'B' },
      { what: 'bytes a change in a month of one office', value: await monthBytes(), unit: 'B', goal: { atMost: 250 } },
      { what: 'bytes in the log a change', value: (stored[0]?.bytes ?? 0) / written, unit: 'B' },
    ];
  },
};

/** Padding and all. */
async function monthBytes(): Promise<number> {
  const { office, close } = await createBenchPair();
  await fillOffice(office, createWorkload(2), changesOfAMonth, undefined, 10);
  const report = await office.call('exchange.write', { to: office.app.grantPath(office.folder, 'folder') });
  await close();
  return report.bytes / report.changes;
}
