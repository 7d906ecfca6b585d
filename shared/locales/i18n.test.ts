import { describe, expect, it } from 'vitest';
import { ALL_RESOURCES } from './all-resources.ts';
import { errorSentence } from './error-sentence.ts';
import { formatSize } from './formatters.ts';
import { createI18n } from './i18n.ts';
import { loadLanguage } from './load-language.ts';

const arabic = createI18n('ar-IQ', ALL_RESOURCES['ar-IQ'], { digits: 'arabic' });
const kurdish = createI18n('ckb-IQ', ALL_RESOURCES['ckb-IQ'], { digits: 'latin' });
const english = createI18n('en', ALL_RESOURCES.en, { digits: 'arabic' });

describe('createI18n', () => {
  it('is ready at once and chooses plural forms by the language', () => {
    expect([0, 1, 2, 3, 11, 100, 1.5].map((count) => arabic.t('common:count.days', { count }))).toEqual([
      'أقل من يوم',
      'يوم واحد',
      'يومان',
      '٣ أيام',
      '١١ يوماً',
      '١٠٠ يوم',
      '١٫٥ يوم',
    ]);
    expect([0, 1, 2].map((count) => kurdish.t('common:count.days', { count }))).toEqual([
      'کەمتر لە ڕۆژێک',
      '1 ڕۆژ',
      '2 ڕۆژ',
    ]);
  });

  it('formats values by our own tables and keeps English in 0-9', () => {
    const at = '2026-01-09T07:42:00Z';
    expect(arabic.t('common:status.saved', { time: at })).toBe('تم الحفظ الساعة ١٠:٤٢');
    expect(english.t('common:status.saved', { time: at })).toBe('Saved 10:42');
    expect(kurdish.t('common:record.updatedAt', { at })).toContain('9ی کانوونی دووەمی 2026، 10:42');
  });

  it('isolates what people typed and translates nothing inside it', () => {
    const text = '$t(common:action.save) {{x}} <b>';
    expect(english.t('common:state.noMatch', { text })).toBe(`Nothing matches “\u2068${text}\u2069”.`);
    expect(arabic.t('common:record.unknownCode', { code: '2026-00143' })).toContain('\u20662026-00143\u2069');
  });

  it('throws for a missing key, a missing value and a value of the wrong kind', () => {
    expect(() => arabic.t('common:nowhere')).toThrow('common:nowhere');
    expect(() => arabic.t('common:status.saved')).toThrow('{{time, time}}');
    expect(() => arabic.t('common:list.page', { page: '3' })).toThrow(TypeError);
  });

  it('shows the key and reports it where the host says so', () => {
    const missing: string[] = [];
    const lenient = createI18n('ckb-IQ', ALL_RESOURCES['ckb-IQ'], {
      digits: 'latin',
      onMissing: (what) => missing.push(what),
    });
    expect(lenient.t('common:nowhere')).toBe('common:nowhere');
    expect(missing).toEqual(['common:nowhere']);
  });

  it('takes a language loaded alone', async () => {
    expect(await loadLanguage('ckb-IQ')).toEqual(ALL_RESOURCES['ckb-IQ']);
  });
});

describe('errorSentence', () => {
  it('says refusals with their parameters', () => {
    expect(errorSentence(english, { code: 'session/wait', params: { seconds: 1 } })).toContain('1 second');
    expect(errorSentence(arabic, { code: 'session/wait', params: { seconds: 2 } })).toContain('ثانيتين');
    expect(
      errorSentence(english, { code: 'file/no-space', params: { needBytes: 12_500_000, freeBytes: 900 } }),
    ).toContain('\u206612.5 MB\u2069');
  });

  it('has a sentence for codes of a newer version', () => {
    expect(errorSentence(english, { code: 'moon/full', params: {} })).toContain('moon/full');
  });
});

it('sizes are written by thousands and stay left to right', () => {
  expect(formatSize(999, 'en')).toBe('\u2066999 B\u2069');
  expect(formatSize(12_500_000, 'ar-IQ', 'arabic')).toBe('\u2066١٢٫٥ MB\u2069');
  expect(formatSize(4_000_000_000, 'en')).toBe('\u20664 GB\u2069');
});
