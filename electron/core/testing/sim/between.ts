/** @file What offices do with each other: cases and forums handed over, cases shared, files attached. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Act, act, recordsAt } from './acts.ts';
import { secretOf } from './forms.ts';
import { call, type Member } from './member.ts';
import { members, type World } from './world.ts';

const ownOf = (at: Member, type: 'dispute' | 'forum') => recordsAt(at, type).filter(({ owner }) => owner === at.node);

const offices = (world: World, but: Member): readonly Member[] =>
  members(world).filter(({ kind, node }) => kind === 'office' && node !== but.node);

type Row = { readonly recordId: string; readonly offer: string };

/** Offers that wait for an answer: made to this office, or by it. */
export async function openOffers(at: Member, side: 'incoming' | 'outgoing'): Promise<readonly Row[]> {
  const list = await call(at, 'transfers.list', {});
  return list.ok ? list.value[side].filter(({ open }) => open) : [];
}

export const actsBetween: readonly Act[] = [
  {
    name: 'offers a dispute to another office',
    weight: 2,
    run: async (world, at) => {
      const own = ownOf(at, 'dispute');
      if (own.length === 0) return 'nothing here';
      const to = world.dice.pick(offices(world, at)).node;
      return act(world, at, 'transfers.offer', { recordId: world.dice.pick(own).id, to, reason: 'workload' });
    },
  },
  {
    name: 'offers a forum to another office',
    weight: 2,
    run: async (world, at) => {
      const forums = recordsAt(at, 'forum');
      if (forums.length === 0) return 'nothing here';
      const { id, owner } = world.dice.pick(forums);
      // What stayed behind when it went follows it.
      const to = owner === at.node ? world.dice.pick(offices(world, at)).node : owner;
      return act(world, at, 'transfers.offer', { recordId: id, to, reason: 'other_office_serves' });
    },
  },
  {
    name: 'answers an offer',
    weight: 4,
    run: async (world, at) => {
      const offers = await openOffers(at, 'incoming');
      if (offers.length === 0) return 'no offer';
      const { recordId, offer } = world.dice.pick(offers);
      if (world.dice.chance(0.7)) return act(world, at, 'transfers.accept', { recordId, offer });
      return act(world, at, 'transfers.return', { recordId, offer, reason: 'not_ours' });
    },
  },
  {
    name: 'takes an offer back',
    weight: 0.5,
    run: async (world, at) => {
      const offers = await openOffers(at, 'outgoing');
      if (offers.length === 0) return 'no offer';
      const { recordId, offer } = world.dice.pick(offers);
      return act(world, at, 'transfers.withdraw', { recordId, offer });
    },
  },
  {
    name: 'shares a dispute',
    weight: 1,
    run: async (world, at) => {
      const own = ownOf(at, 'dispute');
      if (own.length === 0) return 'nothing here';
      const others = members(world).filter(({ node }) => node !== at.node);
      return act(world, at, 'sharing.share', {
        disputeId: world.dice.pick(own).id,
        with: world.dice.pick(others).node,
      });
    },
  },
  {
    name: 'attaches a file',
    weight: 1,
    run: async (world, at) => {
      const own = recordsAt(at, 'dispute', 'forum').filter(({ owner }) => owner === at.node);
      if (own.length === 0) return 'nothing here';
      const file = at.services.files.grant(scanOf(world, at, 200 + world.dice.int(400)), 'file');
      const { id, at: type } = world.dice.pick(own);
      // Papers of a dispute stay at the office, those of a forum do not.
      const name = type === 'dispute' ? secretOf(at.node) : 'minutes';
      return act(world, at, 'attachments.add', { recordId: id, name, file });
    },
  },
];

export function scanOf({ dice }: World, { folder }: Member, bytes: number): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'scan.pdf');
  writeFileSync(path, Buffer.concat([Buffer.from('%PDF-1.4\n'), dice.bytes(bytes)]));
  return path;
}
