/** @file What goes wrong inside one machine: power cuts in the middle, and changes that nobody may make. */
import { applyChanges } from '#core/changes/apply.ts';
import { buildChange, type ChangeHeader, type ChangePayload, parseHeader } from '#core/changes/change.ts';
import { createLinkLog } from '#core/changes/link-log.ts';
import { formatHlc, type HlcState, tick } from '#core/changes/hlc.ts';
import { uuidToBytes, wireToBytes } from '#core/changes/ids.ts';
import { needsUpdate } from '#core/changes/log-rows.ts';
import { all, get, run } from '#core/changes/statements.ts';
import { currentHeads } from '#core/changes/write.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { inBundleTransaction } from '#core/exchange/take-in.ts';
import { ok } from '#shared/lib/result.ts';
import { imageOf, type Member, openHome } from './member.ts';
import { readFile, stateOfHome } from './post.ts';
import { withProgram } from './program-versions.ts';
import { alive, Broken, type Flight, type World } from './world.ts';

class PowerCut extends Error {}

/** The power fails after a file was read and before it is kept: then nothing has happened. */
export async function cutPower(world: World, flight: Flight, at: Member): Promise<void> {
  const before = stateOfHome(at);
  const cut = async () => {
    await readFile(at, flight, flight.file);
    throw new PowerCut();
  };
  await withProgram(at.program, () => inBundleTransaction(at.home, cut)).catch((error: unknown) => {
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
  const model = headerLike(raw, "src IS NULL AND at = 'dispute' AND aud = 'open'");
  if (!model) return;
  await signByHand(world, at, {
    header: { ...model, own: null, w: [{ g: 'place', p: [] }], role: 'administrator' },
    d: { place: { district: 'IQG10' } },
  });
  world.say(`${at.name} oversteps`);
}

/** What only a newer program means by a change of a forum of its office; with `mu` others leave the forum alone. */
export async function writeAsNewer(world: World, at: Member, record: string, mu: 0 | 1): Promise<boolean> {
  const { raw } = at.home.store;
  const agg = uuidToBytes(record);
  const heads = currentHeads(raw, record);
  const model = headerLike(raw, "src IS NULL AND at = 'forum' AND aud = 'open' AND agg = ?", agg);
  const [own, ...others] = heads.owner ?? [];
  if (at.program === 1 || !model || !own || others.length > 0 || needsUpdate(raw, agg, 'forum')) return false;
  await signByHand(world, at, {
    header: { ...model, own, kind: 'forum.edited', kv: at.program, mu, w: [{ g: 'status', p: heads.status ?? [] }] },
    d: { status: { status: 'active' } },
  });
  world.say(`${at.name} writes as program ${at.program} does${mu === 1 ? ', not to be written to by older ones' : ''}`);
  return true;
}

type ByHand = { readonly header: Omit<ChangeHeader, 'v' | 'pc'>; readonly d: ChangePayload['d'] };

function headerLike(raw: SqliteDatabase, where: string, ...values: readonly Uint8Array[]) {
  const row = get<{ hdr: Uint8Array }>(raw, `SELECT hdr FROM chg WHERE ${where} LIMIT 1`, ...values);
  const model = row ? parseHeader(row.hdr) : null;
  if (!model?.ok) return null;
  const { v: _v, pc: _pc, ...rest } = model.value;
  return rest;
}

/** The next change of this machine's chain, put on the links without asking its core. */
async function signByHand(world: World, at: Member, { header, d }: ByHand): Promise<void> {
  const { raw } = at.home.store;
  const { change, header: signed } = buildChange({ ...header, ...nextInChain(at) }, { d }, at.keys.signer);
  await withProgram(at.program, () =>
    inTransaction(at.home.store, async () => {
      const { result } = applyChanges(raw, at.home.changes, ({ apply }) =>
        apply(change, { source: null, checked: 'own' }),
      );
      run(raw, 'UPDATE inc SET seq = ?, head = ? WHERE inc = ?', signed.seq, change.id, wireToBytes(signed.inc));
      const { n = 0 } = get<{ n: number }>(raw, 'SELECT n FROM chg WHERE id = ?', change.id) ?? {};
      // What its core accepts it has put there itself.
      if (result.outcome !== 'applied')
        createLinkLog(raw, at.home.rosters.linkTargets).enqueue({
          n,
          header: signed,
          owner: at.node,
          source: null,
          hasPayload: true,
        });
      return ok(null);
    }),
  );
  world.journal.note(at);
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
