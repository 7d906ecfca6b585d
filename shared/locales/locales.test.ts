import { describe, expect, it } from 'vitest';
import { APP_CODES, FIELD_CODES } from '#shared/errors/codes.ts';
import { EXCHANGE_CODES } from '#shared/errors/exchange-codes.ts';
import { LANGUAGES, type Language } from '#shared/text/languages.ts';
import { ALL_RESOURCES } from './all-resources.ts';
import { isFormatterName } from './formatters.ts';
import { createI18n, errorKey } from './i18n.ts';
import { NAMESPACES, type Sentences } from './namespaces.ts';

const PLURAL_FORMS: Readonly<Record<Language, readonly string[]>> = {
  'ar-IQ': ['zero', 'one', 'two', 'few', 'many', 'other'],
  'ckb-IQ': ['one', 'other'],
  en: ['one', 'other'],
};

/** Parameters that may stand in a sentence without a formatter: `<namespace>:<key>`; none so far. */
const BARE_PARAMETERS: readonly string[] = [];

/** Values that are the same in every language on purpose; all others must differ from English. */
const SAME_AS_ENGLISH = [/^common:languages\./, /^common:digits\.(latin|arabic)$/];

const SAMPLES: Readonly<Record<string, unknown>> = {
  ltr: '2026-00143',
  iso: 'علي',
  number: 3,
  percent: 0.5,
  date: '2026-01-09',
  time: '2026-01-09T07:42:00Z',
  dateTime: '2026-01-09T07:42:00Z',
  month: '2026-01',
  list: ['علي', 'سارة'],
  size: 2_000_000,
};

type Entry = { readonly key: string; readonly text: string };

const flatten = (prefix: string, sentences: Sentences): Entry[] =>
  Object.entries(sentences).flatMap(([name, value]) => {
    const key = `${prefix}${name}`;
    return typeof value === 'string' ? [{ key, text: value }] : flatten(`${key}.`, value);
  });

const entriesOf = (language: Language): Entry[] =>
  NAMESPACES.flatMap((namespace) => flatten(`${namespace}:`, ALL_RESOURCES[language][namespace]));

const baseOf = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '');
const parametersOf = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*([^},]+?)\s*(?:,\s*([^}]+?)\s*)?\}\}/g)].map((m) => `${m[1]}, ${m[2] ?? ''}`);

describe.each(LANGUAGES)('%s', (language) => {
  const entries = entriesOf(language);
  const english = new Map(entriesOf('en').map(({ key, text }) => [key, text]));

  it('has the keys of English and no other', () => {
    const keys = (list: readonly Entry[]) => [...new Set(list.map(({ key }) => baseOf(key)))].sort();
    expect(keys(entries)).toEqual(keys(entriesOf('en')));
  });

  it('has every plural form its grammar asks for', () => {
    const formsByBase = new Map<string, Set<string>>();
    for (const { key } of entries) {
      const form = /_(zero|one|two|few|many|other)$/.exec(key)?.[1];
      if (form) formsByBase.set(baseOf(key), (formsByBase.get(baseOf(key)) ?? new Set()).add(form));
    }
    const wrong = [...formsByBase].filter(
      ([, forms]) =>
        PLURAL_FORMS[language].some((form) => !forms.has(form)) ||
        [...forms].some((form) => form !== 'zero' && !PLURAL_FORMS[language].includes(form)),
    );
    expect(wrong.map(([base]) => base)).toEqual([]);
  });

  it('has the parameters of English, but may spell out a count of none, one or two', () => {
    const wrong = entries.filter(({ key, text }) => {
      const base = baseOf(key);
      const source = english.get(key) ?? english.get(`${base}_other`) ?? '';
      const own = new Set(parametersOf(text));
      const expected = new Set(parametersOf(base === key ? source : (english.get(`${base}_other`) ?? source)));
      if (/_(zero|one|two)$/.test(key)) {
        own.delete('count, number');
        expected.delete('count, number');
      }
      return [...own].sort().join() !== [...expected].sort().join();
    });
    expect(wrong.map(({ key }) => key)).toEqual([]);
  });

  it('puts every value through a formatter', () => {
    const wrong = entries.filter(
      ({ key, text }) =>
        !BARE_PARAMETERS.includes(key) &&
        (parametersOf(text).some((parameter) => !isFormatterName(parameter.split(', ')[1] ?? '')) ||
          /\{\{-|\$t\(/.test(text)),
    );
    expect(wrong.map(({ key }) => key)).toEqual([]);
  });

  it('says something for every key and never English for another language', () => {
    const wrong = entries.filter(
      ({ key, text }) =>
        text.trim() === '' ||
        text !== text.trim() ||
        (language !== 'en' && !SAME_AS_ENGLISH.some((same) => same.test(key)) && !/[\u0600-\u06ff]/.test(text)),
    );
    expect(wrong.map(({ key }) => key)).toEqual([]);
  });

  it('makes a whole sentence of every key, with counts of every kind', () => {
    const translator = createI18n(language, ALL_RESOURCES[language], { digits: 'arabic' });
    const wrong: string[] = [];
    for (const { key, text } of entries) {
      const base = baseOf(key);
      const counts = base === key ? [undefined] : [0, 1, 2, 3, 11, 100, 1.5];
      for (const count of counts) {
        const values = Object.fromEntries(
          parametersOf(english.get(`${base}_other`) ?? text).map((parameter) => {
            const [name = '', formatter = ''] = parameter.split(', ');
            return [name, SAMPLES[formatter]];
          }),
        );
        const sentence = translator.t(base, count === undefined ? values : { ...values, count });
        if (sentence === base || /\{\{|\}\}|undefined|\[object/.test(sentence)) wrong.push(`${key} ${count}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('has a sentence for every refusal', () => {
    const keys = new Set(entries.map(({ key }) => baseOf(key)));
    const codes = [...APP_CODES, ...FIELD_CODES, ...Object.keys(EXCHANGE_CODES)];
    expect(codes.filter((code) => !keys.has(errorKey(code)))).toEqual([]);
  });
});

it('Kurdish is written in Kurdish letters', () => {
  const wrong = entriesOf('ckb-IQ').filter(({ text }) => /[كيىةأإؤ\u200c\u0660-\u0669]/.test(withoutExamples(text)));
  expect(wrong.map(({ key }) => key)).toEqual([]);
});

it('Arabic is written in Arabic letters', () => {
  const wrong = entriesOf('ar-IQ').filter(({ text }) => /[کیەۆێڕڵ]/.test(withoutExamples(text)));
  expect(wrong.map(({ key }) => key).filter((key) => key !== 'common:languages.ckb-IQ')).toEqual([]);
});

it('sentences carry 0-9 and leave ٠-٩ to the formatters', () => {
  for (const language of LANGUAGES) {
    expect(
      entriesOf(language)
        .filter(({ text }) => /[\u0660-\u0669\u06f0-\u06f9]/.test(text))
        .map(({ key }) => key),
    ).toEqual(['common:digits.arabic']);
  }
});

/** Isolates hold examples and names of other languages. */
function withoutExamples(text: string): string {
  return text.replace(/[\u2066-\u2068][^\u2069]*\u2069/g, '').replace('العربية', '');
}
