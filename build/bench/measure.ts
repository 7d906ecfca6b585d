/** @file Times of single operations, and how benches print what they found. */
import { performance } from 'node:perf_hooks';

/** Milliseconds of one run. */
export async function timeOf(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Milliseconds of each of so many runs. */
export async function timesOf(runs: number, work: (run: number) => unknown): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) times.push(await timeOf(() => work(run)));
  return times;
}

/** As `timesOf`, with work before each run whose time does not count. */
export async function timesAfter(
  before: () => unknown,
  runs: number,
  work: (run: number) => unknown,
): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    await before();
    times.push(await timeOf(() => work(run)));
  }
  return times;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
export const p95 = (values: readonly number[]): number => quantile(values, 0.95);

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** One printed line: what was measured, the figure, and where a goal stands whether it was reached. */
export type Figure = {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly goal?: { readonly atMost?: number; readonly atLeast?: number };
};

export type Bench = {
  readonly name: string;
  /** Takes minutes: left out unless it is named. */
  readonly byNameOnly?: true;
  readonly run: () => Promise<readonly Figure[]>;
};

/** Median and p95 of times as two figures. */
export const spread = (
  what: string,
  times: readonly number[],
  goals: { median?: number; p95?: number } = {},
): Figure[] => [
  { what: `${what}, median`, value: median(times), unit: 'ms', ...atMost(goals.median) },
  { what: `${what}, p95`, value: p95(times), unit: 'ms', ...atMost(goals.p95) },
];

const atMost = (limit: number | undefined): Pick<Figure, 'goal'> =>
  limit === undefined ? {} : { goal: { atMost: limit } };

export function tell({ what, value, unit, goal }: Figure): string {
  const shown = Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);
  const line = `  ${what.padEnd(58)} ${shown.padStart(9)} ${unit}`;
  if (!goal) return line;
  const limit = goal.atMost === undefined ? `>= ${goal.atLeast}` : `<= ${goal.atMost}`;
  return `${line.padEnd(82)} goal ${limit}: ${isReached(value, goal) ? 'reached' : 'MISSED'}`;
}

export const isReached = (value: number, goal: NonNullable<Figure['goal']>): boolean =>
  value <= (goal.atMost ?? Number.POSITIVE_INFINITY) && value >= (goal.atLeast ?? Number.NEGATIVE_INFINITY);
