/** @file A year of one office and its directorate, made by `jisr demo`: for tests that look at all of it. */
import path from 'node:path';
import type { CoreSettings } from '#core/ports.ts';
import { type DemoReport, demoPlan, runDemo } from '#electron/cli/demo/run-demo.ts';
import type { LifePlan } from '#electron/cli/demo/life-types.ts';

export type DemoYear = {
  readonly plan: LifePlan;
  readonly report: DemoReport;
  readonly homeOf: (kind: 'directorate' | 'office') => string;
  readonly witnessFolder: string;
};

const size = { seed: 1, offices: 1, months: 12 };

/** Settings of tests but for the folders of one home. */
export const yearSettings = {
  resourcesFolder: path.join(import.meta.dirname, '../../../resources'),
  appVersion: '0.0.0-test',
  argonCost: { memoryKiB: 64, passes: 1 },
  reserveBytes: 4096,
} satisfies Partial<CoreSettings>;

/** `folder`: empty or not there yet. Takes some fifteen seconds. */
export async function makeYear(folder: string): Promise<DemoYear> {
  const made = await runDemo({
    ...size,
    folder,
    settings: { ...yearSettings, homeFolder: folder, witnessFolder: folder },
    progress: () => undefined,
    interrupted: new AbortController().signal,
  });
  if (!made.ok) throw new Error(`the year was not made: ${made.error.code}`);
  const { homes } = made.value;
  return {
    plan: demoPlan(size),
    report: made.value,
    homeOf: (kind) => homes.find((home) => home.kind === kind)?.dir ?? '',
    witnessFolder: path.join(folder, '.jisr-witness'),
  };
}
