import { describe, expect, it } from 'vitest';
import { type Conflict, groupByCause, sidesOf } from './conflict.ts';

const value = (changeId: string, nodeName: string, by = 'amal') => ({
  changeId,
  value: {},
  state: 'value' as const,
  by,
  nodeName,
  at: '2026-03-01T08:00:00.000Z',
  shown: false,
});

const conflict = (group: string, more: Partial<Conflict> = {}): Conflict => ({
  recordId: '00000000-0000-7000-8000-000000000000',
  recordType: 'forum',
  title: '',
  group,
  nature: 'clerical',
  cause: { kind: 'correction', office: 'office', other: 'directorate' },
  together: 'a b',
  values: [value(`${group}-1`, 'office'), value(`${group}-2`, 'directorate')],
  differs: [],
  texts: [],
  whole: false,
  edits: [],
  may: true,
  heads: { [group]: [`${group}-1`, `${group}-2`] },
  ...more,
});

describe('conflicts of one cause', () => {
  it('stand together from three on, others alone', () => {
    const rows = [conflict('a'), conflict('x', { together: 'c' }), conflict('b'), conflict('c')];
    expect(groupByCause(rows).map(({ conflicts }) => conflicts.map(({ group }) => group))).toEqual([
      ['a', 'b', 'c'],
      ['x'],
    ]);
    expect(groupByCause(rows.slice(0, 3))).toHaveLength(3);
  });

  it('have two sides, each with its values of all that is clerical', () => {
    const rows = [conflict('a'), conflict('b'), conflict('c', { nature: 'accounts' }), conflict('d', { may: false })];
    expect(sidesOf(rows).map(({ name, choices }) => [name, choices.map(({ keep }) => keep)])).toEqual([
      ['office', ['a-1', 'b-1']],
      ['directorate', ['a-2', 'b-2']],
    ]);
  });

  it('of one office are told apart by who wrote', () => {
    const rows = ['a', 'b'].map((group) =>
      conflict(group, { values: [value(`${group}-1`, 'office', 'amal'), value(`${group}-2`, 'office', 'sarmad')] }),
    );
    expect(sidesOf(rows).map(({ name }) => name)).toEqual(['amal', 'sarmad']);
  });
});
