import type { HomeContext } from '#core/context.ts';
import { openForChange } from '#core/features/records/guards.ts';
import { type OpenRecord, recordTypeOf } from '#core/features/records/read-record.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';

export type Holding = OpenRecord & { readonly at: 'site' | 'asset' };

/** A site or an asset that something is added to; `corrects` must be one of its entries of that group. */
export async function openHolding(
  context: HomeContext,
  id: string,
  group: 'handover' | 'check' | 'incident',
  corrects: string | null,
): Promise<Result<Holding, AppError<'record/not-found' | 'record/voided' | 'holding/unknown-entry'>>> {
  const at = await recordTypeOf(context, id);
  if (at !== 'site' && at !== 'asset') return err(refusal('record/not-found', {}));
  const record = await openForChange(context, id, at);
  if (!record.ok) return record;
  const entries = record.value.values.elements(group);
  if (corrects !== null && !entries.some((entry) => entry.id === corrects)) {
    return err(refusal('holding/unknown-entry', {}));
  }
  return ok({ ...record.value, at });
}
