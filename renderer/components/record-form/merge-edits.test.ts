import { describe, expect, it } from 'vitest';
import { mergeEdits } from './merge-edits.ts';

const base = {
  name: 'A',
  status: 'active',
  members: [
    { id: '1', name: 'x', role: 'member' },
    { id: '2', name: 'y', role: 'member' },
  ],
};

describe('mergeEdits', () => {
  it('keeps what was typed and takes the rest from the newer version', () => {
    const mine = { ...base, name: 'B' };
    const latest = { ...base, name: 'C', status: 'dormant' };
    expect(mergeEdits(base, mine, latest)).toEqual({ ...base, name: 'B', status: 'dormant' });
  });

  it('merges elements field by field', () => {
    const mine = {
      ...base,
      members: [{ id: '1', name: 'x2', role: 'member' }, base.members[1] ?? { id: '', name: '', role: '' }],
    };
    const latest = {
      ...base,
      members: [
        { id: '1', name: 'x', role: 'chair' },
        { id: '2', name: 'y2', role: 'member' },
      ],
    };
    expect(mergeEdits(base, mine, latest).members).toEqual([
      { id: '1', name: 'x2', role: 'chair' },
      { id: '2', name: 'y2', role: 'member' },
    ]);
  });

  it('adds what both sides added and drops what either removed', () => {
    const mine = {
      ...base,
      members: [
        { id: '2', name: 'y', role: 'member' },
        { id: '3', name: 'mine', role: 'member' },
      ],
    };
    const latest = {
      ...base,
      members: [
        { id: '1', name: 'x', role: 'member' },
        { id: '4', name: 'theirs', role: 'member' },
      ],
    };
    expect(mergeEdits(base, mine, latest).members.map(({ id }) => id)).toEqual(['3', '4']);
  });

  it('keeps an element that others removed while it was being changed', () => {
    const mine = { ...base, members: [{ id: '1', name: 'changed', role: 'member' }] };
    const latest = { ...base, members: [{ id: '2', name: 'y', role: 'member' }] };
    expect(mergeEdits(base, mine, latest).members).toEqual([{ id: '1', name: 'changed', role: 'member' }]);
  });
});
