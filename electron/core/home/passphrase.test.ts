import { expect, test } from 'vitest';
import { foldUserName, normalisePassphrase, passphraseProblem } from './passphrase.ts';

test('brings digits and composed letters to one spelling', () => {
  expect(normalisePassphrase('رقم ١٢٣ و ۴۵۶')).toBe('رقم 123 و 456');
  expect(normalisePassphrase('e\u0301')).toBe('\u00e9');
  expect(normalisePassphrase('ﻻ')).toBe('لا');
});

test.each(['twelve chars', 'نهر دجلة يجري جنوبا', 'بيت دار سوق نهر', 'one two six ten'])('takes %j', (text) => {
  expect(passphraseProblem(text)).toBeNull();
});

test.each(['', '1234', '11 letters!', 'a b c d', '            ', 'بيت دار سوق', '٠١٢٣٤٥٦٧٨٩٠'])(
  'refuses %j',
  (text) => {
    expect(passphraseProblem(text)).toBe('passphrase/too-short');
  },
);

test('counts characters, not code units', () => {
  expect(passphraseProblem('😀😀😀😀😀😀')).toBe('passphrase/too-short');
});

test('folds user names: case, spaces around, digits, composition', () => {
  expect(foldUserName('  Zainab٣ ')).toBe('zainab3');
  expect(foldUserName('ÉMILE')).toBe(foldUserName('e\u0301mile'));
  expect(foldUserName('زينب')).not.toBe(foldUserName('زينة'));
});
