/** @file A link that begins anew tells all it told before, hand-overs of records included. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { blobPath } from '#core/blobs/blob-files.ts';
import { blobState, setRanges } from '#core/blobs/blob-rows.ts';
import { uuidToBytes } from '#core/changes/ids.ts';
import { all } from '#core/changes/statements.ts';
import { inTransaction } from '#core/db/transaction.ts';
import type { BulkApp } from '#core/testing/bulk-app.ts';
import { sampleDispute } from '#core/testing/samples.ts';
import { createTwoBranches, type TwoBranches } from '#core/testing/two-branches.ts';
import { ok } from '#shared/lib/result.ts';
import { fillLink, renewLink } from './links.ts';

let tree: TwoBranches;
beforeAll(async () => {
  tree = await createTwoBranches();
}, 60_000);
afterAll(() => tree.close());

const onLink = (at: BulkApp, peer: BulkApp): readonly string[] =>
  all<{ id: string }>(
    at.home().store.raw,
    'SELECT hex(c.id16) AS id FROM link_out l JOIN chg c ON c.n = l.n WHERE l.peer = ? GROUP BY c.n ORDER BY c.n',
    peer.home().rosters.self().device,
  ).map(({ id }) => id);

it('is told to the former owner too that a dispute was accepted elsewhere', async () => {
  const { from, north, directorate, south, to, node, pass } = tree;
  const { id: disputeId } = await from.call('disputes.open', { fields: sampleDispute() });
  const { offer } = await from.call('transfers.offer', { recordId: disputeId, to: node(to), reason: 'workload' });
  await pass(from, north, directorate, south, to);
  await to.call('transfers.accept', { recordId: disputeId, offer });
  await pass(to, south, directorate, north, from);
  const before = onLink(north, from);
  expect(before.length).toBeGreaterThan(0);
  const { store, rosters } = north.home();
  await inTransaction(store, async () => ok(renewLink(store.raw, rosters, from.home().rosters.self().device, 0)));
  // What the office itself had sent goes too: it may have been restored.
  expect(onLink(north, from)).toEqual(expect.arrayContaining([...before]));
}, 60_000);

it('owes the parcel of an offer that was withdrawn meanwhile to whom it was told of it', async () => {
  const { from, north, directorate, south, to, node, pass } = tree;
  const { id: disputeId } = await from.call('disputes.open', { fields: sampleDispute() });
  const { offer } = await from.call('transfers.offer', { recordId: disputeId, to: node(to), reason: 'workload' });
  await pass(from, north, directorate, south);
  const { raw } = south.home().store;
  const [{ id } = { id: '' }] = all<{ id: string }>(
    raw,
    "SELECT id FROM blob_ref WHERE kind = 'parcel' ORDER BY n DESC",
  );
  expect(blobState(raw, id)?.state).toBe('whole');
  rmSync(blobPath(south, id));
  setRanges(raw, id, []);
  await from.call('transfers.withdraw', { recordId: disputeId, offer });
  // The directorate hears of it before the file is asked for.
  await pass(from, north, directorate);
  const { store, rosters } = directorate.home();
  await inTransaction(store, async () => ok(renewLink(store.raw, rosters, south.home().rosters.self().device, 0)));
  await pass(south, directorate, south);
  expect(blobState(raw, id)?.state).toBe('whole');
}, 60_000);

it('tells whoever holds a record that was passed on also by whom, though its office has moved away since', async () => {
  const { from, north, directorate, south, to, node, pass } = tree;
  const { id: disputeId } = await from.call('disputes.open', { fields: sampleDispute() });
  const { offer } = await from.call('transfers.offer', { recordId: disputeId, to: node(to), reason: 'workload' });
  await pass(from, north, directorate, south, to);
  await to.call('transfers.accept', { recordId: disputeId, offer });
  await pass(to, south, directorate);
  // To the north the directorate tells what it did not hear from there: that the case was accepted.
  const told = new Set(onLink(directorate, north));
  await directorate.call('enrol.move', { node: node(from), under: node(south) });
  const { store, rosters } = directorate.home();
  await inTransaction(store, async () => ok(fillLink(store.raw, rosters, north.home().rosters.self().device)));
  const kinds = all<{ id: string; hdr: Uint8Array }>(
    store.raw,
    'SELECT hex(id16) AS id, hdr FROM chg WHERE agg = ?',
    uuidToBytes(disputeId),
  ).map(({ id, hdr }) => ({ id, kind: JSON.parse(Buffer.from(hdr).toString()).kind as string }));
  const chain = kinds.filter(({ kind }) => /created|opened|offered|accepted/.test(kind)).map(({ id }) => id);
  expect(chain.length).toBeGreaterThan(2);
  expect(chain.filter((id) => told.has(id))).not.toEqual([]);
  expect(onLink(directorate, north)).toEqual(expect.arrayContaining(chain));
}, 60_000);
