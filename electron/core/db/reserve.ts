import { closeSync, fsyncSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { type StoreError, storeError } from './store-error.ts';

const reserveBytes = 64 * 1024 * 1024;

/**
 * Keeps space back for the day the disk is full: freeing it lets the application close in order and write a bundle.
 * Written out in full, since a sparse file holds nothing back. `store/full` when there is no space for it now.
 */
export function ensureReserve(file: string, bytes: number = reserveBytes): Result<null, StoreError<'store/full'>> {
  if (statSync(file, { throwIfNoEntry: false })?.size === bytes) return ok(null);
  try {
    fill(file, bytes);
    return ok(null);
  } catch (error) {
    rmSync(file, { force: true });
    if (['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? ''))
      return err(storeError('store/full'));
    throw error;
  }
}

/** Gives the reserve up. True when there was one. */
export function freeReserve(file: string): boolean {
  const existed = statSync(file, { throwIfNoEntry: false }) !== undefined;
  rmSync(file, { force: true });
  return existed;
}

function fill(file: string, bytes: number): void {
  const block = new Uint8Array(1024 * 1024);
  const descriptor = openSync(file, 'w', 0o600);
  try {
    for (let rest = bytes; rest > 0; ) rest -= writeSync(descriptor, block, 0, Math.min(block.length, rest));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
