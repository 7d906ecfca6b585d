/** @file Fills an office with the workload. One round is a meeting and its edit, two disputes, their steps and an edit. */
import type { Act, BulkApp } from '#core/testing/bulk-app.ts';
import type { DisputeInput } from '#shared/contract/disputes.ts';
import type { MeetingFields } from '#shared/contract/meetings.ts';
import type { Workload } from './workload.ts';

/** A record and the fields last written to it. */
export type Written<F> = { readonly id: string; fields: F };

export type Filled = {
  readonly forums: { readonly id: string; readonly members: readonly string[] }[];
  readonly meetings: Written<MeetingFields>[];
  readonly disputes: Written<DisputeInput>[];
};

const roundsPerForum = 40;
const usualRounds = 50;

/** Adds to `filled` until the store holds at least so many changes. */
export async function fillOffice(
  app: BulkApp,
  workload: Workload,
  changes: number,
  filled: Filled = { forums: [], meetings: [], disputes: [] },
  roundsPerCommit = usualRounds,
): Promise<Filled> {
  for (let round = 0; app.changes() < changes; ) {
    await app.bulk(async (act) => {
      for (let i = 0; i < roundsPerCommit; i++, round++) {
        if (round % roundsPerForum === 0) await addForum(act, workload, filled);
        await addRound(act, workload, filled);
      }
    });
  }
  return filled;
}

async function addForum(act: Act, workload: Workload, filled: Filled): Promise<void> {
  const fields = workload.forum();
  const { id } = await act('forums.create', { fields });
  filled.forums.push({ id, members: fields.members.map((member) => member.id) });
}

async function addRound(act: Act, workload: Workload, filled: Filled): Promise<void> {
  const forum = filled.forums.at(-1);
  if (!forum) throw new Error('a meeting without a forum');
  const fields = workload.meeting(forum.members);
  const { id: meetingId } = await act('meetings.create', { forumId: forum.id, fields });
  const edited = workload.editedMeeting(fields);
  await act('meetings.edit', { meetingId, fields: edited, heads: await headsIn(act, meetingId) });
  filled.meetings.push({ id: meetingId, fields: edited });
  for (const steps of [1, 3]) {
    const dispute = workload.dispute();
    const { id: disputeId } = await act('disputes.open', { fields: dispute });
    for (let i = 0; i < steps; i++) await act('disputes.addStep', { disputeId, ...workload.step() });
    const heads = await headsIn(act, disputeId);
    await act('disputes.move', {
      disputeId,
      to: 'screening',
      date: dispute.intakeDate,
      reason: '',
      outcome: null,
      heads,
    });
    filled.disputes.push({ id: disputeId, fields: dispute });
  }
  const last = filled.disputes.at(-1);
  if (!last) return;
  last.fields = workload.editedDispute(last.fields);
  await act('disputes.edit', { disputeId: last.id, fields: last.fields, heads: await headsIn(act, last.id) });
}

const headsIn = async (act: Act, recordId: string) => (await act('records.heads', { recordId })).heads;
