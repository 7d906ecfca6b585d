import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NAME_PAIRS } from './fixtures/name-pairs.ts';
import { nameKeys, sameName } from './name-key.ts';

const shareKeys = (a: string, b: string): boolean => {
  const left = nameKeys(a);
  const right = nameKeys(b);
  return left.length === right.length && left.every((keys, index) => keys.some((key) => right[index]?.includes(key)));
};

describe('collected pairs', () => {
  it.each(NAME_PAIRS.filter(([, , same]) => same))('%s and %s share a key and are suggested', (a, b) => {
    expect(shareKeys(a, b)).toBe(true);
    expect([sameName(a, b), sameName(b, a)]).toEqual([true, true]);
  });

  it.each(NAME_PAIRS.filter(([, , same]) => !same))('%s and %s are never suggested', (a, b) => {
    expect([sameName(a, b), sameName(b, a)]).toEqual([false, false]);
  });
});

describe('names', () => {
  it.each([
    ['عبد الله', 'Abdullah'],
    ['عبدالله', 'عەبدوڵڵا'],
    ['عبد الستار', 'Abdussattar'],
    ['عبدالرحمن', 'Abdul Rahman'],
    ['نصر الله', 'Nasrullah'],
    ['نعمة الله', 'نعمت الله'],
    ['سيف الدين', 'Saifuddin'],
    ['سيف الدين', 'سەیفەدین'],
    ['حسين', 'Hussein'],
    ['حسين', 'Husayn'],
    ['يوسف', 'Yousif'],
    ['وليد', 'Waleed'],
    ['عيسى', 'Issa'],
    ['فاطمة', 'Fatimah'],
    ['فاطمة', 'Fatima'],
    ['إيمان', 'Eman'],
    ['محمد', 'Mohammed'],
    ['الحاج محمد بن علي', 'محمد علي'],
    ['شێرزاد', 'Şêrzad'],
    ['جواد', 'Jawad'],
    ['ربيع', 'Rabee'],
    ['أم علي', 'Um Ali'],
  ])('%s and %s are suggested as the same', (a, b) => {
    expect(sameName(a, b)).toBe(true);
    expect(shareKeys(a, b)).toBe(true);
  });

  it.each([
    ['محمد', 'Mahmoud'],
    ['علي', 'علا'],
    ['إلهام', 'هام'],
    ['عبد الله', 'عبد الإله'],
    ['سالم', 'سليم'],
  ])('%s and %s are not', (a, b) => {
    expect(sameName(a, b)).toBe(false);
  });

  it('keep a title that is the whole name', () => {
    expect(nameKeys('مام')).toHaveLength(1);
  });

  it('have at most eight short keys a word, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), fc.string({ maxLength: 10 }), (a, b) => {
        expect(nameKeys(a).every((keys) => keys.length <= 8)).toBe(true);
        expect(sameName(a, a)).toBe(true);
        expect(sameName(a, b)).toBe(sameName(b, a));
      }),
    );
  });
});
