/** @file A forum's meetings: agenda, attendance, what was said, what was decided, what came of it. */
import type { ForumFields, ForumMember } from '#shared/contract/forums.ts';
import type { MeetingFields } from '#shared/contract/meetings.ts';
import type { AgeBand, AttendanceStatus, MeetingType, Sex } from '#shared/domain/generated/code-lists.ts';
import type { LifeEvent } from './life-types.ts';
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
  readonly foundedOn: string;
  readonly lastDay: string;
  readonly fieldsOn: (day: string) => ForumFields;
};

type Meeting = { readonly id: string; readonly fields: MeetingFields };

/** The founding meeting, one regular meeting a month, a women's session every third month, and all their edits. */
export function createMeetings(setting: MeetingSetting): LifeEvent[] {
  const { random, lastDay } = setting;
  const issues = random.shuffle(ISSUE_SETS);
  const events: LifeEvent[] = [];
  let before: Meeting | null = null;
  meetingDays(setting).forEach(({ day, type }) => {
    const topics = type === 'founding' ? [] : issues.splice(0, random.int(1, 3));
    issues.push(...topics);
    const meeting: Meeting = {
      id: random.id(day),
      fields: holdMeeting(setting, day, type, topics, before?.fields ?? null),
    };
    if (before !== null && type === 'regular') events.push(...reportOnActions(setting, before, day));
    events.push(...recordMeeting(setting, meeting));
    if (type !== 'women_session') before = meeting;
  });
  return events.filter((event) => event.day <= lastDay);
}

function meetingDays({ random, foundedOn, lastDay }: MeetingSetting): { day: string; type: MeetingType }[] {
  const days: { day: string; type: MeetingType }[] = [{ day: foundedOn, type: 'founding' }];
  let day = foundedOn;
  for (let number = 1; ; number += 1) {
    day = workday(addDays(day, random.int(27, 29)));
    if (day > lastDay) return days;
    days.push({ day, type: 'regular' });
    const women = workday(addDays(day, random.int(8, 14)));
    if (number % 3 === 1 && women <= lastDay) days.push({ day: women, type: 'women_session' });
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

/** Some days before the next meeting the secretary notes what became of the last one's action items. */
function reportOnActions({ random, language }: MeetingSetting, before: Meeting, nextDay: string): LifeEvent[] {
  if (before.fields.actions.length === 0) return [];
  const status = () =>
    random.weighted([
      ['done', 5],
      ['in_progress', 4],
      ['blocked', 1],
    ] as const);
  const told = before.fields.actions.map(({ id: action }) => {
    const now = status();
    return { action, status: now, note: MEETING_WORDS[language].told[now] };
  });
  return [{ day: workday(addDays(nextDay, -random.int(1, 2))), kind: 'actions-told', meeting: before.id, told }];
}

function holdMeeting(
  setting: MeetingSetting,
  day: string,
  type: MeetingType,
  topics: readonly IssueSet[],
  before: MeetingFields | null,
): MeetingFields {
  const { random, language, quarterName } = setting;
  const members = setting.fieldsOn(day).members.filter((member) => mayAttend(member, type));
  const attendance = members.map(
    ({ id }) => ({ member: id, status: type === 'founding' ? 'present' : drawAttendance(random) }) as const,
  );
  const quorum = type !== 'regular' || hasQuorum(members, attendance);
  const minutes = writeMinutes(setting, day, type, topics, before, quorum);
  return {
    type,
    status: quorum ? 'minutes_approved' : 'held_no_quorum',
    date: day,
    venue: fill(random.pick(VENUES[language]), { quarter: quarterName }),
    attendance,
    guests: drawGuests(random, type),
    ...minutes,
  };
}

function mayAttend(member: ForumMember, type: MeetingType): boolean {
  return member.status === 'active' && (type !== 'women_session' || member.sex === 'female');
}

function drawAttendance(random: Random): AttendanceStatus {
  return random.weighted([
    ['present', 72],
    ['present_remote', 4],
    ['absent_excused', 13],
    ['absent', 7],
    ['substitute', 4],
  ] as const);
}

/** More than half of the voting members came. */
function hasQuorum(
  members: readonly ForumMember[],
  attendance: readonly { member: string; status: AttendanceStatus }[],
): boolean {
  const voting = new Set(members.filter((member) => member.role !== 'observer').map((member) => member.id));
  const came = attendance.filter(
    ({ member, status }) => voting.has(member) && (status === 'present' || status === 'present_remote'),
  );
  return came.length > voting.size * 0.5;
}

type Guest = MeetingFields['guests'][number];

function drawGuests(random: Random, type: MeetingType): Guest[] {
  const women: readonly Sex[] = ['female'];
  const groups = (type === 'women_session' ? women : (['female', 'male'] as const)).flatMap((sex) =>
    (['age_15_17', 'age_18_24', 'age_25_29', 'age_30_44', 'age_45_59', 'age_60_plus'] as const satisfies AgeBand[]).map(
      (ageBand) => ({ sex, ageBand, count: random.int(1, type === 'women_session' ? 7 : 5) }),
    ),
  );
  return random.sample(groups, type === 'women_session' ? random.int(3, 5) : random.int(0, 4));
}

type Minutes = Pick<MeetingFields, 'agenda' | 'issues' | 'decisions' | 'actions'>;

/** Agenda first; issues, decisions and actions each come from one of its items. */
function writeMinutes(
  setting: MeetingSetting,
  day: string,
  type: MeetingType,
  topics: readonly IssueSet[],
  before: MeetingFields | null,
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
  const opening = put(type === 'women_session' ? words.womenOpening : words.opening);
  if (type === 'founding') {
    const [introduction, election] = words.foundingAgenda.map(put);
    if (introduction && election) decide(election, 'agreed', words.foundingDecision);
  }
  const open = before?.actions[0];
  if (type === 'regular' && open) {
    const action = { action: open.what };
    decide(put(fill(words.followUp, action)), 'information_noted', fill(words.followUpDecision, action));
  } else if (type === 'regular') {
    decide(opening, 'information_noted', words.nothingOpen);
  }
  for (const topic of topics) {
    const { agenda, statement, decision, action } = topic.words[language];
    const say = (phrase: string) => fill(phrase, { quarter: quarterName });
    const agendaItem = put(say(agenda));
    minutes.issues.push({ id: random.id(day), issue: topic.issue, agendaItem, statement: say(statement) });
    decide(agendaItem, topic.decisionType, say(decision));
    const due = workday(addDays(day, random.int(10, 28)));
    minutes.actions.push({
      id: random.id(day),
      what: say(action),
      responsible: topic.responsible,
      due,
      status: 'open',
    });
  }
  put(words.other);
  return minutes;
}
