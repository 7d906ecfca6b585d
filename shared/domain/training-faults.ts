/** @file What a training cannot say. Faults name the field, so that form and core refuse at the same place. */
import { outsiders } from './training.ts';

export const TRAINING_FAULT_CODES = [
  'field/no-training-day',
  'field/day-twice',
  'field/test-without-attendance',
] as const;

export type TrainingFault = {
  readonly path: readonly (string | number)[];
  readonly code: (typeof TRAINING_FAULT_CODES)[number] | 'field/required';
};

type Course = {
  readonly status: string;
  readonly edition: string;
  readonly audience: string;
  readonly topics: readonly string[];
  readonly otherTopic: string;
  /** Null: there may be one that is kept elsewhere. */
  readonly reason: string | null;
  readonly days: readonly { readonly date: string }[];
  readonly participants: readonly { readonly sex: string; readonly ageBand: string }[];
};

export function courseFaults(course: Course): TrainingFault[] {
  const faults: TrainingFault[] = [];
  if (course.topics.includes('other') && course.otherTopic === '') {
    faults.push({ path: ['otherTopic'], code: 'field/required' });
  }
  if ((course.status === 'running' || course.status === 'held') && course.days.length === 0) {
    faults.push({ path: ['days'], code: 'field/no-training-day' });
  }
  course.days.forEach(({ date }, index) => {
    const first = course.days.findIndex((day) => day.date === date);
    if (first < index) faults.push({ path: ['days', index, 'date'], code: 'field/day-twice' });
  });
  if (needsReason(course) && course.reason === '') faults.push({ path: ['reason'], code: 'field/required' });
  return faults;
}

/** Why it was called off, or why people came whom its edition is not kept for. */
export function needsReason(course: {
  readonly status: string | null;
  readonly edition: string | null;
  readonly audience: string | null;
  readonly participants: readonly { readonly sex: string | null; readonly ageBand: string | null }[];
}): boolean {
  const { men, notYoung } = outsiders(course);
  return course.status === 'cancelled' || men > 0 || notYoung > 0;
}

type Results = {
  readonly attendance: readonly { readonly rows: readonly { readonly participant: string }[] }[];
  readonly tests: readonly {
    readonly participant: string;
    readonly pre: number | null;
    readonly post: number | null;
  }[];
};

/** Somebody who was never there took no test. */
export function resultsFaults({ attendance, tests }: Results): TrainingFault[] {
  const there = new Set(attendance.flatMap(({ rows }) => rows.map(({ participant }) => participant)));
  return tests.flatMap(({ participant, ...scores }, index) =>
    (['pre', 'post'] as const)
      .filter((test) => scores[test] !== null && !there.has(participant))
      .map((test): TrainingFault => ({ path: ['tests', index, test], code: 'field/test-without-attendance' })),
  );
}
