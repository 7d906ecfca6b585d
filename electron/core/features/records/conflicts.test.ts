import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPeopledOffice, type PeopledOffice, signIn } from '#core/testing/peopled-office.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { sampleDispute, sampleForum, sampleMeeting } from '#core/testing/samples.ts';
import { carry, type TestApp, testPassphrase, testUser } from '#core/testing/test-app.ts';
import { noHead, noRecord } from '#core/testing/unlike-ids.ts';

let place: PeopledOffice;
let office: TestApp;
let directorate: TestApp;
beforeAll(async () => {
  place = await createPeopledOffice();
  ({ office, directorate } = place);
}, 30_000);
afterAll(() => place.close());
beforeEach(async () => {
  await signIn(office, 'first');
  await directorate.call('session.unlock', { user: testUser, passphrase: testPassphrase });
});

/** A forum known at both ends. */
async function sharedForum() {
  const fields = sampleForum({ name: 'قبل', members: [] });
  const { id } = await office.call('forums.create', { fields });
  await carry(office, directorate);
  return { id, fields };
}

async function editForum(app: TestApp, id: string, fields: ReturnType<typeof sampleForum>) {
  await app.call('forums.edit', { forumId: id, fields, heads: await app.heads(id) });
}

const conflictsOf = async (app: TestApp, id: string) =>
  (await app.call('records.conflicts', {})).filter(({ recordId }) => recordId === id);

async function onlyConflict(app: TestApp, id: string) {
  const [row, ...more] = await conflictsOf(app, id);
  if (!row || more.length > 0) throw new Error('not one conflict');
  return row;
}

/** The name, changed at both ends. */
async function twoNames() {
  const { id, fields } = await sharedForum();
  await editForum(office, id, { ...fields, name: 'هنا' });
  await editForum(directorate, id, { ...fields, name: 'هناك' });
  await carry(directorate, office);
  return { id, fields, row: await onlyConflict(office, id) };
}

const nameOf = async (app: TestApp, id: string) => (await app.call('forums.get', { forumId: id })).name;
const valueNamed = (row: Awaited<ReturnType<typeof onlyConflict>>, name: string) =>
  row.values.find(({ value }) => (value as { name: string }).name === name)?.changeId ?? noHead;

