import type { HomeContext } from '#core/context.ts';
import { nullableTextIn, type RecordValues, textIn } from '#core/changes/record-values.ts';
import { isUuid } from '#core/changes/tokens.ts';
import { forumNameOf } from './forum-name.ts';

/** How the forum ended and began again, oldest first, with the names of the forums it went into. */
export async function turnsOf(context: HomeContext, values: RecordValues) {
  const turns = [];
  for (const { id, value } of values.elements('turn')) {
    const into = nullableTextIn(value, 'into');
    turns.push({
      id,
      kind: textIn(value, 'kind'),
      on: textIn(value, 'on'),
      reason: textIn(value, 'reason'),
      // What another office sent may be any text.
      into: isUuid(into) ? { id: into, name: (await forumNameOf(context.db, into)) ?? '' } : null,
    });
  }
  return turns.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1));
}
