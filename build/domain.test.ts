import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { outdatedDomainFiles } from './domain.ts';
import { parsePlaces } from './domain-source/places.ts';
import { parseVocabulary } from './domain-source/vocabulary.ts';
import { projectFolder } from './project-folder.ts';

const source = (name: string) => readFileSync(path.join(projectFolder, 'resources/domain', name), 'utf8');
const vocabularyText = source('vocabulary.md');
const placesText = source('places.csv');

/** The document with one row replaced, and the number of that row. */
function withRow(text: string, row: string, replacement: string): { text: string; line: number } {
  const line = text.split('\n').indexOf(row) + 1;
  expect(line).toBeGreaterThan(0);
  return { text: text.replace(row, replacement), line };
}

const MALE = '| `male` | Male | ذكر | نێر |  |';
const RANYA = 'IQG06Q09,IQG06,2,Ranya,رانية,ڕانیە,36.2550,44.8830';

describe('the generated domain files', () => {
  it('say what their sources say', () => {
    expect(outdatedDomainFiles()).toEqual([]);
  });
});

describe('parseVocabulary', () => {
  it('reads all 69 lists with attributes and remarks', () => {
    const { lists } = parseVocabulary(vocabularyText);
    expect(lists).toHaveLength(69);
    expect(new Set(lists.map((list) => list.key)).size).toBe(69);
    const entry = (key: string, code: string) =>
      lists.find((list) => list.key === key)?.entries.find((found) => found.code === code);
    expect(entry('likelihood', 'rare')).toMatchObject({ attributes: { value: '1' }, remark: 'less than once a year' });
    expect(entry('safety_issue', 'domestic_violence')?.attributes).toEqual({
      group: 'family_gender',
      sensitive: 'yes',
    });
    expect(entry('party_role', 'endorsing_authority')?.labels['ckb-IQ']).toBe('لایەنی پەسەندکەر');
  });

  it('reads every row of the stage table', () => {
    const { transitions } = parseVocabulary(vocabularyText);
    const rows = vocabularyText.split('#### Transitions')[1]?.split('### ')[0]?.match(/^\|/gm)?.length ?? 0;
    expect(transitions).toHaveLength(rows - 2);
    expect(transitions.find((row) => row.from[0] === 'follow_up_90' && row.to === 'closed')?.outcomes).toEqual([
      'full_agreement',
      'partial_agreement',
      'right_registered',
      'agreement_breached',
    ]);
  });

  const faults: [string, string, string, string][] = [
    ['a missing cell', MALE, '| `male` | Male | ذكر | نێر |', '4 cells instead of 5'],
    ['a missing label', MALE, '| `male` | Male | ذكر |  |  |', 'male, ckb: the label is missing'],
    ['a code of other letters', MALE, '| `Male` | Male | ذكر | نێر |  |', '`Male` is no code'],
    ['a code without its marks', MALE, '| male | Male | ذكر | نێر |  |', 'male is no code'],
    ['a doubled code', MALE, '| `female` | Male | ذكر | نێر |  |', 'code female stands twice'],
    ['an Arabic letter in Kurdish', MALE, '| `male` | Male | ذكر | ێكي |  |', 'has Arabic letters'],
    ['a Kurdish letter in Arabic', MALE, '| `male` | Male | ذکر | نێر |  |', 'has Kurdish letters'],
    ['local digits', MALE, '| `male` | Male | ٣ | نێر |  |', 'digits other than 0-9'],
    ['a malformed attribute', MALE, '| `male` | Male | ذكر | نێر | Group=x y |', 'is no attribute'],
    ['an attribute after a remark', MALE, '| `male` | Male | ذكر | نێر | so; a=b |', 'stands after a remark'],
    ['another header', '### sex', '### gender', 'contents name People/sex where People/gender stands'],
  ];
  it.each(faults)('refuses %s with its line', (_, row, replacement, reason) => {
    const { text, line } = withRow(vocabularyText, row, replacement);
    expect(() => parseVocabulary(text)).toThrow(reason);
    if (row === MALE) expect(() => parseVocabulary(text)).toThrow(`vocabulary.md:${line}: `);
  });

  it('refuses a transition to a stage that is in no list', () => {
    const { text, line } = withRow(
      vocabularyText,
      '| joint_mediation | separate_meetings | reason |',
      '| joint_mediation | sleep | reason |',
    );
    expect(() => parseVocabulary(text)).toThrow(`vocabulary.md:${line}: "sleep" is no stage`);
  });
});

describe('parsePlaces', () => {
  it('reads the country, 19 governorates and 115 districts', () => {
    const places = parsePlaces(placesText);
    const count = (level: number) => places.filter((place) => place.level === level).length;
    expect([count(0), count(1), count(2)]).toEqual([1, 19, 115]);
  });

  const faults: [string, string, string][] = [
    ['a missing cell', 'IQG06Q09,IQG06,2,Ranya,رانية,ڕانیە,36.2550', '7 cells instead of 8'],
    ['an unknown parent', RANYA.replace('IQG06,', 'IQG77,'), 'IQG77 cannot be its parent'],
    ['a doubled code', RANYA.replace('Q09', 'Q08'), 'code IQG06Q08 stands twice'],
    ['a missing name', RANYA.replace('رانية', ''), 'name_ar: the label is missing'],
    ['Arabic letters in a Kurdish name', RANYA.replace('ڕانیە', 'رانية'), 'name_ckb: "رانية" has Arabic letters'],
    ['coordinates elsewhere', RANYA.replace('36.2550', '16.2550'), '16.2550 lies outside Iraq'],
    ['a code of another level', RANYA.replace(',2,', ',1,'), 'IQG06Q09 is no code of level 1'],
  ];
  it.each(faults)('refuses %s with its line', (_, replacement, reason) => {
    const { text, line } = withRow(placesText, RANYA, replacement);
    expect(() => parsePlaces(text)).toThrow(`places.csv:${line}: ${reason}`);
  });
});
