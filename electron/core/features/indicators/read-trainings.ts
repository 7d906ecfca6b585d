import type { Kysely } from 'kysely';
import type { Tables } from '#core/db/tables.ts';
import { readTraining } from '#core/features/trainings/read-training.ts';
import type { Tags } from '#shared/domain/indicators/item.ts';
import type { ParticipantFact, TrainingFact } from '#shared/domain/indicators/trainings.ts';
import { spanOf } from '#shared/domain/training.ts';
import { isCalendarDate } from '#shared/text/calendar.ts';
import { fold } from '#shared/text/fold.ts';
import type { PlaceTags } from './place-tags.ts';
import { readRecords } from './read-values.ts';

const groups = [
  'course',
  'status',
  'venue',
  'day',
  'participant',
  'participantName',
  'participantCare',
  'reached',
  'attendance',
  'preTest',
  'postTest',
  'left',
  'certificate',
];

export async function readTrainings(db: Kysely<Tables>, tagsOf: PlaceTags): Promise<TrainingFact[]> {
  const records = await readRecords(db, { at: 'training', groups });
  return [...records.values()].map(({ owner, values }) => {
    const { place, forum, audience, topics, mode, status, days, participants, reached } = readTraining(values);
    const tags = {
      ...tagsOf({ place, owner, forum: forum ?? '' }),
      training_audience: audience,
      training_topic: topics,
    };
    const isHeld = status === 'held';
    const span = spanOf(days.filter(({ date }) => isCalendarDate(date)));
    return {
      mode,
      lastDay: isHeld ? (span?.last ?? null) : null,
      participants: participants.map((row) => toFact(row, owner, tags)),
      reached: reached.map(({ sex, ageBand, count }) => ({ count, tags: { ...tags, sex, age_band: ageBand } })),
    };
  });
}

type Participant = ReturnType<typeof readTraining>['participants'][number];

const disabilityCodes: Readonly<Record<string, string>> = { yes: 'yes', no: 'no' };

function toFact(row: Participant, owner: string, tags: Tags): ParticipantFact {
  const { name, sex, ageBand, displacement, disability, result, minutes, pre, post } = row;
  return {
    // The register keeps no person across trainings: within an office the full name tells who came again.
    person: name === null || name === '' ? null : `${owner} ${sex} ${fold(name)}`,
    result,
    minutes,
    pre,
    post,
    tags: {
      ...tags,
      sex,
      age_band: ageBand,
      displacement_status: displacement,
      disability: disabilityCodes[disability ?? ''] ?? 'unknown',
    },
  };
}
