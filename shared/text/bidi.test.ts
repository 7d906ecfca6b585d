import { describe, expect, it } from 'vitest';
import { escapeBidiControls, isolate, isolateLtr, isolateRtl, stripBidiControls, stripIsolates } from './bidi.ts';
import { directionOf, isLanguage, LANGUAGES } from './languages.ts';
import { formatList, listParts } from './lists.ts';

describe('isolates', () => {
  it.each(['0770 123 4567', '2026-00143', '-5', '33.3128, 44.3615', 'C:\\jisr'])('keep %s whole', (text) => {
    expect(isolateLtr(text)).toBe(`\u2066${text}\u2069`);
    expect(stripIsolates(isolateLtr(text))).toBe(text);
  });

  it('come off again', () => {
    expect(stripIsolates(isolate(isolateRtl('علي')))).toBe('علي');
    expect(stripBidiControls('\u200f\u202aabc\u202c\u061c')).toBe('abc');
  });

  it('shows hidden marks by their code', () => {
    expect(escapeBidiControls('report\u202Excod.exe')).toBe('report⟨U+202E⟩xcod.exe');
    expect(escapeBidiControls('a\u001b[31m\u200b')).toBe('a⟨U+001B⟩[31m⟨U+200B⟩');
    expect(escapeBidiControls('سطر\n\tسطر')).toBe('سطر\n\tسطر');
  });
});

describe('lists of names', () => {
  it.each([
    ['ar-IQ', 'أ، ب وج'],
    ['ckb-IQ', 'أ، ب و ج'],
    ['en', 'أ, ب and ج'],
  ] as const)('joins in %s', (language, expected) => {
    const joined = formatList(['أ', 'ب', 'ج'], language);
    expect(stripIsolates(joined)).toBe(expected);
    expect(joined.startsWith('\u2068أ\u2069')).toBe(true);
  });

  it('joins none, one and two', () => {
    expect(formatList([], 'en')).toBe('');
    expect(stripIsolates(formatList(['علي'], 'ar-IQ'))).toBe('علي');
    expect(stripIsolates(formatList(['علي', 'سارة'], 'ar-IQ'))).toBe('علي وسارة');
    expect(listParts(['علي', 'سارة'], 'ckb-IQ')).toEqual([
      { kind: 'item', text: 'علي' },
      { kind: 'separator', text: ' و ' },
      { kind: 'item', text: 'سارة' },
    ]);
  });
});

it('knows three languages and their directions', () => {
  expect(LANGUAGES.map(directionOf)).toEqual(['rtl', 'rtl', 'ltr']);
  expect(['ar', 'ku', 'ckb', 'en-US', 'en'].map(isLanguage)).toEqual([false, false, false, false, true]);
});
