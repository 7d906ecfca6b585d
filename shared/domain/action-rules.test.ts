import { describe, expect, it } from 'vitest';
import { daysLate, isEscalated, isLate, progressFaults, promiseState } from './action-rules.ts';

const today = '2026-03-20';
const action = (status: string, due = '2026-03-05') => ({ status, due });

describe('an action', () => {
  it.each([
    ['open', true, false, 'late'],
    ['in_progress', true, true, 'late'],
    ['open', false, false, 'open'],
    ['blocked', true, true, 'blocked'],
    ['dropped', true, true, 'dropped'],
    ['done', true, false, 'kept'],
    ['done', true, true, 'keptLate'],
    ['a_newer_code', false, false, 'open'],
  ])('%s, past its day: %s, since after it: %s, is %s', (status, pastDue, afterDue, state) => {
    expect(promiseState({ status, pastDue, afterDue })).toBe(state);
  });

  it('is late from the day after its day, while something is still to be done', () => {
    expect(isLate(action('open', '2026-03-19'), today)).toBe(true);
    expect(isLate(action('open', today), today)).toBe(false);
    expect(isLate(action('done', '2026-03-01'), today)).toBe(false);
    expect(daysLate(action('open', '2026-03-05'), today)).toBe(15);
    expect(daysLate(action('done', '2026-03-05'), today)).toBe(0);
  });

  it('goes to the head of the office once it is later than the rule allows', () => {
    expect(isEscalated(action('open', '2026-03-05'), today, 14)).toBe(true);
    expect(isEscalated(action('open', '2026-03-06'), today, 14)).toBe(false);
    expect(isEscalated(action('blocked', '2026-01-01'), today, 14)).toBe(false);
  });
});

describe('what is told of an action', () => {
  it.each([
    ['in_progress', '', []],
    ['done', '', ['note: field/required']],
    ['blocked', '', ['note: field/required']],
    ['dropped', '', ['note: field/required']],
    ['done', 'x', []],
  ])('as %s with the note "%s"', (status, note, faults) => {
    const found = progressFaults({ status, note, date: '2026-02-10' }, '2026-02-10');
    expect(found.map(({ path, code }) => `${path}: ${code}`)).toEqual(faults);
  });

  it('does not lie before the meeting that agreed on it', () => {
    const told = { status: 'open', note: '', date: '2026-02-09' };
    expect(progressFaults(told, '2026-02-10')).toEqual([{ path: 'date', code: 'field/before-meeting' }]);
    expect(progressFaults(told, null)).toEqual([]);
  });
});
