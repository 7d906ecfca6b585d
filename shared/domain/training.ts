/** @file What a training is judged by: hours, results, editions, follow-up. Pure, for the core and for the forms. */
import { addMonths } from '#shared/text/calendar.ts';
import { IRAQI_YOUTH } from './age-band.ts';
import type { TrainingAudience, TrainingResult } from './generated/code-lists.ts';

/** `running` until the last day is over: attendance is written down day by day. */
export const TRAINING_STATUS = ['planned', 'running', 'held', 'cancelled'] as const;
export type TrainingStatus = (typeof TRAINING_STATUS)[number];

/** Whom an edition is kept for; audiences that vocabulary marks as separate sessions are of that edition too. */
export const TRAINING_EDITION = ['everyone', 'women', 'youth'] as const;
export type TrainingEdition = (typeof TRAINING_EDITION)[number];

/** How much of a day somebody was there; who stands in no list of a day was not. */
export const DAY_PART = ['whole', 'half'] as const;
export type DayPart = (typeof DAY_PART)[number];

/** What a trainee says three months later. */
export const FOLLOW_UP_OUTCOME = ['using', 'using_partly', 'not_using', 'not_reached'] as const;
export type FollowUpOutcome = (typeof FOLLOW_UP_OUTCOME)[number];

/** Whether a trainee has a disability, from the six questions; what was not asked is not guessed. */
export const DISABILITY_ANSWER = ['yes', 'no', 'not_asked'] as const;
export type DisabilityAnswer = (typeof DISABILITY_ANSWER)[number];

/** Share of the hours that completes a training, per mille. */
const COMPLETION_PER_MILLE = 800;
const followUpMonths = 3;

/** Counted apart: people are reached by it, not trained. */
export const isAwareness = (mode: string): boolean => mode === 'awareness_session';

export type TrainingDay = { readonly id: string; readonly date: string; readonly minutes: number };

export type DayAttendance = {
  readonly day: string;
  readonly rows: readonly { readonly participant: string; readonly part: string }[];
};

export const totalMinutes = (days: readonly TrainingDay[]): number =>
  days.reduce((sum, { minutes }) => sum + minutes, 0);

/** Minutes that each participant was there, by participant; half a day counts half of its length, rounded down. */
export function minutesAttended(
  days: readonly TrainingDay[],
  attendance: readonly DayAttendance[],
): ReadonlyMap<string, number> {
  const lengths = new Map(days.map(({ id, minutes }) => [id, minutes]));
  const attended = new Map<string, number>();
  for (const { day, rows } of attendance) {
    const length = lengths.get(day) ?? 0;
    for (const { participant, part } of rows) {
      const there = part === 'whole' ? length : part === 'half' ? Math.floor(length / 2) : 0;
      attended.set(participant, (attended.get(participant) ?? 0) + there);
    }
  }
  return attended;
}

export const completes = (attended: number, total: number): boolean =>
  total > 0 && attended * 1000 >= total * COMPLETION_PER_MILLE;

/** Code of `training_result`; null before the training was held. */
export function traineeResult(trainee: {
  readonly status: string;
  readonly attended: number;
  readonly total: number;
  /** Holds a certificate that was not withdrawn. */
  readonly certified: boolean;
  /** Stopped coming, as the trainers tell it. */
  readonly left: boolean;
}): TrainingResult | null {
  if (trainee.status !== 'held' || trainee.total === 0) return null;
  if (trainee.attended === 0) return 'no_show';
  if (completes(trainee.attended, trainee.total)) return trainee.certified ? 'certificate' : 'completed';
  return trainee.left ? 'dropped_out' : 'partial';
}

/** Results that make somebody a trained person. */
const trained: readonly string[] = ['completed', 'certificate', 'partial'] satisfies TrainingResult[];
export const isTrained = (result: string | null): boolean => result !== null && trained.includes(result);

/** First and last day; null where no day is set. */
export function spanOf(
  days: readonly { readonly date: string }[],
): { readonly first: string; readonly last: string } | null {
  const dates = days.map(({ date }) => date).toSorted();
  const [first] = dates;
  const last = dates.at(-1);
  return first === undefined || last === undefined ? null : { first, last };
}

/** The day on which trainees should be asked what became of it; null where nobody has to be. */
export function followUpDue(training: {
  readonly status: string;
  readonly mode: string;
  readonly last: string | null;
}): string | null {
  if (training.status !== 'held' || isAwareness(training.mode) || training.last === null) return null;
  return addMonths(training.last, followUpMonths);
}

const womenAudiences: readonly string[] = ['women_community', 'police_women'] satisfies TrainingAudience[];
const youthAudiences: readonly string[] = ['youth_community'] satisfies TrainingAudience[];

const isForWomen = (training: { readonly edition: string | null; readonly audience: string | null }): boolean =>
  training.edition === 'women' || womenAudiences.includes(training.audience ?? '');

const isForYouth = (training: { readonly edition: string | null; readonly audience: string | null }): boolean =>
  training.edition === 'youth' || youthAudiences.includes(training.audience ?? '');

type Person = { readonly sex: string | null; readonly ageBand: string | null };

/** People an edition is not kept for: possible, so the form asks why and keeps the answer. */
export function outsiders(training: {
  readonly edition: string | null;
  readonly audience: string | null;
  readonly participants: readonly Person[];
}): { readonly men: number; readonly notYoung: number } {
  const { participants } = training;
  return {
    men: isForWomen(training) ? participants.filter(({ sex }) => sex === 'male').length : 0,
    notYoung: isForYouth(training) ? participants.filter(({ ageBand }) => isKnownNotYoung(ageBand)).length : 0,
  };
}

const isKnownNotYoung = (band: string | null): boolean =>
  band !== null && band !== 'unknown' && !(IRAQI_YOUTH as readonly string[]).includes(band);
