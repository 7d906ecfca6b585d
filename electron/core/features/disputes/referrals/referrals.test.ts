import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWriter } from '#core/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { staleHeads } from '#core/testing/method-inputs.ts';
import { createPeopledOffice, type PeopledOffice, signIn } from '#core/testing/peopled-office.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { sampleDispute } from '#core/testing/samples.ts';
import { sampleAnswer, sampleReferral } from '#core/testing/settlement-samples.ts';
import type { DisputeInput } from '#shared/contract/disputes.ts';
import { ok } from '#shared/lib/result.ts';

let place: PeopledOffice;
let disputeId: string;
beforeAll(async () => {
  place = await createPeopledOffice();
}, 30_000);
afterAll(() => place.close());
beforeEach(async () => {
  await signIn(place.office, 'hlp_mediator');
  await openWith([]);
});

type Consent = DisputeInput['consents'][number];
const agreed = (more: Partial<Consent> = {}): Consent => ({
  ...{ id: uuidv7(), scope: 'share_referral_body', status: 'given', method: 'signature', date: '2026-02-11' },
  body: 'court_first_instance',
  ...more,
});
async function openWith(consents: Consent[]): Promise<void> {
  ({ id: disputeId } = await place.office.call('disputes.open', { fields: sampleDispute({ consents }) }));
}
const heads = () => place.office.heads(disputeId);
const read = async () => (await place.office.call('disputes.referrals', { disputeId, today: '2026-03-01' })).referrals;
async function draft(more: Parameters<typeof sampleReferral>[0] = {}): Promise<string> {
  const input = { disputeId, fields: sampleReferral(more), heads: await heads() };
  return (await place.office.call('disputes.saveReferral', input)).element;
}
const sending = async (element: string, more: object = {}) => ({
  ...{ disputeId, element, sent: '2026-03-01', heads: await heads() },
  ...more,
});

/** What another part of the case writes. */
async function screenAs(level: string): Promise<void> {
  const home = place.services.home.open;
  if (!home) throw new Error('no open home');
  const value = { risks: [], level, date: '2026-02-12', note: '' };
  const loaded = await heads();
  await inTransaction(home.store, async () => {
    const { write } = createWriter(home, place.services.ports.now);
    write({
      record: disputeId,
      at: 'dispute',
      kind: 'test.screened',
      groups: [{ group: 'screening', value }],
      heads: loaded,
    });
    return ok(null);
  });
}

describe('a referral', () => {
  it('is sent once whoever came agreed to this body, and keeps what the body answers', async () => {
    await openWith([agreed()]);
    const element = await draft();
    await place.office.call('disputes.sendReferral', await sending(element));
    const fields = sampleAnswer();
    await place.office.call('disputes.tellReferral', { disputeId, element, fields, heads: await heads() });
    expect(await read()).toMatchObject([
      { id: element, sent: '2026-03-01', consent: 'given', overridden: false, ...fields },
    ]);
  });

  it('waits for the consent: none, for another body, refused, taken back, or run out', async () => {
    const { office } = place;
    for (const [consents, status] of [
      [[], 'missing'],
      [[agreed({ body: 'police_station' })], 'missing'],
      [[agreed({ status: 'refused' })], 'refused'],
      [[agreed({ status: 'withdrawn', withdrawn: '2026-02-20' })], 'withdrawn'],
      [[agreed({ date: '2024-02-11' })], 'expired'],
    ] as const) {
      await openWith([...consents]);
      const element = await draft();
      expect((await read())[0]?.consent).toBe(status);
      await expectRefusal(office, 'disputes.sendReferral', 'dispute/consent-missing', await sending(element));
      expect((await read())[0]).toMatchObject({ status: 'draft', sent: null });
    }
  });

  it('goes past the consent by a supervisor alone, in writing, where life is at risk', async () => {
    const { office } = place;
    const element = await draft({ body: 'police_station', name: '' });
    const overrideReason = 'تهديد مباشر بالقتل';
    const past = async () => sending(element, { overrideReason });
    await expectRefusal(office, 'disputes.sendReferral', 'dispute/supervisor-only', await past());
    await signIn(office, 'hlp_supervisor');
    await expectRefusal(office, 'disputes.sendReferral', 'dispute/no-high-risk', await past());
    await screenAs('high');
    await office.call('disputes.sendReferral', await past());
    expect((await read())[0]).toMatchObject({ status: 'sent', overridden: true, overrideReason });
  });

  it('is not written anew once sent, nor answered before', async () => {
    const { office } = place;
    await openWith([agreed()]);
    const element = await draft();
    const answer = async (more: object = {}) => ({
      ...{ disputeId, element, heads: await heads() },
      fields: { ...sampleAnswer(), ...more },
    });
    await expectRefusal(office, 'disputes.tellReferral', 'dispute/referral-not-sent', await answer());
    await office.call('disputes.sendReferral', await sending(element));
    await expectRefusal(office, 'disputes.sendReferral', 'dispute/referral-sent', await sending(element));
    const anew = { disputeId, element, fields: sampleReferral(), heads: await heads() };
    await expectRefusal(office, 'disputes.saveReferral', 'dispute/referral-sent', anew);
    const early = await answer({ statusOn: '2026-02-01' });
    await expectRefusal(office, 'disputes.tellReferral', 'call/bad-input', early);
  });

  it('of another case, or over what somebody else saved, is refused', async () => {
    const { office } = place;
    await openWith([agreed()]);
    const element = await draft();
    const stale = { disputeId, element, heads: staleHeads };
    const fields = sampleReferral({ purpose: 'غرض آخر' });
    await expectRefusal(office, 'disputes.saveReferral', 'record/changed', { ...stale, fields });
    await expectRefusal(office, 'disputes.sendReferral', 'record/changed', { ...stale, sent: '2026-03-01' });
    await office.call('disputes.sendReferral', await sending(element));
    await expectRefusal(office, 'disputes.tellReferral', 'record/changed', { ...stale, fields: sampleAnswer() });
    const none = { disputeId, element: uuidv7(), heads: await heads() };
    await expectRefusal(office, 'disputes.saveReferral', 'dispute/unknown-referral', { ...none, fields });
    await expectRefusal(office, 'disputes.sendReferral', 'dispute/unknown-referral', { ...none, sent: '2026-03-01' });
    await expectRefusal(office, 'disputes.tellReferral', 'dispute/unknown-referral', {
      ...none,
      fields: sampleAnswer(),
    });
    await expectRefusal(office, 'disputes.referrals', 'record/not-found', { disputeId: uuidv7(), today: '2026-03-01' });
  });

  it('names a shelter by nothing, and leaves out of what travels a body whose name betrays a person', async () => {
    const shelter = { disputeId, fields: sampleReferral({ body: 'shelter', name: 'x' }), heads: await heads() };
    const answer = await place.office.answer('disputes.saveReferral', shelter);
    expect(answer).toMatchObject({ error: { params: { fields: [{ path: 'fields.name' }] } } });
  });
});
