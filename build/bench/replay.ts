/** @file Replaying the log, and whether an act costs more where there is more history. */
import { replay } from '#core/testing/bulk-app.ts';
import { fillOffice } from './fill.ts';
import { type Bench, median, timeOf, timesOf } from './measure.ts';
import { createBenchPair } from './office.ts';
import { createWorkload } from './workload.ts';

const few = 10_000;
const many = 120_000;
const runs = 100;

export const replayBench: Bench = {
  name: 'replay',
  run: async () => {
    const { office, close } = await createBenchPair();
    const workload = createWorkload(1);
    const filled = await fillOffice(office, workload, few);
    const save = async () =>
      median(await timesOf(runs, () => office.call('disputes.open', { fields: workload.dispute() })));
    const measure = async () => ({
      saveMs: await save(),
      replayMs: (await timeOf(() => replay(office))) / office.changes(),
    });
    const small = await measure();
    await fillOffice(office, workload, many, filled);
    const large = await measure();
    await close();
    return [
      { what: 'replay a change, 10 000 in the store', value: small.replayMs * 1000, unit: 'us' },
      { what: 'replay a change, 120 000 in the store', value: large.replayMs * 1000, unit: 'us' },
      {
        what: 'replay of 120 000',
        value: (large.replayMs * many) / 1000,
        unit: 's',
        goal: { atMost: 30 },
      },
      { what: 'dispute opened, 10 000 in the store, median', value: small.saveMs, unit: 'ms' },
      { what: 'dispute opened, 120 000 in the store, median', value: large.saveMs, unit: 'ms' },
      { what: 'replay, 120 000 / 10 000', value: large.replayMs / small.replayMs, unit: 'x', goal: { atMost: 1.5 } },
      {
        what: 'dispute opened, 120 000 / 10 000',
        value: large.saveMs / small.saveMs,
        unit: 'x',
        goal: { atMost: 1.5 },
      },
    ];
  },
};
