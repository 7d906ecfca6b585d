import type { HandlersOf } from '#core/context.ts';
import { digestRecords } from '#core/changes/digest.ts';
import { exclusively } from '#core/db/transaction.ts';
import { readPeer } from '#core/exchange/peer-state.ts';
import { listSpool } from '#core/exchange/spool-history.ts';
import { ok } from '#shared/lib/result.ts';
import { inspectBundle } from './inspect-bundle.ts';
import { listDrives } from './list-drives.ts';
import { exchangeStatus } from './exchange-status.ts';
import { takeIn } from './take-in-files.ts';
import { verifyHome } from './verify-home.ts';
import { writeBundleFor } from './write-bundle.ts';

export const exchangeHandlers: HandlersOf<'exchange'> = {
  'exchange.status': async (context) => ok(exchangeStatus(context)),
  'exchange.write': writeBundleFor,
  'exchange.takeIn': takeIn,
  'exchange.inspect': inspectBundle,
  'exchange.history': async ({ home }, { offset, limit }) => {
    const { rows, total } = listSpool(home.store.raw, offset, limit);
    return ok({
      total,
      rows: rows.map(({ n, peer, bn, ...row }) => ({
        ...row,
        id: n,
        bundleNumber: bn,
        peerName: peer ? home.rosters.nodeName(readPeer(home.store.raw, peer)?.node ?? null) : null,
      })),
    });
  },
  'exchange.drives': async ({ services }) => {
    const drives = await listDrives();
    return ok(
      drives.map(({ path, label, freeBytes }) => ({ token: services.files.grant(path, 'drive'), label, freeBytes })),
    );
  },
  'exchange.digest': async ({ home }, input) =>
    ok(digestRecords(home.store.raw, { owner: input.owner, scope: input.class })),
  'exchange.verify': async ({ home }) => ok(await exclusively(home.store, async () => verifyHome(home))),
};
