import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { InputOf } from '#shared/contract/contract.ts';
import type { DisputeInput } from '#shared/contract/disputes.ts';
import { createWriter } from '#core/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { type BulkApp, createBulkApp } from '#core/testing/bulk-app.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { sampleDispute } from '#core/testing/samples.ts';
import { staleHeads } from '#core/testing/method-inputs.ts';
import { keptTerm, sampleEndorser, sampleRegistration, sampleTerm } from '#core/testing/settlement-samples.ts';
import { carry, enrol, initHome } from '#core/testing/test-app.ts';

type Party = DisputeInput['parties'][number];

let directorate: BulkApp;
let office: BulkApp;
beforeAll(async () => {
  [directorate, office] = [await createBulkApp(), await createBulkApp()];
  await initHome(directorate, 'directorate');
  await initHome(office, 'office');
  await enrol(directorate, office);
}, 30_000);
afterAll(async () => {
  await directorate.close();
  await office.close();
});

let disputeId: string;
let ids: { claimant: string; widow: string; child: string; guardian: string };
const heads = () => office.heads(disputeId);
const read = () => office.call('disputes.agreements', { disputeId });
const newest = async () => (await read()).agreements[0];

/** A claimant, a widow who is heir, and of some cases a child who is heir with a guardian. */
async function openWith(...who: ('child' | 'widow')[]): Promise<void> {
  ids = { claimant: uuidv7(), widow: uuidv7(), child: uuidv7(), guardian: uuidv7() };
  const party = (more: Partial<Party> & Pick<Party, 'id' | 'name' | 'role'>): Party => ({
    ...{ phone: null, kind: 'natural_person', sex: 'male', ageBand: 'age_45_59' },
    ...more,
  });
  const parties = [
    party({ id: ids.claimant, name: 'كريم عبد الله حسن', phone: '0770 123 4567', role: 'claimant' }),
    party({ id: uuidv7(), name: 'شاهد أول', role: 'witness' }),
    ...(who.includes('widow')
      ? [party({ id: ids.widow, name: 'أمينة جاسم', role: 'heir', sex: 'female' })]
      : [party({ id: ids.widow, name: 'سعد جاسم', role: 'respondent' })]),
    ...(who.includes('child')
      ? [
          party({ id: ids.child, name: 'علي كريم', role: 'heir', ageBand: 'age_5_11' }),
          party({ id: ids.guardian, name: 'هناء كريم', role: 'guardian', sex: 'female' }),
        ]
      : []),
  ];
  ({ id: disputeId } = await office.call('disputes.open', { fields: sampleDispute({ parties }) }));
  if (who.includes('child')) await writeGroup(`representation:${uuidv7()}`, acting());
}

const acting = () => ({ by: ids.guardian, of: ids.child, document: null, until: null });

/** A group that another part of the case writes. */
async function writeGroup(group: string, value: { [key: string]: string | null }): Promise<void> {
  const loaded = await heads();
  await inTransaction(office.home().store, async () => {
    const { write } = createWriter(office.home(), () => office.clock);
    return write({ record: disputeId, at: 'dispute', kind: 'test.written', groups: [{ group, value }], heads: loaded });
  });
}

type Fields = Partial<InputOf<'disputes.saveAgreement'>['fields']>;
async function draft(more: Fields = {}): Promise<string> {
  const fields = { drafted: '2026-03-01', womensShare: 'none', minorsShare: 'none', ...more } as const;
  return (await office.call('disputes.saveAgreement', { disputeId, fields, heads: await heads() })).element;
}
async function addTerm(agreement: string, more: Parameters<typeof sampleTerm>[1] = {}): Promise<string> {
  const fields = sampleTerm([ids.widow], { to: [ids.claimant], ...more });
  return (await office.call('disputes.saveTerm', { disputeId, agreement, fields, heads: await heads() })).element;
}
type Signing = Partial<InputOf<'disputes.signAgreement'>['fields']>;
const signing = (who: readonly string[], more: Signing = {}) => ({
  readAloud: true,
  signatures: who.map((party) => ({ party, method: 'signature' as const, date: '2026-03-05' })),
  signed: '2026-03-05',
  ...more,
});
async function sign(agreement: string, who: readonly string[], more: Signing = {}): Promise<void> {
  await office.call('disputes.signAgreement', {
    disputeId,
    agreement,
    fields: signing(who, more),
    heads: await heads(),
  });
}
/** Two men, one term, signed by both. */
async function signed(): Promise<{ agreement: string; term: string }> {
  const agreement = await draft();
  const term = await addTerm(agreement);
  await sign(agreement, [ids.claimant, ids.widow]);
  return { agreement, term };
}

