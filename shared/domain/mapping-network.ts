/** @file The trust network of one group, or of several read together: whom they would turn to, and what each can do. */
import { TRUST_ACTOR } from './generated/code-lists.ts';
import { pointsOf } from './mapping-tally.ts';

export type StatedTrust = {
  readonly actor: string;
  readonly turnTo: string;
  readonly influence: string;
  readonly effect: string;
  readonly reachable: string;
};

export type NetworkLine = {
  readonly actor: string;
  /** Means in tenths of a point, 10 to 50; null where nobody answered. */
  readonly turnTo: number | null;
  readonly influence: number | null;
  /** A code, or `differs` where the groups did not say the same. */
  readonly effect: string;
  readonly reachable: string;
};

/** One line for each actor, in the order of the shipped list. */
export function mergeNetworks(groups: readonly (readonly StatedTrust[])[]): NetworkLine[] {
  const byActor = Map.groupBy(groups.flat(), ({ actor }) => actor);
  return [...byActor]
    .map(([actor, lines]) => ({
      actor,
      turnTo: mean(lines.map(({ turnTo }) => turnTo)),
      influence: mean(lines.map(({ influence }) => influence)),
      effect: sameOrDiffers(lines.map(({ effect }) => effect)),
      reachable: sameOrDiffers(lines.map(({ reachable }) => reachable)),
    }))
    .toSorted((a, b) => orderOf(a.actor) - orderOf(b.actor));
}

function mean(answers: readonly string[]): number | null {
  const points = answers.flatMap((answer) => pointsOf(answer) ?? []);
  if (points.length === 0) return null;
  return Math.round((points.reduce((sum, value) => sum + value, 0) * 10) / points.length);
}

const sameOrDiffers = (codes: readonly string[]): string => (new Set(codes).size === 1 ? (codes[0] ?? '') : 'differs');

/** Actors that this program does not know come last. */
function orderOf(actor: string): number {
  const index = (TRUST_ACTOR as readonly string[]).indexOf(actor);
  return index < 0 ? TRUST_ACTOR.length : index;
}

/** Stands in the picture for the name; the same in every picture. */
export const actorNumber = (actor: string): number => orderOf(actor) + 1;

/** Where an actor is drawn: a circle of radius 1 around the group, the most trusted nearest to it. */
export type NetworkNode = NetworkLine & { readonly x: number; readonly y: number; readonly size: number };

const nearest = 0.46;
const smallest = 0.6;

/** Turned by the place in the list, so that an actor stands in the same direction in every picture. */
export function layOutNetwork(lines: readonly NetworkLine[]): NetworkNode[] {
  return lines.map((line) => {
    const angle = (orderOf(line.actor) / (TRUST_ACTOR.length + 1)) * 2 * Math.PI - Math.PI / 2;
    const trust = line.turnTo === null ? 0 : (line.turnTo - 10) / 40;
    const distance = 1 - trust * (1 - nearest);
    const influence = line.influence === null ? 0 : (line.influence - 10) / 40;
    return {
      ...line,
      x: round(Math.cos(angle) * distance),
      y: round(Math.sin(angle) * distance),
      size: round(smallest + influence * (1 - smallest)),
    };
  });
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
