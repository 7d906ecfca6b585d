/**
 * @file A test application that can be filled with thousands of records: the product's own handlers, many of them in one
 * transaction, so that filling a store does not wait for the disk at each act.
 */
import { createAppAndServices } from '#core/app.ts';
import { seenBy } from '#core/access/seen.ts';
import { replayAll } from '#core/changes/replay.ts';
import { all, get } from '#core/changes/statements.ts';
import { createWriter, type HomeContext, type Services } from '#core/context.ts';
import { checkpoint } from '#core/db/checkpoint.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { handlers } from '#core/handlers.ts';
import type { OpenHome } from '#core/home/open-home.ts';
import { contract, type InputOf, type MethodName, type OutputOf } from '#shared/contract/contract.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import { createTestApp, type TestApp } from './test-app.ts';

export type Act = <M extends MethodName>(method: M, input: Omit<InputOf<M>, 'commandId'>) => Promise<OutputOf<M>>;

export type BulkApp = TestApp & {
  /** Runs acts one after another in one transaction. An act that is refused throws. */
  bulk(work: (act: Act) => Promise<void>): Promise<void>;
  /** Rows of the change log. */
  changes(): number;
  /** Reads the open store, past the walls. */
  rows<R>(sql: string, ...values: readonly unknown[]): R[];
  home(): OpenHome;
  /** Folds the write-ahead log into the database, as happens by itself when nobody has done anything for a while. */
  fold(): void;
};

export async function createBulkApp(options: Parameters<typeof createTestApp>[0] = {}): Promise<BulkApp> {
  let services: Services | null = null;
  const test = await createTestApp({
    ...options,
    create: async (ports) => {
      const made = createAppAndServices(ports);
      services = made.services;
      return made.app;
    },
  });
  const home = (): OpenHome => {
    const open = services?.home.open;
    if (!open) throw new Error('the home is locked');
    return open;
  };
  return Object.assign(test, {
    home,
    fold: () => void checkpoint(home().store.raw),
    changes: () => get<{ n: number }>(home().store.raw, 'SELECT count(*) AS n FROM chg')?.n ?? 0,
    rows: <R>(sql: string, ...values: readonly unknown[]) => all<R>(home().store.raw, sql, ...values),
    bulk: async (work: (act: Act) => Promise<void>) => {
      if (!services) throw new Error('no services');
      await runBulk(services, home(), test, work);
    },
  });
}

/** Minutes between two acts: a store filled at one instant would order nothing. */
const actMs = 60_000;

async function runBulk(services: Services, home: OpenHome, test: TestApp, work: (act: Act) => Promise<void>) {
  const writer = createWriter(home, services.ports.now);
  await inTransaction(home.store, async (trx) => {
    const context: HomeContext = { services, home, session: home.session, db: seenBy(trx), trx, ...writer };
    const act = async (method: string, input: object): Promise<unknown> => {
      test.clock += actMs;
      const { kind, input: schema } = contract[method as MethodName];
      const full = kind === 'command' ? { commandId: services.ports.newId(), ...input } : input;
      const handler = (handlers as Record<string, unknown>)[method] as (
        context: HomeContext,
        input: unknown,
      ) => Promise<Result<unknown, { readonly code: string }>>;
      const answer = await handler(context, schema.parse(full));
      if (!answer.ok) throw new Error(`${method}: ${JSON.stringify(answer.error)}`);
      return answer.value;
    };
    await work(act as Act);
    return ok(null);
  });
}

/** Drops every projection and makes it again from the log, in one transaction. */
export async function replay(app: BulkApp): Promise<void> {
  const { store, changes } = app.home();
  await inTransaction(store, async () => {
    replayAll(store.raw, changes);
    return ok(null);
  });
}
