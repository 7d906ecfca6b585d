import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { blobFolder, blobPath } from '#core/blobs/blob-files.ts';
import { openBlob } from '#core/blobs/open-blob.ts';
import { uuidToBytes } from '#core/changes/ids.ts';
import { all } from '#core/changes/statements.ts';
import { createWriter } from '#core/context.ts';
import { AgeError, collect, openAge } from '#core/crypto/age.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { buildParcel } from '#core/exchange/parcels.ts';
import { readPieces } from '#core/files/file-grants.ts';
import { attach } from '#core/testing/attach.ts';
import type { BulkApp } from '#core/testing/bulk-app.ts';
import { createTwoBranches, type TwoBranches } from '#core/testing/two-branches.ts';
import { picture } from '#core/testing/pictures.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { stage } from '#core/testing/stage.ts';
import { sampleDispute } from '#core/testing/samples.ts';

const canary = 'canary-of-the-narrative';
const nobody = '00000000-0000-7000-8000-000000000000';
let tree: TwoBranches;
let dispute: string;

beforeAll(async () => {
  tree = await createTwoBranches();
}, 60_000);
afterAll(() => tree.close());
beforeEach(async () => {
  const { id } = await tree.from.call('disputes.open', { fields: sampleDispute({ narrative: canary }) });
  dispute = id;
});

const offer = async (): Promise<string> =>
  (await tree.from.call('transfers.offer', { recordId: dispute, to: tree.node(tree.to), reason: 'workload' })).offer;
const towards = () => tree.pass(tree.from, tree.north, tree.directorate, tree.south, tree.to);
const back = () => tree.pass(tree.to, tree.south, tree.directorate, tree.north, tree.from);
const get = (app: BulkApp) => app.call('disputes.get', { disputeId: dispute });
const edit = async (app: BulkApp, district: string) =>
  app.call('disputes.edit', {
    disputeId: dispute,
    fields: { ...sampleDispute({ narrative: canary }), parties: [], consents: [], district },
    heads: await app.heads(dispute),
  });
const move = async (app: BulkApp) =>
  app.call('disputes.move', {
    disputeId: dispute,
    to: 'screening',
    date: '2026-02-12',
    heads: await app.heads(dispute),
  });
/** What the lists say of this dispute. */
const listed = async (app: BulkApp) => {
  const lists = await app.call('transfers.list', {});
  const own = ({ recordId }: { recordId: string }) => recordId === dispute;
  return { incoming: lists.incoming.filter(own), outgoing: lists.outgoing.filter(own), late: lists.late.filter(own) };
};
/** Restricted contents that a home holds in clear. */
const contentsAt = (app: BulkApp): number =>
  all(
    app.home().store.raw,
    "SELECT 1 FROM chg WHERE agg = ? AND aud = 'restricted' AND pay IS NOT NULL",
    uuidToBytes(dispute),
  ).length;
const parcelsAt = (app: BulkApp): string[] =>
  all<{ id: string }>(
    app.home().store.raw,
    "SELECT DISTINCT r.id FROM blob_ref r JOIN chg c ON c.n = r.n WHERE r.kind = 'parcel' AND c.agg = ?",
    uuidToBytes(dispute),
  ).map(({ id }) => id);

