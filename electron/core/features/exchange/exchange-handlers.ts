import type { HandlersOf } from '#core/context.ts';
import { digestRecords } from '#core/changes/digest.ts';
import { run } from '#core/changes/statements.ts';
import { exclusively } from '#core/db/transaction.ts';
import { ok } from '#shared/lib/result.ts';
import { listHistory, readWaybill } from './bundle-history.ts';
import { inspectBundle } from './inspect-bundle.ts';
import { exchangeStatus } from './exchange-status.ts';
import { listSetAside, retrySetAside } from './set-aside.ts';
import { takeIn } from './take-in-files.ts';
import { verifyHome } from './verify-home.ts';
import { writeBundleFor } from './write-bundle.ts';

export const exchangeHandlers: HandlersOf<'exchange'> = {
  'exchange.status': async (context) => ok(exchangeStatus(context)),
  'exchange.write': writeBundleFor,
  'exchange.takeIn': takeIn,
  'exchange.cancel': async ({ services }) => ok({ asked: services.tasks.stopAll() }),
  'exchange.inspect': inspectBundle,
  'exchange.history': listHistory,
  'exchange.setAside': async (context, { offset, limit }) => ok(listSetAside(context, offset, limit)),
  'exchange.retry': retrySetAside,
  'exchange.confirmClock': async (context) => {
    run(context.home.store.raw, 'UPDATE clock SET quality = 3');
    context.refresh(['exchange']);
    return ok({});
  },
  'exchange.waybill': readWaybill,
  'exchange.digest': async ({ home }, input) =>
    ok(digestRecords(home.store.raw, { owner: input.owner, scope: input.class })),
  'exchange.verify': async ({ home, services }) =>
    ok(await exclusively(home.store, async () => verifyHome(services, home))),
};
