/** @file A meeting as a form has it, and as register groups. */
import type { JsonObject } from '#core/changes/canonical.ts';
import { intIn, nullableTextIn, type RecordValues, rowsIn, textIn } from '#core/changes/record-values.ts';
import { stateOfAction } from '#core/changes/action-progress.ts';
import type { MeetingFields } from '#shared/contract/meetings.ts';

export const meetingSets = ['agenda', 'attendance', 'issue', 'issueText', 'issueSecret', 'decision', 'action'] as const;

/** `isSensitive`: whether statements under this issue code stay at the office. */
export function meetingToGroups(
  fields: MeetingFields,
  isSensitive: (issue: string) => boolean,
): Map<string, JsonObject | null> {
  const { type, status, date, venue } = fields;
  const groups = new Map<string, JsonObject | null>([
    ['session', { type, status, date, venue }],
    ['guests', { counts: fields.guests.map(({ sex, ageBand, count }) => ({ sex, ageBand, count })) }],
  ]);
  for (const { id, order, title } of fields.agenda) groups.set(`agenda:${id}`, { order, title });
  for (const { member, status: attended } of fields.attendance)
    groups.set(`attendance:${member}`, { status: attended });
  for (const { id, issue, agendaItem, record = null, statement } of fields.issues) {
    groups.set(`issue:${id}`, { issue, agendaItem, record });
    const text = isSensitive(issue) ? 'issueSecret' : 'issueText';
    groups.set(`${text}:${id}`, statement === null ? null : { statement });
  }
  for (const { id, type: decided, agendaItem, text } of fields.decisions) {
    groups.set(`decision:${id}`, { type: decided, agendaItem, text });
  }
  for (const action of fields.actions) groups.set(`action:${action.id}`, actionValue(action));
  return groups;
}

function actionValue({ what, responsible, due, status, ...more }: MeetingFields['actions'][number]): JsonObject {
  const { resources = '', issue = null, plan = null, problem = null } = more;
  return { what, responsible, due, status, resources, issue, plan, problem };
}

export function groupsToMeeting(values: RecordValues) {
  const place = values.one('place');
  const session = values.one('session');
  return {
    forumId: textIn(place, 'forum'),
    number: intIn(place, 'number'),
    year: intIn(place, 'year'),
    type: textIn(session, 'type'),
    status: textIn(session, 'status'),
    date: textIn(session, 'date'),
    venue: textIn(session, 'venue'),
    agenda: values
      .elements('agenda')
      .map(({ id, value }) => ({ id, order: intIn(value, 'order'), title: textIn(value, 'title') }))
      .toSorted((a, b) => a.order - b.order),
    guests: rowsIn(values.one('guests'), 'counts').map((row) => ({
      sex: textIn(row, 'sex'),
      ageBand: textIn(row, 'ageBand'),
      count: intIn(row, 'count'),
    })),
    issues: values.elements('issue').map(({ id, value }) => ({
      id,
      issue: textIn(value, 'issue'),
      agendaItem: nullableTextIn(value, 'agendaItem'),
      record: nullableTextIn(value, 'record'),
      statement: statementOf(values, id),
    })),
    decisions: values.elements('decision').map(({ id, value }) => ({
      id,
      type: textIn(value, 'type'),
      agendaItem: nullableTextIn(value, 'agendaItem'),
      text: textIn(value, 'text'),
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
      now: stateOfAction(values, id, textIn(value, 'status')),
    })),
  };
}

/** Null where the statement is kept at the office. */
function statementOf(values: RecordValues, id: string): string | null {
  if (values.isWithheld(`issueSecret:${id}`)) return null;
  return textIn(values.one(`issueSecret:${id}`) ?? values.one(`issueText:${id}`), 'statement');
}
