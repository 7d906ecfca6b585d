import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPeopledOffice, type PeopledOffice, signIn } from '#core/testing/peopled-office.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { sampleForum } from '#core/testing/samples.ts';
import { carry } from '#core/testing/test-app.ts';
import { noRecord } from '#core/testing/unlike-ids.ts';

let place: PeopledOffice;
beforeAll(async () => {
  place = await createPeopledOffice();
  await signIn(place.office, 'policing_officer');
}, 30_000);
afterAll(() => place.close());

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
