import { describe, expect, it } from 'vitest';
import {
  allowedMoves,
  canMove,
  closingOutcomes,
  heldFromAfter,
  isReopening,
  transitionsBetween,
} from './dispute-stage.ts';
import { DISPUTE_STAGE, type DisputeStage } from './generated/code-lists.ts';

/** The table as people read it, written out: everything that may follow, `heldFrom` aside. */
const MOVES: readonly (readonly [DisputeStage | null, string])[] = [
  [null, 'intake'],
  ['intake', 'on_hold closed screening'],
  ['screening', 'on_hold closed referred fact_finding'],
  ['fact_finding', 'on_hold closed referred strategy'],
  ['strategy', 'on_hold closed referred separate_meetings registration'],
  ['separate_meetings', 'on_hold closed referred joint_mediation agreement_drafted strategy'],
  ['joint_mediation', 'on_hold closed referred agreement_drafted separate_meetings strategy'],
  ['agreement_drafted', 'on_hold closed agreement_signed joint_mediation'],
  ['agreement_signed', 'on_hold closed endorsement implementation'],
  ['endorsement', 'on_hold closed registration implementation'],
  ['registration', 'on_hold closed implementation'],
  ['implementation', 'on_hold closed referred follow_up_30 joint_mediation'],
  ['follow_up_30', 'on_hold closed referred follow_up_90 joint_mediation'],
  ['follow_up_90', 'on_hold closed referred joint_mediation'],
  ['referred', 'on_hold closed strategy'],
  ['closed', 'fact_finding joint_mediation'],
];

describe.each(MOVES)('from %s', (from, targets) => {
  const legal = targets.split(' ');

  it('every move of the table is allowed', () => {
    expect([...allowedMoves(from, null)].sort()).toEqual([...legal].sort());
    for (const to of legal) expect(canMove(from, to, null)).toEqual({ ok: true, value: undefined });
  });

  it('every other stage is refused', () => {
    for (const to of DISPUTE_STAGE.filter((stage) => !legal.includes(stage))) {
      expect(canMove(from, to, null)).toEqual({
        ok: false,
        error: { code: 'dispute/stage-not-allowed', params: { from: from ?? '', to } },
      });
    }
  });
});

describe('on hold', () => {
  it.each(DISPUTE_STAGE.filter((stage) => stage !== 'on_hold' && stage !== 'closed'))(
    'goes back to %s alone, or is closed',
    (stage) => {
      expect(heldFromAfter(stage, 'on_hold')).toBe(stage);
      expect([...allowedMoves('on_hold', stage)].sort()).toEqual(['closed', stage].sort());
    },
  );

  it('can only be closed when nobody knows what was left', () => {
    expect(allowedMoves('on_hold', null)).toEqual(['closed']);
    expect(allowedMoves('on_hold', 'a_stage_of_a_newer_program')).toEqual(['closed']);
  });

  it('is forgotten by the next move', () => {
    expect(heldFromAfter('on_hold', 'screening')).toBeNull();
  });
});

it('a stage this program does not know allows no move', () => {
  expect(allowedMoves('arbitration', null)).toEqual([]);
  expect(canMove('screening', 'arbitration', null).ok).toBe(false);
});

it('finds the guards of a move', () => {
  expect(transitionsBetween('joint_mediation', 'agreement_drafted').map((row) => row.guard)).toEqual([
    'at least one session record',
  ]);
  expect(transitionsBetween('fact_finding', 'closed')).toHaveLength(2);
});

it('names the outcomes a stage may close with', () => {
  const anywhere = ['withdrawn', 'unreachable', 'unsafe', 'duplicate'];
  expect(closingOutcomes('intake')).toEqual([...anywhere, 'not_eligible', 'advice_only']);
  expect(closingOutcomes('endorsement')).toEqual(anywhere);
  expect(closingOutcomes('follow_up_30')).toEqual([...anywhere, 'full_agreement', 'partial_agreement']);
  expect(closingOutcomes('closed')).toEqual([]);
});

it('knows a reopening', () => {
  expect(isReopening('closed', 'fact_finding')).toBe(true);
  expect(isReopening('referred', 'strategy')).toBe(false);
});