describe('a dispute that is handed over', () => {
  it('goes whole to the other office, past relays that cannot read it, and belongs to it', async () => {
    const id = await offer();
    expect(await get(tree.from)).toMatchObject({
      may: { edit: false, void: false },
      transfer: { state: 'offered', offer: id, mayWithdraw: true, mayAnswer: false },
    });
    await towards();
    expect((await listed(tree.to)).incoming).toMatchObject([
      {
        recordId: dispute,
        offer: id,
        state: 'offered',
        open: true,
        nodeName: 'from',
        reason: 'workload',
        incomplete: false,
      },
    ]);
    expect(await get(tree.to)).toMatchObject({ narrative: canary, incomplete: false, transfer: { mayAnswer: true } });

    await tree.to.call('transfers.accept', { recordId: dispute, offer: id });
    expect(await get(tree.to)).toMatchObject({
      owner: { mine: true },
      may: { edit: true },
      transfer: { state: 'accepted' },
    });
    await move(tree.to);
    await back();
    for (const app of [tree.from, tree.directorate, tree.north]) {
      expect(await get(app)).toMatchObject({ owner: { name: 'to', mine: false }, may: { edit: false } });
    }
    // What the new owner wrote since goes up its own path alone.
    expect(await get(tree.directorate)).toMatchObject({ stage: { code: 'screening' } });
    expect(await get(tree.from)).toMatchObject({ may: { correct: false }, stage: { code: 'intake' } });
    expect((await listed(tree.from)).outgoing).toMatchObject([{ state: 'accepted', open: false, nodeName: 'to' }]);
    for (const relay of [tree.north, tree.directorate, tree.south]) expect(contentsAt(relay)).toBe(0);
    expect(contentsAt(tree.to)).toBe(contentsAt(tree.from));
  }, 30_000);

  it('is sealed for the other office alone', async () => {
    await offer();
    await towards();
    const [parcel] = parcelsAt(tree.to);
    for (const app of [tree.north, tree.directorate, tree.south, tree.to]) {
      expect(parcelsAt(app)).toEqual([parcel]);
      const [{ age_identity: key } = { age_identity: '' }] = all<{ age_identity: string }>(
        app.home().store.raw,
        'SELECT age_identity FROM self',
      );
      const opened = collect(openAge(key, readPieces(blobPath(app, parcel ?? ''))));
      if (app === tree.to) expect(Buffer.from(await opened).toString('utf8')).toContain(canary);
      else await expect(opened).rejects.toThrow(AgeError);
    }
  }, 30_000);

  it('brings its papers along, unread on the way', async () => {
    const paper = await attach(tree.from, { record: dispute, at: 'dispute', group: 'paper' }, 5000);
    await offer();
    await towards();
    expect(await collect(openBlob(tree.to, paper.blob))).toEqual(paper.contents);
    for (const relay of [tree.north, tree.directorate, tree.south]) {
      expect(relay.rows('SELECT state FROM blob WHERE id = ?', paper.blob.id)).toEqual([{ state: 'whole' }]);
      expect(contentsAt(relay)).toBe(0);
    }
  }, 30_000);

  it('comes back when it is returned, and its owner goes on', async () => {
    const id = await offer();
    await towards();
    await tree.to.call('transfers.return', { recordId: dispute, offer: id, reason: 'not_ours' });
    await back();
    expect(await get(tree.from)).toMatchObject({
      owner: { mine: true },
      may: { edit: true },
      transfer: { state: 'returned', reason: 'not_ours' },
    });
    await move(tree.from);
    await towards();
    // Narrowing stops what comes later; what was told before stays.
    expect(await get(tree.to)).toMatchObject({ stage: { code: 'intake' }, may: { edit: false, correct: false } });
    expect((await listed(tree.from)).outgoing).toMatchObject([{ state: 'returned', open: false }]);
  }, 30_000);

  it('stays where it is when the offer is withdrawn, unless the acceptance was under way', async () => {
    const first = await offer();
    await tree.from.call('transfers.withdraw', { recordId: dispute, offer: first });
    expect(await get(tree.from)).toMatchObject({ may: { edit: true }, transfer: { state: 'withdrawn' } });
    const second = await offer();
    await towards();
    await tree.to.call('transfers.accept', { recordId: dispute, offer: second });
    await tree.from.call('transfers.withdraw', { recordId: dispute, offer: second });
    await edit(tree.from, 'IQG10');
    await back();
    await towards();
    for (const app of [tree.from, tree.to, tree.directorate]) {
      expect(await get(app)).toMatchObject({ owner: { name: 'to' }, transfer: { state: 'accepted' } });
    }
    const { late } = await listed(tree.to);
    expect(late.map(({ kind, nodeName }) => `${kind} ${nodeName}`)).toEqual(['case.edited from', 'restricted from']);
    const notices = await tree.to.call('notices.list', {});
    expect(notices.filter(({ kind }) => kind === 'late-edits')).toMatchObject([{ number: 2 }]);
    expect(await tree.directorate.call('exchange.digest', { owner: tree.node(tree.to) })).toEqual(
      await tree.to.call('exchange.digest', { owner: tree.node(tree.to) }),
    );
  }, 30_000);

  it('tells the office it was offered to that the offer was withdrawn, and nothing later', async () => {
    const offered = await offer();
    await towards();
    await tree.from.call('transfers.withdraw', { recordId: dispute, offer: offered });
    await move(tree.from);
    await towards();
    expect((await listed(tree.to)).incoming).toMatchObject([{ state: 'withdrawn', open: false, incomplete: false }]);
    expect(await get(tree.to)).toMatchObject({ stage: { code: 'intake' }, transfer: { mayAnswer: false } });
    await expectRefusal(tree.to, 'transfers.accept', 'transfer/not-offered', { recordId: dispute, offer: offered });
  }, 30_000);

  async function offerWithParcel(of: string, sealedTo: string): Promise<void> {
    const { from, to } = tree;
    const home = from.home();
    const own = (await from.heads(dispute)).owner?.[0] ?? '';
    await inTransaction(home.store, async () => {
      const parcel = await buildParcel(from, home, [of], sealedTo);
      if (!parcel.ok) throw new Error(parcel.error.code);
      const value = { to: tree.node(to), state: 'offered', reason: 'other', parcel: parcel.value, papers: [] };
      const moves = { by: 'owner', own, seen: {} } as const;
      const groups = [{ group: 'transfer', value }];
      return createWriter(home, () => from.clock).write({
        record: dispute,
        at: 'dispute',
        kind: 'case.offered',
        groups,
        moves,
      });
    });
    await towards();
  }

  it('changes nothing by a parcel that cannot be opened, and tells people', async () => {
    const { to, south } = tree;
    // Sealed to the department on the way, as if by mistake.
    await offerWithParcel(dispute, tree.node(south));
    expect(await get(to)).toMatchObject({ narrative: null, incomplete: true, transfer: { mayAnswer: true } });
    expect(contentsAt(to)).toBe(0);
    expect(contentsAt(south)).toBe(0);
    expect((await to.call('notices.list', {})).map(({ kind }) => kind)).toContain('blob-bad');
  }, 30_000);

  it('takes nothing out of a parcel of another record', async () => {
    const { from, to } = tree;
    const other = await from.call('disputes.open', { fields: sampleDispute({ narrative: canary }) });
    await offerWithParcel(other.id, tree.node(to));
    expect(await get(to)).toMatchObject({ narrative: null, incomplete: true });
    const rows = to.rows("SELECT 1 FROM chg WHERE agg = ? AND aud = 'restricted'", uuidToBytes(other.id));
    expect(rows).toEqual([]);
  }, 30_000);
});

