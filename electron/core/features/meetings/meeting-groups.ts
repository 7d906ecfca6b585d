/** @file A meeting as a form has it, and as register groups. */
import type { JsonObject } from '#core/changes/canonical.ts';
import { intIn, nullableTextIn, type RecordValues, rowsIn, textIn, textsIn } from '#core/changes/record-values.ts';
import { stateOfAction } from '#core/changes/action-progress.ts';
import { isBlank } from '#core/features/records/group-changes.ts';
import type { MeetingFields } from '#shared/contract/meetings.ts';
import { attendedIn, rollIn } from '#core/changes/minutes.ts';
import { decisionAsTaken, meetingStatus, quorumOf, type Roll } from '#shared/domain/meeting-rules.ts';
import { rollToValue } from './roll.ts';

export const meetingSets = [
  'agenda',
  'attendance',
  'substitute',
  'substituteName',
  'review',
  'issue',
  'issueText',
  'issueSecret',
  'heard',
  'decision',
  'vote',
  'action',
] as const;

type Setting = {
  /** Whether statements under this issue code stay at the office. */
  readonly isSensitive: (issue: string) => boolean;
  readonly roll: Roll;
  /** Id of the entry by which the record of an action tells its review. */
  readonly progressOf: (action: string) => string;
  /** The meeting as it is. */
  readonly before?: RecordValues;
};

type Groups = Map<string, JsonObject | null>;

export function meetingToGroups(fields: MeetingFields, setting: Setting): Groups {
  const { type, status, date, venue } = fields;
  const groups: Groups = new Map<string, JsonObject | null>([
    ['session', { type, status, date, venue }],
    ['guests', { counts: fields.guests.map(({ sex, ageBand, count }) => ({ sex, ageBand, count })) }],
  ]);
  for (const [group, value] of Object.entries(sparseGroups(fields))) {
    // What was never said is not written; what was said can be taken back.
    if (!isBlank(value) || setting.before?.one(group)) groups.set(group, value);
  }
  for (const { id, order, title } of fields.agenda) groups.set(`agenda:${id}`, { order, title });
  putAttendance(groups, fields, setting);
  putIssues(groups, fields, setting);
  for (const { id, type: decided, agendaItem, text, votes } of fields.decisions) {
    groups.set(`decision:${id}`, { type: decided, agendaItem, text });
    if (votes) groups.set(`vote:${id}`, { ...votes });
  }
  for (const action of fields.actions) groups.set(`action:${action.id}`, actionValue(action));
  return groups;
}

function sparseGroups(fields: MeetingFields): Readonly<Record<string, JsonObject>> {
  const { startTime = null, endTime = null, chair = null, statusReason = '', mixedReason = '', next } = fields;
  return {
    hours: { start: startTime, end: endTime },
    chair: { member: chair },
    reasons: { status: statusReason, mixed: mixedReason },
    next: { date: next?.date ?? null, venue: next?.venue ?? '' },
  };
}

function putAttendance(groups: Groups, fields: MeetingFields, { roll, progressOf }: Setting): void {
  if (fields.attendance.length > 0) groups.set('roll', rollToValue(roll));
  for (const { member, status, substitute } of fields.attendance) {
    groups.set(`attendance:${member}`, { status });
    if (status !== 'substitute' || !substitute) continue;
    const { sex, ageBand, name } = substitute;
    groups.set(`substitute:${member}`, { sex, ageBand });
    // A form without the name was made where the name is not known: it stays as it is.
    if (name !== '') groups.set(`substituteName:${member}`, name === null ? null : { name });
  }
  for (const { action, meeting, status, note } of fields.reviews ?? []) {
    groups.set(`review:${action}`, { meeting, status, note, progress: progressOf(action) });
  }
}

function putIssues(groups: Groups, { issues }: MeetingFields, { isSensitive }: Setting): void {
  for (const { id, issue, agendaItem, record = null, statement, ...heard } of issues) {
    groups.set(`issue:${id}`, { issue, agendaItem, record });
    const text = isSensitive(issue) ? 'issueSecret' : 'issueText';
    groups.set(`${text}:${id}`, statement === null ? null : { statement });
    const { where = '', timeOfDay = null, groups: affected = [], repeated = false, raisedBySex = null } = heard;
    // Who spoke of violence in a family is nobody's business.
    const member = isSensitive(issue) ? null : (heard.raisedBy ?? null);
    const value = { where, timeOfDay, groups: affected, repeated, sex: raisedBySex, member };
    const isSaid = where !== '' || affected.length > 0 || repeated || timeOfDay !== null || (raisedBySex ?? member);
    if (isSaid) groups.set(`heard:${id}`, value);
  }
}

