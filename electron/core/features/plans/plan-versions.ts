/** @file Versions of a plan: its contents as they stood, kept apart from what they became. */
import type { JsonObject, JsonValue } from '#core/changes/canonical.ts';
import {
  intIn,
  nullableTextIn,
  type RecordValues,
  rowsIn,
  textIn,
  textsIn,
  toRecordValues,
  type ValRow,
} from '#core/changes/record-values.ts';
import type { GroupChange } from '#core/changes/write.ts';
import type { PlanActionView, PlanContents, PlanVersionView, ProblemView } from '#shared/contract/plans.ts';
import { toldIn, withheldTexts } from './plan-groups.ts';

type VersionCause = 'endorsed' | 'revised' | 'reviewed';

/** The groups of the next version. `isSensitive`: whether the texts of a problem under this issue code stay at the office. */
export function versionGroups(
  id: string,
  version: { readonly number: number; readonly date: string; readonly cause: VersionCause; readonly reason: string },
  contents: PlanContents,
  isSensitive: (issue: string) => boolean,
): GroupChange[] {
  const { problems, ...rest } = contents;
  const secret = problems.filter(({ issue }) => isSensitive(issue));
  const open = problems.map((problem) => (isSensitive(problem.issue) ? { ...problem, ...withheldTexts } : problem));
  const groups: GroupChange[] = [
    { group: `version:${id}`, value: { ...version, contents: [toJson({ ...rest, problems: open })] } },
  ];
  if (secret.length === 0) return groups;
  const told = secret.map(({ id: problem, place, statement, immediateCauses, deeperCauses, effects }) =>
    toJson({ problem, place, statement, immediateCauses, deeperCauses, effects }),
  );
  return [...groups, { group: `versionSecret:${id}`, value: { problems: told } }];
}

/** The values as they will be once these groups are written: what a version made by the same act keeps. */
export function contentsAfter(values: RecordValues, groups: readonly GroupChange[]): RecordValues {
  const rows = new Map<string, ValRow>();
  for (const [grp, { state, value, conflict }] of values.all) {
    rows.set(grp, { grp, at: values.at, state, v: null, value, heads: conflict ? 2 : 1 });
  }
  for (const { group: grp, value } of groups) {
    rows.set(grp, { grp, at: values.at, state: value === null ? 'removed' : 'value', v: null, value, heads: 1 });
  }
  return toRecordValues([...rows.values()].toSorted((a, b) => (a.grp < b.grp ? -1 : 1)));
}

export const nextVersionNumber = (values: RecordValues): number =>
  Math.max(0, ...values.elements('version').map(({ value }) => intIn(value, 'number'))) + 1;

/** Oldest first. Two offices that wrote a version at the same time gave both the same number. */
export const versionsIn = (values: RecordValues): PlanVersionView[] =>
  values
    .elements('version')
    .map(({ id, value }) => ({
      id,
      number: intIn(value, 'number'),
      date: textIn(value, 'date'),
      cause: textIn(value, 'cause'),
      reason: textIn(value, 'reason'),
    }))
    .toSorted((a, b) => a.number - b.number);

/** Null when there is no such version. */
export function contentsOfVersion(values: RecordValues, id: string): PlanContents | null {
  const [contents] = rowsIn(values.one(`version:${id}`), 'contents');
  if (!contents) return null;
  const told = new Map(
    rowsIn(values.one(`versionSecret:${id}`), 'problems').map((row) => [textIn(row, 'problem'), toldIn(row)]),
  );
  return {
    title: textIn(contents, 'title'),
    startsOn: textIn(contents, 'startsOn'),
    endsOn: textIn(contents, 'endsOn'),
    rankReason: textIn(contents, 'rankReason'),
    problems: rowsIn(contents, 'problems').map((row) => ({ ...problemIn(row), ...told.get(textIn(row, 'id')) })),
    actions: rowsIn(contents, 'actions').map(actionIn),
  };
}

const problemIn = (row: JsonObject): ProblemView => ({
  id: textIn(row, 'id'),
  issue: textIn(row, 'issue'),
  timeOfDay: nullableTextIn(row, 'timeOfDay'),
  harmed: [...textsIn(row, 'harmed')],
  issues: [...textsIn(row, 'issues')],
  place: nullableTextIn(row, 'place'),
  statement: nullableTextIn(row, 'statement'),
  immediateCauses: nullableTextIn(row, 'immediateCauses'),
  deeperCauses: nullableTextIn(row, 'deeperCauses'),
  effects: nullableTextIn(row, 'effects'),
  likelihood: intIn(row, 'likelihood'),
  impact: intIn(row, 'impact'),
  vulnerable: row.vulnerable === true,
});

function actionIn(row: JsonObject): PlanActionView {
  const cost = objectIn(row.cost);
  return {
    id: textIn(row, 'id'),
    problem: textIn(row, 'problem'),
    type: textIn(row, 'type'),
    what: textIn(row, 'what'),
    responsible: textIn(row, 'responsible'),
    partnerIds: [...textsIn(row, 'partnerIds')],
    partners: textIn(row, 'partners'),
    cost: cost === null ? null : { amount: intIn(cost, 'amount'), currency: textIn(cost, 'currency') },
    startsOn: nullableTextIn(row, 'startsOn'),
    due: textIn(row, 'due'),
    indicator: textIn(row, 'indicator'),
    doNoHarm: textIn(row, 'doNoHarm'),
    status: textIn(row, 'status'),
    doneOn: nullableTextIn(row, 'doneOn'),
    newDue: nullableTextIn(row, 'newDue'),
    note: textIn(row, 'note'),
  };
}

const objectIn = (value: JsonValue | undefined): JsonObject | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;

/** What the contract describes is plain JSON. */
const toJson = (value: object): JsonObject => value as JsonObject;