describe('refusals of handing over', () => {
  it('are those of the record and of the offer', async () => {
    const { from, to, directorate } = tree;
    const none = { recordId: nobody, offer: 'A'.repeat(22) };
    await expectRefusal(from, 'transfers.offer', 'record/not-found', {
      recordId: nobody,
      to: nobody,
      reason: 'other',
    });
    await expectRefusal(from, 'transfers.accept', 'record/not-found', none);
    await expectRefusal(from, 'transfers.return', 'record/not-found', { ...none, reason: 'other' });
    await expectRefusal(from, 'transfers.withdraw', 'record/not-found', none);
    const asked = { ...none, recordId: dispute };
    await expectRefusal(from, 'transfers.accept', 'transfer/not-offered', asked);
    await expectRefusal(from, 'transfers.return', 'transfer/not-offered', { ...asked, reason: 'other' });
    await expectRefusal(from, 'transfers.withdraw', 'transfer/not-offered', asked);
    const offered = { recordId: dispute, to: tree.node(to), reason: 'other' as const };
    await expectRefusal(from, 'transfers.offer', 'transfer/unknown-node', { ...offered, to: tree.node(directorate) });
    await tree.pass(from, tree.north, directorate);
    await expectRefusal(directorate, 'transfers.offer', 'record/not-yours', offered);
    await expectRefusal(directorate, 'transfers.prepare', 'record/not-yours', { recordId: dispute });
    await expectRefusal(from, 'transfers.prepare', 'record/not-found', { recordId: nobody });
    await spoilBlobs(from, () => expectRefusal(from, 'transfers.offer', 'file/cannot-write', offered));
    await offer();
    await expectRefusal(from, 'transfers.offer', 'transfer/already-offered', offered);
  }, 30_000);

  it('keep the owner from writing while it is offered', async () => {
    const { from } = tree;
    const paper = { recordId: dispute, name: 'x.png' };
    const { attachmentId } = await from.call('attachments.add', { ...paper, file: await stage(from, picture('png')) });
    await offer();
    const heads = await from.heads(dispute);
    const one = { disputeId: dispute, heads };
    const file = await stage(from, picture('png'));
    await expectRefusal(from, 'attachments.add', 'record/offered-away', { ...paper, file });
    const attached = { recordId: dispute, attachmentId, heads };
    await expectRefusal(from, 'attachments.remove', 'record/offered-away', attached);
    await expectRefusal(from, 'attachments.restore', 'record/offered-away', attached);
    const [mediator] = await from.call('disputes.mediators', {});
    const mediators = [mediator?.userId ?? ''];
    await expectRefusal(from, 'disputes.edit', 'record/offered-away', { ...one, fields: sampleDispute() });
    await expectRefusal(from, 'disputes.move', 'record/offered-away', { ...one, to: 'screening', date: '2026-02-12' });
    await expectRefusal(from, 'disputes.assign', 'record/offered-away', { ...one, mediators });
    const step = { disputeId: dispute, kind: 'visit' as const, date: '2026-02-12', text: 'x' };
    await expectRefusal(from, 'disputes.addStep', 'record/offered-away', step);
    await expectRefusal(from, 'records.void', 'record/offered-away', { recordId: dispute, reason: 'x', heads });
    const kept = { recordId: dispute, group: 'stage', keep: 'A'.repeat(22), heads };
    await expectRefusal(from, 'records.resolve', 'record/offered-away', kept);
    const choices = [{ recordId: dispute, group: 'stage', keep: 'A'.repeat(22), heads: [] }];
    await expectRefusal(from, 'records.resolveMany', 'record/offered-away', { choices });
    const back = { recordId: dispute, group: 'stage', back: 'A'.repeat(22), heads };
    await expectRefusal(from, 'records.undoResolve', 'record/offered-away', back);
    await expectRefusal(from, 'sharing.share', 'record/offered-away', { disputeId: dispute, with: nobody });
    await expectRefusal(from, 'sharing.stop', 'record/offered-away', { disputeId: dispute, with: nobody });
  }, 30_000);

  it('are those of a void dispute', async () => {
    const { from } = tree;
    await from.call('records.void', { recordId: dispute, reason: 'x', heads: await from.heads(dispute) });
    const asked = { recordId: dispute, offer: 'A'.repeat(22) };
    await expectRefusal(from, 'transfers.offer', 'record/voided', { recordId: dispute, to: nobody, reason: 'other' });
    await expectRefusal(from, 'transfers.accept', 'record/voided', asked);
    await expectRefusal(from, 'transfers.return', 'record/voided', { ...asked, reason: 'other' });
    await expectRefusal(from, 'transfers.withdraw', 'record/voided', asked);
    await expectRefusal(from, 'sharing.share', 'record/voided', { disputeId: dispute, with: nobody });
    await expectRefusal(from, 'sharing.stop', 'record/voided', { disputeId: dispute, with: nobody });
  }, 30_000);
});

