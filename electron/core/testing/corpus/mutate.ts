/** @file Small damages to bytes and to JSON, drawn from a seed. The same seed makes the same damage. */
import type { JsonValue } from '#core/changes/canonical.ts';

/** Numbers from 0 up to but not including 1. */
export type Draw = () => number;

/** mulberry32. */
export function createDraw(seed: number): Draw {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const below = (draw: Draw, n: number): number => Math.floor(draw() * n);
export const pick = <T>(draw: Draw, items: readonly T[]): T => {
  const item = items[below(draw, items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
};

/** One to four damages, one after another. */
export function mutateBytes(draw: Draw, bytes: Uint8Array): Uint8Array {
  let damaged = Buffer.from(bytes);
  for (let times = 1 + below(draw, 4); times > 0; times--) damaged = pick(draw, damages)(draw, damaged);
  return damaged;
}

type Damage = (draw: Draw, bytes: Buffer<ArrayBuffer>) => Buffer<ArrayBuffer>;

const at = (draw: Draw, bytes: Buffer): number => below(draw, bytes.length + 1);
const lengthOf = (draw: Draw): number => 1 + below(draw, pick(draw, [2, 16, 300, 5000]));

const damages: readonly Damage[] = [
  (draw, bytes) => {
    const place = below(draw, Math.max(1, bytes.length));
    if (bytes.length > 0) bytes[place] = (bytes[place] ?? 0) ^ (1 << below(draw, 8));
    return bytes;
  },
  (draw, bytes) => {
    if (bytes.length > 0) bytes[below(draw, bytes.length)] = pick(draw, [0, 9, 10, 0x22, 0x2d, 0x7b, 0x7f, 0xff]);
    return bytes;
  },
  (draw, bytes) => bytes.subarray(0, at(draw, bytes)) as Buffer<ArrayBuffer>,
  (draw, bytes) => {
    const place = at(draw, bytes);
    return Buffer.concat([bytes.subarray(0, place), bytes.subarray(place + lengthOf(draw))]);
  },
  (draw, bytes) => {
    const place = at(draw, bytes);
    const more = Buffer.from(Array.from({ length: lengthOf(draw) }, () => below(draw, 256)));
    return Buffer.concat([bytes.subarray(0, place), more, bytes.subarray(place)]);
  },
  (draw, bytes) => {
    const [from, to] = [at(draw, bytes), at(draw, bytes)];
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from, from + lengthOf(draw)), bytes.subarray(to)]);
  },
  (draw, bytes) => {
    const place = at(draw, bytes);
    return bytes.fill(0, place, Math.min(bytes.length, place + lengthOf(draw)));
  },
];

/** The same value with one thing in it replaced, dropped or repeated. */
export function mutateJson(draw: Draw, value: JsonValue): JsonValue {
  if (Array.isArray(value) && value.length > 0 && draw() < 0.8) {
    const place = below(draw, value.length);
    const items = value as readonly JsonValue[];
    if (draw() < 0.2) return items.filter((_, i) => i !== place);
    if (draw() < 0.2) return [...items, items[place] ?? null];
    return items.map((item, i) => (i === place ? mutateJson(draw, item) : item));
  }
  if (typeof value === 'object' && value !== null && Object.keys(value).length > 0 && draw() < 0.9) {
    const key = pick(draw, Object.keys(value));
    const entries = Object.entries(value as Readonly<Record<string, JsonValue>>);
    if (draw() < 0.1) return Object.fromEntries(entries.filter(([name]) => name !== key));
    return Object.fromEntries(entries.map(([name, item]) => [name, name === key ? mutateJson(draw, item) : item]));
  }
  return pick(draw, odd);
}

const odd: readonly JsonValue[] = [
  0,
  1,
  -1,
  2 ** 31,
  Number.MAX_SAFE_INTEGER,
  '',
  'A'.repeat(22),
  'A'.repeat(43),
  'ffffffffffffffff',
  '../../keys.a',
  'س'.repeat(300),
  null,
  true,
  [],
  {},
];
