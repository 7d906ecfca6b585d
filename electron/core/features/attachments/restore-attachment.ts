import type { JsonObject } from '#core/changes/canonical.ts';
import { uuidToBytes } from '#core/changes/ids.ts';
import { decodeRow } from '#core/changes/stored.ts';
import type { Handler, HomeContext } from '#core/context.ts';
import { openAnyForChange } from '#core/features/records/guards.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { attachmentGroups } from './attachment-groups.ts';

/** Writes the last value again of one that was taken out: its blob was kept, and so is its id. */
export const restoreAttachment: Handler<'attachments.restore'> = async (context, { recordId, attachmentId, heads }) => {
  const record = await openAnyForChange(context, recordId);
  if (!record.ok) return record;
  const { at } = record.value;
  const group = attachmentGroups(at)
    .map((where) => `${where.group}:${attachmentId}`)
    .find((name) => record.value.values.all.get(name)?.state === 'removed');
  const value = group === undefined ? null : await lastValue(context, recordId, group);
  if (group === undefined || value === null) return err(refusal('attachment/not-found', {}));
  const groups = [{ group, value }];
  const written = context.write({ record: recordId, at, kind: 'attachment.added', groups, heads });
  return written.ok ? ok({ id: recordId }) : written;
};

async function lastValue(context: HomeContext, recordId: string, group: string): Promise<JsonObject | null> {
  const rows = await context.db
    .selectFrom('chg')
    .select(['hdr', 'pay'])
    .where('agg', '=', uuidToBytes(recordId))
    .where('verdict', '=', 'ok')
    .orderBy('n', 'desc')
    .execute();
  for (const row of rows) {
    const value = decodeRow(row).payload?.d[group];
    if (value) return value;
  }
  return null;
}
