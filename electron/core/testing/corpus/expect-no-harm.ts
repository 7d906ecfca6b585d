/** @file What every run of the fuzzer must come to, short or long. The seeds are in the name of a failure. */
import { expect, it } from 'vitest';
import { fuzzBounds, runFuzz } from './run-fuzz.ts';

export function expectNoHarm(count: number, timeoutMs: number): void {
  const seed = Number(process.env.JISR_SEED ?? 1);
  const seeds = [seed, seed + 1];
  it(
    `takes ${count} damaged bundles, half of them sealed again, without harm (seeds ${seeds.join(', ')})`,
    async () => {
      for (const result of await runFuzz(count, seeds)) {
        expect(result.count).toBe(count / seeds.length);
        expect(result.peakMiB, `seed ${result.seed}`).toBeLessThan(fuzzBounds.peakMiB);
        expect(result.slowestMs, `seed ${result.seed}`).toBeLessThan(fuzzBounds.slowestMs);
        // Damage of every depth was met: the container and its header, a section, the changes of a section.
        const depths = Object.keys(result.codes).map((code) => code.split('/')[0]);
        for (const depth of ['bundle', 'section', 'link']) expect(depths, `seed ${result.seed}`).toContain(depth);
        expect(result.used, `seed ${result.seed}`).toBeGreaterThan(0);
      }
    },
    timeoutMs,
  );
}