beforeEach(() => openWith());

type Fault = { readonly path: string; readonly code: string };
const faultsIn = (params: unknown) => (params as { readonly fields: readonly Fault[] }).fields;

describe('an agreement', () => {
  it('is read as it was drafted, with a number of the case', async () => {
    const agreement = await draft({ intro: 'اتفق الطرفان', registrable: 'yes' });
    const term = await addTerm(agreement, { kind: 'payment', amount: 500_000, currency: 'IQD' });
    const { number } = await office.call('disputes.get', { disputeId });
    expect(await newest()).toMatchObject({
      ...{ id: agreement, number: `${number}/1`, intro: 'اتفق الطرفان', registrable: 'yes', standing: 'draft' },
      terms: [{ id: term, order: 1, status: 'pending', by: [ids.widow], to: [ids.claimant], amount: 500_000 }],
      gaps: ['not_read_aloud'],
      unsigned: [ids.claimant, ids.widow],
    });
  });

  it('with an amount asks for its currency, and a payment for its amount', async () => {
    const agreement = await draft();
    const fields = sampleTerm([ids.widow], { kind: 'payment' });
    const faults = async (more: object) => {
      const input = { disputeId, agreement, fields: { ...fields, ...more }, heads: await heads() };
      const answer = await office.answer('disputes.saveTerm', input);
      return answer.ok ? [] : answer.error.code === 'call/bad-input' ? answer.error.params.fields : answer.error;
    };
    expect(await faults({})).toEqual([{ path: 'fields.amount', code: 'field/required' }]);
    expect(await faults({ amount: 5 })).toEqual([{ path: 'fields.currency', code: 'field/currency-required' }]);
  });

  it('names parties of this dispute alone', async () => {
    const agreement = await draft();
    const input = { disputeId, agreement, heads: await heads() };
    const fields = sampleTerm([uuidv7()]);
    await expectRefusal(office, 'disputes.saveTerm', 'dispute/unknown-party', { ...input, fields });
    const accepted = { ...input, party: uuidv7(), date: '2026-03-02' };
    await expectRefusal(office, 'disputes.acceptTerms', 'dispute/unknown-party', accepted);
    const stranger = { ...input, fields: signing([uuidv7()], { signed: null }) };
    await expectRefusal(office, 'disputes.signAgreement', 'dispute/unknown-party', stranger);
  });

  it('that is not there is told as such, and so are its parts', async () => {
    const { agreement } = await signed();
    const [none, now] = [uuidv7(), await heads()];
    const one = { disputeId, heads: now };
    const of = { ...one, agreement: none };
    const fields = { drafted: '2026-03-01' };
    const term = sampleTerm([ids.widow]);
    const kept = { status: 'fulfilled', statusOn: '2026-04-01' } as const;
    await expectRefusal(office, 'disputes.saveAgreement', 'dispute/unknown-agreement', {
      ...one,
      element: none,
      fields,
    });
    await expectRefusal(office, 'disputes.saveTerm', 'dispute/unknown-agreement', { ...of, fields: term });
    await expectRefusal(office, 'disputes.tellTerm', 'dispute/unknown-term', { ...one, element: none, fields: kept });
    const accepted = { ...of, party: ids.widow, date: null };
    await expectRefusal(office, 'disputes.acceptTerms', 'dispute/unknown-agreement', accepted);
    await expectRefusal(office, 'disputes.signAgreement', 'dispute/unknown-agreement', { ...of, fields: signing([]) });
    await expectRefusal(office, 'disputes.saveEndorser', 'dispute/unknown-agreement', {
      ...of,
      fields: sampleEndorser(),
    });
    const endorser = { ...one, agreement, element: none, fields: sampleEndorser() };
    await expectRefusal(office, 'disputes.saveEndorser', 'dispute/unknown-endorser', endorser);
    const gone = { ...one, what: 'term', element: none } as const;
    await expectRefusal(office, 'disputes.removeFromAgreement', 'dispute/unknown-agreement', gone);
    const visit = { ...one, element: none, fields: { visit: '30', due: '2026-04-01' } } as const;
    await expectRefusal(office, 'disputes.saveFollowUp', 'dispute/unknown-follow-up', visit);
    await draft();
    const drafted = (await newest())?.id ?? '';
    const lost = { disputeId, agreement: drafted, element: none, fields: term, heads: await heads() };
    await expectRefusal(office, 'disputes.saveTerm', 'dispute/unknown-term', lost);
  });
});

