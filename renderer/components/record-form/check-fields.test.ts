import { describe, expect, it } from 'vitest';
import { ForumFields, GuardedForumFields } from '#shared/contract/forums.ts';
import { checkFields } from './check-fields.ts';

const member = {
  id: '019d5f2e-7a80-7000-8000-000000000001',
  name: 'أحمد',
  phone: null,
  sex: 'male',
  ageBand: 'age_30_44',
  category: 'mukhtar',
  role: 'chair',
  status: 'active',
  since: null,
};
const forum = {
  name: 'منتدى',
  place: 'IQG10',
  servingOffice: '',
  foundedOn: null,
  establishedBy: '',
  status: 'active',
  members: [member],
};

const errorsOf = (fields: unknown) => {
  const judged = checkFields(ForumFields, fields);
  return judged.ok ? {} : judged.error;
};

describe('checkFields', () => {
  it('answers what the method takes, trimmed as the contract trims it', () => {
    const judged = checkFields(ForumFields, { ...forum, name: '  منتدى ' });
    expect(judged.ok && judged.value.name).toBe('منتدى');
  });

  it('calls what is missing required, wherever it stands', () => {
    expect(errorsOf({ ...forum, name: ' ', status: null, members: [{ ...member, sex: null }] })).toEqual({
      'fields.name': 'field/required',
      'fields.status': 'field/required',
      'fields.members.0.sex': 'field/required',
    });
  });

  it('leaves a withheld name alone', () => {
    expect(errorsOf({ ...forum, members: [{ ...member, name: null }] })).toEqual({});
  });

  it.each([
    ['31/02/2026', 'field/impossible-date'],
    ['last week', 'field/bad-date'],
  ])('tells what is wrong with the date %s', (foundedOn, code) => {
    expect(errorsOf({ ...forum, foundedOn })).toEqual({ 'fields.foundedOn': code });
  });

  it('refuses texts that are too long and codes it does not know', () => {
    expect(errorsOf({ ...forum, name: 'x'.repeat(301), status: 'gone' })).toEqual({
      'fields.name': 'field/too-long',
      'fields.status': 'field/unknown-code',
    });
  });

  it('names paths as the method does whose input has no fields of their own', () => {
    const judged = checkFields(ForumFields.pick({ name: true }), { name: '' }, []);
    expect(judged).toEqual({ ok: false, error: { name: 'field/required' } });
  });

  it('tells what a rule over several fields says, rather than how the one value looks', () => {
    const candidate = { id: member.id, member: member.id, name: null, sex: 'female', votes: 9, elected: true };
    const election = { id: member.id, on: '2026-01-01', role: 'chair', counted: true, voters: 5, reason: '' };
    const fields = { ...forum, members: [member], elections: [{ ...election, candidates: [candidate] }] };
    const judged = checkFields(GuardedForumFields, fields);
    expect(judged).toEqual({
      ok: false,
      error: { 'fields.elections.0.candidates.0.votes': 'field/votes-above-voters' },
    });
  });
});
