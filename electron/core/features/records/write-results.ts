/** @file What can go wrong when a record is written, where the use-case has ruled part of it out. */
import type { WriteFault } from '#core/changes/write.ts';
import { err, type Result } from '#shared/lib/result.ts';

/** A new record has no earlier values and no other owner, and enrolment was asked before: anything else is a bug. */
export function createdBy(written: Result<null, WriteFault>): void {
  if (!written.ok) throw new Error(`a new record was refused: ${written.error.code}`);
}

/** An element with a new id has no earlier value that could have been missed. */
export function addedBy(
  written: Result<null, WriteFault>,
): Result<null, Exclude<WriteFault, { readonly code: 'record/changed' }>> {
  if (written.ok) return written;
  if (written.error.code === 'record/changed') throw new Error('what was added cannot meet a changed record');
  return err(written.error);
}