function actionValue({ what, responsible, due, status, ...more }: MeetingFields['actions'][number]): JsonObject {
  const { resources = '', issue = null, plan = null, problem = null, planAction = null } = more;
  return { what, responsible, due, status, resources, issue, plan, problem, planAction };
}

/** What the minutes say, but for the names of people and of other records. */
export function groupsToMeeting(values: RecordValues, approved: boolean) {
  const place = values.one('place');
  const session = values.one('session');
  const type = textIn(session, 'type');
  const statusEntered = textIn(session, 'status');
  const roll = rollIn(values);
  const quorum = quorumOf(type, roll, attendedIn(values));
  const reasons = values.one('reasons');
  return {
    forumId: textIn(place, 'forum'),
    number: intIn(place, 'number'),
    year: intIn(place, 'year'),
    type,
    status: meetingStatus(statusEntered, quorum, approved),
    statusEntered,
    date: textIn(session, 'date'),
    venue: textIn(session, 'venue'),
    startTime: nullableTextIn(values.one('hours'), 'start'),
    endTime: nullableTextIn(values.one('hours'), 'end'),
    statusReason: textIn(reasons, 'status'),
    mixedReason: textIn(reasons, 'mixed'),
    quorum: quorum && { ratio: roll?.ratio ?? 0, ...quorum },
    agenda: values
      .elements('agenda')
      .map(({ id, value }) => ({ id, order: intIn(value, 'order'), title: textIn(value, 'title') }))
      .toSorted((a, b) => a.order - b.order),
    guests: rowsIn(values.one('guests'), 'counts').map((row) => ({
      sex: textIn(row, 'sex'),
      ageBand: textIn(row, 'ageBand'),
      count: intIn(row, 'count'),
    })),
    issues: issuesIn(values),
    decisions: values.elements('decision').map(({ id, value }) => ({
      id,
      type: textIn(value, 'type'),
      takenAs: decisionAsTaken(textIn(value, 'type'), quorum),
      agendaItem: nullableTextIn(value, 'agendaItem'),
      text: textIn(value, 'text'),
      votes: votesIn(values, id),
    })),
    actions: values.elements('action').map(({ id, value }) => ({
      id,
      what: textIn(value, 'what'),
      responsible: textIn(value, 'responsible'),
      due: textIn(value, 'due'),
      status: textIn(value, 'status'),
      resources: textIn(value, 'resources'),
      issue: nullableTextIn(value, 'issue'),
      plan: nullableTextIn(value, 'plan'),
      problem: nullableTextIn(value, 'problem'),
      planAction: nullableTextIn(value, 'planAction'),
      now: stateOfAction(values, id, textIn(value, 'status')),
    })),
    next: nextIn(values),
  };
}

function issuesIn(values: RecordValues) {
  return values.elements('issue').map(({ id, value }) => {
    const heard = values.one(`heard:${id}`);
    return {
      id,
      issue: textIn(value, 'issue'),
      agendaItem: nullableTextIn(value, 'agendaItem'),
      record: nullableTextIn(value, 'record'),
      statement: statementOf(values, id),
      where: textIn(heard, 'where'),
      timeOfDay: nullableTextIn(heard, 'timeOfDay'),
      groups: [...textsIn(heard, 'groups')],
      repeated: heard?.repeated === true,
      raisedBySex: nullableTextIn(heard, 'sex'),
      raisedBy: nullableTextIn(heard, 'member'),
    };
  });
}

function votesIn(values: RecordValues, decision: string) {
  const votes = values.one(`vote:${decision}`);
  return (
    votes && {
      inFavour: intIn(votes, 'inFavour'),
      against: intIn(votes, 'against'),
      abstained: intIn(votes, 'abstained'),
    }
  );
}

/** What a meeting said about the next one; null where it said nothing. */
export function nextIn(values: RecordValues): { readonly date: string | null; readonly venue: string } | null {
  const next = values.one('next');
  const date = nullableTextIn(next, 'date');
  const venue = textIn(next, 'venue');
  return date === null && venue === '' ? null : { date, venue };
}

/** Null where the statement is kept at the office. */
function statementOf(values: RecordValues, id: string): string | null {
  if (values.isWithheld(`issueSecret:${id}`)) return null;
  return textIn(values.one(`issueSecret:${id}`) ?? values.one(`issueText:${id}`), 'statement');
}
