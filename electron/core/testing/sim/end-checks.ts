/** @file What must hold once everything has been carried. */
import { digestRecords } from '#core/changes/digest.ts';
import { projectionDigest, replayAll } from '#core/changes/replay.ts';
import { lateEditsOf } from '#core/changes/late-edits.ts';
import { all, get } from '#core/changes/statements.ts';
import { decodeHeader } from '#core/changes/stored.ts';
import { wireToBytes } from '#core/changes/ids.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import { isAncestor, pathOf } from '#core/exchange/roster.ts';
import { groupSpecOf, tokenToGroup } from '#core/changes/registry.ts';
import { headsByForce, storedHeads, winnerByForce } from '#core/testing/merge-oracle.ts';
import { deliver as deliverChanges, stateOf } from '#core/testing/change-rig.ts';
import type { SignedChange } from '#core/changes/change.ts';
import { openImage } from '#core/db/open.ts';
import { secretsIn } from './forms.ts';
import { hasGoodAfterBad } from './mishaps.ts';
import { peersOf } from './post.ts';
import type { Written } from './journal.ts';
import { emptyImage, type Member } from './member.ts';
import { treeDepth } from './tree.ts';
import { alive, Broken, members, type World } from './world.ts';

type Held = { readonly verdict: string; readonly code: string | null; readonly payload: string | null };

export function checkEnd(world: World): void {
  const stores = new Map(alive(world).map((member) => [member, heldBy(member)]));
  checkAudience(world, stores);
  noteRare(world);
  checkSecrets(world, stores);
  checkAlarms(world, stores);
  checkVerdicts(world, stores);
  checkRevoked(world, stores);
  checkBlobs(world);
  checkClones(world);
  checkClocks(world);
  checkNumbers(world);
  checkSameRecords(world);
  for (const [member, held] of stores) checkHeads(world, member, held);
  const one = world.dice.pick(alive(world));
  checkAgainstOracle(one);
  checkReplay(one);
  checkAnyOrder(world, one);
}

/** What happened on the way and shows only now. */
function noteRare(world: World): void {
  const { written } = world.journal;
  const owners = ownersOf(world);
  const roster = members(world)[0]?.home.rosters.current();
  const settlers = new Map<string, Set<string>>();
  for (const { header, node } of written.values()) {
    if (!header.kind.endsWith('conflict.resolved')) continue;
    for (const { g, p } of header.w) {
      const key = `${header.agg} ${g} ${p.join()}`;
      settlers.set(key, (settlers.get(key) ?? new Set()).add(node));
    }
  }
  if ([...settlers.values()].some((nodes) => nodes.size > 1)) world.rare.add('settled twice');
  const readable = members(world)[0]?.home.store.raw;
  for (const { agg } of readable
    ? all<{ agg: Uint8Array }>(readable, "SELECT DISTINCT agg FROM chg WHERE at = 'dispute'")
    : [])
    if (readable && hasLateEdits(readable, agg)) world.rare.add('late edit');
  for (const member of alive(world)) {
    const { raw } = member.home.store;
    for (const id of world.waited.get(raw) ?? []) {
      if (get(raw, "SELECT 1 FROM chg WHERE id16 = ? AND verdict = 'ok'", wireToBytes(id)))
        world.rare.add('held, then released');
    }
    if (hasGoodAfterBad(member)) world.rare.add('good after bad');
    if (get(raw, 'SELECT 1 FROM head GROUP BY agg, grp HAVING count(*) > 2 LIMIT 1'))
      world.rare.add('three-way conflict');
    if (get(raw, 'SELECT 1 FROM inc WHERE ordinal > 1 AND series IS NOT NULL LIMIT 1'))
      world.rare.add('provisional series replaced');
  }
  const voided = [...written.values()].filter(({ header }) => header.kind === 'record.voided');
  for (const { id, header } of voided) {
    const edits = [...written.values()].filter((one) => one.header.agg === header.agg && !one.knew.has(id));
    if (edits.some((one) => one.id !== id && !written.get(id)?.knew.has(one.id))) world.rare.add('void and edit');
  }
  for (const { id, header, groups } of written.values()) {
    if (!groups.includes('owner') || header.own === null) continue;
    const [from, to] = [owners.get(header.own), owners.get(id)].map((node) => roster && pathOf(roster, node ?? ''));
    if (from?.length === treeDepth && to?.length === treeDepth && from[1] !== to[1])
      world.rare.add('backfill over 4 hops');
  }
}

