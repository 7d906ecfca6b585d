import type { OutputOf } from '#shared/contract/contract.ts';
import type { MeetingView } from '#shared/contract/meetings.ts';
import { newElementId } from '#renderer/client/new-id.ts';

/** A meeting as it is typed: codes and dates may still be missing. */
export type MeetingForm = {
  readonly type: string | null;
  readonly status: string | null;
  readonly date: string | null;
  readonly venue: string;
  readonly startTime: string | null;
  readonly endTime: string | null;
  /** Element id of the member. */
  readonly chair: string | null;
  readonly statusReason: string;
  readonly mixedReason: string;
  /** In the order of the meeting. */
  readonly agenda: readonly AgendaForm[];
  /** Status by element id of the member; members who are not marked are not in it. */
  readonly attendance: Readonly<Record<string, string>>;
  /** By element id of the member who sent somebody. */
  readonly substitutes: Readonly<Record<string, SubstituteForm>>;
  readonly guests: readonly GuestForm[];
  readonly reviews: readonly ReviewForm[];
  readonly issues: readonly IssueForm[];
  readonly decisions: readonly DecisionForm[];
  readonly actions: readonly ActionForm[];
  readonly next: { readonly date: string | null; readonly venue: string };
  /** Of a correction alone. */
  readonly reason: string;
  readonly correctedOn: string | null;
};

export type SubstituteForm = {
  readonly sex: string | null;
  readonly ageBand: string | null;
  /** `null`: kept at the owning office. */
  readonly name: string | null;
};
/** The id is that of the action; what is told of it stands beside what it is. Not told: `status` null. */
export type ReviewForm = {
  readonly id: string;
  readonly meeting: string;
  readonly number: number;
  readonly year: number;
  readonly what: string;
  readonly responsible: string;
  readonly due: string;
  /** As it was when the meeting began. */
  readonly before: string;
  readonly status: string | null;
  readonly note: string;
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
  readonly where: string;
  readonly timeOfDay: string | null;
  readonly groups: readonly string[];
  readonly repeated: boolean;
  readonly raisedBySex: string | null;
  readonly raisedBy: string | null;
};
export type DecisionForm = {
  readonly id: string;
  readonly type: string | null;
  readonly agendaItem: string | null;
  readonly text: string;
  /** All empty: nobody counted. */
  readonly inFavour: number | null;
  readonly against: number | null;
  readonly abstained: number | null;
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
  readonly planAction: string | null;
};

export const emptyMeeting: MeetingForm = {
  type: null,
  status: null,
  date: null,
  venue: '',
  startTime: null,
  endTime: null,
  chair: null,
  statusReason: '',
  mixedReason: '',
  agenda: [],
  attendance: {},
  substitutes: {},
  guests: [],
  reviews: [],
  issues: [],
  decisions: [],
  actions: [],
  next: { date: null, venue: '' },
  reason: '',
  correctedOn: null,
};

/** Of somebody who came for a member, before it is told who. */
export const noSubstitute: SubstituteForm = { sex: null, ageBand: null, name: '' };
export const newAgendaItem = (): AgendaForm => ({ id: newElementId(), title: '' });
export const newGuests = (): GuestForm => ({ id: newElementId(), sex: null, ageBand: null, count: null });
export const newIssue = (): IssueForm => ({
  id: newElementId(),
  issue: null,
  agendaItem: null,
  record: null,
  statement: '',
  where: '',
  timeOfDay: null,
  groups: [],
  repeated: false,
  raisedBySex: null,
  raisedBy: null,
});
export const newDecision = (): DecisionForm => ({
  id: newElementId(),
  type: null,
  agendaItem: null,
  text: '',
  inFavour: null,
  against: null,
  abstained: null,
});
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
  planAction: null,
});

/** Open actions of earlier meetings, as a meeting begins with them. */
export type CarriedIn = OutputOf<'meetings.carriedIn'>;

/** A new meeting takes over what the last one said about it, and whatever that left open. */
export const meetingFormWith = ({ next, actions }: CarriedIn): MeetingForm => ({
  ...emptyMeeting,
  date: next?.date ?? null,
  venue: next?.venue ?? '',
  reviews: actions.map(toReview),
});

