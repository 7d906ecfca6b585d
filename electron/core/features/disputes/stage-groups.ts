import type { HomeContext } from '#core/context.ts';
import type { GroupChange } from '#core/changes/write.ts';
import { heldFromAfter } from '#shared/domain/dispute-stage.ts';

export type StageMove = {
  /** Empty for a new case. */
  readonly from: string;
  readonly to: string;
  /** The day people say it happened. */
  readonly date: string;
  readonly outcome?: string | null;
  readonly holdReason?: string | null;
  readonly review?: string | null;
  readonly reason?: string;
  /** Codes of the facts that a supervisor went past. */
  readonly overridden?: readonly string[];
};

/** The stage as it is after a move, and the move itself, which is never written over: durations are counted from it. */
export function stageGroups(context: HomeContext, move: StageMove): GroupChange[] {
  const { from, to, date, outcome = null, holdReason = null, review = null, reason = '', overridden = [] } = move;
  const id = context.services.ports.newId();
  const held = to === 'on_hold' ? { holdReason, review } : { holdReason: null, review: null };
  const ended = to === 'closed' ? outcome : null;
  const stage = { stage: to, since: date, heldFrom: heldFromAfter(from, to), outcome: ended, ...held };
  const note: GroupChange[] = reason === '' ? [] : [{ group: `moveNote:${id}`, value: { reason } }];
  return [
    { group: 'stage', value: stage },
    { group: `move:${id}`, value: { from, to, date, outcome: ended, ...held, overridden: [...overridden] } },
    ...note,
  ];
}
