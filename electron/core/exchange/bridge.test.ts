import { afterEach, describe, expect, it } from 'vitest';
import { sampleDispute, sampleForum, sampleMeeting } from '#core/testing/samples.ts';
import { carry, createPair, createTestApp, enrol, initHome } from '#core/testing/test-app.ts';

let close: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const one of close) await one();
  close = [];
});

async function pair() {
  const made = await createPair();
  close.push(made.close);
  return made;
}

describe('the bridge', () => {
  it('carries a forum, a meeting and a dispute to the directorate, and the confirmation back', async () => {
    const { directorate, office } = await pair();
    const fields = sampleForum();
    const { id: forumId } = await office.call('forums.create', { fields });
    const members = fields.members.map(({ id }) => id);
    const { id: meetingId } = await office.call('meetings.create', { forumId, fields: sampleMeeting(members) });
    const { id: disputeId, number } = await office.call('disputes.open', { fields: sampleDispute() });
    expect(number).toMatch(/^[A-Z]{2}\d{3}-2026-A0001-.$/);

    const report = await carry(office, directorate);
    expect(report).toMatchObject({ verdict: 'applied', alreadyKnown: 0, held: 0, quarantined: [] });
    const forum = await directorate.call('forums.get', { forumId });
    expect(forum).toMatchObject({ name: fields.name, owner: { name: 'office', mine: false }, may: { edit: false } });
    expect(forum.members.map(({ name }) => name)).toEqual([null, null]);
    const meeting = await directorate.call('meetings.get', { meetingId });
    expect(meeting).toMatchObject({ number: 1, year: 2026, forumName: fields.name });
    const dispute = await directorate.call('disputes.get', { disputeId });
    expect(dispute).toMatchObject({
      number,
      narrative: null,
      properties: [{ description: null }],
      stage: { code: 'intake' },
    });

    const [before] = (await office.call('exchange.status', {})).peers;
    expect(before).toMatchObject({ acked: 0 });
    expect(before?.waiting).toBeGreaterThan(4);
    await carry(directorate, office);
    const [after] = (await office.call('exchange.status', {})).peers;
    expect(after).toMatchObject({ waiting: 0, acked: before?.waiting });
  });

  it('gives both ends the same digest of open records', async () => {
    const { directorate, office } = await pair();
    const { id } = await office.call('forums.create', { fields: sampleForum() });
    await office.call('forums.edit', {
      forumId: id,
      fields: { ...sampleForum(), name: 'منتدى آخر' },
      heads: await office.heads(id),
    });
    await carry(office, directorate);
    const owner = (await office.call('exchange.status', {})).node;
    const here = await office.call('exchange.digest', { owner });
    expect(await directorate.call('exchange.digest', { owner })).toEqual(here);
    expect(here.records).toBeGreaterThan(1);
  });

  it('says nothing new when the same file comes again', async () => {
    const { directorate, office } = await pair();
    await office.call('forums.create', { fields: sampleForum() });
    const written = await office.call('exchange.write', { to: office.app.grantPath(office.folder, 'folder') });
    const take = async () =>
      directorate.call('exchange.takeIn', { files: [directorate.app.grantPath(written.file, 'file')] });
    const [first] = await take();
    const [second] = await take();
    expect(second).toMatchObject({ verdict: 'nothing-new', applied: 0, alreadyKnown: first?.applied });
  });

  it('verifies both homes', async () => {
    const { directorate, office } = await pair();
    await office.call('forums.create', { fields: sampleForum() });
    await office.call('disputes.open', { fields: sampleDispute() });
    await carry(office, directorate);
    for (const app of [office, directorate]) {
      const verification = await app.call('exchange.verify', {});
      expect(verification.checks.filter(({ ok }) => !ok)).toEqual([]);
    }
  });

  it('passes on through a department what an office records, and the answer back', async () => {
    const directorate = await createTestApp();
    const department = await createTestApp();
    const office = await createTestApp();
    close.push(directorate.close, department.close, office.close);
    await initHome(directorate, 'directorate');
    await initHome(department, 'department');
    await initHome(office, 'office');
    await enrol(directorate, department);
    const { node } = await department.call('exchange.status', {});
    await enrol(directorate, office, node);
    await carry(directorate, department);

    const { id } = await office.call('forums.create', { fields: sampleForum() });
    expect(await carry(office, department)).toMatchObject({ verdict: 'applied', held: 0, quarantined: [] });
    const up = (await directorate.call('exchange.status', {})).node;
    expect(await carry(department, directorate, up)).toMatchObject({ verdict: 'applied', held: 0, quarantined: [] });
    expect(await directorate.call('forums.get', { forumId: id })).toMatchObject({ owner: { name: 'office' } });
    const owner = (await office.call('exchange.status', {})).node;
    const digest = await office.call('exchange.digest', { owner });
    expect(await department.call('exchange.digest', { owner })).toEqual(digest);
    expect(await directorate.call('exchange.digest', { owner })).toEqual(digest);
    await carry(department, office, owner);
    expect((await office.call('exchange.status', {})).peers).toMatchObject([{ waiting: 0 }]);
  });
});
