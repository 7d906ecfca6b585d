import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPeopledOffice, type PeopledOffice, signIn } from '#core/testing/peopled-office.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { sampleDispute, sampleForum } from '#core/testing/samples.ts';
import { carry, testPassphrase } from '#core/testing/test-app.ts';
import { noHead, noRecord } from '#core/testing/unlike-ids.ts';

let place: PeopledOffice;
beforeAll(async () => {
  place = await createPeopledOffice();
  await place.directorate.call('users.create', {
    loginName: 'clerk',
    displayName: 'clerk',
    roles: ['policing_clerk'],
    passphrase: testPassphrase,
  });
}, 30_000);
afterAll(() => place.close());
beforeEach(async () => {
  await signIn(place.office, 'first');
  await signIn(place.directorate, 'first');
});

async function newForum(name = 'منتدى') {
  const fields = sampleForum({ name });
  const { id } = await place.office.call('forums.create', { fields });
  return { id, fields, heads: await place.office.heads(id) };
}

/** The name of one forum, changed at both ends, neither knowing of the other. */
async function newConflict() {
  const { office, directorate } = place;
  const { id, fields } = await newForum('قبل');
  await carry(office, directorate);
  const edit = async (app: typeof office, name: string) =>
    app.call('forums.edit', { forumId: id, fields: { ...fields, name }, heads: await app.heads(id) });
  await edit(office, 'هنا');
  await edit(directorate, 'هناك');
  await carry(directorate, office);
  const row = (await office.call('records.conflicts', {})).find(({ recordId }) => recordId === id);
  if (!row) throw new Error('no conflict came about');
  return { id, row, heads: row.heads };
}

