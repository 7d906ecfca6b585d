import { describe, expect, it } from 'vitest';
import { canMove, closingOutcomes } from './dispute-stage.ts';
import { DISPUTE_STAGE } from './generated/code-lists.ts';
import { STAGE_TRANSITIONS, type StageTransition } from './generated/stage-transitions.ts';
import {
  type CaseFacts,
  FACT_CODES,
  type FactCode,
  factPlace,
  guardOf,
  mayPass,
  missingFacts,
} from './stage-guards.ts';

const holding = (value: boolean | null, but: readonly FactCode[] = []): CaseFacts =>
  Object.fromEntries(FACT_CODES.map((code) => [code, but.includes(code) ? false : value])) as CaseFacts;

type Move = {
  readonly from: string | null;
  readonly to: string;
  readonly heldFrom: string | null;
  readonly outcome: string | null;
};

/** Every move of the table, each row from each of its stages, to each of its outcomes. */
const moves: readonly (readonly [string, Move, StageTransition])[] = STAGE_TRANSITIONS.flatMap((row) =>
  (row.from.length === 0 ? [null] : row.from).flatMap((from) =>
    (row.outcomes.length === 0 ? [null] : row.outcomes).map((outcome) => {
      const to = row.to === 'held_from' ? 'strategy' : row.to;
      const move = { from, to, heldFrom: from === 'on_hold' ? 'strategy' : null, outcome };
      return [`${from ?? 'nothing'} -> ${row.to}${outcome === null ? '' : ` (${outcome})`}`, move, row] as const;
    }),
  ),
);

describe('the transition table', () => {
  it('has facts for every guard it words', () => {
    expect(moves.length).toBeGreaterThan(100);
    for (const row of STAGE_TRANSITIONS) expect(() => guardOf(row), row.guard).not.toThrow();
    const used = new Set<string>([...STAGE_TRANSITIONS.flatMap(guardOf), 'three_attempts']);
    expect(FACT_CODES.filter((code) => !used.has(code))).toEqual([]);
  });

  it.each(moves)('%s goes on with its guard met', (_, move) => {
    expect(canMove(move.from, move.to, move.heldFrom).ok).toBe(true);
    expect(missingFacts(move, holding(true))).toEqual([]);
  });

  it.each(moves.filter(([, , row]) => guardOf(row).length > 0))('%s says what it lacks', (_, move, row) => {
    for (const code of guardOf(row)) expect(missingFacts(move, holding(true, [code]))).toEqual([code]);
    expect(missingFacts(move, holding(false))).toEqual(guardOf(row));
  });

  it('refuses every other move', () => {
    const stages = [null, ...DISPUTE_STAGE];
    const allowed = new Set(moves.map(([, { from, to }]) => `${from} ${to}`));
    const others = stages.flatMap((from) => DISPUTE_STAGE.map((to) => ({ from, to })));
    const refused = others.filter(({ from, to }) => !allowed.has(`${from} ${to}`));
    expect(refused.length).toBeGreaterThan(150);
    for (const { from, to } of refused) {
      const heldFrom = from === 'on_hold' ? 'strategy' : null;
      expect(canMove(from, to, heldFrom).ok, `${from} -> ${to}`).toBe(false);
    }
  });
});

describe('a guard', () => {
  it('does not judge what is kept at another office', () => {
    for (const [, move] of moves) expect(missingFacts(move, holding(null))).toEqual([]);
  });

  it('lets a signed case end with its agreement when a party was not reached on three days', () => {
    expect(closingOutcomes('follow_up_30')).toContain('full_agreement');
    const end = { from: 'follow_up_30', to: 'closed', outcome: 'full_agreement' };
    expect(missingFacts(end, holding(false))).toEqual(['three_attempts']);
    expect(missingFacts(end, holding(true))).toEqual([]);
  });

  it('may be passed by a supervisor where the vocabulary marks it', () => {
    const marked = STAGE_TRANSITIONS.filter(({ guard }) => guard.includes('†')).length;
    expect(FACT_CODES.filter(mayPass)).toEqual(['evidence_judged', 'two_witnesses']);
    expect(marked).toBe(2);
  });

  it('says where each of its facts is entered', () => {
    expect(new Set(FACT_CODES.map(factPlace))).toContain('rights');
    expect(factPlace('hold_reason')).toBe('move');
  });
});
