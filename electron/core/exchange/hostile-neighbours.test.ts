/** @file A certified office that lies with its own keys: whatever it signs, it harms its own link and nobody else's. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildChange, noPredecessor, type SignedChange } from '#core/changes/change.ts';
import { lastPosition } from '#core/changes/link-log.ts';
import { fromHex, toBase64Url, toHex } from '#core/crypto/bytes.ts';
import { createSigner, createVerifier } from '#core/crypto/ed25519.ts';
import { randomBytes } from '#core/crypto/random.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { type BulkApp, createBulkApp } from '#core/testing/bulk-app.ts';
import { bundleBytes, type TestDevice } from '#core/testing/bundles.ts';
import { sampleForum } from '#core/testing/samples.ts';
import { carry, enrol, initHome } from '#core/testing/test-app.ts';
import { ok } from '#shared/lib/result.ts';
import type { BundleAck, BundleControl } from './bundle-format.ts';
import { beginIncarnation } from './incarnations.ts';
import { isRosterBehind } from './issue-roster.ts';
import { linkStart, linkStep } from './link.ts';
import { certificateId } from './roster.ts';

let directorate: BulkApp;
let office: BulkApp;

beforeEach(async () => {
  [directorate, office] = [await createBulkApp(), await createBulkApp()];
  await initHome(directorate, 'directorate');
  await initHome(office, 'office');
  await enrol(directorate, office);
});
afterEach(async () => {
  await directorate.close();
  await office.close();
});

/** The keys of a home, to sign with what its program would not. */
function deviceOf(app: BulkApp): TestDevice {
  const { rosters } = app.home();
  const { device, node } = rosters.self();
  const [keys] = app.rows<{ sign_key: Uint8Array; age_identity: string; age_recipient: string }>('SELECT * FROM self');
  const cert = rosters.current()?.devicesById.get(toBase64Url(device))?.cert;
  if (!keys || !cert) throw new Error('not enrolled');
  const signKey = Buffer.from(cert.signKey, 'base64url');
  return {
    node,
    device,
    dev: toBase64Url(device),
    signKey,
    signer: createSigner(keys.sign_key),
    verifier: createVerifier(signKey),
    identity: keys.age_identity,
    recipient: keys.age_recipient,
  };
}

let files = 0;

/** A file that the office signs for the directorate, in an epoch of its own that is greater than all before. */
async function tell(told: {
  /** Changes that stand before these on the link. */
  readonly before?: readonly SignedChange[];
  readonly changes?: readonly SignedChange[];
  readonly ack?: BundleAck | null;
  readonly control?: BundleControl;
  readonly epoch?: { readonly n: number; readonly r: Uint8Array };
  readonly bn?: number;
  readonly rosterVersion?: number;
}) {
  files += 1;
  const [from, to] = [deviceOf(office), deviceOf(directorate)];
  const changes = told.changes ?? [];
  const epoch = told.epoch ?? { n: 1000 + files, r: randomBytes(8) };
  const before = told.before ?? [];
  const start = before.reduce((hash, { id }) => linkStep(hash, id), linkStart(epoch, from.device, to.device));
  const roster = directorate.home().rosters.current();
  const cert = roster?.devicesById.get(from.dev)?.cert;
  if (!roster || !cert) throw new Error('not certified');
  const bytes = await bundleBytes({
    from,
    to,
    changes,
    certId: toBase64Url(certificateId(cert)),
    ...(told.control ? { control: told.control } : {}),
    parts: {
      epoch: { n: epoch.n, r: toBase64Url(epoch.r) },
      bn: told.bn ?? 1,
      a: before.length + 1,
      b: before.length + changes.length,
      Ha: toBase64Url(start),
      Hb: toBase64Url(changes.reduce((hash, { id }) => linkStep(hash, id), start)),
      ack: told.ack ?? null,
      roster: { ver: told.rosterVersion ?? roster.version, hash: toBase64Url(roster.hash) },
    },
  });
  const file = join(directorate.folder, `CP-0000-${files.toString(16).padStart(6, '0')}.cpb`);
  writeFileSync(file, bytes);
  const [report] = await directorate.call('exchange.takeIn', { files: [directorate.app.grantPath(file, 'file')] });
  return report;
}

