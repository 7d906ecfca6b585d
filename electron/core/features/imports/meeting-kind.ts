import { approvalsIn, attendedIn } from '#core/changes/minutes.ts';
import { nullableTextIn, type RecordValues, textIn } from '#core/changes/record-values.ts';
import { createMeeting } from '#core/features/meetings/create-meeting.ts';
import { editMeeting } from '#core/features/meetings/edit-meeting.ts';
import { groupsToMeeting } from '#core/features/meetings/meeting-groups.ts';
import { MeetingFields } from '#shared/contract/meetings.ts';
import { meetingFaults } from '#shared/domain/meeting-rules.ts';
import { listOr, numberOr, textOr, textOrNull, type Values } from './import-kind.ts';
import { noCommand } from './no-command.ts';
import { openRecordKind, type RecordKind } from './record-kind.ts';

const kind: RecordKind<MeetingFields> = {
  at: 'meeting',
  title: ({ date, type }) => `${textOr(date, '')} ${textOr(type, '')}`.trim(),
  keys: ({ forum, date, type }) => [keyOf(textOr(forum, ''), textOr(date, ''), textOr(type, ''))],
  keysOfRecord: ({ forum = '', date = '', type = '' }) => [keyOf(forum, date, type)],
  schema: MeetingFields,
  blank: () => ({
    type: '' as MeetingFields['type'],
    status: '' as MeetingFields['status'],
    date: '',
    venue: '',
    agenda: [],
    attendance: [],
    guests: [],
    issues: [],
    decisions: [],
    actions: [],
  }),
  current: ({ values }) => fieldsIn(values),
  merge,
  // Who chaired and who came is no part of a sheet: on a record that is there the use-case judges them.
  faults: (fields, isNew) => (isNew ? meetingFaults(fields, []) : []),
  fieldOf: (path) => fieldByPath[path.split('.')[0] ?? ''] ?? path,
  isOpen: ({ values }) => approvalsIn(values).length === 0,
  create: (context, fields, { forum }) => createMeeting(context, { forumId: textOr(forum, ''), fields, ...noCommand }),
  edit: (context, meetingId, fields, heads) => editMeeting(context, { meetingId, fields, heads, ...noCommand }),
};

export const openMeetings = openRecordKind(kind);

const keyOf = (forum: string, date: string, type: string): string => `${forum} ${date} ${type}`;

const fieldByPath: Readonly<Record<string, string>> = { guests: 'guestsWomen', next: 'nextDate', agenda: 'agenda' };

function merge(before: MeetingFields, values: Values, newId: () => string): MeetingFields {
  return {
    ...before,
    type: textOr(values.type, before.type) as MeetingFields['type'],
    status: textOr(values.status, before.status) as MeetingFields['status'],
    date: textOr(values.date, before.date),
    venue: textOr(values.venue, before.venue),
    startTime: textOrNull(values.startTime) ?? before.startTime,
    endTime: textOrNull(values.endTime) ?? before.endTime,
    statusReason: textOr(values.statusReason, before.statusReason ?? ''),
    mixedReason: textOr(values.mixedReason, before.mixedReason ?? ''),
    guests: guestsOf(before.guests, values),
    agenda: agendaOf(before.agenda, values, newId),
    next: nextOf(before.next ?? null, values),
  };
}

/** Sheets count women and men: of whatever age. */
function guestsOf(before: MeetingFields['guests'], { guestsWomen, guestsMen }: Values): MeetingFields['guests'] {
  const counted = (sex: 'female' | 'male', count: number | null) => {
    const there = before.filter((row) => row.sex === sex);
    if (count === null) return there;
    return count === 0 ? [] : [{ sex, ageBand: 'unknown' as const, count }];
  };
  return [
    ...counted('female', numberOr(guestsWomen, null)),
    ...counted('male', numberOr(guestsMen, null)),
    ...before.filter(({ sex }) => sex !== 'female' && sex !== 'male'),
  ];
}

/** Points that are there keep their ids; none is taken out. */
function agendaOf(before: MeetingFields['agenda'], { agenda }: Values, newId: () => string): MeetingFields['agenda'] {
  const known = new Set(before.map(({ title }) => title));
  const added = listOr(agenda, []).filter((title) => !known.has(title));
  const last = Math.max(0, ...before.map(({ order }) => order));
  return [...before, ...added.map((title, index) => ({ id: newId(), order: last + index + 1, title }))];
}

function nextOf(before: MeetingFields['next'], { nextDate, nextVenue }: Values): MeetingFields['next'] {
  if (nextDate === undefined && nextVenue === undefined) return before ?? null;
  return { date: textOrNull(nextDate) ?? before?.date ?? null, venue: textOr(nextVenue, before?.venue ?? '') };
}

/** The form as it opens on the minutes; names that a form does not know are left as they are. */
function fieldsIn(values: RecordValues): MeetingFields {
  const {
    type,
    statusEntered,
    date,
    venue,
    startTime,
    endTime,
    statusReason,
    mixedReason,
    agenda,
    guests,
    ...minutes
  } = groupsToMeeting(values, false);
  const { issues, decisions, actions, next } = minutes;
  return {
    type,
    status: statusEntered,
    date,
    venue,
    startTime,
    endTime,
    chair: nullableTextIn(values.one('chair'), 'member'),
    statusReason,
    mixedReason,
    reviews: values.elements('review').map(({ id, value }) => ({
      action: id,
      meeting: textIn(value, 'meeting'),
      status: textIn(value, 'status'),
      note: textIn(value, 'note'),
    })),
    next,
    agenda,
    attendance: attendedIn(values).map(({ substitute, ...marked }) => ({
      ...marked,
      substitute: substitute && { ...substitute, name: null },
    })),
    guests,
    issues,
    decisions: decisions.map(({ takenAs: _, ...decision }) => decision),
    actions: actions.map(({ now: _, ...action }) => action),
  } as MeetingFields;
}
