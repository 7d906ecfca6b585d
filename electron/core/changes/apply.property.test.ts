import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { applyChanges } from '#core/changes/apply.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import {
  checkEverySignature,
  countOf,
  createRigStore,
  type Delivery,
  deliver,
  inPassing,
  type RigStore,
  stateOf,
} from '#core/testing/change-rig.ts';
import { actCount, type History, makeHistory } from '#core/testing/history/random-history.ts';
import { headsByForce, storedHeads, winnerByForce } from '#core/testing/merge-oracle.ts';
import { projectionDigest, replayAll } from './replay.ts';
import { all } from './statements.ts';

const seed = Number(process.env.JISR_TEST_SEED ?? Math.floor(Math.random() * 0x7fffffff));

const step = fc.record({ act: fc.nat(actCount - 1), who: fc.nat(20), which: fc.nat(20) });
/** Steps, not what they make: a counterexample can be read. */
const history = fc.array(step, { minLength: 5, maxLength: 40 });

const stores: RigStore[] = [];
const storeFor = (made: History): RigStore => {
  const store = createRigStore(made.tree);
  stores.push(store);
  return store;
};
afterAll(() => {
  for (const { raw } of stores) raw.close();
});

/** State after these batches, each its own session; the store is left as it was. */
function stateAfter(store: RigStore, batches: readonly (readonly Delivery[])[]): ReturnType<typeof stateOf> {
  return inPassing(store, () => {
    for (const batch of batches) deliver(store, batch);
    checkEverySignature(store);
    expect(countOf(store, 'SELECT count(*) AS n FROM applying')).toBe(0);
    return stateOf(store);
  });
}

