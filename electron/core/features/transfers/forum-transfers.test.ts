/** @file A forum that is handed over: with all that hangs on it, in one act, past relays that read no name. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { uuidToBytes, uuidToWire } from '#core/changes/ids.ts';
import { createWriter } from '#core/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { collect } from '#core/crypto/age.ts';
import { openBlob } from '#core/blobs/open-blob.ts';
import { attach } from '#core/testing/attach.ts';
import type { BulkApp } from '#core/testing/bulk-app.ts';
import { samplePlan } from '#core/testing/plan-samples.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import {
  sampleForum,
  sampleIssue,
  sampleMapping,
  sampleMeeting,
  sampleMember,
  sampleParticipant,
  sampleTraining,
} from '#core/testing/samples.ts';
import { testPassphrase, testUser } from '#core/testing/test-app.ts';
import { ok } from '#shared/lib/result.ts';
import { createTwoBranches, type TwoBranches } from '#core/testing/two-branches.ts';

const canary = 'canary-of-a-member';
const secret = 'canary-of-an-issue';
const told = 'canary-of-a-session';
const trainee = 'canary-of-a-trainee';
const canaries = [canary, secret, told, trainee];

type Held = {
  readonly forum: string;
  readonly meeting: string;
  readonly issue: string;
  readonly plan: string;
  readonly mapping: string;
  readonly training: string;
};

let tree: TwoBranches;
let of: Held;
const fields = sampleForum({ members: [sampleMember(canary)] });

async function newForum(app: BulkApp): Promise<Held> {
  const { id: forum } = await app.call('forums.create', { fields });
  const made = async (record: Promise<{ id: string }>) => (await record).id;
  const sensitive = sampleIssue({ issue: 'domestic_violence', statement: secret });
  const session = sampleMapping({ forumId: forum, reason: told });
  const course = sampleTraining({ forum, participants: [sampleParticipant(trainee)] });
  return {
    forum,
    meeting: await made(app.call('meetings.create', { forumId: forum, fields: sampleMeeting([]) })),
    issue: await made(app.call('issues.create', { forumId: forum, fields: sensitive })),
    plan: await made(app.call('plans.create', { forumId: forum, fields: samplePlan() })),
    mapping: await made(app.call('mappings.create', { fields: session })),
    training: await made(app.call('trainings.create', { fields: course })),
  };
}

beforeAll(async () => {
  tree = await createTwoBranches();
}, 60_000);
afterAll(() => tree.close());
beforeEach(async () => {
  of = await newForum(tree.from);
});

const offer = async (): Promise<string> =>
  (
    await tree.from.call('transfers.offer', {
      recordId: of.forum,
      to: tree.node(tree.to),
      reason: 'other_office_serves',
    })
  ).offer;
const towards = () => tree.pass(tree.from, tree.north, tree.directorate, tree.south, tree.to);
const back = () => tree.pass(tree.to, tree.south, tree.directorate, tree.north, tree.from);
const get = (app: BulkApp) => app.call('forums.get', { forumId: of.forum });
const meetingAt = (app: BulkApp, meetingId = of.meeting) => app.call('meetings.get', { meetingId });
const owners = (app: BulkApp): string[] =>
  Object.values(of).map((id) => {
    const [row] = app.rows('SELECT owner FROM record WHERE id = ?', uuidToBytes(id)) as { owner: string }[];
    return app.home().rosters.nodeName(row?.owner ?? null);
  });
const everything = (name: string) => Object.values(of).map(() => name);
/** Restricted contents that a home holds in clear, of all the records. */
const contentsAt = (app: BulkApp): string =>
  Object.values(of)
    .flatMap((id) =>
      app.rows("SELECT pay FROM chg WHERE agg = ? AND aud = 'restricted' AND pay IS NOT NULL", uuidToBytes(id)),
    )
    .map((row) => Buffer.from((row as { pay: Uint8Array }).pay).toString('utf8'))
    .join('\n');
const addMeeting = (app: BulkApp) => app.call('meetings.create', { forumId: of.forum, fields: sampleMeeting([]) });
const listed = async (app: BulkApp) => {
  const lists = await app.call('transfers.list', {});
  const own = ({ pageId }: { pageId: string }) => pageId === of.forum;
  return { incoming: lists.incoming.filter(own), outgoing: lists.outgoing.filter(own), late: lists.late.filter(own) };
};

