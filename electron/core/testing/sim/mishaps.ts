/** @file What goes wrong inside one machine: power cuts in the middle, and changes that nobody may make. */
import { applyChanges } from '#core/changes/apply.ts';
import { buildChange, parseHeader } from '#core/changes/change.ts';
import { createLinkLog } from '#core/changes/link-log.ts';
import { formatHlc, type HlcState, tick } from '#core/changes/hlc.ts';
import { wireToBytes } from '#core/changes/ids.ts';
import { all, get, run } from '#core/changes/statements.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { ageContainer } from '#core/exchange/container.ts';
import { inBundleTransaction, readAndApply } from '#core/exchange/take-in.ts';
import { ok } from '#shared/lib/result.ts';
import { imageOf, type Member, openHome } from './member.ts';
import { pieces, stateOfHome } from './post.ts';
import { alive, Broken, type Flight, type World } from './world.ts';

class PowerCut extends Error {}

/** The power fails after a file was read and before it is kept: then nothing has happened. */
export async function cutPower(world: World, flight: Flight, at: Member): Promise<void> {
  const before = stateOfHome(at);
  await inBundleTransaction(at.home, async () => {
    await readAndApply(at.services, at.home, pieces(flight.file, flight.container === ageContainer), flight.container);
    throw new PowerCut();
  }).catch((error: unknown) => {
    if (!(error instanceof PowerCut)) throw error;
  });
  const left = imageOf(at);
  at.home.store.raw.close();
  at.home = openHome(left, at.keys);
  world.say(`${at.name}: the power fails while file ${flight.number} is taken in`);
  if (stateOfHome(at) !== before) throw new Broken('I33', `${at.name} kept half of file ${flight.number}`);
  world.rare.add('power cut');
}

/**
 * A machine in wrong hands signs a change to a record that its office does not own and sends it on, between good ones.
 * Its own core would not: the change goes on the links by hand.
 */
export async function overstep(world: World): Promise<void> {
  const at = world.dice.pick(alive(world).filter(({ kind }) => kind === 'office'));
  const { raw } = at.home.store;
  const own = get<{ hdr: Uint8Array }>(
    raw,
    "SELECT hdr FROM chg WHERE src IS NULL AND at = 'dispute' AND aud = 'open' LIMIT 1",
  );
  const model = own ? parseHeader(own.hdr) : null;
  if (!model?.ok) return;
  const { v: _v, pc: _pc, ...rest } = model.value;
  const forged = { ...rest, ...nextInChain(at), own: null, w: [{ g: 'place', p: [] }], role: 'administrator' };
  const { change, header } = buildChange(forged, { d: { place: { district: 'IQG10' } } }, at.keys.signer);
  await inTransaction(at.home.store, async () => {
    applyChanges(raw, at.home.changes, ({ apply }) => apply(change, { source: null, checked: 'own' }));
    run(raw, 'UPDATE inc SET seq = ?, head = ? WHERE inc = ?', header.seq, change.id, wireToBytes(header.inc));
    const { n = 0 } = get<{ n: number }>(raw, 'SELECT n FROM chg WHERE id = ?', change.id) ?? {};
    createLinkLog(raw, at.home.rosters.linkTargets).enqueue({ n, header, owner: at.node, source: null });
    return ok(null);
  });
  world.journal.note(at);
  world.say(`${at.name} oversteps`);
}

/** Where the next change of this machine stands. Its clock is moved on at once. */
function nextInChain({ home, services }: Member) {
  const { raw } = home.store;
  const inc = get<{ inc: Uint8Array; seq: number; head: Uint8Array }>(
    raw,
    'SELECT inc, seq, head FROM inc ORDER BY ordinal DESC LIMIT 1',
  );
  const clock = get<HlcState>(raw, 'SELECT ms, counter FROM clock');
  if (!inc || !clock) throw new Error('a home without incarnation or clock');
  const time = tick(clock, services.ports.now());
  run(raw, 'UPDATE clock SET ms = ?, counter = ?', time.ms, time.counter);
  return { inc: toBase64Url(inc.inc), seq: inc.seq + 1, prev: toBase64Url(inc.head), hlc: formatHlc(time) };
}

/** Changes that were set aside, with later ones of the same sender that count. */
export const hasGoodAfterBad = ({ home }: Member): boolean =>
  all<{ n: number }>(
    home.store.raw,
    `SELECT b.n FROM chg b WHERE b.verdict = 'quarantined' AND b.src IS NOT NULL
       AND EXISTS (SELECT 1 FROM chg g WHERE g.src = b.src AND g.n > b.n AND g.verdict = 'ok') LIMIT 1`,
  ).length > 0;
