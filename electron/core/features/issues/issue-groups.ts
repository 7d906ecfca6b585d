/** @file An issue as a form has it, and as register groups. */
import type { JsonObject } from '#core/changes/canonical.ts';
import { type IssueTexts, issueTextPairs, issueWords, saysSomething } from '#core/changes/issue-words.ts';
import { nullableTextIn, type RecordValues, textIn, textsIn } from '#core/changes/record-values.ts';
import { isBlank, type WantedGroups } from '#core/features/records/group-changes.ts';
import type { IssueFields } from '#shared/contract/issues.ts';

/** `isSensitive`: its texts stay at the office. `before`: the issue as it is; null for a new one. */
export function issueToGroups(
  fields: IssueFields,
  { forum, isSensitive, before }: { forum: string; isSensitive: boolean; before: RecordValues | null },
): WantedGroups {
  const { issue, time, affected, place, status, statusOn, step, raisedOn, raisedBy } = fields;
  return new Map<string, JsonObject | null>([
    ['origin', { forum, raisedOn, raisedBy }],
    ['pattern', { issue, time, affected }],
    ['place', { place }],
    ['status', { status, on: statusOn, step }],
    ...linkGroups(fields, before),
    ...textGroups('told', toldIn(fields), isSensitive, before),
    ...textGroups('handling', handlingIn(fields), isSensitive, before),
  ]);
}

/** Most issues have none: what is empty is written only where something stood. */
function linkGroups(fields: IssueFields, before: RecordValues | null): [string, JsonObject][] {
  const groups: [string, JsonObject][] = [
    ['referral', { to: fields.referralTo, on: fields.referredOn }],
    ['plan', { plan: fields.plan, problem: fields.problem }],
    ['dispute', { number: fields.dispute }],
  ];
  return groups.filter(([group, value]) => !isBlank(value) || before?.one(group));
}

/** Null where the form could not show them. */
const toldIn = ({ other, spot, statement }: IssueFields): JsonObject | null =>
  other === null || spot === null || statement === null ? null : { other, spot, statement };

const handlingIn = ({ reason, referral }: IssueFields): JsonObject | null =>
  reason === null || referral === null ? null : { reason, referral };

/** When the code becomes sensitive, or is so no more, the texts move and their old place is emptied. */
function textGroups(
  texts: IssueTexts,
  value: JsonObject | null,
  isSensitive: boolean,
  before: RecordValues | null,
): [string, JsonObject][] {
  if (value === null) return [];
  const secret = issueTextPairs[texts];
  const [to, from] = isSensitive ? [secret, texts] : [texts, secret];
  const groups: [string, JsonObject][] = [];
  if (saysSomething(value, texts) || before?.one(to)) groups.push([to, value]);
  const left = before?.one(from) ?? null;
  if (saysSomething(left, texts)) groups.push([from, emptied(value)]);
  return groups;
}

const emptied = (value: JsonObject): JsonObject => Object.fromEntries(Object.keys(value).map((field) => [field, '']));

export function groupsToIssue(values: RecordValues) {
  const origin = values.one('origin');
  const pattern = values.one('pattern');
  const status = values.one('status');
  const referral = values.one('referral');
  const plan = values.one('plan');
  const told = issueWords(values, 'told');
  const handling = issueWords(values, 'handling');
  return {
    issue: textIn(pattern, 'issue'),
    time: textIn(pattern, 'time'),
    affected: [...textsIn(pattern, 'affected')],
    raisedOn: textIn(origin, 'raisedOn'),
    raisedBy: nullableTextIn(origin, 'raisedBy'),
    place: textIn(values.one('place'), 'place'),
    other: told && textIn(told, 'other'),
    spot: told && textIn(told, 'spot'),
    statement: told && textIn(told, 'statement'),
    status: textIn(status, 'status'),
    statusOn: nullableTextIn(status, 'on'),
    step: nullableTextIn(status, 'step'),
    reason: handling && textIn(handling, 'reason'),
    referral: handling && textIn(handling, 'referral'),
    referralTo: nullableTextIn(referral, 'to'),
    referredOn: nullableTextIn(referral, 'on'),
    plan: nullableTextIn(plan, 'plan'),
    problem: nullableTextIn(plan, 'problem'),
    dispute: textIn(values.one('dispute'), 'number'),
  };
}
