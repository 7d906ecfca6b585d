/** @file A forum's meetings: agenda, attendance, what was said, what was decided, what came of it. */
import type { ForumFields } from '#shared/contract/forums.ts';
import type { MeetingFields } from '#shared/contract/meetings.ts';
import type { ActionItemStatus, MeetingType } from '#shared/domain/generated/code-lists.ts';
import { affectedBy, createIssueBook, type IssueBook, timeOf } from './issue-life.ts';
import type { LifeEvent } from './life-types.ts';
import { drawAttendance, drawGuests, hasQuorum, mayAttend } from './meeting-attendance.ts';
import { addDays, type Random, workday } from './random.ts';
import type { IssueSet } from './words/issue-set.ts';
import { fill, type Language } from './words/language.ts';
import { ISSUE_SETS, MEETING_WORDS } from './words/meeting-words.ts';
import { VENUES } from './words/places.ts';

export type MeetingSetting = {
  readonly random: Random;
  readonly language: Language;
  readonly quarterName: string;
  readonly forum: string;
  /** District. */
  readonly place: string;
  readonly foundedOn: string;
  readonly lastDay: string;
  readonly fieldsOn: (day: string) => ForumFields;
};

/** A meeting as later papers refer to it. `quorum`: enough voting members came, or none were needed. */
export type HeldMeeting = {
  readonly id: string;
  readonly date: string;
  readonly type: MeetingType;
  readonly quorum: boolean;
};

export type MeetingsLife = {
  readonly events: readonly LifeEvent[];
  /** In the order of days. */
  readonly held: readonly HeldMeeting[];
  /** Issues that on `day` wait for something, those nobody ever answers left out. */
  readonly openIssues: (day: string) => ReturnType<IssueBook['known']>;
};

type Meeting = { readonly id: string; readonly fields: MeetingFields };

/** What a meeting talks about; not everything gets an action. */
type Topic = { readonly set: IssueSet; readonly answered: boolean };

/** An action that waits, and the meeting that agreed on it. */
type OpenAction = {
  readonly id: string;
  readonly meeting: string;
  readonly what: string;
  readonly issue: string | null;
};

/** Regular meetings in which the same issue is raised, and nothing is agreed on. */
const unansweredIn = [2, 3, 4];

/** The founding meeting, a regular one each month, sessions of women every third and of youth every sixth, and their edits. */
export function createMeetings(setting: MeetingSetting): MeetingsLife {
  const { random, lastDay } = setting;
  const [unanswered, ...others] = random.shuffle(ISSUE_SETS);
  const issues = [...others];
  const book = createIssueBook(setting);
  const settled = new Map<string, string>();
  const events: LifeEvent[] = [];
  const held: HeldMeeting[] = [];
  let open: readonly OpenAction[] = [];
  meetingDays(setting).forEach(({ day, type, number }) => {
    const topics: Topic[] = (type === 'founding' ? [] : issues.splice(0, random.int(1, 3))).map((set) => ({
      set,
      answered: true,
    }));
    issues.push(...topics.map(({ set }) => set));
    if (unanswered && type === 'regular' && unansweredIn.includes(number)) {
      topics.push({ set: unanswered, answered: false });
    }
    const told = type === 'regular' ? tellOfActions(setting, open, day) : null;
    if (told) events.push(...told.events);
    for (const { action, day: on } of told?.done ?? []) {
      if (action.issue === null || settled.has(action.issue) || random.chance(0.4)) continue;
      settled.set(action.issue, on);
      events.push(book.change(action.issue, on, { status: 'resolved', statusOn: on }));
    }
    const id = random.id(day);
    const fields = holdMeeting(setting, book, events, { day, type, topics, told, meeting: id });
    events.push(...recordMeeting(setting, { id, fields }));
    for (const { issue } of fields.actions) {
      if (issue && !settled.has(issue)) events.push(book.change(issue, day, { status: 'action_assigned' }));
    }
    const waiting = told ? told.open : open;
    open = [
      ...waiting,
      ...fields.actions.map(({ id: action, what, issue = null }) => ({ id: action, meeting: id, what, issue })),
    ];
    held.push({ id, date: day, type, quorum: fields.status !== 'held_no_quorum' });
  });
  return {
    events: events.filter((event) => event.day <= lastDay),
    held,
    openIssues: (day) =>
      book
        .known()
        .filter(
          ({ record, set, raisedOn }) => set !== unanswered && raisedOn < day && (settled.get(record) ?? '9') > day,
        ),
  };
}