const link = () =>
  directorate.rows<{ acked: number; out_epoch_n: number; out_epoch_r: Uint8Array; bn: number }>(
    'SELECT * FROM peer',
  )[0];
const lives = () => directorate.rows('SELECT inc FROM inc').length;
const notices = async () => (await directorate.call('notices.list', {})).map(({ kind }) => kind).toSorted();

/** A change in the name of `dev`, signed by nobody who may. */
const forged = (dev: string, inc: string, seq = 1): SignedChange => signedBy(deviceOf(office), dev, inc, seq);

function signedBy({ signer }: TestDevice, dev: string, inc: string, seq = 1): SignedChange {
  const { change } = buildChange(
    {
      dev,
      inc,
      seq,
      prev: noPredecessor,
      agg: toBase64Url(randomBytes(16)),
      at: 'forum',
      kind: 'forum.created',
      kv: 1,
      mu: 0,
      by: toBase64Url(randomBytes(16)),
      role: 'policing_officer',
      aud: 'open',
      ros: 1,
      own: null,
      hlc: '0198c0de00000001',
      wall: 1,
      cq: 1,
      w: [{ g: 'owner', p: [] }],
    },
    { d: { owner: { node: directorate.home().rosters.self().node } } },
    signer,
  );
  return change;
}

describe('changes in the name of another device', () => {
  it('prove no other life of this home', async () => {
    const { device, incarnation } = directorate.home().rosters.self();
    const inc = toBase64Url(fromHex(incarnation) ?? new Uint8Array());
    const report = await tell({ changes: [forged(toBase64Url(device), inc, 7), forged(toBase64Url(device), inc, 7)] });
    expect(report).toMatchObject({ quarantined: [{ code: 'change/signature' }, { code: 'change/signature' }] });
    expect(lives()).toBe(1);
    expect(await notices()).toEqual([]);
  });

  it('use up no letters of an office', async () => {
    await office.call('forums.create', { fields: sampleForum() });
    await carry(office, directorate);
    const before = directorate.home().rosters.self().roster;
    const names = Array.from({ length: 3 }, () => forged(deviceOf(office).dev, toBase64Url(randomBytes(8))));
    const broken = names.map((change) => ({ ...change, signature: randomBytes(64) }));
    await tell({ changes: broken });
    expect(directorate.home().rosters.self().roster).toBe(before);
  });
});

describe('a confirmation of what was never sent', () => {
  const lie = (): BundleAck => {
    const peer = link();
    if (!peer) throw new Error('no link');
    return {
      epoch: { n: peer.out_epoch_n, r: toBase64Url(peer.out_epoch_r) },
      k: 1_000_000 + files,
      H: toBase64Url(randomBytes(32)),
      bnSeen: peer.bn,
      rejects: [],
      nationalHoldsUpTo: null,
    };
  };

  it('at a position we have, under another hash, is one too', async () => {
    const { k } = lastPosition(directorate.home().store.raw, deviceOf(office).device);
    expect(k).toBeGreaterThan(0);
    expect(await tell({ ack: { ...lie(), k } })).toMatchObject({ code: 'link/rollback-of-me' });
    expect(lives()).toBe(2);
  });

  it('under a file number that we never wrote is one too', async () => {
    const { k, h } = lastPosition(directorate.home().store.raw, deviceOf(office).device);
    const ack = { ...lie(), k, H: toBase64Url(h) };
    expect(await tell({ ack: { ...ack, bnSeen: ack.bnSeen + 1 } })).toMatchObject({ code: 'link/rollback-of-me' });
    expect(lives()).toBe(2);
  });

  it('begins a new life a few times and not for ever; then the liar alone is told everything again', async () => {
    for (let time = 0; time < 8; time++) await tell({ ack: lie() });
    expect(lives()).toBe(4);
    const before = link()?.out_epoch_n ?? 0;
    await tell({ ack: lie() });
    expect(lives()).toBe(4);
    expect(link()).toMatchObject({ acked: 0, out_epoch_n: before + 1 });
    expect(toHex(link()?.out_epoch_r ?? new Uint8Array())).toHaveLength(16);
  });
});

