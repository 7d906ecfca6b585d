import { expect } from '@playwright/test';
import type { Desk } from './desk.ts';

export type NewMeeting = {
  readonly date: string;
  readonly venue: string;
  readonly agendaItem: string;
  readonly attendance: readonly { readonly name: string; readonly answer: string }[];
  readonly statement: string;
  readonly decision: string;
  readonly action: string;
  readonly due: string;
};

/** Number of the first meeting of that year, as titles and lists show it. */
export const firstOf2026 = '2026/1';

/** From the page of its forum to the page of the new meeting, the first of its year. */
export async function recordMeeting(desk: Desk, meeting: NewMeeting): Promise<void> {
  await desk.button('forums:page.newMeeting').click();
  await desk.choose('meetings:field.type', 'meeting_type', 'regular');
  await desk.choose('meetings:field.status', 'meeting_status', 'held');
  await desk.fill('meetings:field.date', meeting.date);
  await desk.fill('meetings:field.venue', meeting.venue);
  await addAgendaItem(desk, meeting.agendaItem);
  for (const { name, answer } of meeting.attendance) await mark(desk, name, answer);
  await addIssue(desk, meeting);
  await addDecision(desk, meeting);
  await addAction(desk, meeting);
  await desk.button('common:action.save').click();
  await expect(desk.heading('meetings:title', { number: firstOf2026 })).toBeVisible();
}

async function addAgendaItem(desk: Desk, title: string): Promise<void> {
  const agenda = desk.section('meetings:section.agenda');
  await agenda.button('meetings:agenda.add').click();
  await agenda.lastRow().fill('meetings:agenda.title', title);
}

async function mark(desk: Desk, name: string, answer: string): Promise<void> {
  const told = desk.words.code('attendance_status', answer);
  await desk.field('meetings:attendance.of', { name, answer: told }).check();
}

async function addIssue(desk: Desk, { statement, agendaItem }: NewMeeting): Promise<void> {
  const issues = desk.section('meetings:section.issues');
  await issues.button('meetings:issue.add').click();
  const row = issues.lastRow();
  await row.choose('meetings:issue.issue', 'safety_issue', 'street_lighting');
  await row.field('meetings:agenda.item').click();
  await desk.page.getByRole('option', { name: agendaItem, exact: true }).click();
  await row.fill('meetings:issue.statement', statement);
}

async function addDecision(desk: Desk, { decision }: NewMeeting): Promise<void> {
  const decisions = desk.section('meetings:section.decisions');
  await decisions.button('meetings:decision.add').click();
  const row = decisions.lastRow();
  await row.choose('meetings:decision.type', 'decision_type', 'agreed');
  await row.fill('meetings:decision.text', decision);
}

async function addAction(desk: Desk, { action, due }: NewMeeting): Promise<void> {
  const actions = desk.section('meetings:section.actions');
  await actions.button('meetings:action.add').click();
  const row = actions.lastRow();
  await row.fill('meetings:action.what', action);
  await row.choose('meetings:action.responsible', 'ssp_responsible', 'municipality');
  await row.fill('meetings:action.due', due);
}
