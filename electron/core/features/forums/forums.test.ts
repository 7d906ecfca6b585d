import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPeopledOffice, type PeopledOffice, signIn } from '#core/testing/peopled-office.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { sampleForum, sampleMember } from '#core/testing/samples.ts';
import { carry, createTestApp, initHome, testPassphrase } from '#core/testing/test-app.ts';
import { noRecord } from '#core/testing/unlike-ids.ts';

let place: PeopledOffice;
beforeAll(async () => {
  place = await createPeopledOffice();
  await signIn(place.office, 'policing_officer');
}, 30_000);
afterAll(() => place.close());

describe('a forum', () => {
  it('is read as it was written, with what the person may do', async () => {
    const { office } = place;
    const fields = sampleForum();
    const { id } = await office.call('forums.create', { fields });
    expect(await office.call('forums.get', { forumId: id })).toMatchObject({
      ...fields,
      members: fields.members.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      owner: { name: 'office', mine: true },
      conflicts: [],
      withheld: [],
      voided: null,
      may: { edit: true, correct: false, void: true },
    });
  });

  it('writes only what was changed, and nothing when nothing was', async () => {
    const { office } = place;
    const fields = sampleForum();
    const { id: forumId } = await office.call('forums.create', { fields });
    const heads = await office.heads(forumId);
    const same = await office.call('forums.edit', { forumId, fields, heads });
    expect(same.changedGroups).toEqual([]);
    const [first, second] = fields.members;
    if (!first || !second) throw new Error('a sample without members');
    const edited = { ...fields, status: 'established' as const, members: [first, sampleMember('نور')] };
    const { changedGroups } = await office.call('forums.edit', { forumId, fields: edited, heads });
    const kept = new Set(changedGroups);
    expect(kept).toContain('status');
    expect(kept).toContain(`member:${second.id}`);
    expect(kept).not.toContain(`member:${first.id}`);
    expect(kept).not.toContain('identity');
    expect((await office.call('forums.get', { forumId })).members).toHaveLength(2);
  });

  it('keeps a name that the form could not show', async () => {
    const { office } = place;
    const fields = sampleForum();
    const { id: forumId } = await office.call('forums.create', { fields });
    const members = fields.members.map((member) => ({ ...member, name: null, phone: null }));
    const heads = await office.heads(forumId);
    await office.call('forums.edit', { forumId, fields: { ...fields, members }, heads });
    const names = (await office.call('forums.get', { forumId })).members.map(({ name }) => name);
    expect(names.toSorted()).toEqual(fields.members.map(({ name }) => name).toSorted());
  });

  it('is not edited over what somebody else saved meanwhile', async () => {
    const { office } = place;
    const { id: forumId } = await office.call('forums.create', { fields: sampleForum() });
    const heads = await office.heads(forumId);
    await office.call('forums.edit', { forumId, fields: sampleForum({ name: 'الأول' }), heads });
    await expectRefusal(office, 'forums.edit', 'record/changed', {
      forumId,
      fields: sampleForum({ name: 'x' }),
      heads,
    });
    expect((await office.call('forums.get', { forumId })).name).toBe('الأول');
  });

  it('that is void stays to be read and is not edited', async () => {
    const { office } = place;
    const { id } = await office.call('forums.create', { fields: sampleForum() });
    await office.call('records.void', { recordId: id, reason: 'سُجّل مرتين', heads: await office.heads(id) });
    const heads = await office.heads(id);
    await expectRefusal(office, 'forums.edit', 'record/voided', { forumId: id, fields: sampleForum(), heads });
    const read = await office.call('forums.get', { forumId: id });
    expect(read).toMatchObject({ voided: { reason: 'سُجّل مرتين' }, may: { edit: false, void: false } });
    const listed = (await office.call('forums.list', {})).rows.find((row) => row.id === id);
    expect(listed).toMatchObject({ voided: true });
  });

  it('that does not exist is not found', async () => {
    const { office } = place;
    await expectRefusal(office, 'forums.get', 'record/not-found', { forumId: noRecord });
    await expectRefusal(office, 'forums.edit', 'record/not-found', {
      forumId: noRecord,
      fields: sampleForum(),
      heads: {},
    });
    await expectRefusal(office, 'forums.get', 'record/not-found', { forumId: place.ids.meeting });
  });

  it('is recorded by an enrolled office that offers the service alone', async () => {
    const fields = sampleForum();
    const fresh = await createTestApp();
    await initHome(fresh, 'office');
    await expectRefusal(fresh, 'forums.create', 'node/not-enrolled', { fields });
    await fresh.close();
    await expectRefusal(place.directorate, 'forums.create', 'node/service-not-offered', { fields });
  });

  it('of an office is corrected above by an officer, not by a clerk', async () => {
    const { office, directorate } = place;
    const fields = sampleForum();
    const { id: forumId } = await office.call('forums.create', { fields });
    await signIn(office, 'first');
    await carry(office, directorate);
    await directorate.call('users.create', {
      loginName: 'clerk',
      displayName: 'clerk',
      roles: ['policing_clerk'],
      passphrase: testPassphrase,
    });
    await signIn(directorate, 'first');
    const seen = await directorate.call('forums.get', { forumId });
    expect(seen).toMatchObject({ may: { edit: false, correct: true, void: false } });
    expect(seen.members.every(({ name, phone }) => name === null && phone === null)).toBe(true);
    await directorate.call('session.unlock', { user: 'clerk', passphrase: testPassphrase });
    const heads = await directorate.heads(forumId);
    const other = { ...fields, name: 'y' };
    await expectRefusal(directorate, 'forums.edit', 'record/not-yours', { forumId, fields: other, heads });
    await signIn(directorate, 'first');
    await directorate.call('forums.edit', { forumId, fields: other, heads });
    const [latest] = await directorate.call('records.history', { recordId: forumId });
    expect(latest).toMatchObject({
      kind: 'correction.forum.edited',
      role: 'policing_officer',
      nodeName: 'directorate',
    });
  });
});

