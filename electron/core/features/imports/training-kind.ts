import { createTraining } from '#core/features/trainings/create-training.ts';
import { editTraining } from '#core/features/trainings/edit-training.ts';
import { readTraining } from '#core/features/trainings/read-training.ts';
import type { RecordValues } from '#core/changes/record-values.ts';
import { TrainingFields } from '#shared/contract/trainings.ts';
import { fold } from '#shared/text/fold.ts';
import { listOr, numberOr, textOr, textOrNull, type Values } from './import-kind.ts';
import { noCommand } from './no-command.ts';
import { openRecordKind, type RecordKind } from './record-kind.ts';

const kind: RecordKind<TrainingFields> = {
  at: 'training',
  title: ({ title }) => textOr(title, ''),
  keys: ({ title, days }) => [keyOf(textOr(title, ''), [...listOr(days, [])].toSorted()[0] ?? '')],
  keysOfRecord: ({ title = '', day = '' }) => [keyOf(title, day)],
  schema: TrainingFields,
  blank: () => ({
    title: '',
    audience: '' as TrainingFields['audience'],
    edition: 'everyone',
    mode: '' as TrainingFields['mode'],
    topics: [],
    otherTopic: '',
    status: '' as TrainingFields['status'],
    place: '',
    venue: '',
    forum: null,
    organiser: null,
    donor: null,
    reason: '',
    days: [],
    trainers: [],
    participants: [],
    reached: [],
  }),
  current: ({ values }) => fieldsIn(values),
  merge,
  faults: () => [],
  fieldOf: (path) => {
    if (/^days\.\d+\.minutes/.test(path)) return 'hours';
    const [first = ''] = path.split('.');
    return first === 'reached' ? 'reachedWomen' : first;
  },
  isOpen: () => true,
  create: (context, fields) => createTraining(context, { fields, ...noCommand }),
  edit: (context, trainingId, fields, heads) => editTraining(context, { trainingId, fields, heads, ...noCommand }),
};

export const openTrainings = openRecordKind(kind);

const keyOf = (title: string, firstDay: string): string => `${fold(title)} ${firstDay}`;

function merge(before: TrainingFields, values: Values, newId: () => string): TrainingFields {
  return {
    ...before,
    title: textOr(values.title, before.title),
    audience: textOr(values.audience, before.audience) as TrainingFields['audience'],
    edition: textOr(values.edition, before.edition) as TrainingFields['edition'],
    mode: textOr(values.mode, before.mode) as TrainingFields['mode'],
    topics: [...listOr(values.topics, before.topics)] as TrainingFields['topics'],
    otherTopic: textOr(values.otherTopic, before.otherTopic),
    status: textOr(values.status, before.status) as TrainingFields['status'],
    place: textOr(values.place, before.place),
    venue: textOr(values.venue, before.venue),
    forum: textOrNull(values.forum) ?? before.forum,
    organiser: textOrNull(values.organiser) ?? before.organiser,
    donor: textOrNull(values.donor) ?? before.donor,
    reason: textOrNull(values.reason) ?? before.reason,
    days: daysOf(before.days, values, newId),
    reached: reachedOf(before.reached, values),
  };
}

/** Days that are there keep their ids and what hangs on them; none is taken out. Without hours a day has no length. */
function daysOf(before: TrainingFields['days'], { days, hours }: Values, newId: () => string): TrainingFields['days'] {
  const minutes = typeof hours === 'number' ? Math.round(hours * 60) : null;
  const dates = listOr(days, []);
  const kept = before.map((day) => (minutes === null || !dates.includes(day.date) ? day : { ...day, minutes }));
  const known = new Set(before.map(({ date }) => date));
  const added = dates.filter((date) => !known.has(date));
  return [...kept, ...added.map((date) => ({ id: newId(), date, minutes: minutes ?? 0, subject: '' }))];
}

/** Sheets count women and men: of whatever age. */
function reachedOf(before: TrainingFields['reached'], { reachedWomen, reachedMen }: Values): TrainingFields['reached'] {
  const counted = (sex: 'female' | 'male', count: number | null) => {
    if (count === null) return before.filter((row) => row.sex === sex);
    return count === 0 ? [] : [{ sex, ageBand: 'unknown' as const, count }];
  };
  return [
    ...counted('female', numberOr(reachedWomen, null)),
    ...counted('male', numberOr(reachedMen, null)),
    ...before.filter(({ sex }) => sex !== 'female' && sex !== 'male'),
  ];
}

/** The form as it opens on a training; names that a form does not know are left as they are. */
function fieldsIn(values: RecordValues): TrainingFields {
  const {
    days,
    trainers,
    participants,
    figures: _f,
    minutes: _m,
    followUpDue: _d,
    followUpNote: _n,
    ...course
  } = readTraining(values);
  return {
    ...course,
    days: days.map(({ attendance: _, ...day }) => day),
    trainers: trainers.map(({ openName: _, ...trainer }) => trainer),
    participants: participants.map(
      ({ id, anonymous, name, phone, sex, ageBand, displacement, disability, institution }) => ({
        id,
        anonymous,
        name,
        phone,
        sex,
        ageBand,
        displacement,
        disability,
        institution,
      }),
    ),
  } as TrainingFields;
}
