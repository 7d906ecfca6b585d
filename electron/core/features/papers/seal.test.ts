import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPeopledOffice, type PeopledOffice, signIn } from '#core/testing/peopled-office.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { noRecord } from '#core/testing/unlike-ids.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { createWriter } from '#core/context.ts';
import type { JsonObject } from '#core/changes/canonical.ts';
import { ok } from '#shared/lib/result.ts';
import { readSealDigits, sealDigits } from '#shared/domain/paper-seal.ts';

const agreement = '0194b5c0-0000-7000-8000-000000000001';
const term = '0194b5c0-0000-7000-8000-000000000002';

let place: PeopledOffice;
beforeAll(async () => {
  place = await createPeopledOffice();
  await signIn(place.office, 'hlp_supervisor');
  await write({
    [`agreement:${agreement}`]: agreed({}),
    [`agreementText:${agreement}`]: { number: '', intro: 'اتفق الطرفان', shares: '', noEndorsement: '' },
    [`term:${term}`]: dueOn('2026-05-01', 'pending'),
    [`termText:${term}`]: { by: [], to: [], text: 'يخلي الدار', amount: null, currency: null, note: '' },
  });
}, 30_000);
afterAll(() => place.close());
beforeEach(() => signIn(place.office, 'hlp_supervisor'));

const agreed = (more: JsonObject): JsonObject => ({
  drafted: '2026-04-01',
  signed: null,
  readAloud: false,
  registrable: null,
  womensShare: null,
  minorsShare: null,
  supersedes: null,
  ...more,
});
const dueOn = (due: string, status: string): JsonObject => ({
  agreement,
  order: 1,
  kind: 'vacate_property',
  due,
  status,
  statusOn: null,
});

/** Through the writer that use-cases get. */
async function write(groups: Readonly<Record<string, JsonObject>>): Promise<void> {
  const home = place.services.home.open;
  if (!home) throw new Error('no open home');
  const heads = await place.office.heads(place.ids.dispute);
  await inTransaction(home.store, async () => {
    const { write: writeRecord } = createWriter(home, place.services.ports.now);
    writeRecord({
      record: place.ids.dispute,
      at: 'dispute',
      kind: 'test.written',
      groups: Object.entries(groups).map(([group, value]) => ({ group, value })),
      heads,
    });
    return ok(null);
  });
}

const seal = () =>
  place.office.call('papers.seal', { kind: 'agreement', disputeId: place.ids.dispute, element: agreement });
const verdictOf = async (digits: string) => (await place.office.call('papers.check', { digits })).verdict;

describe('a sealed paper', () => {
  it('is genuine as long as the register says the same, and says which case and office it is of', async () => {
    const { digits, number } = await seal();
    const found = { disputeId: place.ids.dispute, element: agreement };
    const told = await place.office.call('papers.check', { digits: ` ${digits}\r\n` });
    expect(told).toMatchObject({ verdict: 'genuine', kind: 'agreement', number, date: '2026-04-01', found });
    expect(told.office).not.toBe('');
  });

  it('holds no name and no word of the agreement', async () => {
    const read = readSealDigits((await seal()).digits);
    expect(Buffer.from(read?.signed ?? []).toString('utf8')).not.toMatch(/\p{Script=Arabic}/u);
  });

  it('stays genuine when a term is kept, and is altered when the register says another day', async () => {
    const { digits } = await seal();
    await write({ [`term:${term}`]: dueOn('2026-05-01', 'fulfilled') });
    expect(await verdictOf(digits)).toBe('genuine');
    await write({ [`term:${term}`]: dueOn('2026-06-01', 'fulfilled') });
    expect(await verdictOf(digits)).toBe('altered');
    expect(await verdictOf((await seal()).digits)).toBe('genuine');
  });

  it('is forged when a byte of what was signed is another', async () => {
    const read = readSealDigits((await seal()).digits);
    if (read === null) throw new Error('no seal');
    for (const at of [20, 25, 38 + 5]) {
      const signed = read.signed.with(at, ((read.signed[at] ?? 0) ^ 1) & 0x7f);
      expect(await verdictOf(sealDigits(signed, read.signature)), String(at)).toBe('forged');
    }
    const ofNobody = read.signed.with(3, (read.signed[3] ?? 0) ^ 1);
    expect(await verdictOf(sealDigits(ofNobody, read.signature))).toBe('unknown');
  });

  it('is compared by eye by whoever may not see the case, and superseded by a later agreement', async () => {
    const { digits } = await seal();
    await signIn(place.office, 'hlp_mediator');
    expect(['genuine', 'signed']).toContain(await verdictOf(digits));
    await signIn(place.office, 'hlp_supervisor');
    await write({ [`agreement:${noRecord}`]: agreed({ supersedes: agreement }) });
    expect(await verdictOf(digits)).toBe('superseded');
  });

  it('is asked for and judged on the HLP side alone', async () => {
    const { digits } = await seal();
    await signIn(place.office, 'policing_officer');
    expect(await place.office.answer('papers.check', { digits })).toMatchObject({
      error: { code: 'session/forbidden' },
    });
    await signIn(place.office, 'hlp_supervisor');
    await expectRefusal(place.office, 'papers.check', 'paper/no-seal', { digits: '12345' });
    const none = { kind: 'receipt', disputeId: place.ids.dispute, element: agreement } as const;
    await expectRefusal(place.office, 'papers.seal', 'record/not-found', none);
  });
});