describe('the list of forums', () => {
  it('finds by words as people type them: letters and digits of any kind, beginnings of words', async () => {
    const { office } = place;
    await signIn(office, 'policing_officer');
    const members = [sampleMember('إبراهيم الزيدي')];
    const { id } = await office.call('forums.create', { fields: sampleForum({ name: 'منتدى أحمد ١٧', members }) });
    const finds = async (search: string): Promise<boolean> =>
      (await office.call('forums.list', { search })).rows.some((row) => row.id === id);
    for (const typed of ['احمد', 'أحمد', 'أحم', '17', '١٧', '۱۷', 'منتدي احمد', 'ابراهيم', '17 احمد']) {
      expect([typed, await finds(typed)]).toEqual([typed, true]);
    }
    for (const typed of ['محمود', '18', 'احمد محمود']) expect([typed, await finds(typed)]).toEqual([typed, false]);
  });

  it('takes whatever is typed as words, never as a query', async () => {
    const { office } = place;
    for (const search of [
      '"',
      '*',
      '-',
      'a OR b',
      'NEAR(',
      "'; DROP TABLE record; --",
      '\u0000',
      '(',
      '^x',
      ':',
      '""',
    ]) {
      expect([search, (await office.answer('forums.list', { search })).ok]).toEqual([search, true]);
    }
  });

  it('is paged, newest first, with the whole count on each page', async () => {
    const { office } = place;
    await signIn(office, 'policing_officer');
    for (const day of ['2024-01-05', '2024-01-03', '2024-01-04', '2024-01-01', '2024-01-02']) {
      await office.call('forums.create', { fields: sampleForum({ name: `صفحة ${day}`, foundedOn: day }) });
    }
    const page = (offset: number) => office.call('forums.list', { search: 'صفحة', offset, limit: 2 });
    const pages = [await page(0), await page(2), await page(4), await page(6)];
    expect(pages.map(({ total }) => total)).toEqual([5, 5, 5, 5]);
    expect(pages.flatMap(({ rows }) => rows.map(({ foundedOn }) => foundedOn))).toEqual([
      '2024-01-05',
      '2024-01-04',
      '2024-01-03',
      '2024-01-02',
      '2024-01-01',
    ]);
  });
});
