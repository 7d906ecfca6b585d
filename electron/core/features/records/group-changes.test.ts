import { describe, expect, it } from 'vitest';
import { toRecordValues } from '#core/changes/record-values.ts';
import { changedGroups, newGroups } from './group-changes.ts';

const row = (grp: string, value: object | null, state = value === null ? 'withheld' : 'value') => ({
  grp,
  at: 'forum',
  state,
  v: value === null ? null : JSON.stringify(value),
  heads: 1,
});
const current = toRecordValues([
  row('identity', { name: 'a', place: 'IQG10' }),
  row('member:1', { sex: 'male', later: 'field of a newer program' }),
  row('member:2', { sex: 'female' }),
  row('memberName:1', { name: 'Karim', phone: null }),
  row('memberName:2', null),
  row('memberName:3', null, 'removed'),
]);
const changed = (wanted: Record<string, object | null>, ...sets: string[]) =>
  changedGroups(current, new Map(Object.entries(wanted)) as never, sets);

describe('what a form changes', () => {
  it('is what differs, and not what is as it was, whatever a newer program has added', () => {
    expect(changed({ identity: { name: 'a', place: 'IQG10' }, 'member:1': { sex: 'male' } })).toEqual([]);
    expect(changed({ identity: { name: 'b', place: 'IQG10' } })).toEqual([
      { group: 'identity', value: { name: 'b', place: 'IQG10' } },
    ]);
  });

  it('takes elements out of a set that are wanted no more, and none that is withheld here', () => {
    const kept = { 'member:1': { sex: 'male' } };
    expect(changed(kept, 'member', 'memberName')).toEqual([
      { group: 'member:2', value: null },
      { group: 'memberName:1', value: null },
    ]);
  });

  it('leaves withheld what it cannot show, and writes it where somebody enters it anew', () => {
    const other = { 'memberName:1': { name: 'Karim', phone: null } };
    expect(changed({ ...other, 'memberName:2': null }, 'memberName')).toEqual([]);
    const anew = { name: 'Layla', phone: null };
    expect(changed({ ...other, 'memberName:2': anew }, 'memberName')).toEqual([{ group: 'memberName:2', value: anew }]);
  });

  it('is all of it in a new record, but what it cannot know', () => {
    expect(
      newGroups(
        new Map([
          ['identity', { name: 'a' }],
          ['memberName:1', null],
        ]) as never,
      ),
    ).toEqual([{ group: 'identity', value: { name: 'a' } }]);
  });
});
