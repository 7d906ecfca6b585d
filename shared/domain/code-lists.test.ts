import { describe, expect, it } from 'vitest';
import shipped from '../../resources/code-lists.json' with { type: 'json' };
import { activeEntries, type CodeList, entryOf, isSensitiveIssue, labelOf } from './code-lists.ts';
import { CODE_LIST_KEYS, DISPUTE_STAGE, SAFETY_ISSUE } from './generated/code-lists.ts';

const lists = shipped as unknown as readonly CodeList[];

describe('the shipped lists', () => {
  it('hold the same lists and codes as the generated types', () => {
    expect(lists.map((list) => list.key)).toEqual(CODE_LIST_KEYS);
    expect(activeEntries(lists, 'dispute_stage').map((entry) => entry.code)).toEqual(DISPUTE_STAGE);
    expect(activeEntries(lists, 'safety_issue').map((entry) => entry.code)).toEqual(SAFETY_ISSUE);
  });
});

describe('labelOf', () => {
  it('finds the words of a code in each language', () => {
    expect(labelOf(lists, 'sex', 'female', 'en')).toBe('Female');
    expect(labelOf(lists, 'sex', 'female', 'ar-IQ')).toBe('أنثى');
    expect(labelOf(lists, 'sex', 'female', 'ckb-IQ')).toBe('مێ');
  });

  it('shows the code itself when it is unknown', () => {
    expect(labelOf(lists, 'sex', 'intersex', 'ar-IQ')).toBe('intersex');
    expect(entryOf(lists, 'sex', 'intersex')).toBeUndefined();
  });

  it('takes a fourth language as one more key', () => {
    const entry = { code: 'female', attributes: {}, remark: '', active: true };
    const labels = { en: 'Female', 'ar-IQ': 'أنثى', 'ckb-IQ': 'مێ', 'kmr-Arab': 'ژن' };
    const sex: CodeList = { key: 'sex', name: 'Sex', description: '', group: '', entries: [{ ...entry, labels }] };
    expect(labelOf([sex], 'sex', 'female', 'kmr-Arab')).toBe('ژن');
    expect(labelOf(lists, 'sex', 'female', 'kmr-Arab')).toBe('Female');
  });
});

it('offers active codes only', () => {
  const entry = { code: 'old', labels: { en: 'Old', 'ar-IQ': 'ق', 'ckb-IQ': 'ک' }, attributes: {}, remark: '' };
  const sex = { key: 'sex', name: '', description: '', group: '', entries: [{ ...entry, active: false }] };
  expect(activeEntries([sex], 'sex')).toEqual([]);
  expect(labelOf([sex], 'sex', 'old', 'en')).toBe('Old');
});

it('knows the issues that never name a person', () => {
  expect(isSensitiveIssue(lists, 'domestic_violence')).toBe(true);
  expect(isSensitiveIssue(lists, 'theft_burglary')).toBe(false);
  expect(isSensitiveIssue(lists, 'of_a_newer_program')).toBe(false);
});
