/**
 * @file Canonical JSON: one value, one spelling (docs/bundle-format.md, section 1). RFC 8785 with integers only, ASCII
 * keys, no NUL and no lone surrogate. What was signed or hashed is parsed by writing it again and comparing, so the
 * parser has no dialect of its own.
 */
import { isAscii, isUtf8 } from 'node:buffer';
import { utf8 } from '#core/crypto/bytes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { limits } from './limits.ts';

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export type JsonObject = { readonly [key: string]: JsonValue };

/** Why bytes are not canonical JSON. Formats answer with a code of their own; this is for logs and tests. */
export type CanonicalFault = {
  readonly code: 'too-large' | 'not-utf8' | 'not-json' | 'not-canonical' | 'too-deep' | 'bad-value';
};

export type ParseLimits = {
  readonly maxBytes: number;
  /** UTF-16 code units of one string. */
  readonly maxStringLength?: number;
};

/**
 * The canonical bytes of a value. Throws RangeError on what the form cannot hold: fractions, -0, integers beyond
 * 2^53-1, keys outside ASCII or `__proto__`, NUL, lone surrogates, undefined, more than eight levels.
 */
export function canonicalize(value: JsonValue): Uint8Array {
  return utf8(canonicalText(value));
}

/** The canonical text of a value that was read from canonical bytes: its strings and numbers need no second look. */
export function canonicalTextOf(value: JsonValue): string {
  return isInOrder(value) ? JSON.stringify(value) : canonicalText(value);
}

/** The value, if the bytes are its canonical form and keep the limits. */
export function parseCanonical(
  bytes: Uint8Array,
  { maxBytes, maxStringLength = limits.stringLength }: ParseLimits,
): Result<JsonValue, CanonicalFault> {
  if (bytes.length > maxBytes) return fault('too-large');
  const ascii = isAscii(bytes);
  if (!ascii && !isUtf8(bytes)) return fault('not-utf8');
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString(ascii ? 'latin1' : 'utf8');
  let value: JsonValue;
  try {
    value = JSON.parse(text);
  } catch {
    return fault('not-json');
  }
  const shape = inspect(value, text, ascii, maxStringLength);
  if (shape !== 'as-enumerated' && shape !== 'needs-sorting') return fault(shape);
  const again = shape === 'as-enumerated' ? JSON.stringify(value) : canonicalText(value);
  return again === text ? ok(value) : fault('not-canonical');
}

function fault(code: CanonicalFault['code']): Result<never, CanonicalFault> {
  return err({ code });
}

/** Canonical text; one pass that also refuses what the form cannot hold. */
function canonicalText(value: JsonValue, depth = 0): string {
  if (typeof value === 'string') return stringText(value);
  if (typeof value === 'number') {
    if (!isPlainInteger(value)) throw new RangeError('canonical JSON holds integers up to 2^53-1 only');
    return String(value);
  }
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object') throw new RangeError(`canonical JSON cannot hold ${typeof value}`);
  if (depth >= limits.jsonDepth) throw new RangeError('canonical JSON nests eight levels at most');
  if (isArray(value)) return `[${value.map((item) => canonicalText(item, depth + 1)).join(',')}]`;
  const members = Object.keys(value)
    .sort()
    .map((key) => `${keyText(key)}:${canonicalText(value[key] as JsonValue, depth + 1)}`);
  return `{${members.join(',')}}`;
}

function keyText(key: string): string {
  if (!isAsciiKey(key)) throw new RangeError('canonical JSON has ASCII keys, none of them __proto__');
  return stringText(key);
}

function stringText(text: string): string {
  if (!isPlainString(text)) throw new RangeError('canonical JSON has no NUL and no lone surrogate');
  return JSON.stringify(text);
}

type Shape = 'as-enumerated' | 'needs-sorting' | 'too-deep' | 'bad-value';

/**
 * Walks a parsed value. Most texts are ASCII without escapes, and then neither keys nor strings need a look. Keys that
 * look like array indices are enumerated by number, out of canonical order: only those take the slow way.
 */
function inspect(value: JsonValue, text: string, ascii: boolean, maxStringLength: number): Shape {
  const checks = {
    keys: !ascii || text.includes('\\') || text.includes('__proto__'),
    strings: text.includes('\\u') || text.length > maxStringLength,
    maxStringLength,
  };
  return walk(value, 0, checks);
}

type Checks = { readonly keys: boolean; readonly strings: boolean; readonly maxStringLength: number };

function walk(value: JsonValue, depth: number, checks: Checks): Shape {
  if (typeof value === 'number') return isPlainInteger(value) ? 'as-enumerated' : 'bad-value';
  if (typeof value === 'string') {
    const good = !checks.strings || (value.length <= checks.maxStringLength && isPlainString(value));
    return good ? 'as-enumerated' : 'bad-value';
  }
  if (value === null || typeof value !== 'object') return 'as-enumerated';
  if (depth >= limits.jsonDepth) return 'too-deep';
  return isArray(value) ? walkArray(value, depth, checks) : walkObject(value, depth, checks);
}

function walkArray(items: readonly JsonValue[], depth: number, checks: Checks): Shape {
  let shape: Shape = 'as-enumerated';
  for (const item of items) {
    const inner = walk(item, depth + 1, checks);
    if (inner === 'as-enumerated') continue;
    if (inner !== 'needs-sorting') return inner;
    shape = inner;
  }
  return shape;
}

function walkObject(object: JsonObject, depth: number, checks: Checks): Shape {
  let shape: Shape = 'as-enumerated';
  let previous = '';
  let first = true;
  for (const key of Object.keys(object)) {
    if (checks.keys && !(isAsciiKey(key) && isPlainString(key))) return 'bad-value';
    if (!first && key < previous) shape = 'needs-sorting';
    first = false;
    previous = key;
    const inner = walk(object[key] as JsonValue, depth + 1, checks);
    if (inner === 'as-enumerated') continue;
    if (inner !== 'needs-sorting') return inner;
    shape = inner;
  }
  return shape;
}

function isInOrder(value: JsonValue): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (isArray(value)) return value.every(isInOrder);
  let previous = '';
  for (const key of Object.keys(value)) {
    if (key < previous || !isInOrder(value[key] as JsonValue)) return false;
    previous = key;
  }
  return true;
}

function isArray(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function isPlainInteger(value: number): boolean {
  return Number.isSafeInteger(value) && !Object.is(value, -0);
}

function isPlainString(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

const asciiKey = /^[\0-\x7f]*$/;

function isAsciiKey(key: string): boolean {
  return key !== '__proto__' && asciiKey.test(key);
}
