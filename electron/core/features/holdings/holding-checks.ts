/** @file What a site or an asset refers to must be there. */
import type { RecordValues } from '#core/changes/record-values.ts';
import { textIn } from '#core/changes/record-values.ts';
import type { HomeContext } from '#core/context.ts';
import { openRecord } from '#core/features/records/read-record.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';

type Refused = AppError<'holding/handover-required' | 'holding/no-such-site'>;

/** `site`: the one it names. Who does not see the old site keeps it: it was chosen by somebody who did. */
export async function checkHolding(
  context: HomeContext,
  { status, site, siteBefore }: { readonly status: string; readonly site: string | null; readonly siteBefore?: string },
  before?: RecordValues,
): Promise<Result<null, Refused>> {
  const wasHanded = before !== undefined && before.elements('handover').length > 0;
  const stays = before !== undefined && textIn(before.one('state'), 'status') === status;
  if (status === 'handed_over' && !wasHanded && !stays) return err(refusal('holding/handover-required', {}));
  if (site !== null && site !== siteBefore && (await siteNamed(context, site)) === null) {
    return err(refusal('holding/no-such-site', {}));
  }
  return ok(null);
}

/** Its name; null where there is no such site, or it is void. */
export async function siteNamed(context: HomeContext, id: string): Promise<string | null> {
  const site = await openRecord(context, id, 'site');
  return site && !site.voided ? textIn(site.values.one('identity'), 'name') : null;
}
