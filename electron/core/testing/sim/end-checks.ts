/** @file What must hold once everything has been carried. */
import { specOf } from '#core/changes/registry.ts';
import { digestRecords } from '#core/changes/digest.ts';
import { wireToBytes } from '#core/changes/ids.ts';
import { all, get } from '#core/changes/statements.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { isAncestor, pathOf } from '#core/exchange/roster.ts';
import { noteRareAtEnd } from './end-rare.ts';
import { secretsIn } from './forms.ts';
import { ownersOf } from './journal.ts';
import type { Member } from './member.ts';
import { checkAgainstOracle, checkAnyOrder, checkHeads, checkReplay } from './merge-checks.ts';
import { peersOf } from './post.ts';
import { alive, Broken, members, type World } from './world.ts';

type Held = { readonly verdict: string; readonly code: string | null; readonly payload: string | null };

export function checkEnd(world: World): void {
  const stores = new Map(alive(world).map((member) => [member, heldBy(member)]));
  checkAudience(world, stores);
  noteRareAtEnd(world);
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
  const owners = ownersOf(world.journal);
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
      const below = specOf(header.at)?.goesDown === true && isAncestor(roster, owner, member.node);
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
  const owners = ownersOf(world.journal);
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
