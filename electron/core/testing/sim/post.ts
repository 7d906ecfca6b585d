/** @file Carrying bundles: written for a neighbour, put on a stick, read at some other place, whole or hurt. */
import { projectionDigest } from '#core/changes/replay.ts';
import { all } from '#core/changes/statements.ts';
import { concatBytes, toBase64Url, toHex } from '#core/crypto/bytes.ts';
import { sha256 } from '#core/crypto/hash.ts';
import { inTransaction } from '#core/db/transaction.ts';
import type { OutgoingPart } from '#core/exchange/blob-queue.ts';
import { writeBundle } from '#core/exchange/bundle-writer.ts';
import { ageContainer } from '#core/exchange/container.ts';
import { inBundleTransaction, readAndApply, type Refused, type Taken } from '#core/exchange/take-in.ts';
import { noteWritten, planBundle } from '#core/exchange/write-out.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import { checkBundle, checkTaken, linkState } from './link-checks.ts';
import type { Member } from './member.ts';
import { plainContainer } from './plain-container.ts';
import { withProgram } from './program-versions.ts';
import { Broken, type Flight, memberOf, type World } from './world.ts';

/** Devices this member has a link to, in order. */
export const peersOf = ({ home }: Member): readonly string[] =>
  all<{ dev: Uint8Array }>(home.store.raw, 'SELECT dev FROM peer ORDER BY dev').map(({ dev }) => toBase64Url(dev));

/** One in so many goes in a real age file. */
const sealedOneIn = 20;

export type WriteOptions = {
  readonly budgetBytes?: number | null;
  /** The disk reads a part of an attachment wrongly, once for each receiver. */
  readonly spoil?: boolean;
};

/** Writes a bundle as the product does, its file kept in memory. Null when none can be written. */
export async function write(
  world: World,
  from: Member,
  to: string,
  { budgetBytes = null, spoil = false }: WriteOptions = {},
): Promise<Flight | null> {
  const { home, services } = from;
  const container = world.dice.int(sealedOneIn) === 0 ? ageContainer : plainContainer;
  const planned = await inTransaction(home.store, async () =>
    planBundle(services, home, Buffer.from(to, 'base64url'), budgetBytes),
  );
  if (!planned.ok) return null;
  const pieces: Uint8Array[] = [];
  const { input, textComplete } = planned.value;
  const blobs = spoil ? spoilOne(world, to, input.blobs ?? []) : (input.blobs ?? []);
  const { header } = await writeBundle({ ...input, blobs, container }, (piece) => {
    pieces.push(piece);
  });
  await inTransaction(home.store, async () =>
    ok(noteWritten(home.store.raw, header, 'file', new Date(services.ports.now()).toISOString())),
  );
  const number = world.counts.bundles++;
  const flight: Flight = {
    number,
    from,
    to,
    file: concatBytes(...pieces),
    container,
    changes: header.b - header.a + 1,
    parts: header.blobs.map(({ id }) => idOf(id)),
  };
  if (budgetBytes !== null && flight.file.length > budgetBytes) throw new Broken('I30', `file ${number} is too large`);
  if (budgetBytes !== null && flight.changes === 1 && !textComplete) world.rare.add('one change a file');
  await checkBundle(world, flight, header, input);
  world.say(
    `${from.name} writes file ${number} for ${memberOf(world, to)?.name}: ${header.epoch.n}/${header.bn} ${header.a}..${header.b}`,
  );
  return flight;
}

/** Takes a file in at a place, right or wrong. `file`: what the stick made of it. */
export async function deliver(
  world: World,
  flight: Flight,
  at: Member,
  file: Uint8Array = flight.file,
): Promise<Result<Taken, Refused>> {
  const { home, program } = at;
  const before = linkState(at, flight.from);
  const roster = home.rosters.self().roster;
  const again = world.dice.chance(0.05);
  const taken = await withProgram(program, () => inBundleTransaction(home, () => readFile(at, flight, file)));
  world.say(`${at.name} takes file ${flight.number} in: ${taken.ok ? told(taken.value) : taken.error.code}`);
  checkTaken(world, flight, at, file, before, taken);
  if (home.rosters.self().roster < roster) throw new Broken('I22', `${at.name} went back to an older roster`);
  if (again) await checkAgain(flight, at, file);
  return taken;
}

/** Must run inside the transaction of a bundle. */
export const readFile = ({ services, home }: Member, { container }: Flight, file: Uint8Array) =>
  readAndApply(services, home, pieces(file, container === ageContainer), container);

function spoilOne(world: World, to: string, parts: readonly OutgoingPart[]): readonly OutgoingPart[] {
  const at = parts.findIndex(({ entry }) => !world.spoilt.has(`${to} ${idOf(entry.id)}`));
  const part = parts[at];
  if (!part) return parts;
  world.spoilt.add(`${to} ${idOf(part.entry.id)}`);
  const bytes = concatBytes(...part.read()).map((byte, i) => (i === 0 ? byte ^ 1 : byte));
  const entry = { ...part.entry, sha: toBase64Url(sha256(bytes)) };
  return parts.with(at, { entry, read: () => [bytes] });
}

const idOf = (id: string): string => toHex(Buffer.from(id, 'base64url'));

/** The same file once more: nothing but counters may move. */
async function checkAgain(flight: Flight, at: Member, file: Uint8Array): Promise<void> {
  const before = stateOfHome(at);
  await withProgram(at.program, () => inBundleTransaction(at.home, () => readFile(at, flight, file)));
  if (stateOfHome(at) !== before) throw new Broken('I02', `${at.name} changed by file ${flight.number} coming again`);
}

/** All that taking a file in may change: rows, verdicts, tables, positions. */
export function stateOfHome({ home }: Member): string {
  const { raw } = home.store;
  const log = all<object>(raw, 'SELECT hex(id16), verdict, code, pay IS NULL FROM chg ORDER BY n');
  const links = all<object>(raw, 'SELECT hex(dev), acked, in_epoch_n, in_k, hex(in_h), roster FROM peer ORDER BY dev');
  return JSON.stringify([log, links, projectionDigest(raw)]);
}

const told = ({ tally, gap, fork, end }: Taken): string =>
  `${tally.applied} new, ${tally.alreadyKnown} known, ${tally.held} held, ${tally.quarantined.length} aside${gap ? ', gap' : ''}${fork ? ', fork' : ''}${end.verdict === 'complete' ? '' : `, ${end.verdict}`}`;

const pieceBytes = 64 * 1024;

/** age wants small pieces; the plain container takes the file at once. */
async function* pieces(file: Uint8Array, small: boolean): AsyncGenerator<Uint8Array, void, undefined> {
  if (!small) yield file;
  else for (let at = 0; at < file.length; at += pieceBytes) yield file.subarray(at, at + pieceBytes);
}