describe('a forum that is handed over', () => {
  it('says beforehand where it may go and what goes along', async () => {
    const prepared = await tree.from.call('transfers.prepare', { recordId: of.forum });
    expect(prepared.nodes.map(({ name }) => name)).toEqual(['to']);
    expect(prepared.along).toEqual(['meeting', 'issue', 'plan', 'mapping', 'training'].map((at) => ({ at, count: 1 })));
    expect(prepared.conflicts).toBe(0);
  });

  it('moves with all that hangs on it at once, and is seen from above under its new owner', async () => {
    const id = await offer();
    expect(await get(tree.from)).toMatchObject({
      may: { edit: false, void: false },
      offeredAway: true,
      transfer: { state: 'offered', offer: id, along: 5, mayWithdraw: true, mayAnswer: false },
    });
    expect(await meetingAt(tree.from)).toMatchObject({ may: { edit: false }, offeredAway: true });
    await towards();
    expect((await listed(tree.to)).incoming).toMatchObject([
      { type: 'forum', name: fields.name, offer: id, along: 5, state: 'offered', open: true, incomplete: false },
    ]);
    expect(await get(tree.to)).toMatchObject({ transfer: { mayAnswer: true, missing: 0 }, incomplete: false });
    expect(owners(tree.to)).toEqual(everything('from'));

    await tree.to.call('transfers.accept', { recordId: of.forum, offer: id });
    expect(owners(tree.to)).toEqual(everything('to'));
    const next = await addMeeting(tree.to);
    expect(await meetingAt(tree.to)).toMatchObject({ number: 1, may: { edit: true } });
    expect(next.number).toBe(2);
    await back();
    for (const app of [tree.from, tree.north, tree.directorate, tree.south]) {
      expect(owners(app)).toEqual(everything('to'));
    }
    expect(await get(tree.directorate)).toMatchObject({ owner: { name: 'to' }, transfer: { state: 'accepted' } });
    expect(await meetingAt(tree.directorate, next.id)).toMatchObject({ number: 2 });
    // Read for ever where it was, and written there no more.
    expect(await meetingAt(tree.from)).toMatchObject({ may: { edit: false, correct: false } });
    expect((await tree.from.call('records.history', { recordId: of.forum })).length).toBeGreaterThan(1);
    await expectRefusal(tree.from, 'transfers.offer', 'record/not-yours', {
      recordId: of.forum,
      to: tree.node(tree.to),
      reason: 'other',
    });
    expect((await listed(tree.from)).outgoing).toMatchObject([{ state: 'accepted', along: 5, open: false }]);
  }, 60_000);

  it('brings names and papers to the other office, and to nobody on the way', async () => {
    const paper = await attach(tree.from, { record: of.meeting, at: 'meeting', group: 'secretFile' }, 3000);
    const id = await offer();
    await towards();
    await tree.to.call('transfers.accept', { recordId: of.forum, offer: id });
    await back();
    expect((await get(tree.to)).members.map(({ name }) => name)).toEqual([canary]);
    expect(await collect(openBlob(tree.to, paper.blob))).toEqual(paper.contents);
    for (const mark of canaries) {
      expect([mark, contentsAt(tree.to).includes(mark)]).toEqual([mark, true]);
      for (const relay of [tree.north, tree.directorate, tree.south]) {
        expect([mark, contentsAt(relay).includes(mark)]).toEqual([mark, false]);
      }
    }
    for (const relay of [tree.north, tree.directorate, tree.south]) expect(contentsAt(relay)).toBe('');
  }, 60_000);

  it('comes back whole when it is returned or the offer is withdrawn', async () => {
    const id = await offer();
    await towards();
    await tree.to.call('transfers.return', { recordId: of.forum, offer: id, reason: 'not_ours' });
    await back();
    expect(await get(tree.from)).toMatchObject({
      may: { edit: true },
      transfer: { state: 'returned', reason: 'not_ours' },
    });
    expect(await meetingAt(tree.from)).toMatchObject({ may: { edit: true } });
    expect(owners(tree.from)).toEqual(everything('from'));
    const second = await offer();
    await tree.from.call('transfers.withdraw', { recordId: of.forum, offer: second });
    for (const recordId of Object.values(of)) {
      const [row] = tree.from.rows(
        "SELECT json_extract(v, '$.state') AS state FROM val WHERE agg = ? AND grp = 'transfer'",
        uuidToBytes(recordId),
      );
      expect(row).toEqual({ state: 'withdrawn' });
    }
    await addMeeting(tree.from);
  }, 60_000);

  it('shows what the former office wrote before it heard, and takes along what it left behind', async () => {
    const first = await offer();
    await towards();
    await tree.to.call('transfers.accept', { recordId: of.forum, offer: first });
    // The office takes the offer back, not knowing of the answer, and goes on.
    await tree.from.call('transfers.withdraw', { recordId: of.forum, offer: first });
    const heads = await tree.from.heads(of.issue);
    await tree.from.call('issues.edit', { issueId: of.issue, fields: sampleIssue({ time: 'day' }), heads });
    const late = await addMeeting(tree.from);
    await back();
    await towards();
    const { late: edits } = await listed(tree.to);
    // The texts of it stay where they were written.
    expect(edits.map(({ kind, recordType, nodeName }) => `${kind} ${recordType} ${nodeName}`)).toEqual([
      'issue.edited issue from',
      'restricted issue from',
    ]);
    expect(await get(tree.from)).toMatchObject({ owner: { name: 'to' }, leftBehind: 1 });
    const rest = { recordId: of.forum, to: tree.node(tree.to), reason: 'other' as const };
    await expectRefusal(tree.from, 'transfers.offer', 'transfer/unknown-node', {
      ...rest,
      to: tree.node(tree.directorate),
    });
    const followed = await tree.from.call('transfers.offer', rest);
    expect(followed.id).toBe(late.id);
    await expectRefusal(tree.from, 'transfers.offer', 'transfer/already-offered', rest);
    await towards();
    const { transfer } = await get(tree.to);
    expect(transfer).toMatchObject({ recordId: late.id, offer: followed.offer, mayAnswer: true });
    await tree.to.call('transfers.accept', { recordId: late.id, offer: followed.offer });
    expect(await meetingAt(tree.to, late.id)).toMatchObject({ owner: { mine: true } });
    await back();
    expect(await get(tree.from)).toMatchObject({ leftBehind: 0 });
    expect(await tree.directorate.call('exchange.digest', { owner: tree.node(tree.to) })).toEqual(
      await tree.to.call('exchange.digest', { owner: tree.node(tree.to) }),
    );
  }, 60_000);
});

