/** @file A training as screens read it: its groups, and what follows from them. */
import type { JsonObject } from '#core/changes/canonical.ts';
import { intIn, nullableTextIn, type RecordValues, rowsIn, textIn, textsIn } from '#core/changes/record-values.ts';
import {
  type DayAttendance,
  followUpDue,
  minutesAttended,
  spanOf,
  totalMinutes,
  traineeResult,
} from '#shared/domain/training.ts';
import { trainingFigures } from '#shared/domain/training-figures.ts';
import { byDate } from '#shared/text/calendar.ts';

export function readTraining(values: RecordValues) {
  const course = values.one('course');
  const venue = values.one('venue');
  const support = values.one('support');
  const mode = textIn(course, 'mode');
  const status = textIn(values.one('status'), 'status');
  const days = readDays(values);
  const participants = readParticipants(values, status, days);
  const reached = rowsIn(values.one('reached'), 'counts').map((row) => ({
    sex: textIn(row, 'sex'),
    ageBand: textIn(row, 'ageBand'),
    count: intIn(row, 'count'),
  }));
  return {
    title: textIn(course, 'title'),
    audience: textIn(course, 'audience'),
    edition: textIn(course, 'edition'),
    mode,
    topics: [...textsIn(course, 'topics')],
    otherTopic: textIn(course, 'otherTopic'),
    status,
    place: textIn(venue, 'place'),
    venue: textIn(venue, 'venue'),
    forum: nullableTextIn(venue, 'forum'),
    organiser: nullableTextIn(support, 'organiser'),
    donor: nullableTextIn(support, 'donor'),
    reason: values.isWithheld('reason') ? null : textIn(values.one('reason'), 'reason'),
    days,
    trainers: readTrainers(values),
    participants,
    reached,
    minutes: totalMinutes(days),
    figures: trainingFigures(mode, participants, reached),
    followUpDue: followUpDue({ status, mode, last: spanOf(days)?.last ?? null }),
    followUpNote: values.isWithheld('followUpNote') ? null : textIn(values.one('followUpNote'), 'text'),
  };
}

/** In the order of their dates. */
export function readDays(values: RecordValues) {
  return values
    .elements('day')
    .map(({ id, value }) => ({
      id,
      date: textIn(value, 'date'),
      minutes: intIn(value, 'minutes'),
      subject: textIn(value, 'subject'),
      attendance: rowsIn(values.one(`attendance:${id}`), 'rows').map((row) => ({
        participant: textIn(row, 'participant'),
        part: textIn(row, 'part'),
      })),
    }))
    .toSorted(byDate);
}

export const attendanceOf = (days: ReturnType<typeof readDays>): DayAttendance[] =>
  days.map(({ id, attendance }) => ({ day: id, rows: attendance }));

const readTrainers = (values: RecordValues) =>
  values.elements('trainer').map(({ id, value }) => ({
    id,
    name: nullableTextIn(values.one(`trainerName:${id}`), 'name'),
    sex: textIn(value, 'sex'),
    institution: textIn(value, 'institution'),
    named: values.one(`trainerConsent:${id}`)?.named === true,
    openName: nullableTextIn(values.one(`trainerNamed:${id}`), 'name'),
  }));

function readParticipants(values: RecordValues, status: string, days: ReturnType<typeof readDays>) {
  const minutes = minutesAttended(days, attendanceOf(days));
  const total = totalMinutes(days);
  return values.elements('participant').map(({ id, value }) => {
    const name = values.one(`participantName:${id}`);
    const attended = minutes.get(id) ?? 0;
    const certificate = certificateIn(values.one(`certificate:${id}`));
    const left = values.one(`left:${id}`)?.left === true;
    return {
      id,
      anonymous: value?.anonymous === true,
      name: nullableTextIn(name, 'name'),
      phone: nullableTextIn(name, 'phone'),
      sex: textIn(value, 'sex'),
      ageBand: textIn(value, 'ageBand'),
      displacement: textIn(value, 'displacement'),
      disability: nullableTextIn(values.one(`participantCare:${id}`), 'disability'),
      institution: textIn(value, 'institution'),
      minutes: attended,
      result: traineeResult({ status, attended, total, certified: certificate?.withdrawn === false, left }),
      pre: scoreIn(values.one(`preTest:${id}`)),
      post: scoreIn(values.one(`postTest:${id}`)),
      left,
      certificate,
      followUp: followUpIn(values.one(`followUp:${id}`)),
    };
  });
}

const scoreIn = (value: JsonObject | null): number | null => (value === null ? null : intIn(value, 'score'));

const certificateIn = (value: JsonObject | null) =>
  value === null
    ? null
    : { number: textIn(value, 'number'), date: textIn(value, 'date'), withdrawn: value.withdrawn === true };

const followUpIn = (value: JsonObject | null) =>
  value === null ? null : { date: textIn(value, 'date'), outcome: textIn(value, 'outcome') };