describe('terms that parties accept one by one', () => {
  it('are asked for again when a term changes', async () => {
    const agreement = await draft();
    const term = await addTerm(agreement);
    const accept = async (date: string | null) =>
      office.call('disputes.acceptTerms', { disputeId, agreement, party: ids.widow, date, heads: await heads() });
    await accept('2026-03-02');
    await accept('2026-03-03');
    expect((await newest())?.acceptances).toMatchObject([{ party: ids.widow, date: '2026-03-03' }]);
    const fields = sampleTerm([ids.widow], { text: 'بند آخر' });
    await office.call('disputes.saveTerm', { disputeId, agreement, element: term, fields, heads: await heads() });
    expect((await newest())?.acceptances).toEqual([]);
    await accept('2026-03-04');
    await accept(null);
    expect((await newest())?.acceptances).toEqual([]);
    const early = { disputeId, agreement, party: ids.widow, date: '2026-02-01', heads: await heads() };
    await expectRefusal(office, 'disputes.acceptTerms', 'call/bad-input', early);
  });
});

describe('the signature of an agreement', () => {
  it('is refused while a party has not signed, and names that party', async () => {
    const agreement = await draft();
    await addTerm(agreement);
    const input = { disputeId, agreement, fields: signing([ids.claimant]), heads: await heads() };
    const answer = await office.answer('disputes.signAgreement', input);
    const path = `fields.signatures.${ids.widow}`;
    expect(answer).toMatchObject({ error: { params: { fields: [{ path, code: 'field/signature-missing' }] } } });
    expect(await newest()).toMatchObject({ signed: null, signatures: [] });
    await expectRefusal(office, 'disputes.signAgreement', 'call/bad-input', input);
  });

  it('is collected party by party', async () => {
    const agreement = await draft();
    await addTerm(agreement);
    await sign(agreement, [ids.claimant], { signed: null });
    expect(await newest()).toMatchObject({ signed: null, unsigned: [ids.widow], standing: 'draft' });
    const first = (await newest())?.signatures[0]?.id;
    await sign(agreement, [ids.claimant, ids.widow]);
    const now = await newest();
    expect(now).toMatchObject({ signed: '2026-03-05', unsigned: [], standing: 'in_force', gaps: [] });
    expect(now?.signatures.map(({ id }) => id)).toContain(first);
  });

  it('is refused while terms have no day, and unless the text was read aloud', async () => {
    const agreement = await draft();
    const missing = async (more: Signing = {}) => {
      const fields = signing([ids.claimant, ids.widow], more);
      const answer = await office.answer('disputes.signAgreement', {
        disputeId,
        agreement,
        fields,
        heads: await heads(),
      });
      return answer.ok ? null : answer.error.params;
    };
    await addTerm(agreement, { due: null });
    expect(await missing({ readAloud: false })).toEqual({ missing: ['no_term_due', 'not_read_aloud'] });
    await addTerm(agreement);
    expect(await missing({ readAloud: false })).toEqual({ missing: ['not_read_aloud'] });
    const unread = { disputeId, agreement, fields: signing([ids.claimant, ids.widow], { readAloud: false }) };
    const input = { ...unread, heads: await heads() };
    await expectRefusal(office, 'disputes.signAgreement', 'dispute/agreement-not-ready', input);
  });

  it('is not before the draft, nor before the last of those who signed', async () => {
    const agreement = await draft();
    await addTerm(agreement);
    const paths = async (date: string, last: string) => {
      const rows = [ids.claimant, ids.widow].map((party) => ({ party, method: 'thumbprint' as const, date }));
      const fields = { readAloud: true, signatures: rows, signed: last };
      const answer = await office.answer('disputes.signAgreement', {
        disputeId,
        agreement,
        fields,
        heads: await heads(),
      });
      return answer.ok || answer.error.code !== 'call/bad-input'
        ? []
        : faultsIn(answer.error.params).map(({ code }) => code);
    };
    expect(await paths('2026-02-28', '2026-03-05')).toEqual(['field/before-drafted', 'field/before-drafted']);
    expect(await paths('2026-03-05', '2026-03-04')).toEqual(['field/before-signed']);
  });

  it('fixes what was read: neither words nor terms change, only whether to register or endorse it', async () => {
    const { agreement, term } = await signed();
    const input = { disputeId, heads: await heads() };
    const said = { drafted: '2026-03-01', womensShare: 'none', minorsShare: 'none' } as const;
    const other = { ...input, element: agreement, fields: { ...said, intro: 'نص آخر' } };
    await expectRefusal(office, 'disputes.saveAgreement', 'dispute/agreement-signed', other);
    const changed = { ...input, agreement, element: term, fields: sampleTerm([ids.claimant]) };
    await expectRefusal(office, 'disputes.saveTerm', 'dispute/agreement-signed', changed);
    const accepted = { ...input, agreement, party: ids.widow, date: '2026-03-06' };
    await expectRefusal(office, 'disputes.acceptTerms', 'dispute/agreement-signed', accepted);
    const gone = { ...input, what: 'term', element: term } as const;
    await expectRefusal(office, 'disputes.removeFromAgreement', 'dispute/agreement-signed', gone);
    await office.call('disputes.saveAgreement', {
      ...input,
      element: agreement,
      fields: { ...said, registrable: 'no', noEndorsement: 'اكتفى الطرفان بالتوقيع' },
    });
    expect(await newest()).toMatchObject({ registrable: 'no', signed: '2026-03-05', readAloud: true });
  });

  it('makes the visits after 30 and 90 days fall due; taken back by a supervisor, nothing is due', async () => {
    const { agreement } = await signed();
    expect((await read()).followUps.map(({ visit, due }) => [visit, due])).toEqual([
      ['30', '2026-04-04'],
      ['90', '2026-06-03'],
    ]);
    await sign(agreement, [ids.claimant, ids.widow], { signed: '2026-03-06' });
    expect((await read()).followUps.map(({ due }) => due)).toEqual(['2026-04-05', '2026-06-04']);
    await sign(agreement, [], { signed: null });
    expect(await read()).toMatchObject({ followUps: [], agreements: [{ standing: 'draft', signed: null }] });
  });
});

