import { expect, it } from 'vitest';
import { isResultPending, membersWithResult, newCandidate, newElection } from './election-form-model.ts';
import { type MemberForm, newMember } from './member-form-model.ts';

const members: readonly MemberForm[] = [
  { ...newMember(), id: 'old', role: 'chair', termFrom: '2024-01-01' },
  { ...newMember(), id: 'new' },
  { ...newMember(), id: 'gone', role: 'chair', status: 'resigned' },
];
const election = (member: string | null) => ({
  ...newElection(),
  on: '2026-01-10',
  candidates: [{ ...newCandidate(), member, elected: true }],
});

it('gives the office to who was elected, and takes it from who held it', () => {
  const after = membersWithResult(election('new'), members);
  expect(after.map(({ id, role, termFrom }) => [id, role, termFrom])).toEqual([
    ['old', 'member', null],
    ['new', 'chair', '2026-01-10'],
    ['gone', 'chair', null],
  ]);
  expect(after[1]?.selection).toBe('elected');
  const held = election('new');
  expect(isResultPending(held, [held], members)).toBe(true);
  expect(isResultPending(held, [held], after)).toBe(false);
  const later = { ...election('old'), on: '2026-02-01' };
  expect(isResultPending(held, [held, later], members)).toBe(false);
});

it('lets a new term begin for one who was elected again', () => {
  expect(membersWithResult(election('old'), members)[0]).toMatchObject({ role: 'chair', termFrom: '2026-01-10' });
});

it('changes nothing where somebody from outside was elected, or no day is known', () => {
  expect(membersWithResult(election(null), members)).toBe(members);
  const dayless = { ...election('new'), on: null };
  expect(isResultPending(dayless, [dayless], members)).toBe(false);
});