describe('a conflict', () => {
  it('says who wrote what, in which fields it differs, and how it came about', async () => {
    const { row } = await twoNames();
    expect(row).toMatchObject({
      nature: 'clerical',
      cause: { kind: 'correction', office: 'office', other: 'directorate' },
      differs: ['name'],
      texts: ['name'],
      whole: false,
      may: true,
    });
    expect(row.values.map(({ by, state }) => `${by}: ${state}`).toSorted()).toEqual([
      'amal directorate: value',
      'amal office: value',
    ]);
  });

  it('of values that are the same after folding does not exist', async () => {
    const { id, fields } = await sharedForum();
    await editForum(office, id, { ...fields, name: 'منتدى الأمل' });
    await editForum(directorate, id, { ...fields, name: 'منتدى الامل' });
    await carry(directorate, office);
    expect(await conflictsOf(office, id)).toEqual([]);
  });

  it('is settled by a new value that words anew what people word', async () => {
    const { id, row } = await twoNames();
    const [first] = row.values;
    const value = { ...(first?.value as object), name: 'كلاهما' };
    await office.call('records.resolve', { recordId: id, group: row.group, value, heads: row.heads });
    expect(await nameOf(office, id)).toBe('كلاهما');
    expect(await conflictsOf(office, id)).toEqual([]);
  });

  it('is not settled by a new value that says what nobody wrote, nor by two decisions at once', async () => {
    const { id, row } = await twoNames();
    const value = row.values[0]?.value as object;
    const settle = { recordId: id, group: row.group, heads: row.heads };
    const elsewhere = { ...settle, value: { ...value, place: 'IQG01' } };
    await expectRefusal(office, 'records.resolve', 'record/no-conflict', elsewhere);
    await expectRefusal(office, 'records.resolve', 'record/no-conflict', { ...settle, value: { name: 1 } });
    await expectRefusal(office, 'records.resolve', 'record/no-conflict', settle);
    const keep = row.values[0]?.changeId ?? noHead;
    await expectRefusal(office, 'records.resolve', 'record/no-conflict', { ...settle, keep, value: value as never });
    await expectRefusal(office, 'records.resolve', 'record/no-conflict', { ...settle, both: true });
  });

  it('of a stage is settled by one stage or the other, never by a mixture', async () => {
    const { id: disputeId } = await office.call('disputes.open', { fields: sampleDispute() });
    await carry(office, directorate);
    for (const [app, date] of [
      [office, '2026-02-20'],
      [directorate, '2026-02-21'],
    ] as const) {
      await app.call('disputes.move', { disputeId, to: 'screening', date, heads: await app.heads(disputeId) });
    }
    await carry(directorate, office);
    const row = await onlyConflict(office, disputeId);
    expect(row).toMatchObject({ group: 'stage', whole: true, differs: ['since'] });
    const value = row.values[0]?.value as Record<string, unknown>;
    const settle = { recordId: disputeId, group: 'stage', heads: row.heads, value };
    await expectRefusal(office, 'records.resolve', 'record/no-conflict', settle);
  });

  it('shows at the forum of a meeting as well', async () => {
    const { id: forumId } = await sharedForum();
    const { id: meetingId } = await office.call('meetings.create', { forumId, fields: sampleMeeting([]) });
    await carry(office, directorate);
    for (const [app, venue] of [
      [office, 'مدرسة'],
      [directorate, 'جامع'],
    ] as const) {
      const fields = sampleMeeting([], { venue });
      await app.call('meetings.edit', { meetingId, fields, heads: await app.heads(meetingId) });
    }
    await carry(directorate, office);
    expect((await conflictsOf(office, meetingId)).length).toBeGreaterThan(0);
    expect(await office.call('forums.get', { forumId })).toMatchObject({ conflicts: [], conflictsBelow: 1 });
    const listed = (await office.call('forums.list', {})).rows.find(({ id }) => id === forumId);
    expect(listed).toMatchObject({ conflict: true });
  });
});

describe('many conflicts of one cause', () => {
  it('stand together and are settled together, all or none', async () => {
    const forums = [await sharedForum(), await sharedForum()];
    for (const { id, fields } of forums) {
      await editForum(office, id, { ...fields, name: 'هنا', status: 'established' });
      await editForum(directorate, id, { ...fields, name: 'هناك', status: 'planned' });
    }
    await carry(directorate, office);
    const rows = (await Promise.all(forums.map(({ id }) => conflictsOf(office, id)))).flat();
    expect(rows).toHaveLength(4);
    expect(new Set(rows.map(({ together }) => together)).size).toBe(1);
    const choices = rows.map(({ recordId, group, values, heads }) => ({
      recordId,
      group,
      keep: values.find(({ nodeName }) => nodeName === 'directorate')?.changeId ?? noHead,
      heads: heads[group] ?? [],
    }));
    const spoilt = choices.with(3, { ...(choices[3] as (typeof choices)[number]), keep: noHead });
    await expectRefusal(office, 'records.resolveMany', 'record/no-conflict', { choices: spoilt });
    expect((await conflictsOf(office, forums[0]?.id ?? '')).length).toBe(2);
    expect(await office.call('records.resolveMany', { choices })).toEqual({ records: 2 });
    for (const { id } of forums) {
      expect(await conflictsOf(office, id)).toEqual([]);
      expect(await office.call('forums.get', { forumId: id })).toMatchObject({ name: 'هناك', status: 'planned' });
    }
  });
});