describe('renewed mediation', () => {
  it('ends in an agreement that takes the place of the first when it is signed', async () => {
    const { agreement: first, term } = await signed();
    const paid = await office.call('disputes.agreements', { disputeId });
    expect(paid.agreements[0]?.standing).toBe('in_force');
    const second = await draft({ drafted: '2026-05-01' });
    expect((await read()).agreements.map(({ id, standing }) => [id, standing])).toEqual([
      [second, 'draft'],
      [first, 'in_force'],
    ]);
    await addTerm(second);
    const rows = [ids.claimant, ids.widow].map((party) => ({
      party,
      method: 'signature' as const,
      date: '2026-05-02',
    }));
    await sign(second, [], { signatures: rows, signed: '2026-05-02' });
    const [now, before] = (await read()).agreements;
    expect(now).toMatchObject({ id: second, standing: 'in_force', supersedes: first });
    expect(before).toMatchObject({ standing: 'superseded', terms: [{ id: term, status: 'renegotiated' }] });
    const late = { disputeId, agreement: first, fields: signing([ids.claimant, ids.widow]), heads: await heads() };
    await expectRefusal(office, 'disputes.signAgreement', 'dispute/agreement-superseded', late);
  });

  it('leaves a term that was broken told as broken', async () => {
    const { term } = await signed();
    const fields = { status: 'breached', statusOn: '2026-04-10', note: 'لم يُخلِ الدار' } as const;
    await office.call('disputes.tellTerm', { disputeId, element: term, fields, heads: await heads() });
    const second = await draft({ drafted: '2026-05-01' });
    await addTerm(second);
    const rows = [ids.claimant, ids.widow].map((party) => ({
      party,
      method: 'signature' as const,
      date: '2026-05-02',
    }));
    await sign(second, [], { signatures: rows, signed: '2026-05-02' });
    expect((await read()).agreements[1]?.terms).toMatchObject([{ status: 'breached', note: 'لم يُخلِ الدار' }]);
  });
});

