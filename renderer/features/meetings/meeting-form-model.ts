import type { MeetingView } from '#shared/contract/meetings.ts';
import { newElementId } from '#renderer/client/new-id.ts';

/** A meeting as it is typed: codes and dates may still be missing. */
export type MeetingForm = {
  readonly type: string | null;
  readonly status: string | null;
  readonly date: string | null;
  readonly venue: string;
  /** In the order of the meeting. */
  readonly agenda: readonly AgendaForm[];
  /** Status by element id of the member; members who are not marked are not in it. */
  readonly attendance: Readonly<Record<string, string>>;
  readonly guests: readonly GuestForm[];
  readonly issues: readonly IssueForm[];
  readonly decisions: readonly DecisionForm[];
  readonly actions: readonly ActionForm[];
};

export type AgendaForm = { readonly id: string; readonly title: string };
/** The id is the form's own: guests are counts without identity. */
export type GuestForm = {
  readonly id: string;
  readonly sex: string | null;
  readonly ageBand: string | null;
  readonly count: number | null;
};
export type IssueForm = {
  readonly id: string;
  readonly issue: string | null;
  readonly agendaItem: string | null;
  /** The issue as a record of its own. */
  readonly record: string | null;
  /** `null`: kept at the owning office, and left as it is there. */
  readonly statement: string | null;
};
export type DecisionForm = {
  readonly id: string;
  readonly type: string | null;
  readonly agendaItem: string | null;
  readonly text: string;
};
export type ActionForm = {
  readonly id: string;
  readonly what: string;
  readonly responsible: string | null;
  readonly due: string | null;
  readonly status: string | null;
  readonly resources: string;
  /** Records that the action answers. */
  readonly issue: string | null;
  readonly plan: string | null;
  readonly problem: string | null;
};

export const emptyMeeting: MeetingForm = {
  type: null,
  status: null,
  date: null,
  venue: '',
  agenda: [],
  attendance: {},
  guests: [],
  issues: [],
  decisions: [],
  actions: [],
};

export const newAgendaItem = (): AgendaForm => ({ id: newElementId(), title: '' });
export const newGuests = (): GuestForm => ({ id: newElementId(), sex: null, ageBand: null, count: null });
export const newIssue = (): IssueForm => ({
  id: newElementId(),
  issue: null,
  agendaItem: null,
  record: null,
  statement: '',
});
export const newDecision = (): DecisionForm => ({ id: newElementId(), type: null, agendaItem: null, text: '' });
export const newAction = (): ActionForm => ({
  id: newElementId(),
  what: '',
  responsible: null,
  due: null,
  status: 'open',
  resources: '',
  issue: null,
  plan: null,
  problem: null,
});

export function meetingFormOf(view: MeetingView): MeetingForm {
  const { type, status, date, venue, issues, decisions, actions } = view;
  return {
    type,
    status,
    date,
    venue,
    agenda: inOrder(view.agenda).map(({ id, title }) => ({ id, title })),
    attendance: Object.fromEntries(view.attendance.map((entry) => [entry.member, entry.status])),
    guests: view.guests.map((guests) => ({ id: newElementId(), ...guests })),
    issues,
    decisions,
    // What was told since is no part of the minutes.
    actions: actions.map(({ now: _, ...action }) => action),
  };
}

/** What `meetings.create` and `meetings.edit` take, before it is judged. */
export function meetingInputOf(form: MeetingForm): unknown {
  const items = new Set(form.agenda.map(({ id }) => id));
  // An agenda item that was taken out is no longer referred to.
  const known = (item: string | null) => (item !== null && items.has(item) ? item : null);
  return {
    ...form,
    agenda: form.agenda.map(({ id, title }, index) => ({ id, order: index + 1, title })),
    attendance: Object.entries(form.attendance).map(([member, status]) => ({ member, status })),
    guests: form.guests.map(({ sex, ageBand, count }) => ({ sex, ageBand, count })),
    issues: form.issues.map((issue) => ({ ...issue, agendaItem: known(issue.agendaItem) })),
    decisions: form.decisions.map((decision) => ({ ...decision, agendaItem: known(decision.agendaItem) })),
  };
}

export const inOrder = <T extends { readonly order: number }>(items: readonly T[]): readonly T[] =>
  items.toSorted((a, b) => a.order - b.order);