function hasLateEdits(raw: SqliteDatabase, agg: Uint8Array): boolean {
  const rows = all<{ n: number; id16: Uint8Array; hdr: Uint8Array }>(
    raw,
    "SELECT n, id16, hdr FROM chg WHERE agg = ? AND verdict = 'ok' ORDER BY n",
    agg,
  );
  return (
    lateEditsOf(rows.map(({ n, id16, hdr }) => ({ n, id: toBase64Url(id16), ...decodeHeader({ hdr }) }))).length > 0
  );
}

function heldBy({ home }: Member): ReadonlyMap<string, Held> {
  const rows = all<{ id16: Uint8Array; verdict: string; code: string | null; pay: Uint8Array | null }>(
    home.store.raw,
    'SELECT id16, verdict, code, pay FROM chg',
  );
  return new Map(
    rows.map(({ id16, verdict, code, pay }) => [
      toBase64Url(id16),
      { verdict, code, payload: pay === null ? null : Buffer.from(pay).toString('latin1') },
    ]),
  );
}

type Stores = ReadonlyMap<Member, ReadonlyMap<string, Held>>;

/** Whatever is left anywhere is everywhere it belongs, with its payload where that may be. */
function checkAudience(world: World, stores: Stores): void {
  const roster = members(world)[0]?.home.rosters.current();
  if (!roster) throw new Error('no roster');
  const owners = ownersOf(world);
  for (const written of world.journal.written.values()) {
    const { id, header } = written;
    const left = [...stores.values()].flatMap((held) => held.get(id) ?? []);
    if (!left.some(({ verdict }) => verdict === 'ok')) continue;
    // What never left an office is gone with its disk.
    const payloadLeft = left.some(({ payload }) => payload !== null);
    const owner = owners.get(header.own ?? id);
    if (owner === undefined) continue;
    for (const [member, held] of stores) {
      const onPath = pathOf(roster, owner)?.includes(member.node) ?? false;
      const below = header.at === 'user' && isAncestor(roster, owner, member.node);
      if (!onPath && !below) continue;
      const here = held.get(id);
      if (!here) throw new Broken('I03', `${header.kind} of ${written.node} is lost at ${member.name}`);
      // Between two machines of an office what is restricted goes by a stick of their own.
      const open =
        header.aud === 'open' ||
        (member.keys.dev === header.dev && !world.cloned.has(header.dev) && !world.everLost.has(id));
      if (open && payloadLeft && here.payload === null)
        throw new Broken('I03', `${header.kind} has no payload at ${member.name}`);
    }
  }
}

/** The node that each ownership head names, by its id: those who founded a record or accepted it. */
function ownersOf(world: World): ReadonlyMap<string, string> {
  return new Map(
    [...world.journal.written.values()].flatMap(({ id, groups, node }) =>
      groups.includes('owner') ? [[id, node]] : [],
    ),
  );
}

function checkSecrets({ journal }: World, stores: Stores): void {
  for (const [member, held] of stores) {
    for (const [id, { payload }] of held) {
      const header = journal.written.get(id)?.header;
      if (payload === null || !header || (header.aud === 'open' && secretsIn(payload).length === 0)) continue;
      const wroteIt = journal.written.get(id)?.node === member.node;
      if (!wroteIt && !journal.readers.get(header.agg)?.has(member.node))
        throw new Broken('I18', `${member.name} holds what is restricted to others in ${id}`);
    }
  }
}

