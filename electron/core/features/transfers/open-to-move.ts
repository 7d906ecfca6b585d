import { isMovable, type MovableType } from '#core/changes/registry.ts';
import type { WriteFault } from '#core/changes/write.ts';
import type { HomeContext } from '#core/context.ts';
import { leads } from '#core/features/records/guards.ts';
import { isNewer, type OpenRecord, openRecord, recordTypeOf } from '#core/features/records/read-record.ts';
import { TRANSFERABLE, type Transferable } from '#shared/domain/transfer.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';

export type MoveFault = AppError<'record/not-found' | 'record/voided' | 'record/newer-program'>;

export type MovableRecord = OpenRecord & { readonly at: MovableType };

/**
 * The record, unless it is missing, unseen, none of this person to hand over, void or read-only for this program. What
 * hangs on a forum goes where that goes, void or not.
 */
export async function openToMove(context: HomeContext, id: string): Promise<Result<MovableRecord, MoveFault>> {
  const at = await recordTypeOf(context, id);
  if (at === null || !isMovable(at) || !leads(context, at)) return err(refusal('record/not-found', {}));
  const record = await openRecord(context, id, at);
  if (!record) return err(refusal('record/not-found', {}));
  if (record.voided && isTransferable(at)) return err(refusal('record/voided', {}));
  return (await isNewer(context, id)) ? err(refusal('record/newer-program', {})) : ok({ ...record, at });
}

/** Handed over by itself, not along with another record. */
export const isTransferable = (at: string): at is Transferable => TRANSFERABLE.some((one) => one === at);

/** The use-case has ruled out what else writing could refuse: anything left is a bug. */
export function moved(written: Result<null, WriteFault>): Result<null, AppError<'record/newer-program'>> {
  if (written.ok) return written;
  const { code } = written.error;
  // What goes along may hold something that only a newer program knows, though what leads it does not.
  if (code === 'record/newer-program') return err(refusal(code, {}));
  throw new Error(`a hand-over was refused: ${code}`);
}
