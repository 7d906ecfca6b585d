import type { JsonObject } from '#core/changes/canonical.ts';
import { nullableTextIn, type RecordValues, textIn } from '#core/changes/record-values.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { termStart } from '#shared/domain/forum-term.ts';
import { isOfficeHolder } from '#shared/domain/office-holder.ts';
import { putRow } from './projected-rows.ts';
import type { Projected, Projection, Summary } from './projection.ts';

export const forumProjection: Projection = {
  tables: [{ table: 'forum', record: 'id' }],
  project,
};

function project(raw: SqliteDatabase, record: Projected): Summary {
  const { values } = record;
  const identity = values.one('identity');
  const founded = nullableTextIn(values.one('founding'), 'foundedOn');
  const members = values.elements('member').filter(({ value }) => isActive(value));
  const voting = members.filter(({ value }) => textIn(value, 'role') !== 'observer');
  const ofSex = (sex: string) => voting.filter(({ value }) => textIn(value, 'sex') === sex).length;
  const holders = members.filter(({ value }) => isOfficeHolder(textIn(value, 'role')));
  putRow(raw, 'forum', record, {
    name: textIn(identity, 'name'),
    place: textIn(identity, 'place'),
    status: textIn(values.one('status'), 'status'),
    founded,
    members: voting.length,
    women: ofSex('female'),
    men: ofSex('male'),
    leading_women: holders.filter(({ value }) => textIn(value, 'sex') === 'female').length,
    site: textIn(values.one('site'), 'site'),
    ...terms(values, members),
  });
  const names = values.elements('memberName').map(({ value }) => textIn(value, 'name'));
  return { title: textIn(identity, 'name'), number: '', sort: founded ?? '', found: names };
}

const isActive = (member: JsonObject | null): boolean => textIn(member, 'status') === 'active';

/** The earliest term that ends by the rule, told by its beginning, and the earliest end that was agreed. */
function terms(values: RecordValues, members: ReturnType<RecordValues['elements']>) {
  const from: string[] = [];
  const until: string[] = [];
  for (const { id, value } of members) {
    const term = values.one(`memberTerm:${id}`);
    const agreed = nullableTextIn(term, 'until');
    const start = termStart({
      role: textIn(value, 'role'),
      since: nullableTextIn(value, 'since'),
      termFrom: nullableTextIn(term, 'from'),
    });
    if (agreed !== null) until.push(agreed);
    else if (start !== null) from.push(start);
  }
  return { term_from: from.toSorted()[0] ?? null, term_until: until.toSorted()[0] ?? null };
}