describe('how a term is kept', () => {
  it('is told from the signature on', async () => {
    const agreement = await draft();
    const term = await addTerm(agreement);
    const tell = async (statusOn: string) => ({
      ...{ disputeId, element: term, heads: await heads() },
      fields: { status: 'fulfilled' as const, statusOn, note: '' },
    });
    await expectRefusal(office, 'disputes.tellTerm', 'dispute/agreement-not-signed', await tell('2026-03-30'));
    await sign(agreement, [ids.claimant, ids.widow]);
    await expectRefusal(office, 'disputes.tellTerm', 'call/bad-input', await tell('2026-03-01'));
    await office.call('disputes.tellTerm', await tell('2026-03-30'));
    expect((await newest())?.terms).toMatchObject([
      { status: 'fulfilled', statusOn: '2026-03-30', by: [ids.widow], text: sampleTerm([]).text },
    ]);
  });
});

describe('shares of women and minors', () => {
  it('are asked for where there are any', async () => {
    await openWith('widow', 'child');
    const codes = async (fields: Fields) => {
      const input = { disputeId, fields: { drafted: '2026-03-01', ...fields }, heads: await heads() };
      const answer = await office.answer('disputes.saveAgreement', input);
      return answer.ok || answer.error.code !== 'call/bad-input'
        ? []
        : faultsIn(answer.error.params).map(({ code }) => code);
    };
    expect(await codes({ womensShare: 'none', minorsShare: 'none' })).toEqual([
      'field/woman-among-parties',
      'field/minor-among-parties',
    ]);
    expect(await codes({ noEndorsement: 'لا حاجة' })).toEqual(['field/minors-care-required']);
    expect(await codes({ womensShare: 'no' })).toEqual(['field/required']);
    const input = { disputeId, fields: { drafted: '2026-03-01', womensShare: 'none' as const }, heads: await heads() };
    await expectRefusal(office, 'disputes.saveAgreement', 'call/bad-input', input);
  });

  it('are not respected by an agreement that names none of them', async () => {
    await openWith('widow', 'child');
    const agreement = await draft({ womensShare: 'yes', minorsShare: 'yes' });
    await addTerm(agreement);
    const who = [ids.claimant, ids.widow, ids.guardian];
    expect((await newest())?.gaps).toEqual(['not_read_aloud', 'women_not_in_terms', 'minors_not_in_terms']);
    await addTerm(agreement, { kind: 'division_of_shares', to: [ids.widow, ids.child] });
    expect((await newest())?.holders.map(({ party, inTerms }) => [party, inTerms])).toEqual([
      [ids.widow, true],
      [ids.child, true],
    ]);
    const alone = { disputeId, agreement, fields: signing([ids.claimant, ids.widow, ids.child]), heads: await heads() };
    await expectRefusal(office, 'disputes.signAgreement', 'call/bad-input', alone);
    await sign(agreement, who);
    expect(await newest()).toMatchObject({ standing: 'in_force', unsigned: [] });
  });

  it('of a minor are registered with the endorsement of the minors care alone', async () => {
    await openWith('child');
    const agreement = await draft({ minorsShare: 'yes' });
    await addTerm(agreement, { to: [ids.child] });
    await sign(agreement, [ids.claimant, ids.widow, ids.guardian]);
    expect((await read()).needsMinorsCare).toBe(true);
    const registered = { disputeId, fields: sampleRegistration(), heads: await heads() };
    await expectRefusal(office, 'disputes.saveRegistration', 'dispute/minors-care-missing', registered);
    const fields = sampleEndorser({ kind: 'minors_care', reference: '77' });
    await office.call('disputes.saveEndorser', { disputeId, agreement, fields, heads: await heads() });
    await office.call('disputes.saveRegistration', { disputeId, fields: sampleRegistration(), heads: await heads() });
    expect((await read()).registration).toMatchObject({ state: 'registered', number: '123/2026' });
  });
});

describe('an endorsement', () => {
  it('by witnesses has the names of both', async () => {
    const { agreement } = await signed();
    const endorse = async (names: string[], more: object = {}) => ({
      ...{ disputeId, agreement, heads: await heads() },
      fields: sampleEndorser({ kind: 'witnesses', names, ...more }),
    });
    const answer = await office.answer('disputes.saveEndorser', await endorse(['حسن علوان']));
    const fault = { path: 'fields.names.1', code: 'field/two-witnesses' };
    expect(answer).toMatchObject({ error: { params: { fields: [fault] } } });
    await expectRefusal(
      office,
      'disputes.saveEndorser',
      'call/bad-input',
      await endorse(['أ', 'ب'], { date: '2026-02-01' }),
    );
    const { element } = await office.call('disputes.saveEndorser', await endorse(['حسن علوان', 'زيد ناجي']));
    expect((await newest())?.endorsers).toMatchObject([{ names: ['حسن علوان', 'زيد ناجي'] }]);
    const gone = { disputeId, what: 'endorser', element, heads: await heads() } as const;
    await office.call('disputes.removeFromAgreement', gone);
    expect((await newest())?.endorsers).toEqual([]);
  });
});

