import {
  idIn,
  intIn,
  nullableTextIn,
  type RecordValues,
  rowsIn,
  textIn,
  textsIn,
} from '#core/changes/record-values.ts';
import type { JsonObject } from '#core/changes/canonical.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { scoreOf } from '#shared/domain/plan-score.ts';
import { putList, putRow } from './projected-rows.ts';
import type { Projected, Projection, Summary } from './projection.ts';

export const planProjection: Projection = {
  tables: [
    { table: 'plan', record: 'id' },
    { table: 'plan_session', record: 'plan' },
    { table: 'plan_problem', record: 'plan' },
    { table: 'plan_action', record: 'plan' },
  ],
  project,
};

function project(raw: SqliteDatabase, record: Projected): Summary {
  const { values } = record;
  const place = values.one('place');
  const identity = values.one('identity');
  const year = intIn(place, 'year');
  const number = intIn(place, 'number');
  const starts = textIn(identity, 'startsOn');
  const title = textIn(identity, 'title');
  putRow(raw, 'plan', record, {
    forum: idIn(place, 'forum') ?? new Uint8Array(0),
    year,
    number,
    title,
    status: textIn(values.one('status'), 'status'),
    starts,
    ends: textIn(identity, 'endsOn'),
    endorsed: nullableTextIn(values.one('endorsement'), 'date'),
    reviewed: reviewsOf(values).at(-1)?.date ?? null,
  });
  putList(
    raw,
    { table: 'plan_session', of: 'plan', columns: ['session', 'kind'] },
    record,
    values.elements('consultation').map(({ id, value }) => ({ session: id, kind: textIn(value, 'kind') })),
  );
  putProblems(raw, record);
  putActions(raw, record);
  return { title, number: `${year}/${number}`, sort: starts, found: [] };
}

function putProblems(raw: SqliteDatabase, record: Projected): void {
  const { values } = record;
  const order = textsIn(values.one('ranking'), 'order');
  const drafted = textIn(values.one('identity'), 'draftedOn');
  const reviews = reviewsOf(values);
  const columns = ['element', 'issue', 'rank', 'first', 'last', 'scorings', 'scored'];
  const rows = values.elements('problem').map(({ id: element, value }) => {
    const again = reviews.flatMap(({ date, scores }) =>
      scores.filter((row) => textIn(row, 'problem') === element).map((row) => ({ date, score: scoreIn(row) })),
    );
    const first = scoreIn(values.one(`score:${element}`));
    const last = again.at(-1);
    return {
      element,
      issue: textIn(value, 'issue'),
      rank: order.includes(element) ? order.indexOf(element) + 1 : order.length + 1,
      first,
      last: last?.score ?? first,
      scorings: 1 + again.length,
      scored: last?.date ?? drafted,
    };
  });
  putList(raw, { table: 'plan_problem', of: 'plan', columns }, record, rows);
}

function putActions(raw: SqliteDatabase, record: Projected): void {
  const columns = ['element', 'problem', 'type', 'responsible', 'what', 'agreed', 'due', 'status', 'done'];
  const rows = record.values.elements('action').map(({ id: element, value }) => {
    const state = record.values.one(`actionState:${element}`);
    const agreed = textIn(value, 'due');
    return {
      element,
      problem: textIn(value, 'problem'),
      type: textIn(value, 'type'),
      responsible: textIn(value, 'responsible'),
      what: textIn(value, 'what'),
      agreed,
      due: nullableTextIn(state, 'newDue') ?? agreed,
      status: textIn(state, 'status') || 'not_started',
      done: nullableTextIn(state, 'doneOn'),
    };
  });
  putList(raw, { table: 'plan_action', of: 'plan', columns }, record, rows);
}

/** Oldest first. */
const reviewsOf = (values: RecordValues) =>
  values
    .elements('review')
    .map(({ value }) => ({ date: textIn(value, 'date'), scores: rowsIn(value, 'scores') }))
    .toSorted((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1));

const scoreIn = (value: JsonObject | null): number =>
  scoreOf({
    likelihood: intIn(value, 'likelihood'),
    impact: intIn(value, 'impact'),
    vulnerable: value?.vulnerable === true,
  });
