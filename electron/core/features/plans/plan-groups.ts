/** @file A plan as its form has it, and as register groups. */
import type { JsonObject } from '#core/changes/canonical.ts';
import { currentScores, firstScores } from '#core/changes/plan-scores.ts';
import { intIn, nullableTextIn, type RecordValues, rowsIn, textIn, textsIn } from '#core/changes/record-values.ts';
import type { PlanFields } from '#shared/contract/plan-fields.ts';
import type { PlanActionView, PlanContents, ProblemView } from '#shared/contract/plans.ts';
import { noScore } from '#shared/domain/plan-score.ts';
import { byDate } from '#shared/text/calendar.ts';

export const planSets = ['consultation', 'problem', 'score', 'problemText', 'problemSecret', 'action', 'actionState'];

const figureNames = ['population', 'families', 'displacedFamilies', 'returneeFamilies'] as const;

/** `isSensitive`: whether the texts of a problem under this issue code stay at the office. */
export function planToGroups(
  fields: PlanFields,
  isSensitive: (issue: string) => boolean,
): Map<string, JsonObject | null> {
  const { title, startsOn, endsOn, draftedOn, profile } = fields;
  const { area, communities, services, history, source } = profile;
  const groups = new Map<string, JsonObject | null>([
    ['identity', { title, startsOn, endsOn, draftedOn }],
    ['figures', { known: figureNames.flatMap((figure) => knownFigure(figure, profile[figure])) }],
    ['profile', { area, communities, services, history, source }],
    ['ranking', { order: fields.problems.map(({ id }) => id), reason: fields.rankReason }],
  ]);
  for (const { id, kind } of fields.consultations) groups.set(`consultation:${id}`, { kind });
  for (const problem of fields.problems) putProblem(groups, problem, isSensitive(problem.issue));
  for (const action of fields.actions) {
    const { id, cost, ...plain } = action;
    groups.set(`action:${id}`, { ...plain, cost: cost?.amount ?? 0, currency: cost?.currency ?? null });
    groups.set(`actionState:${id}`, null);
  }
  return groups;
}

const knownFigure = (figure: string, count: number | null): JsonObject[] => (count === null ? [] : [{ figure, count }]);

function putProblem(
  groups: Map<string, JsonObject | null>,
  problem: PlanFields['problems'][number],
  isSensitive: boolean,
): void {
  const { id, issue, timeOfDay, harmed, issues, likelihood, impact, vulnerable } = problem;
  groups.set(`problem:${id}`, { issue, timeOfDay, harmed, issues });
  groups.set(`score:${id}`, { likelihood, impact, vulnerable });
  groups.set(`${isSensitive ? 'problemSecret' : 'problemText'}:${id}`, toldBy(problem));
}

/** Null where a text is withheld: what the form could not show stays as it is. */
function toldBy({ place, statement, immediateCauses, deeperCauses, effects }: Told): JsonObject | null {
  if (place === null || statement === null) return null;
  if (immediateCauses === null || deeperCauses === null || effects === null) return null;
  return { place, statement, immediateCauses, deeperCauses, effects };
}

/** The contents of a plan as they stand, each problem with its score of the last review. */
export function groupsToContents(values: RecordValues): PlanContents {
  const identity = values.one('identity');
  const ranking = values.one('ranking');
  const scores = currentScores(values);
  const problems = values.elements('problem').map(({ id, value }) => ({
    id,
    ...problemOf(value),
    ...toldOf(values, id),
    ...(scores.get(id) ?? noScore),
  }));
  return {
    title: textIn(identity, 'title'),
    startsOn: textIn(identity, 'startsOn'),
    endsOn: textIn(identity, 'endsOn'),
    problems: inRank(problems, textsIn(ranking, 'order')),
    rankReason: textIn(ranking, 'reason'),
    actions: values
      .elements('action')
      .map(({ id, value }) => ({ id, ...actionOf(value), ...stateOf(values.one(`actionState:${id}`)) }))
      .toSorted((a, b) => (a.due === b.due ? 0 : a.due < b.due ? -1 : 1)),
  };
}

