/** @file What must hold at every bundle, faults or not: links, addressing, and what a bundle may carry. */
import { zstdDecompressSync } from 'node:zlib';
import { hashAt, lastPosition } from '#core/changes/link-log.ts';
import { all } from '#core/changes/statements.ts';
import { bytesEqual, toBase64Url, toHex } from '#core/crypto/bytes.ts';
import { sha256 } from '#core/crypto/hash.ts';
import type { BundleHeader } from '#core/exchange/bundle-format.ts';
import type { BundleInput } from '#core/exchange/bundle-writer.ts';
import { compareEpochs, type PeerState, readPeer } from '#core/exchange/peer-state.ts';
import type { Refused, Taken } from '#core/exchange/take-in.ts';
import type { Result } from '#shared/lib/result.ts';
import { localMark, secretsIn } from './forms.ts';
import type { Member } from './member.ts';
import { Broken, type Flight, memberOf, type World } from './world.ts';

/** How a member's side of the link to another stands. */
export const linkState = (at: Member, other: Member): PeerState | undefined =>
  readPeer(at.home.store.raw, other.keys.device);

const numbered = new WeakMap<World, Map<string, string>>();

/** A bundle that was just written. */
export async function checkBundle(
  world: World,
  flight: Flight,
  header: BundleHeader,
  { control, sections }: Pick<BundleInput, 'control' | 'sections'>,
): Promise<void> {
  const numbers = numbered.get(world) ?? new Map<string, string>();
  numbered.set(world, numbers);
  const number = `${header.from.dev} ${header.from.inc} ${header.to.dev} ${header.epoch.n} ${header.epoch.r} ${header.bn}`;
  const hash = toHex(sha256(flight.file));
  // A machine that does not know that it was put back must repeat numbers; others notice.
  if ((numbers.get(number) ?? hash) !== hash && !world.unseen.has(header.from.dev))
    throw new Broken('I16', `bundle number ${header.bn} is used again`);
  numbers.set(number, hash);
  if (JSON.stringify([header, control]).includes(localMark))
    throw new Broken('I18', `file ${flight.number} tells what is local`);
  const receiver = memberOf(world, flight.to);
  for await (const section of sections) {
    const raw = 'entry' in section ? zstdDecompressSync(section.compressed) : section.raw;
    const text = Buffer.from(raw).toString('latin1');
    if (text.includes(localMark)) throw new Broken('I18', `file ${flight.number} carries what is local`);
    for (const line of text.split('\n')) checkLine(world, flight, receiver?.node ?? '', line);
  }
}

/** Header TAB payload TAB signature: what is restricted goes to its readers alone. */
function checkLine(world: World, { number }: Flight, receiver: string, line: string): void {
  const [header = '', payload = ''] = line.split('\t');
  if (secretsIn(payload).length === 0 && !header.includes('"aud":"restricted"')) return;
  const { agg } = JSON.parse(header) as { agg: string };
  if (payload !== '-' && !world.journal.readers.get(agg)?.has(receiver))
    throw new Broken('I18', `file ${number} carries what is restricted to somebody else`);
}

/** A bundle that was just taken in, or refused. */
export function checkTaken(
  world: World,
  flight: Flight,
  at: Member,
  file: Uint8Array,
  before: PeerState | undefined,
  taken: Result<Taken, Refused>,
): void {
  if (taken.ok && at.keys.dev !== flight.to) throw new Broken('I23', `${at.name} took in a file for another`);
  const after = linkState(at, flight.from);
  if (!before || !after) return;
  if (!taken.ok && JSON.stringify(before) !== JSON.stringify(after))
    throw new Broken('I19', 'a refused file moved the link');
  const [old, now] = [inEpoch(before), inEpoch(after)];
  const order = old === null || now === null ? 1 : compareEpochs(now, old);
  if (old !== null && (now === null || order < 0)) throw new Broken('I16', `${at.name} went back to an older epoch`);
  if (order === 0 && after.in_k < before.in_k) throw new Broken('I09', `${at.name} went back on the link`);
  if (taken.ok && taken.value.gap && order === 0 && after.in_k !== before.in_k)
    throw new Broken('I11', 'a gap moved the position');
  if (taken.ok && taken.value.gap) world.rare.add('gap');
  if (taken.ok && taken.value.fork) world.rare.add('fork');
  if (taken.ok) {
    noteRare(world, at, before, after, taken.value);
    noteBlobs(world, flight, at, taken.value);
    checkGaps(world, flight, at, after, taken.value);
  } else if (taken.error.code === 'bundle/revoked') world.rare.add('revoked before its last bundle');
  if (
    file.length !== flight.file.length &&
    taken.ok &&
    taken.value.end.verdict === 'cut' &&
    taken.value.end.sections > 1
  )
    world.rare.add('section cut');
  checkAcked(at, flight.from);
  // Between the two lives of a disk that was put back unseen they differ until somebody notices.
  if (!world.unseen.has(flight.from.keys.dev)) checkHashes(flight.from, at);
}

