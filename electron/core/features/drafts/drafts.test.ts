import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InputOf } from '#shared/contract/contract.ts';
import { createPeopledOffice, type PeopledOffice, signIn } from '#core/testing/peopled-office.ts';

let place: PeopledOffice;
beforeAll(async () => {
  place = await createPeopledOffice();
  await signIn(place.office, 'policing_officer');
}, 30_000);
afterAll(() => place.close());

type Draft = Omit<InputOf<'drafts.put'>, 'commandId'>;
const keep = (draft: Partial<Draft> & Pick<Draft, 'form'>) =>
  place.office.call('drafts.put', { recordId: null, title: 'x', data: '{}', ...draft });

describe('a draft', () => {
  it('is one of its form, its record and its part', async () => {
    const { office, ids } = place;
    const form = 'plan-progress' as const;
    await keep({ form, recordId: ids.plan, part: 'a', data: '1' });
    await keep({ form, recordId: ids.plan, part: 'b', data: '2' });
    await keep({ form, recordId: ids.plan, part: 'b', data: '3' });
    const data = async (part?: string) => (await office.call('drafts.get', { form, recordId: ids.plan, part }))?.data;
    expect([await data('a'), await data('b'), await data()]).toEqual(['1', '3', undefined]);
    await office.call('drafts.discard', { form, recordId: ids.plan, part: 'a' });
    expect([await data('a'), await data('b')]).toEqual([undefined, '3']);
    await office.call('drafts.discard', { form, recordId: ids.plan, part: 'b' });
  });

  it('is listed with the type of its record, as far as this person sees the record', async () => {
    const { office, ids } = place;
    await keep({ form: 'reason', recordId: ids.meeting, part: 'void' });
    await keep({ form: 'rule', part: 'forumTermMonths' });
    await keep({ form: 'reason', recordId: ids.dispute, part: 'void' });
    const listed = (await office.call('drafts.list', {})).map(({ form, type, part }) => ({ form, type, part }));
    expect(listed).toEqual(
      expect.arrayContaining([
        { form: 'reason', type: 'meeting', part: 'void' },
        { form: 'rule', type: null, part: 'forumTermMonths' },
        { form: 'reason', type: null, part: 'void' },
      ]),
    );
    await signIn(office, 'policing_clerk');
    expect(await office.call('drafts.list', {})).toEqual([]);
    expect(await office.call('drafts.get', { form: 'rule', recordId: null, part: 'forumTermMonths' })).toBeNull();
  });
});
