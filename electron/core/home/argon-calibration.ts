import { totalmem } from 'node:os';
import { deriveArgon2id } from '#core/crypto/argon2.ts';
import { toBase64Url, utf8 } from '#core/crypto/bytes.ts';
import { randomBytes } from '#core/crypto/random.ts';

/** What a derivation costs; stored with each slot, so that a later calibration changes new slots only. */
export type Argon2Cost = { readonly memoryKiB: number; readonly passes: number };

export const leastArgon2Cost: Argon2Cost = { memoryKiB: 64 * 1024, passes: 3 };

/**
 * The cost that takes half a second to a second on this PC: at least 64 MiB and 3 passes, more memory (128 or 256 MiB)
 * first where the PC has 4 GB, more passes after that. On a slow PC the least cost may take longer.
 */
export async function calibrateArgon2(
  monotonic: () => number,
  memoryOfPcBytes: number = totalmem(),
  measureMs: (cost: Argon2Cost) => Promise<number> = (cost) => measure(cost, monotonic),
): Promise<Argon2Cost> {
  const leastMs = await measureMs(leastArgon2Cost);
  const msPerKiBPass = leastMs / (leastArgon2Cost.memoryKiB * leastArgon2Cost.passes);
  const memoryKiB = memoryChoices(memoryOfPcBytes).find(
    (choice) => choice * leastArgon2Cost.passes * msPerKiBPass <= mostMs,
  );
  if (memoryKiB === undefined) return leastArgon2Cost;
  const passesForHalfASecond = Math.ceil(fewestMs / (memoryKiB * msPerKiBPass));
  return { memoryKiB, passes: Math.min(Math.max(passesForHalfASecond, leastArgon2Cost.passes), mostPasses) };
}

const fewestMs = 500;
const mostMs = 1000;
const mostPasses = 20;

/** "4 GB" of memory are sold as slightly less than 4 GiB usable. */
const plentyOfMemoryBytes = 3.5 * 2 ** 30;

function memoryChoices(memoryOfPcBytes: number): readonly number[] {
  return memoryOfPcBytes >= plentyOfMemoryBytes ? [256 * 1024, 128 * 1024, 64 * 1024] : [64 * 1024];
}

async function measure(cost: Argon2Cost, monotonic: () => number): Promise<number> {
  const started = monotonic();
  await deriveArgon2id(utf8('how fast is this PC'), { saltBase64: toBase64Url(randomBytes(16)), ...cost });
  return monotonic() - started;
}
