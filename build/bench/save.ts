/** @file Saving through dispatch, encrypted, on disk, flushed at each commit, with 20 000 changes in the store. */
import { durableUpdateTimes } from '#core/testing/floors.ts';
import { fillOffice } from './fill.ts';
import { type Bench, p95, spread, timesOf } from './measure.ts';
import { createBenchPair } from './office.ts';
import { createWorkload } from './workload.ts';

const stored = 20_000;
const runs = 200;

export const saveBench: Bench = {
  name: 'save',
  run: async () => {
    const { office, close } = await createBenchPair();
    const workload = createWorkload(1);
    const filled = await fillOffice(office, workload, stored);
    const goals = { median: 15, p95: 40 };
    const at = <T>(items: readonly T[], i: number): T => items[(i * 7919) % items.length] as T;

    const floor = await durableUpdateTimes(office.folder, runs);
    const create = await timesOf(runs, (i) => {
      const { id: forumId, members } = at(filled.forums, i);
      return office.call('meetings.create', { forumId, fields: workload.meeting(members) });
    });
    const heads = await Promise.all(Array.from({ length: runs }, (_, i) => office.heads(at(filled.meetings, i).id)));
    const edit = await timesOf(runs, (i) => {
      const { id: meetingId, fields } = at(filled.meetings, i);
      return office.call('meetings.edit', { meetingId, fields: workload.editedMeeting(fields), heads: heads[i] ?? {} });
    });
    const open = await timesOf(runs, () => office.call('disputes.open', { fields: workload.dispute() }));
    const disputeHeads = await Promise.all(
      Array.from({ length: runs }, (_, i) => office.heads(at(filled.disputes, i).id)),
    );
    const editDispute = await timesOf(runs, (i) => {
      const { id: disputeId, fields } = at(filled.disputes, i);
      return office.call('disputes.edit', {
        disputeId,
        fields: workload.editedDispute(fields),
        heads: disputeHeads[i] ?? {},
      });
    });
    const step = await timesOf(runs, (i) =>
      office.call('disputes.addStep', { disputeId: at(filled.disputes, i).id, ...workload.step() }),
    );
    await close();
    return [
      ...spread('meeting recorded', create, goals),
      ...spread('meeting edited', edit, goals),
      ...spread('dispute opened', open, goals),
      ...spread('dispute edited', editDispute, goals),
      ...spread('step added', step, goals),
      ...spread('floor: one durable row, same cipher', floor),
      { what: 'meeting edited / floor, p95', value: p95(edit) / p95(floor), unit: 'x' },
    ];
  },
};
