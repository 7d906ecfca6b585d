import { expect, test } from 'vitest';
import { type Argon2Cost, calibrateArgon2 } from './argon-calibration.ts';

const gib = 2 ** 30;
/** A PC that needs so long for 64 MiB and three passes. */
const on = (msForLeast: number, memoryGiB: number): Promise<Argon2Cost> =>
  calibrateArgon2(
    () => 0,
    memoryGiB * gib,
    async ({ memoryKiB, passes }) => (msForLeast * memoryKiB * passes) / (64 * 1024 * 3),
  );

test('takes more memory where the PC has it and is fast', async () => {
  expect(await on(150, 8)).toEqual({ memoryKiB: 256 * 1024, passes: 3 });
  expect(await on(350, 8)).toEqual({ memoryKiB: 128 * 1024, passes: 3 });
  expect(await on(700, 8)).toEqual({ memoryKiB: 64 * 1024, passes: 3 });
});

test('takes more passes where memory is short, up to half a second', async () => {
  expect(await on(150, 2)).toEqual({ memoryKiB: 64 * 1024, passes: 10 });
  expect(await on(60, 8)).toEqual({ memoryKiB: 256 * 1024, passes: 7 });
});

test('never goes below 64 MiB and three passes, nor above twenty', async () => {
  expect(await on(5000, 2)).toEqual({ memoryKiB: 64 * 1024, passes: 3 });
  expect(await on(1, 2)).toEqual({ memoryKiB: 64 * 1024, passes: 20 });
});
