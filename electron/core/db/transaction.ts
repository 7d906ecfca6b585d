import { AsyncLocalStorage } from 'node:async_hooks';
import type { Kysely, Transaction } from 'kysely';
import type { Result } from '#shared/lib/result.ts';
import type { SqliteDatabase } from './driver.ts';
import { createKysely } from './kysely.ts';
import { storeCodeOf, StoreFailure } from './store-error.ts';

/**
 * An open store. Readers take `db`, writers the `trx` that `inTransaction` hands out. `raw` is the same connection for
 * hot paths with statements prepared once: inside `inTransaction` they belong to its transaction, outside they must
 * only read.
 */
export type Store<Tables> = {
  readonly raw: SqliteDatabase;
  readonly db: Kysely<Tables>;
  /** Called once for each failure of the machine before it is thrown (frees the reserve, raises the banner). */
  readonly onFailure: (failure: StoreFailure) => void;
  /** Called after each commit, before the next in line begins. Must not throw: what was committed is saved. */
  readonly onCommit: () => void;
  /** Called after each rollback, before the next in line begins: what was read meanwhile holds no more. Must not throw. */
  readonly onRollback: () => void;
  readonly queue: TransactionQueue;
};

/** The end of the line of transactions that wait for this connection. */
export type TransactionQueue = { last: Promise<unknown> };

export function createStore<Tables>(
  raw: SqliteDatabase,
  onFailure: (failure: StoreFailure) => void = () => undefined,
  onCommit: () => void = () => undefined,
  onRollback: () => void = () => undefined,
): Store<Tables> {
  return { raw, db: createKysely<Tables>(raw), onFailure, onCommit, onRollback, queue: { last: Promise.resolve() } };
}

/**
 * Runs `work` in one transaction, after those that came before. Commits when it answers `ok`; rolls back when it
 * answers `err` or throws. Once this has answered `ok`, the change survives a power cut.
 *
 * Inside, use `trx` (or `store.raw`) and never `store.db`: that would wait for this very transaction. A transaction
 * within a transaction is a bug and throws. Failures of the machine are thrown as StoreFailure.
 *
 * `afterCommit` runs in the same turn, once committed: whoever waits in line finds what it left.
 */
export function inTransaction<Tables, T, E>(
  store: Store<Tables>,
  work: (trx: Transaction<Tables>) => Promise<Result<T, E>>,
  afterCommit: () => void = () => undefined,
): Promise<Result<T, E>> {
  if (isInside(store.queue)) {
    throw new Error('a transaction within a transaction: pass trx on instead');
  }
  const turn = store.queue.last.then(async () => {
    let committed = false;
    try {
      const result = await runOne(store, work);
      committed = result.ok;
      if (result.ok) {
        store.onCommit();
        afterCommit();
      }
      return result;
    } finally {
      if (!committed) store.onRollback();
    }
  });
  store.queue.last = turn.catch(() => undefined);
  return turn;
}

/** Runs `work` in its turn between transactions, so that its reads on `store.raw` never see one half-written. */
export function exclusively<Tables, T>(store: Store<Tables>, work: () => Promise<T>): Promise<T> {
  if (isInside(store.queue)) throw new Error('already in its turn: read on');
  const turn = store.queue.last.then(async () => {
    const here: Surrounding = { queue: store.queue, active: true, outer: surrounding.getStore() };
    try {
      return await surrounding.run(here, work);
    } catch (error) {
      throw asFailure(store.onFailure, error);
    } finally {
      here.active = false;
    }
  });
  store.queue.last = turn.catch(() => undefined);
  return turn;
}

/** The transactions around the running code, innermost first. One may be over: what it started can outlive it. */
type Surrounding = { readonly queue: TransactionQueue; active: boolean; readonly outer: Surrounding | undefined };

const surrounding = new AsyncLocalStorage<Surrounding>();

function isInside(queue: TransactionQueue): boolean {
  for (let around = surrounding.getStore(); around !== undefined; around = around.outer) {
    if (around.active && around.queue === queue) return true;
  }
  return false;
}

async function runOne<Tables, T, E>(
  store: Store<Tables>,
  work: (trx: Transaction<Tables>) => Promise<Result<T, E>>,
): Promise<Result<T, E>> {
  const here: Surrounding = { queue: store.queue, active: true, outer: surrounding.getStore() };
  try {
    return await store.db.transaction().execute(async (trx) => {
      const result = await surrounding.run(here, () => work(trx));
      // Kysely commits whatever is returned; only throwing rolls back.
      if (!result.ok) throw new Refused(result);
      return result;
    });
  } catch (error) {
    if (error instanceof Refused) return error.result as Result<T, E>;
    throw asFailure(store.onFailure, error);
  } finally {
    here.active = false;
  }
}

function asFailure(onFailure: (failure: StoreFailure) => void, error: unknown): unknown {
  const code = storeCodeOf(error);
  if (code === null) return error;
  const failure = error instanceof StoreFailure ? error : new StoreFailure(code, { cause: error });
  onFailure(failure);
  return failure;
}

class Refused extends Error {
  readonly result: unknown;

  constructor(result: unknown) {
    super('rolled back');
    this.result = result;
  }
}