/** Who lost what others still have hears of it. */
function checkAlarms(world: World, stores: Stores): void {
  for (const [member, lost] of world.lostAt) {
    if (!stores.has(member)) continue;
    const elsewhere = [...stores].some(([other, held]) => other !== member && [...lost].some((id) => held.has(id)));
    const told = get(member.home.store.raw, "SELECT 1 FROM notice WHERE kind = 'rolled-back'") !== undefined;
    if (elsewhere && !told) throw new Broken('I12', `${member.name} went back and nobody says so`);
  }
}

/** Where the payload is there or not makes no difference to what was decided. */
function checkVerdicts(world: World, stores: Stores): void {
  const verdicts = new Map<string, { readonly at: string; readonly says: string }>();
  for (const [{ name }, held] of stores) {
    for (const [id, { verdict, code }] of held) {
      // Where two machines wrote under one number, only who holds the whole chain can tell them apart.
      const author = world.journal.written.get(id);
      if (author && world.everUnseen.has(author.node) && world.revoked.has(author.header.dev)) continue;
      const says = `${verdict} ${code ?? ''}`;
      const other = verdicts.get(id);
      if (other && other.says !== says)
        throw new Broken('I20', `${id}: ${says} at ${name}, ${other.says} at ${other.at}`);
      verdicts.set(id, { at: name, says });
    }
  }
}

/** Two machines that wrote under one number are told of somewhere. */
function checkClones(world: World): void {
  const numbers = new Map<string, string>();
  for (const { id, header } of world.journal.written.values()) {
    const number = `${header.dev} ${header.inc} ${header.seq}`;
    const other = numbers.get(number);
    numbers.set(number, id);
    if (other === undefined || !world.cloned.has(header.dev)) continue;
    const stores = alive(world).filter(({ home }) => holds(home.store.raw, id) && holds(home.store.raw, other));
    const told = stores.some(({ home }) => get(home.store.raw, 'SELECT 1 FROM notice LIMIT 1') !== undefined);
    checkBothThere(world, id, other);
    if (stores.length > 0 && !told) throw new Broken('I14', `two machines wrote ${header.seq} and nobody says so`);
  }
}

/** Two histories of one device: who may have one and is to have the other has both. */
function checkBothThere(world: World, ...ids: readonly string[]): void {
  const roster = members(world)[0]?.home.rosters.current();
  const somewhere = ids.every((id) => alive(world).some(({ home }) => counts(home.store.raw, id)));
  if (!roster || !somewhere) return;
  const owners = ownersOf(world);
  for (const id of ids) {
    const owner = owners.get(world.journal.written.get(id)?.header.own ?? id);
    const lacking = alive(world).find(
      ({ node, home }) => pathOf(roster, owner ?? '')?.includes(node) && !holds(home.store.raw, id),
    );
    if (lacking) throw new Broken('I14', `${lacking.name} has one history of a copied machine and lacks the other`);
  }
}

const counts = (raw: SqliteDatabase, id: string): boolean =>
  get(raw, "SELECT 1 FROM chg WHERE id16 = ? AND verdict = 'ok'", wireToBytes(id)) !== undefined;

const holds = (raw: SqliteDatabase, id: string): boolean =>
  get(raw, 'SELECT 1 FROM chg WHERE id16 = ?', wireToBytes(id)) !== undefined;

/** Of every attachment that a change here names, the whole is here, if it is anywhere on the way to here. */
function checkBlobs(world: World): void {
  const states = new Map<string, Set<string>>();
  const rows = alive(world).flatMap((member) =>
    all<{ id: string; state: string }>(
      member.home.store.raw,
      'SELECT id, state FROM blob b WHERE EXISTS (SELECT 1 FROM blob_ref r WHERE r.id = b.id)',
    ).map((row) => ({
      member,
      ...row,
    })),
  );
  for (const { id, state } of rows) states.set(id, (states.get(id) ?? new Set()).add(state));
  const wrong = rows.find(
    ({ id, state, member }) => state !== 'whole' && states.get(id)?.has('whole') && !isGone(world, member, id),
  );
  if (wrong)
    throw new Broken('I29', `${wrong.member.name} has ${wrong.state} of ${wrong.id}, which is whole elsewhere`);
}

