/** @file Reading with 20 000 changes in the store: the screens' own calls through dispatch, at the office. */
import { fillOffice } from './fill.ts';
import { type Bench, spread, timesOf } from './measure.ts';
import { createBenchPair } from './office.ts';
import { createWorkload } from './workload.ts';

const stored = 20_000;
const runs = 60;
const page = { offset: 0, limit: 25 };

export const listsBench: Bench = {
  name: 'lists',
  run: async () => {
    const { office, close } = await createBenchPair();
    const workload = createWorkload(1);
    const filled = await fillOffice(office, workload, stored);
    const deep = Math.floor(filled.disputes.length / 2);
    const disputes = await timesOf(runs, () => office.call('disputes.list', { search: '', ...page }));
    const inside = await timesOf(runs, () => office.call('disputes.list', { search: '', ...page, offset: deep }));
    const meetings = await timesOf(runs, () => office.call('meetings.list', { search: '', ...page }));
    const searches = await timesOf(runs, () =>
      office.call('disputes.list', { search: workload.familyName(), ...page }),
    );
    const numbers = await timesOf(runs, (i) => office.call('disputes.list', { search: `A00${10 + i}`, ...page }));
    const opened = await timesOf(runs, (i) =>
      office.call('disputes.get', { disputeId: filled.disputes[(i * 101) % filled.disputes.length]?.id ?? '' }),
    );
    const overview = await timesOf(runs, () => office.call('home.overview', { today: '2026-02-01' }));
    const status = await timesOf(runs, () => office.call('exchange.status', {}));
    await close();
    return [
      ...spread('first page of disputes', disputes),
      ...spread('page in the middle of disputes', inside),
      ...spread('first page of meetings', meetings),
      ...spread('disputes by a family name', searches),
      ...spread('disputes by part of a number', numbers),
      ...spread('dispute opened to read', opened),
      ...spread('home screen', overview),
      ...spread('exchange status', status),
    ];
  },
};
