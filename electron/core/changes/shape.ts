/** @file Shapes of parsed canonical JSON that the strict validators share. */
import type { JsonObject, JsonValue } from './canonical.ts';

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isArray(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** An array of at most `most` items of one shape. */
export function isListOf<T extends JsonValue>(
  value: JsonValue | undefined,
  most: number,
  isItem: (item: JsonValue) => item is T,
): value is readonly T[] {
  return isArray(value) && value.length <= most && value.every(isItem);
}

/** Strictly ascending by UTF-16 code units: sorted and without repeats. */
export function isSortedSet(values: readonly string[]): boolean {
  return values.every((value, i) => i === 0 || (values[i - 1] ?? '') < value);
}

/** Whether an object has exactly these keys, given in canonical order. */
export function hasKeys(object: object, keys: readonly string[]): boolean {
  let i = 0;
  for (const key of Object.keys(object)) if (key !== keys[i++]) return false;
  return i === keys.length;
}