export function groupsToPlan(values: RecordValues) {
  const place = values.one('place');
  const status = values.one('status');
  const known = rowsIn(values.one('figures'), 'known');
  const figure = (name: (typeof figureNames)[number]): number | null => {
    const row = known.find((one) => textIn(one, 'figure') === name);
    return row ? intIn(row, 'count') : null;
  };
  const profile = values.one('profile');
  return {
    forumId: textIn(place, 'forum'),
    number: intIn(place, 'number'),
    year: intIn(place, 'year'),
    status: textIn(status, 'status'),
    since: textIn(status, 'since'),
    ...groupsToContents(values),
    draftedOn: textIn(values.one('identity'), 'draftedOn'),
    profile: {
      population: figure('population'),
      families: figure('families'),
      displacedFamilies: figure('displacedFamilies'),
      returneeFamilies: figure('returneeFamilies'),
      area: textIn(profile, 'area'),
      communities: textIn(profile, 'communities'),
      services: textIn(profile, 'services'),
      history: textIn(profile, 'history'),
      source: textIn(profile, 'source'),
    },
    firstScores: [...firstScores(values)].map(([problem, score]) => ({ problem, ...score })),
    moves: values
      .elements('move')
      .map(({ id, value }) => ({
        id,
        to: textIn(value, 'to'),
        date: textIn(value, 'date'),
        reason: textIn(value, 'reason'),
      }))
      .toSorted(byDate),
  };
}

/** A problem that two people added at the same time may stand in no order: it comes last. */
function inRank<T extends { readonly id: string }>(problems: readonly T[], order: readonly string[]): T[] {
  const rank = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return problems.toSorted((a, b) => rank(a.id) - rank(b.id));
}

const problemOf = (value: JsonObject | null) => ({
  issue: textIn(value, 'issue'),
  timeOfDay: nullableTextIn(value, 'timeOfDay'),
  harmed: [...textsIn(value, 'harmed')],
  issues: [...textsIn(value, 'issues')],
});

/** Texts of a problem that stay at the office where its issue is sensitive. */
type Told = Pick<ProblemView, 'place' | 'statement' | 'immediateCauses' | 'deeperCauses' | 'effects'>;

export const withheldTexts: Told = {
  place: null,
  statement: null,
  immediateCauses: null,
  deeperCauses: null,
  effects: null,
};

function toldOf(values: RecordValues, id: string): Told {
  if (values.isWithheld(`problemSecret:${id}`)) return withheldTexts;
  return toldIn(values.one(`problemSecret:${id}`) ?? values.one(`problemText:${id}`));
}

export const toldIn = (value: JsonObject | null | undefined): Told => ({
  place: textIn(value, 'place'),
  statement: textIn(value, 'statement'),
  immediateCauses: textIn(value, 'immediateCauses'),
  deeperCauses: textIn(value, 'deeperCauses'),
  effects: textIn(value, 'effects'),
});

function actionOf(value: JsonObject | null) {
  const currency = nullableTextIn(value, 'currency');
  return {
    problem: textIn(value, 'problem'),
    type: textIn(value, 'type'),
    what: textIn(value, 'what'),
    responsible: textIn(value, 'responsible'),
    partnerIds: [...textsIn(value, 'partnerIds')],
    partners: textIn(value, 'partners'),
    cost: currency === null ? null : { amount: intIn(value, 'cost'), currency },
    startsOn: nullableTextIn(value, 'startsOn'),
    due: textIn(value, 'due'),
    indicator: textIn(value, 'indicator'),
    doNoHarm: textIn(value, 'doNoHarm'),
  };
}

/** An action whose progress nobody has told has not begun. */
const stateOf = (value: JsonObject | null): Pick<PlanActionView, 'status' | 'doneOn' | 'newDue' | 'note'> => ({
  status: textIn(value, 'status') || 'not_started',
  doneOn: nullableTextIn(value, 'doneOn'),
  newDue: nullableTextIn(value, 'newDue'),
  note: textIn(value, 'note'),
});
