/**
 * @file The first 16 bytes of the database are its salt: with one of them damaged even the right key opens nothing. A
 * copy is kept in the key files (home/key-files.ts).
 */
import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { bytesEqual } from '#core/crypto/bytes.ts';

const saltLength = 16;

/** The salt of a database file that was written at least once. Throws on a shorter file. */
export function readSalt(file: string): Uint8Array {
  return withFile(file, 'r', (descriptor) => {
    const salt = new Uint8Array(saltLength);
    if (readSync(descriptor, salt, 0, saltLength, 0) !== saltLength) throw new Error('the database has no first page');
    return salt;
  });
}

/**
 * Puts a kept salt back. For a closed database that answered `store/wrong-key` to a key known to be right; false when
 * the salt was not what is wrong, and nothing was written.
 */
export function repairSalt(file: string, salt: Uint8Array): boolean {
  if (salt.length !== saltLength) throw new RangeError('the salt of a database has 16 bytes');
  if (bytesEqual(readSalt(file), salt)) return false;
  withFile(file, 'r+', (descriptor) => {
    writeSync(descriptor, salt, 0, saltLength, 0);
    fsyncSync(descriptor);
  });
  return true;
}

function withFile<T>(file: string, flags: string, work: (descriptor: number) => T): T {
  const descriptor = openSync(file, flags);
  try {
    return work(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