function meetingDays({ random, foundedOn, lastDay }: MeetingSetting): {
  day: string;
  type: MeetingType;
  number: number;
}[] {
  const days: { day: string; type: MeetingType; number: number }[] = [{ day: foundedOn, type: 'founding', number: 0 }];
  let day = foundedOn;
  for (let number = 1; ; number += 1) {
    day = workday(addDays(day, random.int(27, 29)));
    if (day > lastDay) return days;
    days.push({ day, type: 'regular', number });
    const session = workday(addDays(day, random.int(8, 14)));
    if (session > lastDay) continue;
    if (number % 3 === 1) days.push({ day: session, type: 'women_session', number });
    if (number % 6 === 2) days.push({ day: session, type: 'youth_session', number });
  }
}

/** Half of the meetings are entered as planned first; minutes of meetings with a quorum are approved within the week. */
function recordMeeting({ random, forum }: MeetingSetting, { id, fields }: Meeting): LifeEvent[] {
  const draft: MeetingFields = fields.status === 'held_no_quorum' ? fields : { ...fields, status: 'minutes_draft' };
  const events: LifeEvent[] = [];
  if (fields.type !== 'founding' && random.chance(0.5)) {
    const planned: MeetingFields = {
      ...fields,
      status: 'planned',
      attendance: [],
      guests: [],
      issues: [],
      decisions: [],
      actions: [],
    };
    events.push({
      day: workday(addDays(fields.date, -random.int(3, 6))),
      kind: 'meeting-recorded',
      meeting: id,
      forum,
      fields: planned,
    });
    events.push({ day: fields.date, kind: 'meeting-edited', meeting: id, fields: draft });
  } else {
    events.push({ day: fields.date, kind: 'meeting-recorded', meeting: id, forum, fields: draft });
  }
  if (fields.status !== 'held_no_quorum') {
    events.push({ day: workday(addDays(fields.date, random.int(2, 5))), kind: 'meeting-edited', meeting: id, fields });
  }
  return events;
}

type Told = {
  readonly events: readonly LifeEvent[];
  readonly reviews: NonNullable<MeetingFields['reviews']>;
  readonly open: readonly OpenAction[];
  readonly done: readonly { readonly action: OpenAction; readonly day: string }[];
};

/** Some days before the meeting the secretary notes what became of all that is open; the meeting reviews it. */
function tellOfActions(
  { random, language }: MeetingSetting,
  open: readonly OpenAction[],
  nextDay: string,
): Told | null {
  if (open.length === 0) return null;
  const day = workday(addDays(nextDay, -random.int(1, 2)));
  const told = open.map((action) => {
    const status: ActionItemStatus = random.weighted([
      ['done', 5],
      ['in_progress', 4],
      ['blocked', 1],
    ] as const);
    return { action, status, note: MEETING_WORDS[language].told[status] };
  });
  return {
    events: [...new Set(open.map(({ meeting }) => meeting))].map((meeting) => ({
      day,
      kind: 'actions-told',
      meeting,
      told: told
        .filter(({ action }) => action.meeting === meeting)
        .map(({ action, status, note }) => ({ action: action.id, status, note })),
    })),
    reviews: told.map(({ action, status, note }) => ({ action: action.id, meeting: action.meeting, status, note })),
    open: told.filter(({ status }) => status !== 'done').map(({ action }) => action),
    done: told.filter(({ status }) => status === 'done').map(({ action }) => ({ action, day })),
  };
}

type Sitting = {
  readonly day: string;
  readonly type: MeetingType;
  readonly topics: readonly Topic[];
  readonly told: Told | null;
  readonly meeting: string;
};

