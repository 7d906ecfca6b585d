import type { WriteFault } from '#core/changes/write.ts';
import type { HomeContext } from '#core/context.ts';
import { openUnlessVoid } from '#core/features/records/guards.ts';
import { isNewer, type OpenRecord } from '#core/features/records/read-record.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, type Result } from '#shared/lib/result.ts';

export type MoveFault = AppError<'record/not-found' | 'record/voided' | 'record/newer-program'>;

/** The dispute, unless it is missing, unseen, void or read-only for this program. */
export async function openToMove(context: HomeContext, id: string): Promise<Result<OpenRecord, MoveFault>> {
  const record = await openUnlessVoid(context, id, 'dispute');
  if (!record.ok) return record;
  return (await isNewer(context, id)) ? err(refusal('record/newer-program', {})) : record;
}

/** The use-case has ruled out what writing could refuse: anything left is a bug. */
export function moved(written: Result<null, WriteFault>): void {
  if (!written.ok) throw new Error(`a hand-over was refused: ${written.error.code}`);
}
