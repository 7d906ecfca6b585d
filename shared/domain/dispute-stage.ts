/**
 * @file Which stage of a dispute may follow which. The guards (data that must exist before a move) stand beside the moves
 * in generated/stage-transitions.ts; here only the moves themselves are judged.
 */
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { DisputeOutcome, DisputeStage } from './generated/code-lists.ts';
import { STAGE_TRANSITIONS, type StageTransition } from './generated/stage-transitions.ts';

export type StageNotAllowed = {
  readonly code: 'dispute/stage-not-allowed';
  readonly params: { readonly from: string; readonly to: string };
};

/**
 * Stages that may follow, each once, in the order of the table.
 * `from`: null for a case not opened yet; a stage this program does not know allows no move.
 * `heldFrom`: the stage left for `on_hold`; only looked at when `from` is `on_hold`.
 */
export function allowedMoves(from: string | null, heldFrom: string | null): readonly DisputeStage[] {
  const targets = rowsFrom(from).map((row) => (row.to === 'held_from' ? heldFrom : row.to));
  return [...new Set(targets)].filter(isStage);
}

/** Whether the table has the move; the refusal's `from` is empty for a new case. */
export function canMove(from: string | null, to: string, heldFrom: string | null): Result<void, StageNotAllowed> {
  const allowed: readonly string[] = allowedMoves(from, heldFrom);
  if (allowed.includes(to)) return ok(undefined);
  return err({ code: 'dispute/stage-not-allowed', params: { from: from ?? '', to } });
}

/** The stage to keep as `held_from` after a move: set on the way into `on_hold`, cleared by every other move. */
export function heldFromAfter(from: string | null, to: string): string | null {
  return to === 'on_hold' ? from : null;
}

/** Rows of the table that lead from one stage to another, with their guards; two rows may lead to `closed`. */
export function transitionsBetween(from: string | null, to: string): readonly StageTransition[] {
  return rowsFrom(from).filter((row) => row.to === to);
}

/**
 * Outcomes a case may be closed with from this stage.
 * A party who cannot be reached after signature must not undo the agreement in the counts: `follow_up_30` may close with
 * the outcome of the agreement.
 */
export function closingOutcomes(from: string): readonly DisputeOutcome[] {
  const named = transitionsBetween(from, 'closed').flatMap((row) => row.outcomes);
  const agreed: readonly DisputeOutcome[] = from === 'follow_up_30' ? ['full_agreement', 'partial_agreement'] : [];
  return [...new Set([...named, ...agreed])];
}

/** Reopening a closed case is for a supervisor. */
export function isReopening(from: string | null, to: string): boolean {
  return from === 'closed' && to !== 'closed';
}

function rowsFrom(from: string | null): readonly StageTransition[] {
  return STAGE_TRANSITIONS.filter((row) =>
    from === null ? row.from.length === 0 : row.from.some((stage) => stage === from),
  );
}

function isStage(stage: string | null): stage is DisputeStage {
  return STAGE_TRANSITIONS.some((row) => row.to === stage && stage !== 'held_from');
}
