/** @file A training as its forms have it, and as register groups. */
import type { JsonObject } from '#core/changes/canonical.ts';
import type { RecordValues } from '#core/changes/record-values.ts';
import type { TrainingFields, TrainingFollowUp, TrainingResults } from '#shared/contract/trainings.ts';
import { isAwareness } from '#shared/domain/training.ts';

type Groups = Map<string, JsonObject | null>;

export const courseSets = [
  'day',
  'trainer',
  'trainerName',
  'trainerConsent',
  'trainerNamed',
  'participant',
  'participantName',
  'participantCare',
] as const;
/** Element ids of these are participants: they go with them. Whoever ever held a certificate is not taken out. */
const setsOfParticipants = ['preTest', 'postTest', 'left', 'followUp'] as const;
export const resultSets = ['attendance', 'preTest', 'postTest', 'left'] as const;
export const followUpSets = ['followUp'] as const;

/** `before`: the training as it is, where there is one. */
export function courseToGroups(fields: TrainingFields, before: RecordValues | null): Groups {
  const { title, audience, edition, mode, topics, otherTopic, place, venue, forum } = fields;
  const reached = isAwareness(mode) ? fields.reached : [];
  const groups: Groups = new Map<string, JsonObject | null>([
    ['course', { title, audience, edition, mode, topics, otherTopic }],
    ['status', { status: fields.status }],
    ['venue', { place, venue, forum }],
    ['support', { organiser: fields.organiser, donor: fields.donor }],
    ['reached', { counts: reached.map(({ sex, ageBand, count }) => ({ sex, ageBand, count })) }],
  ]);
  if (isSaid(fields.reason, before, 'reason')) groups.set('reason', { reason: fields.reason ?? '' });
  for (const { id, date, minutes, subject } of fields.days) groups.set(`day:${id}`, { date, minutes, subject });
  for (const trainer of fields.trainers) addTrainer(groups, trainer);
  for (const participant of fields.participants) addParticipant(groups, participant);
  return groups;
}

function addTrainer(groups: Groups, { id, name, sex, institution, named }: TrainingFields['trainers'][number]): void {
  groups.set(`trainer:${id}`, { sex, institution });
  // A form without the name was made where the name is not known: it stays as it is.
  groups.set(`trainerName:${id}`, name === null ? null : { name });
  if (named !== true) return;
  groups.set(`trainerConsent:${id}`, { named });
  groups.set(`trainerNamed:${id}`, name === null ? null : { name });
}

function addParticipant(groups: Groups, row: TrainingFields['participants'][number]): void {
  const { id, anonymous, sex, ageBand, displacement, institution, name, phone, disability } = row;
  groups.set(`participant:${id}`, { anonymous, sex, ageBand, displacement, institution });
  if (!anonymous) groups.set(`participantName:${id}`, name === null ? null : { name, phone });
  groups.set(`participantCare:${id}`, disability === null ? null : { disability });
}

/** What hangs on days and participants that are no longer there. */
export function orphans(current: RecordValues, fields: TrainingFields): string[] {
  const days = new Set(fields.days.map(({ id }) => id));
  const people = new Set(fields.participants.map(({ id }) => id));
  const lost = (set: string, kept: ReadonlySet<string>): string[] =>
    current.elements(set).flatMap(({ id, value }) => (value === null || kept.has(id) ? [] : [`${set}:${id}`]));
  return [...lost('attendance', days), ...setsOfParticipants.flatMap((set) => lost(set, people))];
}

export function resultsToGroups({ attendance, tests, left }: TrainingResults): Groups {
  const groups: Groups = new Map();
  for (const { day, rows } of attendance) {
    const sorted = rows.toSorted((a, b) => (a.participant < b.participant ? -1 : 1));
    groups.set(`attendance:${day}`, { rows: sorted.map(({ participant, part }) => ({ participant, part })) });
  }
  for (const { participant, pre, post } of tests) {
    if (pre !== null) groups.set(`preTest:${participant}`, { score: pre });
    if (post !== null) groups.set(`postTest:${participant}`, { score: post });
  }
  for (const participant of left) groups.set(`left:${participant}`, { left: true });
  return groups;
}

export function followUpToGroups({ answers, note }: TrainingFollowUp, before: RecordValues): Groups {
  const groups: Groups = new Map();
  for (const { participant, date, outcome } of answers) groups.set(`followUp:${participant}`, { date, outcome });
  if (isSaid(note, before, 'followUpNote')) groups.set('followUpNote', { text: note ?? '' });
  return groups;
}

/** Nothing said is not written down: above, it would read as something that is kept at the office. */
const isSaid = (text: string | null, before: RecordValues | null, group: string): boolean =>
  text !== null && (text !== '' || (before?.one(group) ?? null) !== null);
