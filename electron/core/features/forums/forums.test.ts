import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ForumFields } from '#shared/contract/forums.ts';
import { createPeopledOffice, type PeopledOffice, signIn } from '#core/testing/peopled-office.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { sampleForum, sampleMember, sampleSite } from '#core/testing/samples.ts';
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

describe('a forum that ends', () => {
  const made = async (name: string) =>
    (await place.office.call('forums.create', { fields: sampleForum({ name, foundedOn: '2025-02-03' }) })).id;
  const act = { on: '2026-02-01', reason: 'قلة الحضور' };

  it('goes into another one of the office, is shown with the reason, and can be revived', async () => {
    const { office } = place;
    await signIn(office, 'policing_officer');
    const [forumId, into] = [await made('المنتهي'), await made('الباقي')];
    const end = async (more: object) => ({
      forumId,
      how: 'merged' as const,
      into,
      ...act,
      ...more,
      heads: await office.heads(forumId),
    });
    await expectRefusal(office, 'forums.end', 'forum/no-merger-target', await end({ into: null }));
    await expectRefusal(office, 'forums.end', 'forum/no-merger-target', await end({ into: forumId }));
    await expectRefusal(office, 'forums.end', 'forum/before-last-turn', await end({ on: '2025-02-02' }));
    await office.call('forums.end', await end({}));
    expect(await office.call('forums.get', { forumId })).toMatchObject({
      status: 'merged',
      turns: [{ kind: 'merged', ...act, into: { id: into, name: 'الباقي' } }],
    });
    await expectRefusal(office, 'forums.end', 'forum/ended', await end({ how: 'dissolved' }));
    const heads = await office.heads(forumId);
    const fields = sampleForum({ name: 'x', status: 'active' });
    await expectRefusal(office, 'forums.edit', 'forum/status-by-act', { forumId, fields, heads });
    const renamed = { ...fields, status: 'merged' as const };
    expect((await office.call('forums.edit', { forumId, fields: renamed, heads })).changedGroups).toContain('identity');
    const revival = { forumId, on: '2026-01-31', reason: 'طلب الأهالي', heads: await office.heads(forumId) };
    await expectRefusal(office, 'forums.revive', 'forum/before-last-turn', revival);
    await office.call('forums.revive', { ...revival, on: '2026-02-20' });
    const revived = await office.call('forums.get', { forumId });
    expect(revived).toMatchObject({ status: 'established' });
    expect(revived.turns.map(({ kind }) => kind)).toEqual(['merged', 'revived']);
    await expectRefusal(office, 'forums.revive', 'forum/not-ended', {
      ...revival,
      on: '2026-02-20',
      heads: await office.heads(forumId),
    });
  });

  it('is ended by the office that keeps it alone, and not over what somebody else did meanwhile', async () => {
    const { office, directorate } = place;
    await signIn(office, 'policing_officer');
    const [forumId, gone] = [await made('المتغير'), await made('الباطل')];
    const dissolve = { how: 'dissolved' as const, ...act };
    await expectRefusal(office, 'forums.end', 'record/not-found', { forumId: noRecord, ...dissolve, heads: {} });
    await expectRefusal(office, 'forums.revive', 'record/not-found', { forumId: noRecord, ...act, heads: {} });
    const stale = await office.heads(forumId);
    await office.call('forums.edit', { forumId, fields: sampleForum({ status: 'planned' }), heads: stale });
    await expectRefusal(office, 'forums.end', 'record/changed', { forumId, ...dissolve, heads: stale });
    await office.call('forums.end', { forumId, ...dissolve, heads: await office.heads(forumId) });
    await expectRefusal(office, 'forums.revive', 'record/changed', { forumId, ...act, heads: stale });
    await office.call('records.void', { recordId: gone, reason: 'مكرر', heads: await office.heads(gone) });
    await expectRefusal(office, 'forums.end', 'record/voided', { forumId: gone, ...dissolve, heads: {} });
    await expectRefusal(office, 'forums.revive', 'record/voided', { forumId: gone, ...act, heads: {} });
    await signIn(office, 'first');
    await carry(office, directorate);
    await signIn(directorate, 'first');
    const heads = await directorate.heads(forumId);
    await expectRefusal(directorate, 'forums.end', 'record/not-yours', { forumId, ...dissolve, heads });
    await expectRefusal(directorate, 'forums.revive', 'record/not-yours', { forumId, ...act, heads });
  });

  it('is ended by an officer, not by a clerk, and never in passing', async () => {
    const { office } = place;
    await signIn(office, 'policing_officer');
    const forumId = await made('آخر');
    const heads = await office.heads(forumId);
    const fields = sampleForum({ status: 'dissolved' });
    await expectRefusal(office, 'forums.create', 'forum/status-by-act', { fields });
    await expectRefusal(office, 'forums.edit', 'forum/status-by-act', { forumId, fields, heads });
    await signIn(office, 'policing_clerk');
    const answers = [
      await office.answer('forums.end', { forumId, how: 'dissolved', ...act, heads }),
      await office.answer('forums.revive', { forumId, ...act, heads }),
    ];
    for (const answer of answers) expect(answer).toMatchObject({ error: { code: 'session/forbidden' } });
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
