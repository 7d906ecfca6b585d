/** @file What can go wrong when a record is written, where the use-case has ruled part of it out. */
import type { WriteFault } from '#core/changes/write.ts';
import type { Result } from '#shared/lib/result.ts';

/** A new record has no earlier values and no other owner, and enrolment was asked before: anything else is a bug. */
export function createdBy(written: Result<null, WriteFault>): void {
  if (!written.ok) throw new Error(`a new record was refused: ${written.error.code}`);
}
