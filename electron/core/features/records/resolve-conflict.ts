import type { Handler } from '#core/context.ts';
import { wireToBytes } from '#core/changes/ids.ts';
import { groupToToken } from '#core/changes/registry.ts';
import { decodeRow } from '#core/changes/stored.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { openForChange } from './guards.ts';
import { headsOf, recordTypeOf } from './read-record.ts';

/** Writes the kept value again as a change that has seen them all; the others stay in the history. */
export const resolveConflict: Handler<'records.resolve'> = async (context, { recordId, group, keep, heads }) => {
  const at = await recordTypeOf(context, recordId);
  if (at === null) return err(refusal('record/not-found', {}));
  const record = await openForChange(context, recordId, at);
  if (!record.ok) return record;
  const current = (await headsOf(context, recordId))[group] ?? [];
  if (current.length < 2 || !current.includes(keep)) return err(refusal('record/no-conflict', {}));
  const kept = await context.db
    .selectFrom('chg')
    .select(['hdr', 'pay'])
    .where('id16', '=', wireToBytes(keep))
    .executeTakeFirst();
  const { payload } = kept ? decodeRow(kept) : { payload: null };
  if (!payload) return err(refusal('record/no-conflict', {}));
  const written = context.write({
    record: recordId,
    at,
    kind: 'conflict.resolved',
    groups: [{ group, value: payload.d[groupToToken(at, group)] ?? null }],
    heads,
  });
  return written.ok ? ok({ id: recordId }) : written;
};