/** It went with a folder that was lost, and no neighbour has it to give back. */
const isGone = (world: World, member: Member, id: string): boolean =>
  world.lostBlobs.size > 0 &&
  !peersOf(member).some((dev) => {
    const peer = alive(world).find(({ keys }) => keys.dev === dev);
    return peer && get(peer.home.store.raw, "SELECT 1 FROM blob WHERE id = ? AND state = 'whole'", id) !== undefined;
  });

/** Nothing that a revoked device wrote after its last good change counts anywhere. */
function checkRevoked(world: World, stores: Stores): void {
  const devices = members(world)[0]?.home.rosters.current()?.devicesById;
  for (const [{ name }, held] of stores) {
    for (const [id, { verdict }] of held) {
      const header = world.journal.written.get(id)?.header;
      const revoked = header ? devices?.get(header.dev)?.revoked : null;
      if (!header || !revoked || verdict !== 'ok') continue;
      const last = revoked.good.find(({ inc }) => inc === header.inc);
      if (!last || header.seq > last.seq) throw new Broken('I21', `${name} counts what a revoked device wrote later`);
    }
  }
}

/** The clock of an incarnation only rises; a disk that was put back unseen repeats some of it. */
function checkClocks({ journal, everUnseen }: World): void {
  const last = new Map<string, { seq: number; hlc: string }>();
  for (const { header, node } of journal.written.values()) {
    const chain = `${header.dev} ${header.inc}`;
    const before = last.get(chain);
    if (before && !everUnseen.has(node) && (header.hlc <= before.hlc || header.seq <= before.seq))
      throw new Broken('I27', `${header.seq} of ${chain} is not after ${before.seq}`);
    last.set(chain, header);
  }
}

function checkNumbers(world: World): void {
  const [directorate] = members(world);
  if (!directorate) return;
  const twice = all<{ number: string; owner: string }>(
    directorate.home.store.raw,
    "SELECT number, owner FROM record WHERE at = 'dispute' AND number <> '' GROUP BY number, owner HAVING count(*) > 1",
  );
  const wrong = twice.find(({ owner }) => !world.everUnseen.has(owner));
  if (wrong) throw new Broken('I28', `${wrong.number} was given twice`);
}

/** Each node above an office reads the same records as the office, where they are open. */
function checkSameRecords(world: World): void {
  for (const owner of alive(world)) {
    const roster = owner.home.rosters.current();
    const digestAt = (member: Member): string =>
      digestRecords(member.home.store.raw, { owner: owner.node, scope: 'open' }).digest;
    for (const member of alive(world)) {
      if (!roster || !pathOf(roster, owner.node)?.includes(member.node)) continue;
      if (digestAt(member) !== digestAt(owner))
        throw new Broken('I01', `${member.name} and ${owner.name} read other records of ${owner.name}`);
    }
  }
}

/** Against what the authors knew: a value is current exactly when no later writer of its group had it. */
function checkHeads(world: World, { name, home }: Member, held: ReadonlyMap<string, Held>): void {
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

function checkAgainstOracle({ name, home }: Member): void {
  const text = (heads: ReadonlyMap<string, readonly string[]>): string => JSON.stringify([...heads]);
  if (text(headsByForce({ raw: home.store.raw })) !== text(storedHeads({ raw: home.store.raw })))
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

function checkReplay({ name, home }: Member): void {
  const { raw } = home.store;
  const before = projectionDigest(raw);
  raw.exec('BEGIN');
  replayAll(raw, home.changes);
  const after = projectionDigest(raw);
  raw.exec('ROLLBACK');
  if (before !== after) throw new Broken('I07', `${name}: replayed tables differ`);
}

/** All it holds, shuffled and in batches, into an empty store. */
function checkAnyOrder(world: World, { name, home }: Member): void {
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
