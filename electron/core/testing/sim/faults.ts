/** @file What can happen to a file on its way. */
import type { Dice } from './dice.ts';

export const faults: readonly {
  readonly name: string;
  readonly weight: number;
  readonly hurt: (file: Uint8Array, dice: Dice) => Uint8Array;
}[] = [
  { name: 'whole', weight: 40, hurt: (file) => file },
  { name: 'cut', weight: 3, hurt: (file, dice) => file.slice(0, cutAt(file, dice)) },
  {
    name: 'a byte flipped',
    weight: 2,
    hurt: (file, dice) => {
      const hurt = file.slice();
      const at = cutAt(file, dice);
      hurt[at] = (hurt[at] ?? 0) ^ (1 << dice.int(8));
      return hurt;
    },
  },
  {
    name: 'a block of zeros',
    weight: 1,
    hurt: (file, dice) => file.slice().fill(0, cutAt(file, dice), cutAt(file, dice) + 512),
  },
];

/** Half of all cuts fall where the content is: most of a small file is padding. */
const cutAt = (file: Uint8Array, dice: Dice): number =>
  dice.int(dice.chance(0.5) ? Math.min(file.length, 8000) : file.length);
