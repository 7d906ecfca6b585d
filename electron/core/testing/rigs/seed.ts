/** @file Random moments that can be had again: the seed stands in the name of the test and comes back by a variable. */

/** `JISR_RIG_SEED`, or a new one. */
export function seedFromEnvironment(): number {
  const given = Number(process.env.JISR_RIG_SEED);
  return Number.isInteger(given) && given > 0 ? given : 1 + Math.floor(Math.random() * 0x7fff_fffe);
}

/** Numbers from 0 to 1 (mulberry32): good enough for moments, never for keys. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}