describe('a registration', () => {
  it('has a registry for its number, a number once registered, a reason once refused', async () => {
    const faults = async (more: object) => {
      const input = { disputeId, fields: sampleRegistration(more), heads: await heads() };
      const answer = await office.answer('disputes.saveRegistration', input);
      return answer.ok || answer.error.code !== 'call/bad-input' ? [] : answer.error.params.fields;
    };
    expect(await faults({ registry: '' })).toEqual([{ path: 'fields.registry', code: 'field/registry-required' }]);
    expect(await faults({ number: '' })).toEqual([{ path: 'fields.number', code: 'field/required' }]);
    expect(await faults({ state: 'refused', number: '' })).toEqual([{ path: 'fields.reason', code: 'field/required' }]);
    expect(await faults({ state: 'applied', number: '' })).toEqual([]);
    expect((await read()).registration).toMatchObject({ state: 'applied', number: '' });
  });
});

describe('what somebody else saved meanwhile', () => {
  it('is not written over, in any part of a settlement', async () => {
    const agreement = await draft();
    const term = await addTerm(agreement);
    const stale = { disputeId, heads: staleHeads };
    const of = { ...stale, agreement };
    const fields = { drafted: '2026-03-02', womensShare: 'none', minorsShare: 'none' } as const;
    await expectRefusal(office, 'disputes.saveAgreement', 'record/changed', { ...stale, element: agreement, fields });
    const other = { ...of, element: term, fields: sampleTerm([ids.claimant]) };
    await expectRefusal(office, 'disputes.saveTerm', 'record/changed', other);
    const accepts = { disputeId, agreement, party: ids.widow, heads: await heads() };
    await office.call('disputes.acceptTerms', { ...accepts, date: '2026-03-03' });
    const accepted = { ...of, party: ids.widow, date: '2026-03-02' };
    await expectRefusal(office, 'disputes.acceptTerms', 'record/changed', accepted);
    const names = { ...of, fields: signing([ids.claimant, ids.widow]) };
    await expectRefusal(office, 'disputes.signAgreement', 'record/changed', names);
    const gone = { ...stale, what: 'term', element: term } as const;
    await expectRefusal(office, 'disputes.removeFromAgreement', 'record/changed', gone);
    await sign(agreement, [ids.claimant, ids.widow]);
    const kept = { ...stale, element: term, fields: keptTerm };
    await expectRefusal(office, 'disputes.tellTerm', 'record/changed', kept);
    const first = { disputeId, agreement, fields: sampleEndorser(), heads: await heads() };
    const { element: endorser } = await office.call('disputes.saveEndorser', first);
    const anew = { ...of, element: endorser, fields: sampleEndorser({ date: '2026-03-06' }) };
    await expectRefusal(office, 'disputes.saveEndorser', 'record/changed', anew);
    const registered = { disputeId, fields: sampleRegistration(), heads: await heads() };
    await office.call('disputes.saveRegistration', registered);
    const entered = { ...stale, fields: sampleRegistration({ date: '2026-03-21' }) };
    await expectRefusal(office, 'disputes.saveRegistration', 'record/changed', entered);
    const [waiting] = (await read()).followUps;
    const visit = { ...stale, element: waiting?.id ?? null, fields: { visit: '30', due: '2026-04-09' } } as const;
    await expectRefusal(office, 'disputes.saveFollowUp', 'record/changed', visit);
    await office.call('disputes.saveLearned', { disputeId, fields: { text: 'x', patterns: [] }, heads: await heads() });
    const learned = { ...stale, fields: { text: 'y', patterns: [] } };
    await expectRefusal(office, 'disputes.saveLearned', 'record/changed', learned);
    await expectRefusal(office, 'disputes.agreements', 'record/not-found', { disputeId: uuidv7() });
  });
});

