import { idIn, intIn, type RecordValues, rowsIn, textIn } from '#core/changes/record-values.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { isCalendarDate } from '#shared/text/calendar.ts';
import { followUpDue, isAwareness, spanOf, totalMinutes } from '#shared/domain/training.ts';
import { putRow } from './projected-rows.ts';
import type { Projected, Projection, Summary } from './projection.ts';

export const trainingProjection: Projection = {
  tables: [{ table: 'training', record: 'id' }],
  project,
};

function project(raw: SqliteDatabase, record: Projected): Summary {
  const { values } = record;
  const course = values.one('course');
  const title = textIn(course, 'title');
  const mode = textIn(course, 'mode');
  const venue = values.one('venue');
  const status = textIn(values.one('status'), 'status');
  const days = values
    .elements('day')
    .map(({ id, value }) => ({ id, date: textIn(value, 'date'), minutes: intIn(value, 'minutes') }));
  // What another office sent may be any text.
  const span = spanOf(days.filter(({ date }) => isCalendarDate(date)));
  const asked = values.elements('followUp').length > 0;
  putRow(raw, 'training', record, {
    title,
    audience: textIn(course, 'audience'),
    edition: textIn(course, 'edition'),
    mode,
    status,
    place: textIn(venue, 'place'),
    forum: idIn(venue, 'forum'),
    first_day: span?.first ?? null,
    last_day: span?.last ?? null,
    minutes: totalMinutes(days),
    ...peopleIn(values, mode),
    follow_up: asked ? null : followUpDue({ status, mode, last: span?.last ?? null }),
  });
  const names = [
    ...values.elements('participantName'),
    ...values.elements('trainerName'),
    ...values.elements('trainerNamed'),
  ];
  const numbers = values.elements('certificate').map(({ value }) => textIn(value, 'number'));
  const found = [...names.map(({ value }) => textIn(value, 'name')), ...numbers];
  return { title, number: '', sort: span?.first ?? '', found };
}

/** Rows of people, and of an awareness session those it counted without a row. */
function peopleIn(values: RecordValues, mode: string): { readonly people: number; readonly women: number } {
  const rows = values.elements('participant').map(({ value }) => ({ sex: textIn(value, 'sex'), count: 1 }));
  const counted = isAwareness(mode)
    ? rowsIn(values.one('reached'), 'counts').map((row) => ({ sex: textIn(row, 'sex'), count: intIn(row, 'count') }))
    : [];
  const all = [...rows, ...counted];
  const sum = (some: typeof all): number => some.reduce((total, { count }) => total + count, 0);
  return { people: sum(all), women: sum(all.filter(({ sex }) => sex === 'female')) };
}
