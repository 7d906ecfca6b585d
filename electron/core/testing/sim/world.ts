/** @file What one simulated run consists of, and what it remembers to judge the core by. */
import type { SqliteDatabase } from '#core/db/driver.ts';
import type { Container } from '#core/exchange/container.ts';
import type { Dice } from './dice.ts';
import type { Invariant } from './invariants.ts';
import type { Journal } from './journal.ts';
import type { Member } from './member.ts';
import type { RarePath } from './rare-paths.ts';
import type { Tree } from './tree.ts';

/** A file on its way. It stays in the world when delivered: sticks are found again. */
export type Flight = {
  readonly number: number;
  readonly from: Member;
  /** Device it is addressed to. */
  readonly to: string;
  readonly file: Uint8Array;
  readonly container: Container;
  readonly changes: number;
  /** Ids of the attachments and parcels of which it has parts, in hex. */
  readonly parts: readonly string[];
};

/** A window of the link from a device that came while a file before it was missing. */
export type Gap = { readonly from: string; readonly epoch: string; readonly a: number; readonly b: number };

export type Counts = {
  steps: number;
  changes: number;
  bundles: number;
  restores: number;
};

export type World = {
  readonly dice: Dice;
  readonly tree: Tree;
  /** Of this run alone; each member has a folder in it. */
  readonly folder: string;
  readonly flights: Flight[];
  readonly journal: Journal;
  readonly counts: Counts;
  readonly rare: Set<RarePath>;
  /** Devices whose disk was put back so that nothing on the spot could tell. */
  readonly unseen: Set<string>;
  /** Nodes where that ever happened: they may have given a number twice. */
  readonly everUnseen: Set<string>;
  /** Devices whose certificate was withdrawn; their machines go on in other hands. */
  readonly revoked: Set<string>;
  /** Devices of which there are two machines, or were. */
  readonly cloned: Set<string>;
  /** Own changes that each member lost when it last went back. */
  readonly lostAt: Map<Member, ReadonlySet<string>>;
  /** All that anybody ever lost so: what was restricted in it comes back from a backup alone. */
  readonly everLost: Set<string>;
  /** Parts of blobs that came to a member, by its name and the id: the files that brought them. */
  readonly partsFrom: Map<string, Set<number>>;
  /** Receivers and ids of blobs of which a spoilt part was sent. */
  readonly spoilt: Set<string>;
  /** Members and records that were read-only until a newer program runs there. */
  readonly locked: Set<string>;
  /** Members whose folder of attachments was lost. */
  readonly lostBlobs: Set<Member>;
  /** Changes that waited for a roster, by the store they waited in. */
  readonly waited: Map<SqliteDatabase, Set<string>>;
  /** Windows that came after a gap. */
  readonly gaps: Map<SqliteDatabase, readonly Gap[]>;
  /** Tells what happens, for a run that is replayed to be read. */
  readonly say: (text: string) => void;
};

/** An invariant does not hold: the seed has failed. */
export class Broken extends Error {
  readonly invariant: Invariant;

  constructor(invariant: Invariant, detail: string) {
    super(`${invariant}: ${detail}`);
    this.name = 'Broken';
    this.invariant = invariant;
  }
}

export const members = ({ tree }: World): readonly Member[] => tree.members;

/** Machines in honest hands. */
export const alive = (world: World): readonly Member[] =>
  members(world).filter(({ keys }) => !world.revoked.has(keys.dev));

/** The newest roster anybody holds. */
export const newestRoster = (world: World): number =>
  Math.max(...alive(world).map(({ home }) => home.rosters.self().roster));

export const named = (world: World, name: string): Member => {
  const found = members(world).find((member) => member.name === name);
  if (!found) throw new Error(`nobody is called ${name}`);
  return found;
};

export const memberOf = ({ tree }: World, dev: string): Member | undefined =>
  tree.members.find(({ keys }) => keys.dev === dev);
