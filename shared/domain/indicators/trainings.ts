/** @file T01 to T03: trainings that ended in the period. */
import { isAwareness, isTrained } from '#shared/domain/training.ts';
import { hasReachedGoal } from '#shared/domain/training-figures.ts';
import { counted, type Item, judged, type Tags } from './item.ts';
import { isIn, type Period } from './period.ts';

export type TrainingFact = {
  readonly mode: string;
  readonly lastDay: string | null;
  readonly participants: readonly ParticipantFact[];
  /** People an awareness session reached who have no row. */
  readonly reached: readonly { readonly count: number; readonly tags: Tags }[];
};

export type ParticipantFact = {
  /** The same for one person in all trainings of an office; null where nobody can tell. */
  readonly person: string | null;
  /** Code of `training_result`; null before the training was held. */
  readonly result: string | null;
  readonly minutes: number;
  readonly pre: number | null;
  readonly post: number | null;
  readonly tags: Tags;
};

export function trainingItems(trainings: readonly TrainingFact[], period: Period): Record<string, Item[]> {
  const ended = trainings.filter(({ lastDay }) => isIn(period, lastDay)).toSorted(byLastDay);
  const courses = ended.filter(({ mode }) => !isAwareness(mode)).flatMap(({ participants }) => participants);
  const sessions = ended.filter(({ mode }) => isAwareness(mode));
  const trained = courses.filter(({ result }) => isTrained(result));
  const tested = courses.flatMap(({ pre, post, tags, result }) => {
    if (result === null) return [];
    return [{ gain: pre === null || post === null ? null : post - pre, goal: hasReachedGoal(pre, post), tags }];
  });
  return {
    T01: distinct(trained),
    T01_times: trained.map(({ tags }) => counted(tags)),
    T01_reached: sessions.flatMap(({ participants, reached }) => [
      ...participants.filter(({ result, minutes }) => result !== null && minutes > 0).map(({ tags }) => counted(tags)),
      ...reached.map(({ count, tags }) => counted(tags, count)),
    ]),
    T02: courses
      .filter(({ minutes }) => minutes > 0)
      .map(({ minutes, tags }) => ({ n: minutes, of: 1, left: 0, tags })),
    T03: tested.map(({ gain, tags }) => ({
      n: gain ?? 0,
      of: gain === null ? 0 : 1,
      left: gain === null ? 1 : 0,
      tags,
    })),
    T03_goal: tested.map(({ goal, tags }) => judged(tags, goal)),
  };
}

const byLastDay = (a: TrainingFact, b: TrainingFact): number => ((a.lastDay ?? '') < (b.lastDay ?? '') ? -1 : 1);

/** One item a person: as the last training has her, in the lines of all audiences and topics. */
function distinct(rows: readonly ParticipantFact[]): Item[] {
  const people = new Map<string, Tags>();
  rows.forEach(({ person, tags }, index) => {
    const key = person ?? `row ${index}`;
    people.set(key, joined(people.get(key), tags));
  });
  return [...people.values()].map((tags) => counted(tags));
}

function joined(before: Tags | undefined, tags: Tags): Tags {
  if (before === undefined) return tags;
  const both = (dimension: string) => [...new Set([before[dimension] ?? [], tags[dimension] ?? []].flat())];
  return { ...tags, training_audience: both('training_audience'), training_topic: both('training_topic') };
}
