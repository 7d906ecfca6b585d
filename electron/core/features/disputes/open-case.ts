import type { HomeContext } from '#core/context.ts';
import { textIn } from '#core/changes/record-values.ts';
import { openForChange } from '#core/features/records/guards.ts';
import type { OpenRecord } from '#core/features/records/read-record.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, type Result } from '#shared/lib/result.ts';

/** The dispute, unless it is missing, unseen, void, offered away or closed: what is closed is reopened first. */
export async function openCase(
  context: HomeContext,
  disputeId: string,
): Promise<
  Result<OpenRecord, AppError<'record/not-found' | 'record/voided' | 'record/offered-away' | 'dispute/closed'>>
> {
  const record = await openForChange(context, disputeId, 'dispute');
  if (!record.ok) return record;
  const isClosed = textIn(record.value.values.one('stage'), 'stage') === 'closed';
  return isClosed ? err(refusal('dispute/closed', {})) : record;
}
