/**
 * @file Histories for the tests of the register merge: what honest offices, clumsy ones and hostile ones might send,
 * made from a list of small numbers so that fast-check can shrink it.
 */
import type { Delivery, RigTree } from '#core/testing/change-rig.ts';
import { type Act, type Authors, createAuthors } from './authors.ts';
import { copyActs } from './copy-acts.ts';
import { faultyActs } from './faulty-acts.ts';
import { handOverActs } from './hand-over-acts.ts';
import { recordActs } from './record-acts.ts';

/** One step: what is done, by whom, to which record. */
export type Step = { readonly act: number; readonly who: number; readonly which: number };

export type History = {
  readonly tree: RigTree;
  readonly deliveries: readonly Delivery[];
  readonly acts: readonly string[];
};

export function makeHistory(steps: readonly Step[]): History {
  const authors = createAuthors();
  const { tree, deliveries, viewOf, recordOf, send, create } = authors;
  const all = actsOf(authors);
  const acts: string[] = [];
  send(create(viewOf(1), 'forum'), create(viewOf(3), 'dispute'));
  for (const { act, who, which } of steps) {
    const [name, run] = all[act % all.length] as Act;
    acts.push(name);
    run(viewOf(who), recordOf(which), who * 7 + which);
  }
  return { tree, deliveries, acts };
}

const actsOf = (authors: Authors): readonly Act[] => [
  ...recordActs(authors),
  ...copyActs(authors),
  ...handOverActs(authors),
  ...faultyActs(authors),
];

/** How many different acts there are, for a history that does each. */
export const actCount = actsOf(createAuthors()).length;
