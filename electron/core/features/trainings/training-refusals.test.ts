/** @file What commands on a training refuse whatever they are asked to write. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staleHeads } from '#core/testing/method-inputs.ts';
import { createPeopledOffice, type PeopledOffice, signIn } from '#core/testing/peopled-office.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { sampleTraining } from '#core/testing/samples.ts';
import { carry, testPassphrase } from '#core/testing/test-app.ts';
import { noRecord } from '#core/testing/unlike-ids.ts';

let place: PeopledOffice;
/** Held, its first participant with a certificate, its second entitled to one. */
const made = sampleTraining();
let trainingId: string;
beforeAll(async () => {
  place = await createPeopledOffice();
  await signIn(place.office, 'policing_officer');
  trainingId = await certifiedTraining();
}, 30_000);
afterAll(() => place.close());

const [first = '', second = ''] = made.participants.map(({ id }) => id);

async function certifiedTraining(): Promise<string> {
  const { office } = place;
  const { id } = await office.call('trainings.create', { fields: made });
  const record = async (people: readonly string[]) =>
    office.call('trainings.record', { trainingId: id, fields: attendedBy(people), heads: await office.heads(id) });
  await record([first]);
  await office.call('trainings.certify', { trainingId: id, date: '2026-02-12', heads: await office.heads(id) });
  await record([first, second]);
  return id;
}

const attendedBy = (people: readonly string[]) => ({
  attendance: made.days.map(({ id }) => ({
    day: id,
    rows: people.map((participant) => ({ participant, part: 'whole' as const })),
  })),
  tests: [],
  left: [],
});

const answerOn = (date: string) => ({ participant: first, date, outcome: 'using' as const });

/** Inputs that would be accepted, were it not for the record or its heads. */
const inputs = (id: string, heads: Record<string, string[]>) => ({
  edit: { trainingId: id, fields: { ...made, title: 'x' }, heads },
  record: { trainingId: id, fields: { ...attendedBy([first]), left: [second] }, heads },
  certify: { trainingId: id, date: '2026-02-13', heads },
  withdraw: { trainingId: id, participant: first, reason: 'x', heads },
  followUp: { trainingId: id, fields: { answers: [answerOn('2026-05-12')] }, heads },
});

describe('a command on a training', () => {
  it('that does not exist finds nothing', async () => {
    const { office } = place;
    const input = inputs(noRecord, {});
    await expectRefusal(office, 'trainings.get', 'record/not-found', { trainingId: noRecord });
    await expectRefusal(office, 'trainings.edit', 'record/not-found', input.edit);
    await expectRefusal(office, 'trainings.record', 'record/not-found', input.record);
    await expectRefusal(office, 'trainings.certify', 'record/not-found', input.certify);
    await expectRefusal(office, 'trainings.withdraw', 'record/not-found', input.withdraw);
    await expectRefusal(office, 'trainings.followUp', 'record/not-found', input.followUp);
  });

  it('that somebody else has changed is refused', async () => {
    const { office } = place;
    const input = inputs(trainingId, staleHeads);
    await expectRefusal(office, 'trainings.edit', 'record/changed', input.edit);
    await expectRefusal(office, 'trainings.record', 'record/changed', input.record);
    await expectRefusal(office, 'trainings.withdraw', 'record/changed', input.withdraw);
    const fresh = inputs(trainingId, await office.heads(trainingId));
    await office.call('trainings.followUp', fresh.followUp);
    const later = { ...input.followUp, fields: { answers: [answerOn('2026-05-13')] } };
    await expectRefusal(office, 'trainings.followUp', 'record/changed', later);
    // Who held one that was withdrawn unseen does not get another.
    const id = await certifiedTraining();
    const certify = inputs(id, await office.heads(id)).certify;
    await office.call('trainings.withdraw', inputs(id, await office.heads(id)).withdraw);
    await expectRefusal(office, 'trainings.certify', 'record/changed', certify);
  });

  it('leaves certificates earned, and its forum among those that are known', async () => {
    const { office } = place;
    const { edit } = inputs(trainingId, await office.heads(trainingId));
    const longer = made.days.map((day) => ({ ...day, minutes: day.minutes + 60 }));
    const added = [...longer, { ...longer[0], id: noRecord, date: '2026-02-14' }] as typeof longer;
    const stretched = { ...edit, fields: { ...made, days: added } };
    await expectRefusal(office, 'trainings.edit', 'training/not-earned', stretched);
    const elsewhere = { ...edit, fields: { ...made, forum: noRecord } };
    await expectRefusal(office, 'trainings.edit', 'training/unknown-forum', elsewhere);
  });

  it("of an office is not a clerk's above, and certificates are given by the office alone", async () => {
    const { office, directorate } = place;
    await signIn(office, 'first');
    await carry(office, directorate);
    await signIn(directorate, 'first');
    const loginName = 'clerk';
    const roles = ['policing_clerk'] as const;
    await directorate.call('users.create', {
      loginName,
      displayName: 'x',
      roles: [...roles],
      passphrase: testPassphrase,
    });
    const input = inputs(trainingId, await directorate.heads(trainingId));
    await expectRefusal(directorate, 'trainings.certify', 'record/not-yours', input.certify);
    await expectRefusal(directorate, 'trainings.withdraw', 'record/not-yours', input.withdraw);
    await directorate.call('session.unlock', { user: loginName, passphrase: testPassphrase });
    await expectRefusal(directorate, 'trainings.edit', 'record/not-yours', input.edit);
    await expectRefusal(directorate, 'trainings.record', 'record/not-yours', input.record);
    const later = { ...input.followUp, fields: { answers: [answerOn('2026-05-14')] } };
    await expectRefusal(directorate, 'trainings.followUp', 'record/not-yours', later);
    expect(await directorate.refused('trainings.withdraw', input.withdraw)).toBe('session/forbidden');
    await signIn(office, 'policing_officer');
  });

  it('that is void is refused', async () => {
    const { office } = place;
    const id = await certifiedTraining();
    await office.call('records.void', { recordId: id, reason: 'x', heads: await office.heads(id) });
    const input = inputs(id, await office.heads(id));
    await expectRefusal(office, 'trainings.edit', 'record/voided', input.edit);
    await expectRefusal(office, 'trainings.record', 'record/voided', input.record);
    await expectRefusal(office, 'trainings.certify', 'record/voided', input.certify);
    await expectRefusal(office, 'trainings.withdraw', 'record/voided', input.withdraw);
    await expectRefusal(office, 'trainings.followUp', 'record/voided', input.followUp);
    expect((await office.call('trainings.get', { trainingId: id })).voided).not.toBeNull();
  });
});