describe('two accounts of what happened', () => {
  it('are kept both, each over its author', async () => {
    const { id: forumId } = await sharedForum();
    const fields = sampleMeeting([]);
    const { id: meetingId } = await office.call('meetings.create', { forumId, fields });
    await carry(office, directorate);
    const [issue] = fields.issues;
    if (!issue) throw new Error('a meeting without an issue');
    for (const [app, statement] of [
      [office, 'الشارع مظلم'],
      [directorate, 'الشارع مضاء'],
    ] as const) {
      const edited = { ...fields, issues: [{ ...issue, statement }] };
      await app.call('meetings.edit', { meetingId, fields: edited, heads: await app.heads(meetingId) });
    }
    await carry(directorate, office);
    const row = await onlyConflict(office, meetingId);
    expect(row).toMatchObject({ nature: 'accounts', texts: ['statement'] });
    await office.call('records.resolve', { recordId: meetingId, group: row.group, both: true, heads: row.heads });
    const { issues } = await office.call('meetings.get', { meetingId });
    const text = issues[0]?.statement ?? '';
    expect(text).toContain('الشارع مظلم\n— amal office · office · ');
    expect(text).toContain('الشارع مضاء\n— amal directorate · directorate · ');
  });
});

describe('a decision', () => {
  it('is taken back by a later change, and that one too', async () => {
    const { id, row } = await twoNames();
    await office.call('records.resolve', {
      recordId: id,
      group: row.group,
      keep: valueNamed(row, 'هناك'),
      heads: row.heads,
    });
    const undo = async () => {
      const settled = (await office.call('records.settled', {})).find(({ recordId }) => recordId === id);
      const [other] = settled?.others ?? [];
      if (!settled || !other) throw new Error('nothing to take back');
      await office.call('records.undoResolve', {
        recordId: id,
        group: row.group,
        back: other.changeId,
        heads: settled.heads,
      });
      return settled;
    };
    expect(await undo()).toMatchObject({ undone: false, value: { name: 'هناك' } });
    expect(await nameOf(office, id)).toBe('هنا');
    expect(await undo()).toMatchObject({ undone: true, value: { name: 'هنا' } });
    expect(await nameOf(office, id)).toBe('هناك');
    const history = JSON.stringify(await office.call('records.history', { recordId: id }));
    for (const name of ['هنا', 'هناك']) expect(history).toContain(name);
  });

  it('is offered back to the person who took it, and no more once somebody has written since', async () => {
    const { id, fields, row } = await twoNames();
    const keep = valueNamed(row, 'هناك');
    await office.call('records.resolve', { recordId: id, group: row.group, keep, heads: row.heads });
    const offered = async () => (await office.call('records.settled', {})).some(({ recordId }) => recordId === id);
    expect(await offered()).toBe(true);
    await signIn(office, 'policing_officer');
    expect(await offered()).toBe(false);
    await editForum(office, id, { ...fields, name: 'بعد ذلك' });
    await signIn(office, 'first');
    expect(await offered()).toBe(false);
    const back = { recordId: id, group: row.group, back: keep, heads: row.heads };
    await expectRefusal(office, 'records.undoResolve', 'record/changed', back);
    const now = { ...back, heads: await office.heads(id) };
    await expectRefusal(office, 'records.undoResolve', 'record/no-conflict', { ...now, back: noHead });
  });
});

