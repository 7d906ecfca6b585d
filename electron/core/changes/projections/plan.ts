import { firstScores, reviewsIn } from '#core/changes/plan-scores.ts';
import { idIn, intIn, nullableTextIn, textIn, textsIn } from '#core/changes/record-values.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { noScore, scoreOf } from '#shared/domain/plan-score.ts';
import { dueDateOf } from '#shared/domain/plan-status.ts';
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
    reviewed: reviewsIn(values).at(-1)?.date ?? null,
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
  const reviews = reviewsIn(values);
  const firsts = firstScores(values);
  const columns = ['element', 'issue', 'rank', 'first', 'last', 'scorings', 'scored'];
  const rows = values.elements('problem').map(({ id: element, value }) => {
    const again = reviews.flatMap(({ date, scores }) =>
      scores.filter(({ problem }) => problem === element).map((score) => ({ date, score: scoreOf(score) })),
    );
    const first = scoreOf(firsts.get(element) ?? noScore);
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
      due: dueDateOf({ due: agreed, newDue: nullableTextIn(state, 'newDue') }),
      status: textIn(state, 'status') || 'not_started',
      done: nullableTextIn(state, 'doneOn'),
    };
  });
  putList(raw, { table: 'plan_action', of: 'plan', columns }, record, rows);
}