function noteRare(world: World, at: Member, before: PeerState, after: PeerState, { code, tally, header }: Taken): void {
  if (tally.held > 0) noteWaiting(world, at);
  if (tally.quarantined.some((one) => one.code === 'change/revoked')) world.rare.add('revoked before its last bundle');
  const shown = header.ack;
  if (shown?.epoch.n === before.out_epoch_n && shown.bnSeen > before.bn && code === 'link/rollback-of-me')
    world.rare.add('bundle number ahead');
  if (code === 'link/rollback-of-me') {
    world.rare.add('found by ack');
    if (!world.cloned.has(at.keys.dev)) world.unseen.delete(at.keys.dev);
    if (after.out_epoch_n > before.out_epoch_n + 1) world.rare.add('epoch raised');
  }
  if (after.acked < before.acked && after.out_epoch_n === before.out_epoch_n) world.rare.add('ack regress');
  if (code === 'link/stale-epoch' && tally.applied > 0) world.rare.add('stale bundle');
}

function noteWaiting(world: World, { home }: Member): void {
  const { raw } = home.store;
  const held = all<{ id16: Uint8Array }>(raw, "SELECT id16 FROM chg WHERE waits LIKE 'ros:%'");
  const waited = world.waited.get(raw) ?? new Set();
  for (const { id16 } of held) waited.add(toBase64Url(id16));
  world.waited.set(raw, waited);
}

function noteBlobs(world: World, flight: Flight, at: Member, { takenBlobs }: Taken): void {
  for (const id of flight.parts) {
    const key = `${at.name} ${id}`;
    const from = (world.partsFrom.get(key) ?? new Set()).add(flight.number);
    world.partsFrom.set(key, from);
    if (!takenBlobs.whole.includes(id)) continue;
    if (from.size >= 3) world.rare.add('attachment from three files');
    if (world.spoilt.has(`${at.keys.dev} ${id}`)) world.rare.add('attachment asked for again');
  }
}

/** Once what was missing has come, the position is past all that came before it did. */
function checkGaps(
  world: World,
  flight: Flight,
  at: Member,
  after: PeerState,
  { header, gap, fork, end }: Taken,
): void {
  const { raw } = at.home.store;
  const epoch = `${after.in_epoch_n} ${toHex(after.in_epoch_r ?? new Uint8Array())}`;
  const from = flight.from.keys.dev;
  const gaps = (world.gaps.get(raw) ?? []).filter((one) => one.from !== from || (one.epoch === epoch && !fork));
  const closed = gaps.filter((one) => one.from === from && one.a - 1 <= after.in_k);
  const open = closed.find(({ b }) => after.in_k < b);
  if (open) throw new Broken('I11', `${at.name} holds ${open.a}..${open.b} and stands at ${after.in_k}`);
  if (closed.length > 0) world.rare.add('gap, then filled');
  const rest = gaps.filter((one) => !closed.includes(one));
  const noted = gap && !fork && end.verdict === 'complete' ? [{ from, epoch, a: header.a, b: header.b }] : [];
  world.gaps.set(raw, [...rest, ...noted]);
}

const inEpoch = ({ in_epoch_n, in_epoch_r }: PeerState) =>
  in_epoch_n === null || in_epoch_r === null ? null : { n: in_epoch_n, r: in_epoch_r };

function checkAcked(at: Member, other: Member): void {
  const { acked, out_epoch_n } = linkState(at, other) ?? { acked: 0, out_epoch_n: 0 };
  const { k } = lastPosition(at.home.store.raw, other.keys.device);
  if (acked > k) throw new Broken('I09', `${at.name} counts ${acked} of ${k} as confirmed in epoch ${out_epoch_n}`);
}

/** At equal epoch and position both ends hold the same hash. */
export function checkHashes(sender: Member, receiver: Member): void {
  const out = linkState(sender, receiver);
  const into = linkState(receiver, sender);
  const epoch = into ? inEpoch(into) : null;
  if (!out || !into?.in_h || epoch === null) return;
  if (compareEpochs(epoch, { n: out.out_epoch_n, r: out.out_epoch_r }) !== 0) return;
  const hash = hashAt(sender.home.store.raw, receiver.keys.device, into.in_k);
  if (hash !== null && !bytesEqual(hash, into.in_h))
    throw new Broken('I10', `${sender.name} and ${receiver.name} differ at position ${into.in_k}`);
}
