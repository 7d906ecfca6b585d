import type { HomeContext } from '#core/context.ts';
import { uuidToBytes } from '#core/changes/ids.ts';
import { nullableTextIn, type RecordValues, textIn } from '#core/changes/record-values.ts';
import { isUuid } from '#core/changes/tokens.ts';

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
      into: into !== null && isUuid(into) ? { id: into, name: await forumName(context, into) } : null,
    });
  }
  return turns.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1));
}

async function forumName({ db }: HomeContext, id: string): Promise<string> {
  const row = await db.selectFrom('forum').select('name').where('id', '=', uuidToBytes(id)).executeTakeFirst();
  return row?.name ?? '';
}
