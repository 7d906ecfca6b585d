/** @file The days on which a forum was founded, ended and revived follow one another. */

/** Nothing of this kind can have happened before this day; null where no day is known. */
export const lastTurnDay = (forum: {
  readonly foundedOn: string | null;
  readonly turns: readonly { readonly on: string }[];
}): string | null => [forum.foundedOn ?? '', ...forum.turns.map(({ on }) => on)].toSorted().at(-1) || null;
