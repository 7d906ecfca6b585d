/**
 * @file Saving through dispatch, encrypted, on disk, flushed at each commit, with 20 000 changes in the store. People save
 * with pauses, in which the write-ahead log is folded into the database; so it is here, before each save, untimed.
 */
import { durableUpdateTimes } from '#core/testing/floors.ts';
import { fillOffice } from './fill.ts';
import { type Bench, median, p95, spread, timesAfter } from './measure.ts';
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
    const save = (act: (run: number) => unknown) => timesAfter(office.fold, runs, act);
    const at = <T>(items: readonly T[], i: number): T => items[(i * 7919) % items.length] as T;

    const floor = await durableUpdateTimes(office.folder, runs);
    const create = await save((i) => {
      const { id: forumId, members } = at(filled.forums, i);
      return office.call('meetings.create', { forumId, fields: workload.meeting(members) });
    });
    const heads = await Promise.all(Array.from({ length: runs }, (_, i) => office.heads(at(filled.meetings, i).id)));
    const edit = await save((i) => {
      const { id: meetingId, fields } = at(filled.meetings, i);
      return office.call('meetings.edit', { meetingId, fields: workload.editedMeeting(fields), heads: heads[i] ?? {} });
    });
    const open = await save(() => office.call('disputes.open', { fields: workload.dispute() }));
    const disputeHeads = await Promise.all(
      Array.from({ length: runs }, (_, i) => office.heads(at(filled.disputes, i).id)),
    );
    const editDispute = await save((i) => {
      const { id: disputeId, fields } = at(filled.disputes, i);
      return office.call('disputes.edit', {
        disputeId,
        fields: workload.editedDispute(fields),
        heads: disputeHeads[i] ?? {},
      });
    });
    const step = await save((i) =>
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
      { what: 'meeting edited / floor, p95', value: p95(edit) / p95(floor), unit: 'x', goal: { atMost: 6 } },
      { what: 'step added / floor, p95', value: p95(step) / p95(floor), unit: 'x', goal: { atMost: 6 } },
      { what: 'meeting edited / floor, median', value: median(edit) / median(floor), unit: 'x' },
    ];
  },
};
