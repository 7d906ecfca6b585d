import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CodeList } from './code-lists.ts';
import { VULNERABILITY_FLAG } from './generated/code-lists.ts';
import { flagClass } from './protection.ts';

const file = new URL('../../resources/code-lists.json', import.meta.url);
const lists = JSON.parse(readFileSync(file, 'utf8')) as readonly CodeList[];
const entries = lists.find(({ key }) => key === 'vulnerability_flag')?.entries ?? [];

describe('the class of a flag', () => {
  it('is given by the level of each flag in the shipped list', () => {
    expect(entries.map(({ code }) => code).toSorted()).toEqual([...VULNERABILITY_FLAG].toSorted());
    for (const { code, attributes } of entries) {
      expect([code, attributes.level]).toEqual([code, expect.stringMatching(/^[nrx]$/)]);
      expect([code, flagClass(lists, code)]).toEqual([code, attributes.level === 'x' ? 'local' : 'restricted']);
    }
  });

  it('keeps on the computer what betrays a person by being there', () => {
    const local = entries.filter(({ code }) => flagClass(lists, code) === 'local').map(({ code }) => code);
    expect(local).toEqual(['perceived_affiliation', 'gbv_concern', 'survivor_conflict_violence']);
  });

  it('is the strictest where the flag, its level or the list is not known', () => {
    const of = (level: string) => [{ key: 'vulnerability_flag', entries: [{ code: 'x', attributes: { level } }] }];
    expect(flagClass(lists, 'a_flag_of_tomorrow')).toBe('local');
    expect(flagClass(of('y'), 'x')).toBe('local');
    expect(flagClass([], 'widow')).toBe('local');
  });
});
