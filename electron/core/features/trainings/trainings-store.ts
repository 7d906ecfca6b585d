import type { Kysely } from 'kysely';
import { hlcToMoment } from '#core/changes/hlc.ts';
import { bytesToUuid, uuidToBytes } from '#core/changes/ids.ts';
import type { Tables } from '#core/db/tables.ts';
import { matchesSearch, searchQuery } from '#core/features/records/page.ts';

type Wanted = {
  readonly search: string;
  readonly offset: number;
  readonly limit: number;
  readonly forumId: string | null;
  readonly edition: string | null;
  readonly followUpDueOn: string | null;
};

/** One page of the trainings this person may see, newest first. */
export async function listTrainings(db: Kysely<Tables>, wanted: Wanted) {
  const query = searchQuery(wanted.search);
  const { forumId, edition, followUpDueOn } = wanted;
  const found = db
    .selectFrom('record')
    .innerJoin('training', 'training.id', 'record.id')
    .where('record.at', '=', 'training')
    .$if(query !== null, (select) => select.where((eb) => matchesSearch(eb, query ?? '')))
    .$if(forumId !== null, (select) => select.where('training.forum', '=', uuidToBytes(forumId ?? '')))
    .$if(edition !== null, (select) => select.where('training.edition', '=', edition ?? ''))
    .$if(followUpDueOn !== null, (select) =>
      select.where('training.follow_up', '<=', followUpDueOn ?? '').where('record.voided', '=', 0),
    );
  const [rows, count] = await Promise.all([
    found
      .selectAll('training')
      .select(['record.owner', 'record.voided', 'record.conflict', 'record.updated'])
      .orderBy('record.sort', 'desc')
      .orderBy('record.id')
      .offset(wanted.offset)
      .limit(wanted.limit)
      .execute(),
    found.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow(),
  ]);
  return {
    total: count.n,
    rows: rows.map((row) => ({
      id: bytesToUuid(row.id),
      title: row.title,
      audience: row.audience,
      edition: row.edition,
      mode: row.mode,
      status: row.status,
      place: row.place,
      firstDay: row.first_day,
      lastDay: row.last_day,
      minutes: row.minutes,
      people: row.people,
      women: row.women,
      followUp: row.follow_up,
      owner: row.owner,
      voided: row.voided === 1,
      conflict: row.conflict === 1,
      updatedAt: hlcToMoment(row.updated),
    })),
  };
}
