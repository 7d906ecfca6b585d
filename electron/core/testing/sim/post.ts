/** @file Carrying bundles: written for a neighbour, put on a stick, read at some other place, whole or hurt. */
import { projectionDigest } from '#core/changes/replay.ts';
import { all } from '#core/changes/statements.ts';
import { concatBytes, toBase64Url } from '#core/crypto/bytes.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { writeBundle } from '#core/exchange/bundle-writer.ts';
import { ageContainer } from '#core/exchange/container.ts';
import { inBundleTransaction, readAndApply, type Refused, type Taken } from '#core/exchange/take-in.ts';
import { noteWritten, planBundle } from '#core/exchange/write-out.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import { checkBundle, checkTaken, linkState } from './link-checks.ts';
import type { Member } from './member.ts';
import { plainContainer } from './plain-container.ts';
import { Broken, type Flight, memberOf, type World } from './world.ts';

/** Devices this member has a link to, in order. */
export const peersOf = ({ home }: Member): readonly string[] =>
  all<{ dev: Uint8Array }>(home.store.raw, 'SELECT dev FROM peer ORDER BY dev').map(({ dev }) => toBase64Url(dev));

/** One in so many goes in a real age file. */
const sealedOneIn = 20;

/** Writes a bundle as the product does, its file kept in memory. Null when none can be written. */
export async function write(
  world: World,
  from: Member,
  to: string,
  budgetBytes: number | null = null,
): Promise<Flight | null> {
  const { home, services } = from;
  const container = world.dice.int(sealedOneIn) === 0 ? ageContainer : plainContainer;
  const planned = await inTransaction(home.store, async () =>
    planBundle(services, home, Buffer.from(to, 'base64url'), budgetBytes),
  );
  if (!planned.ok) return null;
  const pieces: Uint8Array[] = [];
  const { header } = await writeBundle({ ...planned.value.input, container }, (piece) => {
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
    parts: header.blobs.length,
  };
  if (budgetBytes !== null && flight.file.length > budgetBytes) throw new Broken('I30', `file ${number} is too large`);
  await checkBundle(world, flight, header, planned.value.input.sections);
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
  const { home, services } = at;
  const before = linkState(at, flight.from);
  const again = world.dice.chance(0.05);
  const taken = await inBundleTransaction(home, () =>
    readAndApply(services, home, pieces(file, flight.container === ageContainer), flight.container),
  );
  world.say(`${at.name} takes file ${flight.number} in: ${taken.ok ? told(taken.value) : taken.error.code}`);
  checkTaken(world, flight, at, file, before, taken);
  if (again) await checkAgain(flight, at, file);
  return taken;
}

/** The same file once more: nothing but counters may move. */
async function checkAgain(flight: Flight, at: Member, file: Uint8Array): Promise<void> {
  const { home, services } = at;
  const before = stateOfHome(at);
  await inBundleTransaction(home, () =>
    readAndApply(services, home, pieces(file, flight.container === ageContainer), flight.container),
  );
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
export async function* pieces(file: Uint8Array, small: boolean): AsyncGenerator<Uint8Array, void, undefined> {
  if (!small) yield file;
  else for (let at = 0; at < file.length; at += pieceBytes) yield file.subarray(at, at + pieceBytes);
}
