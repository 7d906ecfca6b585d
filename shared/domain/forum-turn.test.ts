import { expect, it } from 'vitest';
import { lastTurnDay } from './forum-turn.ts';

it('is the last day on which the forum was founded, ended or revived', () => {
  expect(lastTurnDay({ foundedOn: '2025-01-01', turns: [] })).toBe('2025-01-01');
  expect(lastTurnDay({ foundedOn: '2025-01-01', turns: [{ on: '2026-02-01' }, { on: '2025-06-01' }] })).toBe(
    '2026-02-01',
  );
  expect(lastTurnDay({ foundedOn: null, turns: [{ on: '2026-02-01' }] })).toBe('2026-02-01');
  expect(lastTurnDay({ foundedOn: null, turns: [] })).toBeNull();
});
