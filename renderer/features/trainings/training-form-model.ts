import type { TrainingView } from '#shared/contract/trainings.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import { fold } from '#shared/text/fold.ts';
import { newElementId } from '#renderer/client/new-id.ts';

/** A training as it is typed: codes and dates may still be missing. */
export type TrainingForm = {
  readonly title: string;
  readonly audience: string | null;
  readonly edition: string | null;
  readonly mode: string | null;
  readonly topics: readonly string[];
  readonly otherTopic: string;
  readonly status: string | null;
  readonly place: string | null;
  readonly venue: string;
  readonly forum: string | null;
  readonly organiser: string | null;
  readonly donor: string | null;
  /** `null`: kept at the owning office, and left as it is there. */
  readonly reason: string | null;
  readonly days: readonly DayForm[];
  readonly trainers: readonly TrainerForm[];
  readonly participants: readonly ParticipantForm[];
  readonly reached: readonly ReachedForm[];
};

export type DayForm = {
  readonly id: string;
  readonly date: string | null;
  readonly minutes: number | null;
  readonly subject: string;
};

export type TrainerForm = {
  readonly id: string;
  /** `null`: kept at the owning office, and left as it is there. */
  readonly name: string | null;
  readonly sex: string | null;
  readonly institution: string;
  /** Agreed that the name leaves the office. */
  readonly named: boolean;
};

export type ParticipantForm = {
  readonly id: string;
  readonly anonymous: boolean;
  /** `null`: kept at the owning office, and left as it is there. */
  readonly name: string | null;
  readonly phone: string;
  readonly sex: string | null;
  readonly ageBand: string | null;
  readonly displacement: string | null;
  /** `null`: kept at the owning office, and left as it is there. */
  readonly disability: string | null;
  readonly institution: string;
};

/** The id is the form's own: they are counts without identity. */
export type ReachedForm = {
  readonly id: string;
  readonly sex: string | null;
  readonly ageBand: string | null;
  readonly count: number | null;
};

export const emptyTraining: TrainingForm = {
  title: '',
  audience: null,
  edition: 'everyone',
  mode: null,
  topics: [],
  otherTopic: '',
  status: 'planned',
  place: null,
  venue: '',
  forum: null,
  organiser: null,
  donor: null,
  reason: '',
  days: [],
  trainers: [],
  participants: [],
  reached: [],
};

export const newDay = (): DayForm => ({ id: newElementId(), date: null, minutes: null, subject: '' });
export const newTrainer = (): TrainerForm => ({
  id: newElementId(),
  name: '',
  sex: null,
  institution: '',
  named: false,
});
export const newParticipant = (): ParticipantForm => ({
  id: newElementId(),
  anonymous: false,
  name: '',
  phone: '',
  sex: null,
  ageBand: null,
  displacement: null,
  disability: 'not_asked',
  institution: '',
});
type Member = OutputOf<'forums.get'>['members'][number];

/** Active members of a forum as participants, without those who stand there already by their names, however spelt. */
export function membersToParticipants(
  members: readonly Member[],
  present: readonly ParticipantForm[],
): readonly ParticipantForm[] {
  const names = new Set(present.map(({ name }) => fold(name ?? '').trim()));
  return members
    .filter(({ status, name }) => status === 'active' && name !== null && !names.has(fold(name).trim()))
    .map((member) => ({
      ...newParticipant(),
      name: member.name,
      phone: member.phone ?? '',
      sex: member.sex,
      ageBand: member.ageBand,
      displacement: member.displacement,
      institution: member.institution,
    }));
}

/** Names that stand in more than one row, each once. Spellings of one name count as the same. */
export function namesTwice(participants: readonly ParticipantForm[]): readonly string[] {
  const names = participants.flatMap(({ anonymous, name }) => (anonymous || !name?.trim() ? [] : [name.trim()]));
  const folded = names.map(fold);
  return names.filter(
    (_, index) => folded.indexOf(folded[index] ?? '') === index && folded.lastIndexOf(folded[index] ?? '') > index,
  );
}

export const newReached = (): ReachedForm => ({ id: newElementId(), sex: null, ageBand: null, count: null });

export function trainingFormOf(view: TrainingView): TrainingForm {
  const { title, audience, edition, mode, topics, otherTopic, status, place, venue, forum, organiser, donor } = view;
  return {
    ...{ title, audience, edition, mode, topics, otherTopic, status, place, venue, forum, organiser, donor },
    reason: view.reason,
    days: view.days.map(({ id, date, minutes, subject }) => ({ id, date, minutes, subject })),
    trainers: view.trainers.map(({ id, name, sex, institution, named }) => ({ id, name, sex, institution, named })),
    participants: view.participants.map((row) => ({
      id: row.id,
      anonymous: row.anonymous,
      name: row.anonymous ? '' : row.name,
      phone: row.phone ?? '',
      sex: row.sex,
      ageBand: row.ageBand,
      displacement: row.displacement,
      disability: row.disability,
      institution: row.institution,
    })),
    reached: view.reached.map((counted) => ({ id: newElementId(), ...counted })),
  };
}

/** What `trainings.create` and `trainings.edit` take, before it is judged. */
export const trainingInputOf = (form: TrainingForm): unknown => ({
  ...form,
  participants: form.participants.map((row) => ({
    ...row,
    name: row.anonymous ? null : row.name,
    phone: row.anonymous || row.phone === '' ? null : row.phone,
  })),
  reached: form.mode === 'awareness_session' ? form.reached.map(({ id: _, ...counted }) => counted) : [],
});
