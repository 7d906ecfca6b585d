import { hlcToMoment } from '#core/changes/hlc.ts';
import { bytesToUuid } from '#core/changes/ids.ts';
import type { HandlersOf, HomeContext } from '#core/context.ts';
import { ok } from '#shared/lib/result.ts';
import { remindersOn } from './reminders.ts';

/** How many lines a first screen has room for. */
const shownLines = 8;

export const overviewHandlers: Pick<HandlersOf<'home'>, 'home.overview'> = {
  'home.overview': async (context, { today }) =>
    ok({
      recent: await recentRecords(context),
      reminders: await remindersOn(context, today),
      counts: await counts(context),
    }),
};

async function recentRecords({ db }: HomeContext) {
  const rows = await db
    .selectFrom('record')
    .leftJoin('meeting', 'meeting.id', 'record.id')
    .leftJoin('forum', 'forum.id', 'meeting.forum')
    .select(['record.id', 'record.at', 'record.title', 'record.number', 'record.updated', 'forum.name as forumName'])
    .where('record.at', 'in', ['forum', 'meeting', 'plan', 'issue', 'mapping', 'dispute', 'training', 'site', 'asset'])
    .where('record.stub', '=', 0)
    .orderBy('record.updated', 'desc')
    .limit(shownLines)
    .execute();
  return rows.map((row) => ({
    id: bytesToUuid(row.id),
    type: row.at,
    title: row.at === 'meeting' ? (row.forumName ?? '') : row.title,
    number: row.number,
    updatedAt: hlcToMoment(row.updated),
  }));
}

async function counts({ db }: HomeContext) {
  const rows = await db
    .selectFrom('record')
    .select(['at', (eb) => eb.fn.countAll<number>().as('n')])
    .where('voided', '=', 0)
    .where('stub', '=', 0)
    .groupBy('at')
    .execute();
  const of = (at: string): number => rows.find((row) => row.at === at)?.n ?? 0;
  return { forums: of('forum'), meetings: of('meeting'), disputes: of('dispute') };
}