describe('the history of a record', () => {
  it('tells who did what, newest first, with each value before and after', async () => {
    const { office } = place;
    const { id, fields, heads } = await newForum('قبل');
    await office.call('forums.edit', { forumId: id, fields: { ...fields, name: 'بعد' }, heads });
    const history = await office.call('records.history', { recordId: id });
    const [edited] = history;
    expect(edited).toMatchObject({
      kind: 'forum.edited',
      by: 'amal office',
      role: 'policing_officer',
      nodeName: 'office',
    });
    expect(edited?.groups).toEqual([
      {
        group: 'identity',
        before: { name: 'قبل', place: fields.place },
        after: { name: 'بعد', place: fields.place },
        withheld: false,
      },
    ]);
    expect(history.at(-1)).toMatchObject({ kind: 'forum.created' });
    expect(history.map(({ at }) => at)).toEqual(
      history
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
  });

  it('tells at the directorate that something was done, not what, where it stays at the office', async () => {
    const { office, directorate } = place;
    const fields = sampleDispute({ narrative: 'سرّ' });
    const { id: disputeId } = await office.call('disputes.open', { fields });
    const heads = await office.heads(disputeId);
    await office.call('disputes.edit', { disputeId, fields: { ...fields, narrative: 'سرّ آخر' }, heads });
    await carry(office, directorate);
    const [latest] = await directorate.call('records.history', { recordId: disputeId });
    expect(latest).toMatchObject({ kind: 'restricted', by: 'amal office', nodeName: 'office' });
    expect(latest?.groups).toMatchObject([{ group: 'narrative', before: null, after: null, withheld: true }]);
    expect(JSON.stringify(await directorate.call('records.history', { recordId: disputeId }))).not.toContain('سرّ');
  });

  it('of a record that does not exist is not found', async () => {
    const { office } = place;
    await expectRefusal(office, 'records.history', 'record/not-found', { recordId: noRecord });
    await expectRefusal(office, 'records.heads', 'record/not-found', { recordId: noRecord });
  });
});

describe('voiding a record', () => {
  it('keeps it, marked, with the reason and who gave it', async () => {
    const { office } = place;
    const { id, heads } = await newForum();
    await office.call('records.void', { recordId: id, reason: 'مكرّر', heads });
    expect(await office.call('forums.get', { forumId: id })).toMatchObject({
      voided: { reason: 'مكرّر', by: 'amal office' },
      may: { edit: false, correct: false, void: false },
    });
    const now = await office.heads(id);
    await expectRefusal(office, 'records.void', 'record/voided', { recordId: id, reason: 'x', heads: now });
    const overview = await office.call('home.overview', { today: '2026-03-01' });
    const { total } = await office.call('forums.list', {});
    expect(overview.counts.forums).toBeLessThan(total);
  });

  it('is refused for what does not exist, is a person, or changed in that respect', async () => {
    const { office, users } = place;
    await expectRefusal(office, 'records.void', 'record/not-found', { recordId: noRecord, reason: 'x', heads: {} });
    await expectRefusal(office, 'records.void', 'record/not-found', {
      recordId: users.auditor,
      reason: 'x',
      heads: {},
    });
    const { id } = await newForum();
    const heads = { void: [noHead] };
    await expectRefusal(office, 'records.void', 'record/changed', { recordId: id, reason: 'x', heads });
  });

  it('is for the officer of its compartment at the node that owns it', async () => {
    const { office, directorate } = place;
    const { id, heads } = await newForum();
    await carry(office, directorate);
    await expectRefusal(directorate, 'records.void', 'record/not-yours', { recordId: id, reason: 'x', heads });
    const { id: disputeId } = await office.call('disputes.open', { fields: sampleDispute() });
    await signIn(office, 'policing_officer');
    await expectRefusal(office, 'records.void', 'record/not-found', { recordId: disputeId, reason: 'x', heads: {} });
  });
});

describe('a conflict', () => {
  it('is listed with both values and settled by writing one of them again', async () => {
    const { office, directorate } = place;
    const { id, row, heads } = await newConflict();
    expect(row).toMatchObject({ recordType: 'forum', group: 'identity' });
    expect(row.values.map(({ value }) => (value as { name: string }).name).toSorted()).toEqual(['هنا', 'هناك']);
    expect(row.values.map(({ nodeName }) => nodeName).toSorted()).toEqual(['directorate', 'office']);
    expect(row.values.filter(({ shown }) => shown)).toHaveLength(1);
    expect(await office.call('forums.get', { forumId: id })).toMatchObject({ conflicts: ['identity'] });
    const listed = (await office.call('forums.list', {})).rows.find((forum) => forum.id === id);
    expect(listed).toMatchObject({ conflict: true });
    for (const { changeId, value } of row.values) {
      if ((value as { name: string }).name !== 'هناك') continue;
      await office.call('records.resolve', { recordId: id, group: 'identity', keep: changeId, heads });
    }
    expect(await office.call('forums.get', { forumId: id })).toMatchObject({ name: 'هناك', conflicts: [] });
    await carry(office, directorate);
    expect(await directorate.call('forums.get', { forumId: id })).toMatchObject({ name: 'هناك', conflicts: [] });
  });

  it('is not settled where there is none, nor by a value that is not among its own', async () => {
    const { office } = place;
    const { id, heads } = await newForum();
    const [keep = noHead] = heads.identity ?? [];
    const settle = { recordId: id, group: 'identity', keep, heads };
    await expectRefusal(office, 'records.resolve', 'record/no-conflict', settle);
    const made = await newConflict();
    const wrong = { recordId: made.id, group: 'identity', keep: noHead, heads: made.heads };
    await expectRefusal(office, 'records.resolve', 'record/no-conflict', wrong);
    await expectRefusal(office, 'records.resolve', 'record/not-found', { ...wrong, recordId: noRecord });
  });

  it('is not settled on a form that saw only part of it, nor on a void record', async () => {
    const { office } = place;
    const { id, row, heads } = await newConflict();
    const keep = row.values[0]?.changeId ?? noHead;
    const partly = { ...heads, identity: [keep] };
    const settle = { recordId: id, group: 'identity', keep };
    await expectRefusal(office, 'records.resolve', 'record/changed', { ...settle, heads: partly });
    await office.call('records.void', { recordId: id, reason: 'x', heads });
    await expectRefusal(office, 'records.resolve', 'record/voided', { ...settle, heads });
  });

  it('of an office is not settled above by a clerk', async () => {
    const { office, directorate } = place;
    const { id, row, heads } = await newConflict();
    await carry(office, directorate);
    await directorate.call('session.unlock', { user: 'clerk', passphrase: testPassphrase });
    const settle = { recordId: id, group: 'identity', keep: row.values[0]?.changeId ?? noHead, heads };
    await expectRefusal(directorate, 'records.resolve', 'record/not-yours', settle);
  });
});
