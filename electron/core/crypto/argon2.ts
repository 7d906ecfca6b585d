/**
 * @file Argon2id from hash-wasm: `crypto.argon2` type-checks and works in Node but is absent in Electron.
 */
import { argon2id } from 'hash-wasm';
import { fromBase64Url } from './bytes.ts';

/** Stored beside each slot. `memoryKiB` is in KiB; the salt is 16 bytes as base64url. */
export type Argon2Params = {
  readonly saltBase64: string;
  readonly memoryKiB: number;
  readonly passes: number;
};

export const argon2SaltLength = 16;

/** Above these a key file could keep the PC busy or out of memory: refused before any work is done. */
const maxMemoryKiB = 1024 * 1024;
const maxPasses = 20;
/** Argon2 itself needs 8 KiB a lane. */
const minMemoryKiB = 8;

/** Whether the numbers are in the range that is worked at all; says nothing about their strength. */
export function isAcceptableArgon2Params(params: Argon2Params): boolean {
  return (
    isIntegerBetween(params.memoryKiB, minMemoryKiB, maxMemoryKiB) &&
    isIntegerBetween(params.passes, 1, maxPasses) &&
    fromBase64Url(params.saltBase64)?.length === argon2SaltLength
  );
}

/** Argon2id version 1.3 with one lane, 32 bytes out. Throws a RangeError on parameters that are not acceptable. */
export async function deriveArgon2id(passphrase: Uint8Array, params: Argon2Params): Promise<Uint8Array> {
  const salt = fromBase64Url(params.saltBase64);
  if (salt === null || !isAcceptableArgon2Params(params)) throw new RangeError('Argon2 parameters out of range');
  return argon2id({
    password: passphrase,
    salt,
    parallelism: 1,
    iterations: params.passes,
    memorySize: params.memoryKiB,
    hashLength: 32,
    outputType: 'binary',
  });
}

function isIntegerBetween(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