describe('a record voided while somebody else wrote to it', () => {
  async function voidedUnseen() {
    const { id, fields } = await sharedForum();
    await office.call('records.void', { recordId: id, reason: 'مكرّر', heads: await office.heads(id) });
    await editForum(directorate, id, { ...fields, name: 'هناك' });
    await carry(directorate, office);
    return { id, row: await onlyConflict(office, id) };
  }

  it('asks whether it stays void, and shows what was written', async () => {
    const { row } = await voidedUnseen();
    expect(row).toMatchObject({ nature: 'void', group: 'void', cause: { kind: 'voided' }, may: true });
    expect(row.edits).toMatchObject([{ group: 'identity', nodeName: 'directorate', value: { name: 'هناك' } }]);
  });

  it('stays void by a person who has seen it', async () => {
    const { id, row } = await voidedUnseen();
    const keep = row.values[0]?.changeId ?? noHead;
    await office.call('records.resolve', { recordId: id, group: 'void', keep, heads: row.heads });
    expect(await conflictsOf(office, id)).toEqual([]);
    expect((await office.call('forums.get', { forumId: id })).voided).toMatchObject({ reason: 'مكرّر' });
  });

  it('or is taken back into use, with what was written', async () => {
    const { id, row } = await voidedUnseen();
    await signIn(office, 'policing_clerk');
    const restore = { recordId: id, group: 'void', value: { voided: false }, heads: row.heads };
    await expectRefusal(office, 'records.resolve', 'record/not-yours', restore);
    await signIn(office, 'first');
    await office.call('records.resolve', restore);
    expect(await office.call('forums.get', { forumId: id })).toMatchObject({ voided: null, name: 'هناك' });
    await carry(office, directorate);
    expect((await directorate.call('forums.get', { forumId: id })).voided).toBeNull();
  });

  it('raises no question when whoever voided it had seen all', async () => {
    const { id, fields } = await sharedForum();
    await editForum(directorate, id, { ...fields, name: 'هناك' });
    await carry(directorate, office);
    await office.call('records.void', { recordId: id, reason: 'مكرّر', heads: await office.heads(id) });
    expect(await conflictsOf(office, id)).toEqual([]);
  });
});

describe('deciding many, or taking back, is refused as deciding one is', () => {
  it('for a record that does not exist, or heads that are not those there are', async () => {
    const { id, row } = await twoNames();
    const [keep = noHead, other = noHead] = row.heads.identity ?? [];
    const choice = { recordId: id, group: 'identity', keep, heads: [keep, other] };
    const none = { ...choice, recordId: noRecord };
    await expectRefusal(office, 'records.resolveMany', 'record/not-found', { choices: [none] });
    await expectRefusal(office, 'records.resolveMany', 'record/changed', { choices: [{ ...choice, heads: [keep] }] });
    const back = { recordId: noRecord, group: 'identity', back: keep, heads: row.heads };
    await expectRefusal(office, 'records.undoResolve', 'record/not-found', back);
  });

  it('on a record that is void, and above by a clerk', async () => {
    const { id, row } = await twoNames();
    const [keep = noHead] = row.heads.identity ?? [];
    const choices = [{ recordId: id, group: 'identity', keep, heads: row.heads.identity ?? [] }];
    const back = { recordId: id, group: 'identity', back: keep, heads: row.heads };
    await carry(office, directorate);
    await directorate.answer('users.create', {
      loginName: 'clerk',
      displayName: 'clerk',
      roles: ['policing_clerk'],
      passphrase: testPassphrase,
    });
    await directorate.call('session.unlock', { user: 'clerk', passphrase: testPassphrase });
    await expectRefusal(directorate, 'records.resolveMany', 'record/not-yours', { choices });
    await expectRefusal(directorate, 'records.undoResolve', 'record/not-yours', back);
    await office.call('records.void', { recordId: id, reason: 'x', heads: row.heads });
    await expectRefusal(office, 'records.resolveMany', 'record/voided', { choices });
    await expectRefusal(office, 'records.undoResolve', 'record/voided', back);
  });

  it('and accounts that would not fit into one field are not kept both', async () => {
    const { id: forumId } = await sharedForum();
    const fields = sampleMeeting([]);
    const { id: meetingId } = await office.call('meetings.create', { forumId, fields });
    await carry(office, directorate);
    for (const [app, letter] of [
      [office, 'ا'],
      [directorate, 'ب'],
    ] as const) {
      const issues = fields.issues.map((issue) => ({ ...issue, statement: letter.repeat(12_000) }));
      await app.call('meetings.edit', { meetingId, fields: { ...fields, issues }, heads: await app.heads(meetingId) });
    }
    await carry(directorate, office);
    const { group, heads } = await onlyConflict(office, meetingId);
    const both = { recordId: meetingId, group, both: true, heads };
    await expectRefusal(office, 'records.resolve', 'record/accounts-too-long', both);
  });
});