export function meetingFormOf(view: MeetingView, carried: CarriedIn): MeetingForm {
  const { statusEntered, attendance, decisions, actions } = view;
  return {
    type: view.type,
    // What is reckoned from the attendance was entered as held.
    status: statusEntered === 'held_no_quorum' || statusEntered === 'minutes_approved' ? 'held' : statusEntered,
    date: view.date,
    venue: view.venue,
    startTime: view.startTime,
    endTime: view.endTime,
    chair: view.chair?.member ?? null,
    statusReason: view.statusReason,
    mixedReason: view.mixedReason,
    agenda: inOrder(view.agenda).map(({ id, title }) => ({ id, title })),
    attendance: Object.fromEntries(attendance.map((entry) => [entry.member, entry.status])),
    substitutes: Object.fromEntries(
      attendance.flatMap(({ member, substitute }) => (substitute ? [[member, substitute]] : [])),
    ),
    guests: view.guests.map((guests) => ({ id: newElementId(), ...guests })),
    reviews: reviewsOf(view, carried),
    issues: view.issues,
    decisions: decisions.map(({ id, type, agendaItem, text, votes }) => ({
      id,
      type,
      agendaItem,
      text,
      inFavour: votes?.inFavour ?? null,
      against: votes?.against ?? null,
      abstained: votes?.abstained ?? null,
    })),
    // What was told since is no part of the minutes.
    actions: actions.map(({ now: _, ...action }) => action),
    next: view.next ?? { date: null, venue: '' },
    reason: '',
    correctedOn: null,
  };
}

/** What these minutes tell already, then what is still open. */
function reviewsOf({ reviews }: MeetingView, { actions }: CarriedIn): ReviewForm[] {
  const told = new Set(reviews.map(({ action }) => action));
  return [
    ...reviews.map(({ action, ...review }) => ({ ...review, id: action, before: review.status })),
    ...actions.filter(({ action }) => !told.has(action)).map(toReview),
  ];
}

const toReview = ({ action, note: _, status, ...rest }: CarriedIn['actions'][number]): ReviewForm => ({
  ...rest,
  id: action,
  before: status,
  status: null,
  note: '',
});

/** What `meetings.create` and `meetings.edit` take, before it is judged. */
export function meetingInputOf({ reason: _, correctedOn: __, substitutes, ...form }: MeetingForm): unknown {
  const items = new Set(form.agenda.map(({ id }) => id));
  // An agenda item that was taken out is no longer referred to.
  const known = (item: string | null) => (item !== null && items.has(item) ? item : null);
  const { next } = form;
  return {
    ...form,
    agenda: form.agenda.map(({ id, title }, index) => ({ id, order: index + 1, title })),
    attendance: Object.entries(form.attendance).map(([member, status]) => ({
      member,
      status,
      substitute: status === 'substitute' ? (substitutes[member] ?? noSubstitute) : null,
    })),
    guests: form.guests.map(({ sex, ageBand, count }) => ({ sex, ageBand, count })),
    reviews: toldReviews(form),
    issues: form.issues.map((issue) => ({ ...issue, agendaItem: known(issue.agendaItem) })),
    decisions: form.decisions.map((decision) => toDecisionInput(decision, known(decision.agendaItem))),
    next: next.date === null && next.venue.trim() === '' ? null : next,
  };
}

/** Actions that nobody spoke of stay as they are. */
export const toldReviews = ({ reviews }: Pick<MeetingForm, 'reviews'>) =>
  reviews.flatMap(({ id, meeting, status, note }) => (status === null ? [] : [{ action: id, meeting, status, note }]));

function toDecisionInput({ id, type, text, ...votes }: DecisionForm, agendaItem: string | null) {
  const { inFavour, against, abstained } = votes;
  const isCounted = inFavour !== null || against !== null || abstained !== null;
  const counted = { inFavour: inFavour ?? 0, against: against ?? 0, abstained: abstained ?? 0 };
  return { id, type, agendaItem, text, votes: isCounted ? counted : null };
}

export const inOrder = <T extends { readonly order: number }>(items: readonly T[]): readonly T[] =>
  items.toSorted((a, b) => a.order - b.order);

/** Who is marked so far, as the rules ask for it. */
export const attendedIn = ({ attendance, substitutes }: Pick<MeetingForm, 'attendance' | 'substitutes'>) =>
  Object.entries(attendance).map(([member, status]) => {
    const sent = status === 'substitute' ? substitutes[member] : undefined;
    return { member, status, substitute: { sex: sent?.sex ?? 'not_stated', ageBand: sent?.ageBand ?? 'unknown' } };
  });

/** Lines of guests that say how many. */
export const guestsIn = ({ guests }: Pick<MeetingForm, 'guests'>) =>
  guests.flatMap(({ sex, ageBand, count }) =>
    count === null || Number.isNaN(count) ? [] : [{ sex: sex ?? 'not_stated', ageBand: ageBand ?? 'unknown', count }],
  );
