/** @file Whose name leaves the office: holders of an office of the forum who agreed (docs/adr/0015). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ForumFields } from '#shared/contract/forums.ts';
import { sampleForum, sampleMember } from '#core/testing/samples.ts';
import { carry, createPair } from '#core/testing/test-app.ts';

type ForumMember = ForumFields['members'][number];

let pair: Awaited<ReturnType<typeof createPair>>;
beforeAll(async () => {
  pair = await createPair();
}, 30_000);
afterAll(() => pair.close());

describe('the name of an office-holder', () => {
  const member = (more: Partial<ForumMember>) => ({ ...sampleMember('سعاد الرئيسة'), ...more });
  const created = async (one: ForumMember) => {
    const { id } = await pair.office.call('forums.create', { fields: sampleForum({ members: [one] }) });
    return id;
  };
  const edited = async (forumId: string, one: ForumMember) =>
    pair.office.call('forums.edit', {
      forumId,
      fields: sampleForum({ members: [one] }),
      heads: await pair.office.heads(forumId),
    });
  const above = async (forumId: string) => {
    await carry(pair.office, pair.directorate);
    return pair.directorate.call('forums.get', { forumId });
  };

  it('goes to the directorate where he or she agreed, and ends with the office or the agreement', async () => {
    const chair = member({ role: 'chair', named: true });
    const forumId = await created(chair);
    const holder = [{ member: chair.id, name: chair.name }];
    expect(await above(forumId)).toMatchObject({ members: [{ name: null, named: true }], holders: holder });
    await edited(forumId, { ...chair, named: false });
    expect(await above(forumId)).toMatchObject({ members: [{ named: false }], holders: [] });
    await edited(forumId, chair);
    expect(await above(forumId)).toMatchObject({ holders: holder });
    await edited(forumId, { ...chair, role: 'member' });
    expect(await above(forumId)).toMatchObject({ members: [{ name: null, named: true }], holders: [] });
    await edited(forumId, { ...chair, name: 'سعاد', status: 'active' });
    expect(await above(forumId)).toMatchObject({ holders: [{ member: chair.id, name: 'سعاد' }] });
    await edited(forumId, { ...chair, status: 'resigned' });
    expect(await above(forumId)).toMatchObject({ holders: [] });
  });

  it('does not go where nobody was asked, nor that of a member without an office', async () => {
    for (const more of [{ role: 'chair' }, { role: 'chair', named: false }, { role: 'member', named: true }] as const) {
      expect(await above(await created(member(more)))).toMatchObject({ members: [{ name: null }], holders: [] });
    }
  });

  it('is left as it is by a correction that could not show the name, and taken out by one that ends the office', async () => {
    const chair = member({ role: 'secretary', named: true });
    const forumId = await created(chair);
    const seen = await above(forumId);
    const correct = async (role: 'secretary' | 'member') =>
      pair.directorate.call('forums.edit', {
        forumId,
        fields: sampleForum({ name: 'اسم مصحح', members: [{ ...chair, role, name: null, phone: null }] }),
        heads: await pair.directorate.heads(forumId),
      });
    await correct('secretary');
    expect(await above(forumId)).toMatchObject({ name: 'اسم مصحح', holders: seen.holders });
    await correct('member');
    expect((await above(forumId)).holders).toEqual([]);
    await carry(pair.directorate, pair.office);
    expect(await pair.office.call('forums.get', { forumId })).toMatchObject({
      members: [{ name: chair.name }],
      holders: [],
    });
  });
});
