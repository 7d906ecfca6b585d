import { PROMISE_STATES, type PromiseState } from '#shared/domain/action-rules.ts';

export type Counts = { readonly made: number } & Readonly<Record<PromiseState, number>>;

/** Kept on its day, per mille of what was not dropped; null where nothing was. Promises not due yet wait outside. */
export function shareOnTime(counts: Counts): number | null {
  const judged = counts.made - counts.dropped - counts.open;
  return judged <= 0 ? null : Math.round((counts.kept * 1000) / judged);
}

/** In the order in which they are shown. */
export const shownStates: readonly PromiseState[] = PROMISE_STATES;
