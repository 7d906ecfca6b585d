import secondImplementation from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromUtf8, utf8 } from '#core/crypto/bytes.ts';
import { canonicalize, type JsonValue, parseCanonical } from './canonical.ts';

const parse = (text: string, maxBytes = 1_000_000) => parseCanonical(utf8(text), { maxBytes });
const codeOf = (text: string) => {
  const parsed = parse(text);
  return parsed.ok ? 'ok' : parsed.error.code;
};
const codeOfBytes = (bytes: readonly number[]) => {
  const parsed = parseCanonical(Uint8Array.from(bytes), { maxBytes: 1000 });
  return parsed.ok ? 'ok' : parsed.error.code;
};

const key = fc.string({ unit: 'binary-ascii', maxLength: 8 }).filter((k) => !k.includes('\0') && k !== '__proto__');
const anyKey = fc.oneof(key, fc.nat({ max: 200 }).map(String), fc.constantFrom('a', 'b', 'constructor', 'toString'));
const text = fc.string({ unit: 'grapheme' }).filter((s) => !s.includes('\0'));
const value: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 7, depthSize: 'medium' },
    fc.constantFrom<JsonValue>(null, true, false),
    fc.maxSafeInteger(),
    text,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(anyKey, tie('value'), { maxKeys: 5, noNullPrototype: true }),
  ),
})).value;

describe('canonical form', () => {
  it('is what a second implementation of RFC 8785 writes', () => {
    fc.assert(
      fc.property(value, (v) => {
        expect(fromUtf8(canonicalize(v))).toBe(secondImplementation(v));
      }),
    );
  });

  it('parses back to the same value and the same bytes', () => {
    fc.assert(
      fc.property(value, (v) => {
        const bytes = canonicalize(v);
        const parsed = parseCanonical(bytes, { maxBytes: bytes.length });
        expect(parsed).toEqual({ ok: true, value: v });
        if (parsed.ok) expect(canonicalize(parsed.value)).toEqual(bytes);
      }),
    );
  });

  it('has one spelling: whatever else parses to an equal value is refused', () => {
    fc.assert(
      fc.property(value, fc.nat(), fc.constantFrom(' ', '\n', '\t', '0', ',', '\\'), (v, at, extra) => {
        const good = [...(fromUtf8(canonicalize(v)) ?? '')];
        const changed = good.toSpliced(at % (good.length + 1), 0, extra).join('');
        const parsed = parse(changed);
        if (parsed.ok) expect(fromUtf8(canonicalize(parsed.value))).toBe(changed);
      }),
    );
  });

  it('sorts keys that look like numbers by their characters', () => {
    expect(fromUtf8(canonicalize({ 2: 1, 10: 2, a: { 9: 1, 11: 1 } }))).toBe('{"10":2,"2":1,"a":{"11":1,"9":1}}');
    expect(codeOf('{"10":2,"2":1}')).toBe('ok');
    expect(codeOf('{"2":1,"10":2}')).toBe('not-canonical');
  });

  it.each<[string, JsonValue]>([
    ['fraction', 1.5],
    ['negative zero', -0],
    ['unsafe integer', 2 ** 53],
    ['not a number', Number.NaN],
    ['NUL', 'a\0'],
    ['lone surrogate', '\ud800'],
    ['key outside ASCII', { é: 1 }],
    ['nine levels', [[[[[[[[[]]]]]]]]]],
  ])('throws on %s', (_name, bad) => {
    expect(() => canonicalize(bad)).toThrow(RangeError);
  });
});

describe('parser', () => {
  it.each([
    ['duplicate key', '{"a":1,"a":1}', 'not-canonical'],
    ['unsorted keys', '{"b":1,"a":1}', 'not-canonical'],
    ['1.0', '[1.0]', 'not-canonical'],
    ['1e3', '[1e3]', 'not-canonical'],
    ['-0', '[-0]', 'bad-value'],
    ['2^53+1', '[9007199254740993]', 'bad-value'],
    ['2^53', '[9007199254740992]', 'bad-value'],
    ['fraction', '[1.5]', 'bad-value'],
    ['huge exponent', '[1e999]', 'bad-value'],
    ['lone surrogate', '["\\ud800"]', 'bad-value'],
    ['escaped pair', '["\\ud83d\\ude00"]', 'not-canonical'],
    ['NUL in a string', '["a\\u0000"]', 'bad-value'],
    ['NUL in a key', '{"a\\u0000":1}', 'bad-value'],
    ['needless escape', '["\\u0041"]', 'not-canonical'],
    ['upper-case escape', '["\\u001F"]', 'not-canonical'],
    ['escaped slash', '["\\/"]', 'not-canonical'],
    ['__proto__ key', '{"__proto__":1}', 'bad-value'],
    ['__proto__ key, spelt out', '{"\\u005f_proto__":1}', 'bad-value'],
    ['key outside ASCII', '{"é":1}', 'bad-value'],
    ['space', '{"a": 1}', 'not-canonical'],
    ['final newline', '{}\n', 'not-canonical'],
    ['two values', '{}{}', 'not-json'],
    ['nothing', '', 'not-json'],
    ['byte order mark', '\ufeff{}', 'not-json'],
    ['nine levels', '[[[[[[[[[]]]]]]]]]', 'too-deep'],
    ['nine levels of objects', `${'{"a":'.repeat(9)}1${'}'.repeat(9)}`, 'too-deep'],
    ['100 000 levels', '['.repeat(100_000) + ']'.repeat(100_000), 'too-deep'],
    ['long string', `["${'a'.repeat(64 * 1024 + 1)}"]`, 'bad-value'],
  ])('refuses %s', (_name, input, code) => {
    expect(codeOf(input)).toBe(code);
  });

  it.each([
    ['overlong slash', [0x22, 0xc0, 0xaf, 0x22]],
    ['surrogate in UTF-8', [0x22, 0xed, 0xa0, 0x80, 0x22]],
    ['lone continuation', [0x22, 0x80, 0x22]],
    ['cut sequence', [0x22, 0xe2, 0x82]],
  ])('refuses malformed UTF-8: %s', (_name, bytes) => {
    expect(codeOfBytes(bytes)).toBe('not-utf8');
  });

  it('takes strings, depth and size at their limits', () => {
    expect(codeOf(`["${'a'.repeat(64 * 1024)}"]`)).toBe('ok');
    expect(codeOf('[[[[[[[[]]]]]]]]')).toBe('ok');
    expect(parse('[1]', 3).ok).toBe(true);
    expect(parse('[12]', 3)).toEqual({ ok: false, error: { code: 'too-large' } });
    expect(codeOf('[9007199254740991,-9007199254740991]')).toBe('ok');
  });

  it('keeps text that is odd but well-formed', () => {
    for (const odd of ['\u202e', '\u200b', 'e\u0301', '\\u0000', '\\ud800', '😀', "=HYPERLINK('x')", '\ufeff']) {
      expect(codeOf(JSON.stringify([odd]))).toBe('ok');
    }
  });
});
