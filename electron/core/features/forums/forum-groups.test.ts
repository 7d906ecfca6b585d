/** @file What a forum keeps beside its members: statute, elections, and the office that serves it. */
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ForumFields } from '#shared/contract/forums.ts';
import { createPeopledOffice, type PeopledOffice, signIn } from '#core/testing/peopled-office.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { sampleForum, sampleMember, sampleSite } from '#core/testing/samples.ts';
import { carry } from '#core/testing/test-app.ts';
import { noRecord } from '#core/testing/unlike-ids.ts';

let place: PeopledOffice;
beforeAll(async () => {
  place = await createPeopledOffice();
  await signIn(place.office, 'policing_officer');
}, 30_000);
afterAll(() => place.close());

describe('what a forum keeps beside its members', () => {
  const whole = () => {
    const chair = { ...sampleMember('هدى كاظم'), role: 'chair' as const, termFrom: '2025-03-01' };
    const guest = uuidv7();
    return {
      chair,
      guest,
      fields: sampleForum({
        members: [
          chair,
          {
            ...sampleMember('سالم جبار'),
            status: 'resigned',
            leftOn: '2026-01-05',
            secondary: ['farmer_representative'],
            displacement: 'returnee',
            selection: 'elected',
            institution: 'جمعية الفلاحين',
          },
        ],
        site: null,
        statute: {
          adoptedOn: '2025-02-10',
          order: '17/2025',
          area: 'حي النصر',
          aims: 'السلامة',
          usualMeeting: 'المدرسة',
        },
        elections: [
          {
            id: uuidv7(),
            on: '2025-03-01',
            role: 'chair',
            counted: true,
            voters: 12,
            reason: '',
            candidates: [
              { id: uuidv7(), member: chair.id, name: null, sex: 'female', votes: 8, elected: true },
              { id: guest, member: null, name: 'مرشح من خارج المنتدى', sex: 'male', votes: 4, elected: false },
            ],
          },
        ],
      }),
    };
  };

  it('is read as it was written, and written again only where it was changed', async () => {
    const { office } = place;
    await signIn(office, 'policing_officer');
    const { fields } = whole();
    const { id: forumId } = await office.call('forums.create', { fields });
    const read = await office.call('forums.get', { forumId });
    const { statute, elections, site } = fields;
    expect(read).toMatchObject({ statute, elections, site, turns: [], partners: [] });
    expect(read.members).toEqual(
      expect.arrayContaining(fields.members.map((member) => expect.objectContaining(member))),
    );
    const heads = await office.heads(forumId);
    expect((await office.call('forums.edit', { forumId, fields, heads })).changedGroups).toEqual([]);
    const { statute: _gone, elections: _none, ...plain } = fields;
    const { changedGroups } = await office.call('forums.edit', { forumId, fields: plain, heads });
    expect(changedGroups.map((group) => group.split(':')[0]).toSorted()).toEqual([
      'candidateName',
      'election',
      'statute',
    ]);
  });

  it('goes to the directorate but for the name of a candidate from outside', async () => {
    const { office, directorate } = place;
    await signIn(office, 'policing_officer');
    const { fields } = whole();
    const { id: forumId } = await office.call('forums.create', { fields });
    await signIn(office, 'first');
    await carry(office, directorate);
    const seen = await directorate.call('forums.get', { forumId });
    expect(seen.elections[0]?.candidates.map(({ name, votes }) => [name, votes])).toEqual([
      [null, 8],
      [null, 4],
    ]);
    expect(seen.members.find(({ status }) => status === 'resigned')).toMatchObject({
      institution: 'جمعية الفلاحين',
      displacement: 'returnee',
    });
    await signIn(directorate, 'first');
    const corrected = { ...ForumFields.strip().parse(seen), name: 'اسم مصحح' };
    await directorate.call('forums.edit', { forumId, fields: corrected, heads: seen.heads });
    await carry(directorate, office);
    const back = await office.call('forums.get', { forumId });
    expect(back).toMatchObject({ name: 'اسم مصحح' });
    expect(back.elections[0]?.candidates[1]).toMatchObject({ name: 'مرشح من خارج المنتدى' });
  });

  it('is refused at the field where it cannot be', async () => {
    const { office } = place;
    await signIn(office, 'policing_officer');
    const { fields, chair } = whole();
    const second = { ...sampleMember('ثانية'), role: 'chair' as const };
    const answer = await office.answer('forums.create', { fields: { ...fields, members: [chair, second] } });
    expect(answer).toMatchObject({
      ok: false,
      error: { params: { fields: [{ path: 'fields.members.1.role', code: 'field/second-chair' }] } },
    });
    const dormant = { ...fields, status: 'dormant' };
    await expectRefusal(office, 'forums.create', 'call/bad-input', { fields: dormant } as never);
  });
});

describe('the office that serves a forum', () => {
  it('is one of the register, and beyond the rule taken with a reason alone', async () => {
    const { office } = place;
    await signIn(office, 'policing_officer');
    const { id: near } = await office.call('sites.create', { fields: sampleSite({ place: 'IQG10', position: null }) });
    const { id: far } = await office.call('sites.create', { fields: sampleSite({ name: 'البعيد' }) });
    const { id: centre } = await office.call('sites.create', { fields: sampleSite({ kind: 'hlp_centre' }) });
    const create = (more: object) =>
      office.answer('forums.create', { fields: { ...sampleForum({ place: 'IQG10' }), ...more } });
    const refusedAt = (field: string, code: string) => ({
      error: { code: 'call/bad-input', params: { fields: [{ path: `fields.${field}`, code }] } },
    });
    expect(await create({ site: noRecord })).toMatchObject(refusedAt('site', 'field/unknown-code'));
    expect(await create({ site: centre })).toMatchObject(refusedAt('site', 'field/unknown-code'));
    expect(await create({ site: far })).toMatchObject(refusedAt('farReason', 'field/required'));
    expect(await create({ site: near })).toMatchObject({ ok: true });
    const { id: forumId } = await office.call('forums.create', {
      fields: sampleForum({ site: far, farReason: 'لا مكتب أقرب' }),
    });
    const read = await office.call('forums.get', { forumId });
    expect(read).toMatchObject({ site: far, farReason: 'لا مكتب أقرب' });
    const fields = { ...ForumFields.strip().parse(read), farReason: '' };
    await expectRefusal(office, 'forums.edit', 'call/bad-input', { forumId, fields, heads: read.heads });
  });
});
