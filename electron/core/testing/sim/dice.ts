/**
 * @file All chance of a simulated run. One seed steers it; a second stream stands in for the system's random bytes, so
 * that ids, salts and epochs of a seed come out the same each time.
 */
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { bytesToUuid } from '#core/changes/ids.ts';

export type Dice = {
  /** 0 to n - 1. */
  int(n: number): number;
  chance(probability: number): boolean;
  /** Throws on an empty list. */
  pick<T>(list: readonly T[]): T;
  /** Picks by weight. */
  weigh<T extends { readonly weight: number }>(list: readonly T[]): T;
  bytes(length: number): Uint8Array;
  uuid(): string;
};

/** Small fast counter generator (sfc32), started from SHA-256 of the seed. */
export function createDice(seed: string): Dice {
  const start = crypto.createHash('sha256').update(seed).digest();
  let [a, b, c, d] = [start.readUInt32LE(0), start.readUInt32LE(4), start.readUInt32LE(8), 1];
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 12; i++) next();
  const int = (n: number): number => Math.floor((next() / 2 ** 32) * n);
  const bytes = (length: number): Uint8Array => Uint8Array.from({ length }, () => next() & 0xff);
  return {
    int,
    bytes,
    chance: (probability) => next() / 2 ** 32 < probability,
    pick: (list) => {
      if (list.length === 0) throw new Error('nothing to pick from');
      return list[int(list.length)] as never;
    },
    weigh: (list) => {
      let rest = (next() / 2 ** 32) * list.reduce((sum, { weight }) => sum + weight, 0);
      for (const one of list) {
        rest -= one.weight;
        if (rest < 0) return one;
      }
      throw new Error('nothing to pick from');
    },
    uuid: () => {
      const id = bytes(16);
      id[6] = ((id[6] ?? 0) & 0x0f) | 0x70;
      id[8] = ((id[8] ?? 0) & 0x3f) | 0x80;
      return bytesToUuid(id);
    },
  };
}

/**
 * Puts dice in the place of the system's generator for this thread, underneath the core and its libraries, which know
 * nothing of it. Answers how to put back what was there before.
 */
export function seedSystemRandom(dice: Dice): () => void {
  const before = [crypto.randomBytes, globalThis.crypto.getRandomValues] as const;
  const seeded = (length: number): Buffer => Buffer.from(dice.bytes(length));
  const replace = (randomBytes: typeof crypto.randomBytes, values: typeof globalThis.crypto.getRandomValues): void => {
    crypto.randomBytes = randomBytes;
    globalThis.crypto.getRandomValues = values;
    syncBuiltinESMExports();
  };
  replace(
    seeded as typeof crypto.randomBytes,
    ((array: Uint8Array) => {
      new Uint8Array(array.buffer, array.byteOffset, array.byteLength).set(dice.bytes(array.byteLength));
      return array;
    }) as typeof globalThis.crypto.getRandomValues,
  );
  return () => replace(...before);
}