/** Small generator for orders: fast and repeatable from one number. */
function numbersFrom(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Any order, a third of it repeated, cut into batches anywhere. */
function anyOrder(deliveries: readonly Delivery[], random: () => number): Delivery[][] {
  const repeated = [...deliveries, ...deliveries.filter(() => random() < 0.33)];
  for (let i = repeated.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [repeated[i], repeated[j]] = [repeated[j] as Delivery, repeated[i] as Delivery];
  }
  const batches: Delivery[][] = [[]];
  for (const delivery of repeated) {
    if (random() < 0.2) batches.push([]);
    batches.at(-1)?.push(delivery);
  }
  return batches;
}

describe(`the merge (JISR_TEST_SEED=${seed})`, () => {
  it('gives one state for one history with every act in it, in 200 random orders with repeats', () => {
    const random = numbersFrom(seed);
    const pick = (): number => Math.floor(random() * 21);
    const acts = Array.from({ length: actCount }, (_, i) => ({ act: i, who: pick(), which: pick() }));
    const made = makeHistory(acts);
    expect(new Set(made.acts).size).toBe(actCount);
    const store = storeFor(made);
    const once = stateAfter(store, [made.deliveries]);
    for (let order = 0; order < 200; order++) {
      expect(stateAfter(store, anyOrder(made.deliveries, random)), `order ${order}`).toEqual(once);
    }
  }, 60_000);

  it('gives one state for any history in any order', () => {
    fc.assert(
      fc.property(history, fc.nat(), (steps, order) => {
        const made = makeHistory(steps);
        const store = createRigStore(made.tree);
        const once = stateAfter(store, [made.deliveries]);
        const random = numbersFrom(order);
        for (let i = 0; i < 4; i++) {
          expect(stateAfter(store, anyOrder(made.deliveries, random)), made.acts.join(', ')).toEqual(once);
        }
        store.raw.close();
      }),
      { seed, numRuns: 20, interruptAfterTimeLimit: 10_000 },
    );
  });

  it('keeps as heads what no accepted change has seen, and shows the one that the rule names', () => {
    fc.assert(
      fc.property(history, fc.nat(), (steps, order) => {
        const made = makeHistory(steps);
        const store = createRigStore(made.tree);
        inPassing(store, () => {
          for (const batch of anyOrder(made.deliveries, numbersFrom(order))) deliver(store, batch);
          checkEverySignature(store);
          const expected = headsByForce(store);
          expect(storedHeads(store)).toEqual(expected);
          const shown = all<{ agg: Uint8Array; grp: string; id16: Uint8Array }>(
            store.raw,
            'SELECT agg, grp, id16 FROM val',
          );
          expect(shown.length).toBe(expected.size);
          for (const { agg, grp, id16 } of shown) {
            const heads = expected.get(`${toBase64Url(agg)} ${grp}`) ?? [];
            expect(toBase64Url(id16)).toBe(winnerByForce(store, toBase64Url(agg), grp, heads));
          }
        });
        store.raw.close();
      }),
      { seed, numRuns: 20, interruptAfterTimeLimit: 10_000 },
    );
  });

  it('comes to the same rows by replay as it came to step by step', () => {
    fc.assert(
      fc.property(history, fc.nat(), (steps, order) => {
        const made = makeHistory(steps);
        const store = createRigStore(made.tree);
        inPassing(store, () => {
          for (const batch of anyOrder(made.deliveries, numbersFrom(order))) deliver(store, batch);
          checkEverySignature(store);
          const before = stateOf(store);
          replayAll(store.raw, store.context);
          expect(stateOf(store)).toEqual(before);
        });
        store.raw.close();
      }),
      { seed, numRuns: 15, interruptAfterTimeLimit: 10_000 },
    );
  });

  it('is none the wiser for having had a payload late', () => {
    fc.assert(
      fc.property(history, fc.nat(), (steps, order) => {
        const made = makeHistory(steps);
        const store = createRigStore(made.tree);
        const bare = made.deliveries.map((one) =>
          'change' in one ? { change: { ...one.change, payloadBytes: null } } : one,
        );
        const first = anyOrder(bare, numbersFrom(order));
        const then = anyOrder(made.deliveries, numbersFrom(order + 1));
        expect(stateAfter(store, [...first, ...then])).toEqual(stateAfter(store, [[...made.deliveries, ...bare]]));
        store.raw.close();
      }),
      { seed, numRuns: 15, interruptAfterTimeLimit: 10_000 },
    );
  });

  it('shows the same value of a group whatever else comes to other records', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const made = makeHistory(steps);
        const store = createRigStore(made.tree);
        const [record] = made.deliveries.flatMap((one) => ('change' in one ? [one.change] : []));
        if (!record) return;
        const own = made.deliveries.filter((one) => !('change' in one) || aggOf(one) === aggOf({ change: record }));
        const values = (deliveries: readonly Delivery[]) =>
          inPassing(store, () => {
            deliver(store, deliveries);
            checkEverySignature(store);
            return all(store.raw, 'SELECT * FROM val WHERE hex(agg) = ? ORDER BY grp', aggOf({ change: record }));
          });
        expect(values(own)).toEqual(values(made.deliveries));
        store.raw.close();
      }),
      { seed, numRuns: 15, interruptAfterTimeLimit: 10_000 },
    );
  });
});

describe('the merge, leaving nothing half done', () => {
  it('takes everything back with the transaction when the work throws', () => {
    const made = makeHistory([]);
    const store = storeFor(made);
    const empty = projectionDigest(store.raw);
    const [, first] = made.deliveries;
    expect(() =>
      store.raw.transaction(() =>
        applyChanges(store.raw, store.context, ({ apply }) => {
          if (first && 'change' in first) apply(first.change, { source: null, checked: 'own' });
          throw new Error('power cut');
        }),
      )(),
    ).toThrow('power cut');
    expect(projectionDigest(store.raw)).toBe(empty);
    expect(countOf(store, 'SELECT (SELECT count(*) FROM chg) + (SELECT count(*) FROM applying) AS n')).toBe(0);
  });

  it('refuses to run outside a transaction', () => {
    const store = storeFor(makeHistory([]));
    expect(() => applyChanges(store.raw, store.context, () => null)).toThrow('inside a transaction');
  });
});

const aggOf = (one: Delivery): string =>
  'change' in one
    ? Buffer.from(JSON.parse(Buffer.from(one.change.headerBytes).toString('utf8')).agg, 'base64url')
        .toString('hex')
        .toUpperCase()
    : '';
