/** @file Seeded randomness for invented lives. Never for keys: those come from the system (electron/core/crypto). */

export type Random = {
  /** At least 0 and below 1. */
  readonly next: () => number;
  /** A whole number from `least` to `most`, both possible. */
  readonly int: (least: number, most: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(items: readonly T[]) => T;
  /** As many different items as asked for, or all where there are fewer; in random order. */
  readonly sample: <T>(items: readonly T[], count: number) => T[];
  readonly shuffle: <T>(items: readonly T[]) => T[];
  /** Picks by weight; a weight of 0 is never picked. */
  readonly weighted: <T>(items: readonly (readonly [T, number])[]) => T;
  /** A day from `first` to `last`, `YYYY-MM-DD`, both possible. */
  readonly date: (first: string, last: string) => string;
  /** Shaped as a UUIDv7 made on that day. */
  readonly id: (day: string) => string;
  /** An independent stream: what is drawn from it changes nothing elsewhere. */
  readonly fork: (name: string) => Random;
};

const DAY_MS = 86_400_000;

/** The same seed gives the same numbers on every machine. */
export function createRandom(seed: number | string): Random {
  const word = xoshiro128(hashWords(String(seed)));
  const next = () => word() / 0x1_0000_0000;
  const int = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  const pick = <T>(items: readonly T[]): T => {
    const index = int(0, items.length - 1);
    const item = items[index];
    if (index >= items.length || item === undefined) throw new RangeError('nothing to pick from');
    return item;
  };
  const shuffle = <T>(items: readonly T[]): T[] => {
    const keyed = items.map((item) => ({ item, key: next() }));
    return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
  };
  return {
    next,
    int,
    pick,
    shuffle,
    chance: (probability) => next() < probability,
    sample: (items, count) => shuffle(items).slice(0, count),
    weighted: (items) => pickByWeight(items, next()),
    date: (first, last) => addDays(first, int(0, daysBetween(first, last))),
    id: (day) => uuidV7(Date.parse(`${day}T00:00:00Z`) + int(7 * 3600_000, 15 * 3600_000), word),
    fork: (name) => createRandom(`${seed}/${name}`),
  };
}

/** `YYYY-MM-DD`, that many days later. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

export function daysBetween(first: string, last: string): number {
  return Math.round((Date.parse(`${last}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / DAY_MS);
}

/** Same day of the month, or the month's last day where it is shorter. */
export function addMonths(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months + 1, 0);
  if (date.getUTCDate() > wanted) date.setUTCDate(wanted);
  return date.toISOString().slice(0, 10);
}

/** The day itself, or the Sunday after it: offices rest on Friday and Saturday. */
export function workday(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekday === 5) return addDays(day, 2);
  return weekday === 6 ? addDays(day, 1) : day;
}

function pickByWeight<T>(items: readonly (readonly [T, number])[], drawn: number): T {
  const total = items.reduce((sum, [, weight]) => sum + weight, 0);
  let rest = drawn * total;
  for (const [item, weight] of items) {
    if (rest < weight) return item;
    rest -= weight;
  }
  throw new RangeError('nothing to pick from');
}

function uuidV7(timeMs: number, word: () => number): string {
  const time = timeMs.toString(16).padStart(12, '0');
  const hex = (digits: number) => word().toString(16).padStart(8, '0').slice(0, digits);
  const variant = ((word() >>> 30) | 8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${variant}${hex(3)}-${hex(8)}${hex(4)}`;
}

/** xoshiro128** 1.1 by Blackman and Vigna (public domain): 32 bits a call. */
function xoshiro128([a, b, c, d]: readonly [number, number, number, number]): () => number {
  const state = Uint32Array.of(a, b, c, d);
  return () => {
    const [s0 = 0, s1 = 0, s2 = 0, s3 = 0] = state;
    const result = Math.imul(rotate(Math.imul(s1, 5), 7), 9) >>> 0;
    state.set([s0 ^ s3 ^ s1, s1 ^ s2 ^ s0, s2 ^ s0 ^ (s1 << 9), rotate(s3 ^ s1, 11)].map((value) => value >>> 0));
    return result;
  };
}

const rotate = (value: number, bits: number) => ((value << bits) | (value >>> (32 - bits))) >>> 0;

/** Four words from a text (FNV-1a, then mixed), never all zero. */
function hashWords(text: string): readonly [number, number, number, number] {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  const mix = () => {
    hash = (hash + 0x9e3779b9) | 0;
    const first = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad);
    const second = Math.imul(first ^ (first >>> 15), 0x735a2d97);
    return (second ^ (second >>> 15)) >>> 0;
  };
  return [mix(), mix(), mix(), mix() | 1];
}