/** Issues that are raised for the first time are added to `events`. */
function holdMeeting(setting: MeetingSetting, book: IssueBook, events: LifeEvent[], sitting: Sitting): MeetingFields {
  const { random, language, quarterName } = setting;
  const { day, type, told } = sitting;
  const members = setting.fieldsOn(day).members.filter((member) => mayAttend(member, type));
  const attendance = members.map(
    ({ id }) => ({ member: id, status: type === 'founding' ? 'present' : drawAttendance(random) }) as const,
  );
  const quorum = type !== 'regular' || hasQuorum(members, attendance);
  const minutes = writeMinutes(setting, book, events, sitting, quorum);
  const hour = random.pick(['09', '10', '11', '16']);
  return {
    type,
    status: quorum ? 'minutes_approved' : 'held_no_quorum',
    date: day,
    venue: fill(random.pick(VENUES[language]), { quarter: quarterName }),
    startTime: `${hour}:00`,
    endTime: `${hour}:55`,
    attendance,
    guests: drawGuests(random, type),
    reviews: told ? [...told.reviews] : [],
    ...minutes,
  };
}

type Minutes = Pick<MeetingFields, 'agenda' | 'issues' | 'decisions' | 'actions'>;

/** Agenda first; issues, decisions and actions each come from one of its items. */
function writeMinutes(
  setting: MeetingSetting,
  book: IssueBook,
  events: LifeEvent[],
  { day, type, topics, told }: Sitting,
  quorum: boolean,
): Minutes {
  const { random, language, quarterName } = setting;
  const words = MEETING_WORDS[language];
  const minutes: { [part in keyof Minutes]: Minutes[part] } = { agenda: [], issues: [], decisions: [], actions: [] };
  const put = (title: string) => {
    const item = { id: random.id(day), order: minutes.agenda.length + 1, title };
    minutes.agenda.push(item);
    return item.id;
  };
  const decide = (agendaItem: string, decision: IssueSet['decisionType'], text: string) => {
    minutes.decisions.push({
      id: random.id(day),
      type: quorum || decision === 'information_noted' ? decision : 'proposal',
      agendaItem,
      text,
    });
  };
  const opening = put(openingOf(words, type));
  if (type === 'founding') {
    const [introduction, election] = words.foundingAgenda.map(put);
    if (introduction && election) decide(election, 'agreed', words.foundingDecision);
  }
  const open = told?.open[0];
  if (type === 'regular' && open) {
    const action = { action: open.what };
    decide(put(fill(words.followUp, action)), 'information_noted', fill(words.followUpDecision, action));
  } else if (type === 'regular') {
    decide(opening, 'information_noted', words.nothingOpen);
  }
  for (const { set, answered } of topics) {
    const { agenda, statement, decision, action } = set.words[language];
    const say = (phrase: string) => fill(phrase, { quarter: quarterName });
    const agendaItem = put(say(agenda));
    const raisedBySex = type === 'women_session' ? 'female' : random.pick(['female', 'male'] as const);
    const raised = book.raise(set, day, raisedBySex);
    events.push(...raised.events);
    minutes.issues.push({
      id: random.id(day),
      issue: set.issue,
      agendaItem,
      record: raised.record,
      statement: say(statement),
      repeated: raised.repeated,
      raisedBySex,
      timeOfDay: timeOf(set.issue),
      groups: [...affectedBy(set.issue)],
    });
    if (!answered) continue;
    decide(agendaItem, set.decisionType, say(decision));
    minutes.actions.push({
      id: random.id(day),
      what: say(action),
      responsible: set.responsible,
      due: workday(addDays(day, random.int(10, 28))),
      status: 'open',
      issue: raised.record,
    });
  }
  put(words.other);
  return minutes;
}

const openingOf = (words: (typeof MEETING_WORDS)[Language], type: MeetingType): string => {
  if (type === 'women_session') return words.womenOpening;
  return type === 'youth_session' ? words.youthOpening : words.opening;
};