describe('refusals of handing a forum over', () => {
  const asked = () => ({ recordId: of.forum, to: tree.node(tree.to), reason: 'other' as const });

  it('are those of what hangs on it, which goes with it alone', async () => {
    await expectRefusal(tree.from, 'transfers.offer', 'record/not-found', { ...asked(), recordId: of.meeting });
    const id = await offer();
    const [own] = (await tree.from.heads(of.meeting)).transfer ?? [];
    await expectRefusal(tree.from, 'transfers.withdraw', 'transfer/not-offered', {
      recordId: of.meeting,
      offer: own ?? '',
    });
    await tree.from.call('transfers.withdraw', { recordId: of.forum, offer: id });
  });

  it('asks that two values which stand against each other are settled first', async () => {
    const { from, north } = tree;
    await tree.pass(from, north);
    for (const [app, name] of [
      [from, 'one'],
      [north, 'other'],
    ] as const) {
      const heads = await app.heads(of.forum);
      const members = (await app.call('forums.get', { forumId: of.forum })).members;
      const edited = {
        ...fields,
        name,
        members: fields.members.map((one) => ({ ...one, name: members[0]?.name ?? null })),
      };
      await app.call('forums.edit', { forumId: of.forum, fields: edited, heads });
    }
    await tree.pass(north, from);
    expect(await from.call('transfers.prepare', { recordId: of.forum })).toMatchObject({ conflicts: 1 });
    await expectRefusal(from, 'transfers.offer', 'transfer/open-conflicts', asked());
  }, 30_000);

  it('waits with an answer until all of it has come', async () => {
    const { from, to } = tree;
    const home = from.home();
    const own = (await from.heads(of.forum)).owner?.[0] ?? '';
    // As if the file that brings one of its records were still to come.
    const value = { to: tree.node(to), state: 'offered', reason: 'other', parcel: null, papers: [], root: null };
    await inTransaction(home.store, async () =>
      createWriter(home, () => from.clock).write({
        record: of.forum,
        at: 'forum',
        kind: 'record.offered',
        groups: [{ group: 'transfer', value: { ...value, with: [uuidToWire(from.ports.newId())] } }],
        moves: { by: 'owner', own, seen: {} },
      }),
    );
    await towards();
    const { transfer } = await get(to);
    expect(transfer).toMatchObject({ missing: 1, mayAnswer: false });
    const answer = { recordId: of.forum, offer: transfer?.offer ?? '' };
    await expectRefusal(to, 'transfers.accept', 'transfer/not-all-here', answer);
    await expectRefusal(to, 'transfers.return', 'transfer/not-all-here', { ...answer, reason: 'other' });
  }, 60_000);

  it('takes along as many records as one offer can name', async () => {
    const home = tree.from.home();
    await inTransaction(home.store, async () => {
      const { write } = createWriter(home, () => tree.from.clock);
      const origin = { forum: of.forum, raisedOn: '2026-02-10', raisedBy: null };
      for (let n = 0; n < 3000; n++) {
        const record = tree.from.ports.newId();
        write({
          record,
          at: 'issue',
          kind: 'issue.recorded',
          creates: true,
          groups: [{ group: 'origin', value: origin }],
        });
      }
      return ok(null);
    });
    await expectRefusal(tree.from, 'transfers.offer', 'transfer/too-large', asked());
  }, 60_000);

  it('is for who may approve', async () => {
    const { from } = tree;
    await from.call('users.create', {
      loginName: 'clerk',
      displayName: 'x',
      roles: ['policing_clerk', 'hlp_supervisor'],
      passphrase: testPassphrase,
    });
    await from.call('session.unlock', { user: 'clerk', passphrase: testPassphrase });
    await expectRefusal(from, 'transfers.offer', 'record/not-found', asked());
    await from.call('session.unlock', { user: testUser, passphrase: testPassphrase });
  });
});