describe('a word on rosters and refusals', () => {
  const honest = (): BundleAck => {
    const peer = link();
    if (!peer) throw new Error('no link');
    const { k, h } = lastPosition(directorate.home().store.raw, deviceOf(office).device);
    const epoch = { n: peer.out_epoch_n, r: toBase64Url(peer.out_epoch_r) };
    return { epoch, k, H: toBase64Url(h), bnSeen: peer.bn, rejects: [], nationalHoldsUpTo: null };
  };
  const isBehind = () => isRosterBehind(directorate.home().store.raw, directorate.home().rosters);

  it('keeps a directorate that went back from issuing rosters until one was to be brought, and no longer', async () => {
    await inTransaction(directorate.home().store, async () => {
      const { store, rosters } = directorate.home();
      return ok(beginIncarnation(store.raw, rosters, { why: 'restore', at: '2026-03-01T08:00:00Z' }));
    });
    await tell({ rosterVersion: 1_000_000, ack: { ...honest(), epoch: { n: 1, r: toBase64Url(randomBytes(8)) } } });
    expect(isBehind()).toBe(true);
    await tell({ rosterVersion: 1_000_000, ack: honest() });
    expect(isBehind()).toBe(false);
  });

  it('says nothing of attachments that it cannot know', async () => {
    await tell({ control: { time: 1, blobs: { have: [toBase64Url(randomBytes(32))], want: [] } } });
    expect(directorate.rows('SELECT * FROM blob_peer')).toEqual([]);
  });

  it('holds nothing above that it does not hold itself', async () => {
    await tell({ ack: { ...honest(), nationalHoldsUpTo: 1_000_000 } });
    const [peer] = directorate.rows<{ acked: number; national: number }>('SELECT * FROM peer');
    expect(peer?.acked).toBeGreaterThan(0);
    expect(peer?.national).toBe(peer?.acked);
  });

  it('leaves nothing of changes that never went there', async () => {
    const rejects = [{ id: toBase64Url(randomBytes(32)), code: 504 }];
    await tell({ ack: { ...honest(), rejects }, control: { time: 1, rejects } });
    expect(directorate.rows('SELECT * FROM reject')).toEqual([]);
    const [sent] = directorate.rows<{ id: Uint8Array }>('SELECT c.id FROM link_out l JOIN chg c ON c.n = l.n');
    const real = [{ id: toBase64Url(sent?.id ?? new Uint8Array()), code: 504 }];
    await tell({ ack: honest(), control: { time: 1, rejects: real } });
    expect(directorate.rows('SELECT code FROM reject')).toEqual([{ code: 504 }]);
  });
});

describe('the position of a link', () => {
  const epoch = { n: 9, r: randomBytes(8) };
  const change = () => forged(deviceOf(office).dev, toBase64Url(randomBytes(8)));
  const position = () => directorate.rows<{ in_k: number }>('SELECT in_k FROM peer')[0]?.in_k;

  it('stays where another log leads through a position that is known', async () => {
    const [one, two, other, more] = [change(), change(), change(), change()];
    await tell({ epoch, changes: [one, two] });
    expect(position()).toBe(2);
    expect(await tell({ epoch, bn: 2, changes: [one, other, more] })).toMatchObject({ code: 'link/fork' });
    expect(position()).toBe(2);
  });

  it('passes nothing that has not come, whatever came behind it', async () => {
    const [one, two, three, four] = [change(), change(), change(), change()];
    expect(await tell({ epoch, bn: 2, before: [one, two], changes: [three, four] })).toMatchObject({ verdict: 'gap' });
    await tell({ epoch, changes: [one] });
    expect(position()).toBe(1);
    await tell({ epoch, bn: 3, before: [one], changes: [two] });
    expect(position()).toBe(4);
  });
});
