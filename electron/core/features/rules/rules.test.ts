import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { GroupChange } from '#core/changes/write.ts';
import { createWriter } from '#core/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { createPeopledOffice, type PeopledOffice, signIn } from '#core/testing/peopled-office.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { carry, createTestApp, enrol, initHome, type TestApp } from '#core/testing/test-app.ts';
import { noRecord } from '#core/testing/unlike-ids.ts';
import type { RuleKey } from '#shared/domain/rules.ts';
import { ok } from '#shared/lib/result.ts';

let place: PeopledOffice;
beforeAll(async () => {
  place = await createPeopledOffice();
}, 30_000);
afterAll(() => place.close());
beforeEach(() => signIn(place.office, 'first'));

const ruleOf = async (app: TestApp, key: RuleKey, day: string | null = null) => {
  const found = (await app.call('rules.get', { day })).find((rule) => rule.key === key);
  if (!found) throw new Error(`no rule ${key}`);
  return found;
};

describe('a rule value', () => {
  it('is the shipped default until the directorate says otherwise, for everybody', async () => {
    await signIn(place.office, 'directorate_analyst');
    expect(await ruleOf(place.office, 'forumTermMonths')).toMatchObject({ value: 24, since: null, periods: [] });
    const fresh = await createTestApp();
    await initHome(fresh, 'office');
    expect(await ruleOf(fresh, 'forumTermMonths')).toMatchObject({ value: 24, since: null });
    await fresh.close();
  });

  it('is set by the directorate from a day on and goes down; earlier days keep theirs', async () => {
    const { office, directorate } = place;
    await directorate.call('rules.set', { key: 'forumQuorumRatio', since: '2026-01-01', value: 400 });
    await directorate.call('rules.set', { key: 'forumQuorumRatio', since: '2026-06-01', value: 600 });
    await carry(directorate, office);
    expect(await ruleOf(office, 'forumQuorumRatio', '2025-12-31')).toMatchObject({ value: 500, since: null });
    expect(await ruleOf(office, 'forumQuorumRatio', '2026-02-10')).toMatchObject({ value: 400, since: '2026-01-01' });
    expect(await ruleOf(office, 'forumQuorumRatio')).toMatchObject({ value: 600, since: '2026-06-01' });
  });

  it('keeps to its bounds, and to one value a day', async () => {
    const { directorate } = place;
    const set = { key: 'officeMaxForums' as const, since: '2026-01-01', value: 6 };
    await expectRefusal(directorate, 'rules.set', 'rule/out-of-bounds', { ...set, value: 0 });
    await expectRefusal(directorate, 'rules.set', 'rule/out-of-bounds', { ...set, value: 51 });
    await directorate.call('rules.set', set);
    await expectRefusal(directorate, 'rules.set', 'rule/day-taken', { ...set, value: 7 });
    expect(await ruleOf(directorate, 'officeMaxForums')).toMatchObject({ value: 6 });
  });

  it('set by mistake is taken out: what was in force before holds on', async () => {
    const { directorate, office } = place;
    await directorate.call('rules.set', { key: 'actionEscalationDays', since: '2026-01-01', value: 10 });
    await directorate.call('rules.set', { key: 'actionEscalationDays', since: '2026-02-01', value: 100 });
    const [, wrong] = (await ruleOf(directorate, 'actionEscalationDays')).periods;
    if (!wrong) throw new Error('no second period');
    const heads = await directorate.heads(wrong.recordId);
    const withdraw = { ruleId: wrong.recordId, periodId: wrong.id, heads };
    await expectRefusal(directorate, 'rules.withdraw', 'record/not-found', { ...withdraw, ruleId: noRecord });
    await directorate.call('rules.withdraw', withdraw);
    expect(await ruleOf(directorate, 'actionEscalationDays')).toMatchObject({ value: 10, since: '2026-01-01' });
    await carry(directorate, office);
    expect((await ruleOf(office, 'actionEscalationDays')).periods).toHaveLength(1);
    // Once it is out, the day is free again.
    await directorate.call('rules.set', { key: 'actionEscalationDays', since: '2026-02-01', value: 20 });
  });

  it('is not taken out over a change that was not seen', async () => {
    const { directorate } = place;
    await directorate.call('rules.set', { key: 'disputeTargetDays', since: '2026-01-01', value: 80 });
    const [period] = (await ruleOf(directorate, 'disputeTargetDays')).periods;
    if (!period) throw new Error('no period');
    const withdraw = { ruleId: period.recordId, periodId: period.id };
    await expectRefusal(directorate, 'rules.withdraw', 'record/changed', {
      ...withdraw,
      heads: { [`period:${period.id}`]: ['A'.repeat(22)] },
    });
  });

  it('is set at the directorate alone', async () => {
    const { office } = place;
    const set = { key: 'officeMaxForums' as const, since: '2026-03-01', value: 7 };
    await expectRefusal(office, 'rules.set', 'node/not-the-directorate', set);
    const withdraw = { ruleId: noRecord, periodId: noRecord, heads: {} };
    await expectRefusal(office, 'rules.withdraw', 'node/not-the-directorate', withdraw);
    await signIn(office, 'policing_officer');
    expect(await office.refused('rules.set', set)).toBe('session/forbidden');
    expect(await office.refused('rules.withdraw', withdraw)).toBe('session/forbidden');
  });

  it('comes to an office that was enrolled later, through its department', async () => {
    const directorate = await createTestApp();
    const department = await createTestApp();
    const office = await createTestApp();
    await initHome(directorate, 'directorate');
    await directorate.call('rules.set', { key: 'officeMaxForums', since: '2026-01-01', value: 8 });
    await initHome(department, 'department');
    await enrol(directorate, department);
    const nodeOf = async (app: TestApp) => (await app.call('session.state', {})).node?.id ?? '';
    await initHome(office, 'office');
    await enrol(directorate, office, await nodeOf(department));
    await carry(directorate, department, await nodeOf(department));
    await carry(department, office, await nodeOf(office));
    expect(await ruleOf(office, 'officeMaxForums')).toMatchObject({ value: 8, since: '2026-01-01' });
    for (const app of [directorate, department, office]) await app.close();
  });

  it('of an office, written by a program that does not ask, counts nowhere', async () => {
    const { office, services } = place;
    const home = services.home.open;
    if (!home) throw new Error('locked');
    await inTransaction(home.store, async () => {
      const groups: readonly GroupChange[] = [
        { group: 'rule', value: { key: 'officeMaxForums' } },
        { group: `period:${office.ports.newId()}`, value: { since: '2026-02-01', value: 40 } },
      ];
      createWriter(home, Date.now).write({
        record: office.ports.newId(),
        at: 'rule',
        kind: 'rule.created',
        creates: true,
        groups,
      });
      return ok(null);
    });
    expect((await ruleOf(office, 'officeMaxForums')).periods.map(({ value }) => value)).not.toContain(40);
  });
});
