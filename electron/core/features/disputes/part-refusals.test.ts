/** @file What all commands that write a part of a dispute are refused for, walked over each of them. */
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createBulkApp } from '#core/testing/bulk-app.ts';
import { PART_COMMANDS } from '#core/testing/dispute-parts.ts';
import { createInputs } from '#core/testing/method-inputs.ts';
import { createPeopledOffice, type PeopledOffice, signIn } from '#core/testing/peopled-office.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { sampleDispute } from '#core/testing/samples.ts';
import { sampleTerm } from '#core/testing/settlement-samples.ts';
import { carry, enrol, initHome, type TestApp } from '#core/testing/test-app.ts';
import { noRecord } from '#core/testing/unlike-ids.ts';

let place: PeopledOffice;
beforeAll(async () => {
  place = await createPeopledOffice();
}, 30_000);
afterAll(() => place.close());
beforeEach(() => signIn(place.office, 'hlp_supervisor'));

const open = async () => (await place.office.call('disputes.open', { fields: sampleDispute() })).id;

/** Code of the answer of each command, about this dispute. */
async function answers(
  disputeId: string,
  app: TestApp = place.office,
): Promise<readonly (readonly [string, string])[]> {
  const inputs = createInputs(place);
  const all: [string, string][] = [];
  for (const name of PART_COMMANDS) {
    const answer = await app.answer(name, { ...inputs[name], disputeId } as never);
    all.push([name, answer.ok ? 'ok' : answer.error.code]);
  }
  return all;
}

const allOf = (code: string) => PART_COMMANDS.map((name) => [name, code]);

it('is refused where there is no such dispute', async () => {
  expect(PART_COMMANDS.length).toBeGreaterThan(10);
  expect(await answers(noRecord)).toEqual(allOf('record/not-found'));
});

it('is refused of a dispute that is void', async () => {
  const recordId = await open();
  const heads = await place.office.heads(recordId);
  await place.office.call('records.void', { recordId, reason: 'x', heads });
  expect(await answers(recordId)).toEqual(allOf('record/voided'));
});

it('is refused of a case that is closed: it is reopened first', async () => {
  const disputeId = await open();
  const heads = await place.office.heads(disputeId);
  const end = { to: 'closed', outcome: 'withdrawn', date: '2026-03-01' } as const;
  await place.office.call('disputes.move', { disputeId, ...end, heads });
  expect(await answers(disputeId)).toEqual(allOf('dispute/closed'));
});

it('is refused of a case that is offered to another office', async () => {
  const [directorate, office, other] = [await createBulkApp(), await createBulkApp(), await createBulkApp()];
  await initHome(directorate, 'directorate');
  for (const home of [office, other]) {
    await initHome(home, 'office');
    await enrol(directorate, home);
  }
  await carry(directorate, office, office.home().rosters.self().node);
  const { id: recordId } = await office.call('disputes.open', { fields: sampleDispute() });
  const to = other.home().rosters.self().node;
  await office.call('transfers.offer', { recordId, to, reason: 'other' });
  expect(await answers(recordId, office)).toEqual(allOf('record/offered-away'));
  for (const home of [directorate, office, other]) await home.close();
}, 30_000);

it('a signed agreement is signed anew by a supervisor alone', async () => {
  const { office } = place;
  await signIn(office, 'hlp_mediator');
  const [claimant] = sampleDispute().parties;
  if (!claimant) throw new Error('a sample dispute without a claimant');
  const other = { ...claimant, id: uuidv7(), name: 'سعد جاسم', role: 'respondent' as const };
  const fields = sampleDispute({ parties: [claimant, other] });
  const { id: disputeId } = await office.call('disputes.open', { fields });
  const both = [claimant.id, other.id];
  const heads = () => office.heads(disputeId);
  const drafted = { drafted: '2026-03-01', womensShare: 'none', minorsShare: 'none' } as const;
  const { element: agreement } = await office.call('disputes.saveAgreement', {
    disputeId,
    fields: drafted,
    heads: await heads(),
  });
  await office.call('disputes.saveTerm', {
    disputeId,
    agreement,
    fields: sampleTerm([other.id]),
    heads: await heads(),
  });
  const date = '2026-03-05';
  const signatures = both.map((party) => ({ party, method: 'signature' as const, date }));
  const signing = { readAloud: true, signatures, signed: date };
  const input = async () => ({ disputeId, agreement, fields: signing, heads: await heads() });
  await office.call('disputes.signAgreement', await input());
  await expectRefusal(office, 'disputes.signAgreement', 'dispute/supervisor-only', await input());
});