describe('a follow-up visit', () => {
  it('asks for safety and satisfaction once it was made, and counts attempts by days', async () => {
    await signed();
    const [visit] = (await read()).followUps;
    const save = async (more: object) => ({
      ...{ disputeId, element: visit?.id ?? null, heads: await heads() },
      fields: { visit: '30' as const, due: '2026-04-04', ...more },
    });
    const faults = async (more: object) => {
      const answer = await office.answer('disputes.saveFollowUp', await save(more));
      return answer.ok || answer.error.code !== 'call/bad-input'
        ? []
        : faultsIn(answer.error.params).map(({ path }) => path);
    };
    expect(await faults({ done: '2026-04-05' })).toEqual(['fields.safe', 'fields.satisfied']);
    expect(await faults({ attempts: ['2026-04-01', '2026-04-01'] })).toEqual(['fields.attempts.1']);
    const made = { done: '2026-04-05', bothAsked: true, satisfied: 'yes', safe: 'no', text: 'يخاف من الجار' };
    await expectRefusal(office, 'disputes.saveFollowUp', 'call/bad-input', await save({ ...made, done: '2026-03-01' }));
    await office.call('disputes.saveFollowUp', await save(made));
    expect((await read()).followUps[0]).toMatchObject({ ...made, id: visit?.id });
  });

  it('may be planned in a case that has no agreement', async () => {
    const fields = { visit: '30', due: '2026-04-04' } as const;
    await office.call('disputes.saveFollowUp', { disputeId, fields, heads: await heads() });
    expect((await read()).followUps).toMatchObject([{ due: '2026-04-04', done: null }]);
  });
});

describe('what was learned', () => {
  it('names nobody, and points to issues of a forum by their numbers', async () => {
    const id = uuidv7();
    const save = async (text: string, patterns: { id: string; number: string }[] = []) => ({
      ...{ disputeId, heads: await heads() },
      fields: { text, patterns },
    });
    for (const text of [
      'كان كريم عبدالله صبورا',
      'كان كَرِيم عبد الله صبوراً',
      'هاتفه 07701234567',
      'اتصل على ٠٧٧٠-١٢٣-٤٥٦٧',
    ]) {
      const answer = await office.answer('disputes.saveLearned', await save(text));
      expect([text, answer.ok]).toEqual([text, text.includes('عبدالله')]);
    }
    await expectRefusal(office, 'disputes.saveLearned', 'call/bad-input', await save('أمر كريم عبد الله'));
    await office.call('disputes.saveLearned', await save('البدء بالمختار', [{ id, number: '3/2026' }]));
    expect(await read()).toMatchObject({ learned: 'البدء بالمختار', patterns: [{ id, number: '3/2026' }] });
    await office.call('disputes.saveLearned', await save('البدء بالمختار'));
    expect((await read()).patterns).toEqual([]);
  });
});

describe('a draft', () => {
  it('that is taken out goes with its parts, and the one before is worked on again', async () => {
    const first = await draft();
    const term = await addTerm(first);
    const second = await draft();
    await addTerm(second);
    await office.call('disputes.removeFromAgreement', {
      disputeId,
      what: 'agreement',
      element: second,
      heads: await heads(),
    });
    const { agreements } = await read();
    expect(agreements).toMatchObject([{ id: first, standing: 'draft' }]);
    await office.call('disputes.removeFromAgreement', { disputeId, what: 'term', element: term, heads: await heads() });
    expect((await newest())?.terms).toEqual([]);
    const third = await draft();
    const { number } = await office.call('disputes.get', { disputeId });
    expect((await newest())?.number).toBe(`${number}/3`);
    expect(third).not.toBe(second);
  });
});

it('names and words of a settlement stay at the office', async () => {
  const { agreement } = await signed();
  const fields = sampleEndorser({ reference: 'كناية' });
  await office.call('disputes.saveEndorser', { disputeId, agreement, fields, heads: await heads() });
  await office.call('disputes.saveRegistration', { disputeId, fields: sampleRegistration(), heads: await heads() });
  await carry(office, directorate);
  const seen = await directorate.call('disputes.agreements', { disputeId });
  expect(seen.agreements).toMatchObject([
    {
      number: null,
      signed: '2026-03-05',
      terms: [{ text: null, by: [] }],
      endorsers: [{ kind: 'mukhtar', names: null }],
    },
  ]);
  expect(seen.registration).toMatchObject({ state: 'registered', registry: null, number: null });
  expect(JSON.stringify(seen)).not.toContain('كناية');
});
