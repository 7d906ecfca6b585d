/** @file That the merge came out as its rules say it must: against what people knew, against brute force, and by other ways. */
import type { SignedChange } from '#core/changes/change.ts';
import { groupSpecOf, tokenToGroup } from '#core/changes/registry.ts';
import { projectionDigest, replayAll } from '#core/changes/replay.ts';
import { all } from '#core/changes/statements.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import { openImage } from '#core/db/open.ts';
import { deliver as deliverChanges, stateOf } from '#core/testing/change-rig.ts';
import { headsByForce, storedHeads, winnerByForce } from '#core/testing/merge-oracle.ts';
import type { Written } from './journal.ts';
import { emptyImage, type Member } from './member.ts';
import { Broken, type World } from './world.ts';

/**
 * Against what the authors knew: a value is current exactly when no later writer of its group had it. Nobody here founds a
 * record a second time; what holds then is in the brute force.
 */
export function checkHeads(
  world: World,
  { name, home }: Member,
  held: ReadonlyMap<string, { readonly verdict: string }>,
): void {
  const byGroup = new Map<string, Written[]>();
  /** What a change that was set aside or is not meant for here had superseded stands beside what came in its place. */
  const aside = new Set<string>();
  for (const [id, { verdict }] of held) {
    const written = world.journal.written.get(id);
    if (!written) continue;
    for (const group of written.groups) {
      // An answer names the one offer it answers, whatever else its author knew.
      if (group === 'transfer' || group === 'owner') continue;
      const key = `${written.header.agg} ${group}`;
      const seen = written.header.w.find(({ g }) => tokenToGroup(written.header.at, g) === group)?.p ?? [];
      if (verdict !== 'ok' || seen.some((p) => !held.has(p))) aside.add(key);
      if (verdict !== 'ok') continue;
      byGroup.set(key, [...(byGroup.get(key) ?? []), written]);
    }
  }
  const stored = storedHeads({ raw: home.store.raw });
  for (const [key, writers] of byGroup) {
    const append = groupSpecOf(writers[0]?.header.at ?? '', key.slice(key.indexOf(' ') + 1))?.append === true;
    const current = writers.filter(({ id }) => append || !writers.some(({ knew }) => knew.has(id))).map(({ id }) => id);
    if (!aside.has(key) && current.toSorted().join() !== (stored.get(key) ?? []).join())
      throw new Broken('I04', `${name} shows other values of ${key} than people left`);
  }
}

export function checkAgainstOracle({ name, home }: Member): void {
  const text = (heads: ReadonlyMap<string, readonly string[]>): string => JSON.stringify([...heads]);
  if (text(headsByForce({ raw: home.store.raw, context: home.changes })) !== text(storedHeads({ raw: home.store.raw })))
    throw new Broken('I04', `${name}: heads by brute force differ`);
  const shown = all<{ agg: Uint8Array; grp: string; id16: Uint8Array }>(
    home.store.raw,
    "SELECT agg, grp, id16 FROM val WHERE heads > 1 AND at IN ('forum', 'dispute') ORDER BY agg, grp LIMIT 5",
  );
  for (const { agg, grp, id16 } of shown) {
    const record = toBase64Url(agg);
    const heads = storedHeads({ raw: home.store.raw }).get(`${record} ${grp}`) ?? [];
    const winner = winnerByForce({ raw: home.store.raw, context: home.changes }, record, grp, heads);
    if (winner !== toBase64Url(id16))
      throw new Broken('I06', `${name} shows another value of ${grp} than the heads give`);
  }
}

export function checkReplay({ name, home }: Member): void {
  const { raw } = home.store;
  const before = projectionDigest(raw);
  raw.exec('BEGIN');
  replayAll(raw, home.changes);
  const after = projectionDigest(raw);
  raw.exec('ROLLBACK');
  if (before !== after) throw new Broken('I07', `${name}: replayed tables differ`);
}

/** All it holds, shuffled and in batches, into an empty store. */
export function checkAnyOrder(world: World, { name, home }: Member): void {
  const rows = all<{ id: Uint8Array; hdr: Uint8Array; pay: Uint8Array | null; sig: Uint8Array }>(
    home.store.raw,
    'SELECT id, hdr, pay, sig FROM chg ORDER BY id',
  );
  const order = rows.map((row) => ({ row, at: world.dice.int(2 ** 31) })).toSorted((a, b) => a.at - b.at);
  const changes = order.map(
    ({ row }): SignedChange => ({ id: row.id, headerBytes: row.hdr, payloadBytes: row.pay, signature: row.sig }),
  );
  const raw = openImage(emptyImage());
  const store = { raw, roster: 1, context: { ...home.changes, linkTargets: () => [] } };
  raw.exec('BEGIN');
  while (changes.length > 0) {
    deliverChanges(
      store,
      changes.splice(0, 1 + world.dice.int(60)).map((change) => ({ change })),
    );
  }
  const same = JSON.stringify(stateOf(store)) === JSON.stringify(stateOf({ ...store, raw: home.store.raw }));
  raw.exec('ROLLBACK');
  raw.close();
  if (!same) throw new Broken('I01', `${name}: another order gives another state`);
}
