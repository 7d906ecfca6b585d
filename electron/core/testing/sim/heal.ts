/** @file After the faults: every file arrives, whole and in order, until the exchange comes to rest. */
import { lastPosition } from '#core/changes/link-log.ts';
import { bytesEqual } from '#core/crypto/bytes.ts';
import { deliver, peersOf, write } from './post.ts';
import { readPeers } from '#core/exchange/peer-state.ts';
import { treeDepth } from './tree.ts';
import { alive, Broken, type World } from './world.ts';

/** Rounds of carrying on all links, at most. */
export const mostRounds = 5 * treeDepth;

export async function heal(world: World): Promise<void> {
  for (let round = 1; round <= mostRounds; round++) {
    const rosters = alive(world).map(({ name, home }) => `${name} ${home.rosters.self().roster}`);
    world.say(`healing, round ${round}; rosters ${rosters.join(', ')}`);
    const carried = await carryEverything(world);
    if (carried === 0 && unconfirmed(world).length === 0) return;
  }
  const left = unconfirmed(world);
  throw new Broken(
    'I15',
    `no rest after ${mostRounds} rounds; ${left.length === 0 ? 'all confirmed' : left.join(', ')}`,
  );
}

/** One bundle on each link in each direction; answers how many changes and parts of blobs they carried. */
async function carryEverything(world: World): Promise<number> {
  let carried = 0;
  for (const from of alive(world)) {
    for (const dev of peersOf(from)) {
      const to = alive(world).find(({ keys }) => keys.dev === dev);
      const flight = to ? await write(world, from, dev) : null;
      if (!to || !flight) continue;
      carried += flight.changes + flight.parts.length;
      const taken = await deliver(world, flight, to);
      // The roster that lists a new machine may still be on its way.
      if (!taken.ok && taken.error.code !== 'bundle/unknown-device')
        throw new Broken('I15', `${to.name} refuses a sound file of ${from.name}: ${taken.error.code}`);
    }
  }
  return carried;
}

/** Links on which something is not confirmed yet. */
function unconfirmed(world: World): readonly string[] {
  return alive(world).flatMap(({ name, home }) =>
    readPeers(home.store.raw).flatMap((peer) => {
      const to = alive(world).find(({ keys }) => bytesEqual(keys.device, peer.dev));
      const { k } = lastPosition(home.store.raw, peer.dev);
      return to && peer.acked !== k ? [`${name} to ${to.name}: ${peer.acked} of ${k}`] : [];
    }),
  );
}
