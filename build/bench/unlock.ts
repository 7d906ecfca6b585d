/** @file From the passphrase to the first list, against the one derivation that must be in it. */
import { deriveOnce } from '#core/testing/floors.ts';
import { createBulkApp } from '#core/testing/bulk-app.ts';
import { enrol, initHome, testPassphrase, testUser } from '#core/testing/test-app.ts';
import { fillOffice } from './fill.ts';
import { type Bench, median, p95, spread, timesAfter, timesOf } from './measure.ts';
import { createWorkload } from './workload.ts';

const argonCost = { memoryKiB: 64 * 1024, passes: 3 };
const runs = 21;

export const unlockBench: Bench = {
  name: 'unlock',
  run: async () => {
    const directorate = await createBulkApp();
    const office = await createBulkApp({ argonCost });
    await initHome(directorate, 'directorate');
    await initHome(office, 'office');
    await enrol(directorate, office);
    await fillOffice(office, createWorkload(1), 20_000);
    const derive = await timesOf(runs, () => deriveOnce(argonCost));
    // Locking the session before folds its log and closes its file: not what a person waits for who comes in.
    const lock = () => office.call('session.lock', {});
    const unlock = await timesAfter(lock, runs, async () => {
      await office.call('session.unlock', { user: testUser, passphrase: testPassphrase });
      await office.call('disputes.list', { search: '', offset: 0, limit: 25 });
    });
    await directorate.close();
    await office.close();
    return [
      ...spread('one Argon2id of the chosen cost', derive),
      ...spread('unlock to the first list', unlock),
      { what: 'unlock / Argon2id, p95', value: p95(unlock) / p95(derive), unit: 'x' },
      { what: 'unlock / Argon2id', value: median(unlock) / median(derive), unit: 'x', goal: { atMost: 1.3 } },
    ];
  },
};
