import type { Kysely } from 'kysely';
import type { Tables } from '#core/db/tables.ts';
import { figuresOf, peopleIn } from '#core/features/mappings/mapping-figures.ts';
import { closedOn, holdsAnswers, sessionOf, sheetsOf } from '#core/features/mappings/mapping-groups.ts';
import type { SessionFact } from '#shared/domain/indicators/answers.ts';
import type { PlaceTags } from './place-tags.ts';
import { readRecords } from './read-values.ts';

/** Sessions of security mapping. Where the answers are kept elsewhere, the tally that their closing told. */
export async function readMappings(db: Kysely<Tables>, tagsOf: PlaceTags, below: number): Promise<SessionFact[]> {
  const groups = ['session', 'closing', 'tally', 'conduct', 'sheets'];
  const records = await readRecords(db, { at: 'mapping', groups });
  return [...records.values()].map(({ owner, values }) => {
    const { place, forumId, date, group } = sessionOf(values);
    const tags = { ...tagsOf({ place, owner, forum: forumId ?? '' }), mapping_group: group };
    const here = holdsAnswers(values);
    const told = here || closedOn(values) === null ? null : figuresOf(values, below);
    const people = told?.people.find(({ dimension }) => dimension === 'all')?.count ?? 'hidden';
    return {
      date,
      tags,
      people: here ? peopleIn(values) : null,
      sheets: here ? sheetsOf(values) : null,
      tally: told && { people, answers: told.answers },
    };
  });
}