describe('a dispute that is shared', () => {
  const consents = (status: 'given' | 'refused') => [
    {
      id: nobody.replace('7000', '7001'),
      scope: 'share_directorate' as const,
      status,
      method: 'signature' as const,
      date: '2026-02-11',
    },
  ];
  const consent = async (status: 'given' | 'refused') => {
    const fields = sampleDispute({ narrative: canary, parties: [], consents: consents(status) });
    await tree.from.call('disputes.edit', { disputeId: dispute, fields, heads: await tree.from.heads(dispute) });
  };
  const up = () => tree.pass(tree.from, tree.north, tree.directorate);
  const sharing = async () =>
    (await tree.from.call('sharing.nodes', { disputeId: dispute })).find(
      ({ node }) => node === tree.node(tree.directorate),
    );

  it('is read whole by the node that may, past a relay that may not, with what was added later once it is sent', async () => {
    const { from, directorate, north } = tree;
    await consent('given');
    await up();
    expect(await get(directorate)).toMatchObject({ narrative: null, incomplete: false });
    await from.call('sharing.share', { disputeId: dispute, with: tree.node(directorate) });
    await up();
    expect(await get(directorate)).toMatchObject({ narrative: canary, incomplete: false, may: { edit: false } });
    expect(contentsAt(north)).toBe(0);
    await from.call('disputes.addStep', {
      disputeId: dispute,
      kind: 'visit',
      date: '2026-02-12',
      text: `later ${canary}`,
    });
    await up();
    expect(await get(directorate)).toMatchObject({ incomplete: true });
    expect(await sharing()).toMatchObject({ consent: 'given', shared: true, unsent: 1 });
    await from.call('sharing.share', { disputeId: dispute, with: tree.node(directorate) });
    await up();
    expect(await get(directorate)).toMatchObject({ incomplete: false, sharedWith: [{ name: 'directorate' }] });
    expect(contentsAt(north)).toBe(0);
    await from.call('sharing.stop', { disputeId: dispute, with: tree.node(directorate) });
    expect(await sharing()).toMatchObject({ shared: false });
  }, 30_000);

  it('needs the consent of the claimant, and an owner', async () => {
    const { from, directorate, to } = tree;
    const share = { disputeId: dispute, with: tree.node(directorate) };
    await expectRefusal(from, 'sharing.nodes', 'record/not-found', { disputeId: nobody });
    await expectRefusal(from, 'sharing.share', 'record/not-found', { ...share, disputeId: nobody });
    await expectRefusal(from, 'sharing.stop', 'record/not-found', { ...share, disputeId: nobody });
    await expectRefusal(from, 'sharing.share', 'transfer/unknown-node', { ...share, with: nobody });
    await expectRefusal(from, 'sharing.stop', 'transfer/unknown-node', share);
    await expectRefusal(from, 'sharing.share', 'sharing/consent-missing', share);
    expect(await sharing()).toMatchObject({ scope: 'share_directorate', consent: 'not_asked' });
    await consent('refused');
    expect(await sharing()).toMatchObject({ consent: 'refused' });
    await expectRefusal(from, 'sharing.share', 'sharing/consent-missing', { ...share, with: tree.node(to) });
    await consent('given');
    await spoilBlobs(from, () => expectRefusal(from, 'sharing.share', 'file/cannot-write', share));
    await up();
    await expectRefusal(directorate, 'sharing.share', 'record/not-yours', share);
    await expectRefusal(directorate, 'sharing.stop', 'record/not-yours', share);
  }, 30_000);
});

/** The folder of blobs gives way to a file while something is tried. */
async function spoilBlobs(app: BulkApp, work: () => Promise<void>): Promise<void> {
  const folder = blobFolder(app);
  const aside = `${folder}.aside`;
  if (existsSync(folder)) renameSync(folder, aside);
  writeFileSync(folder, '');
  await work();
  rmSync(folder);
  if (existsSync(aside)) renameSync(aside, folder);
}
