import { textIn } from '#core/changes/record-values.ts';
import type { Handler } from '#core/context.ts';
import { checkHolding } from '#core/features/holdings/holding-checks.ts';
import { changedGroups } from '#core/features/records/group-changes.ts';
import { openForChange } from '#core/features/records/guards.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { siteToGroups } from './site-groups.ts';

export const editSite: Handler<'sites.edit'> = async (context, { siteId, fields, heads }) => {
  const record = await openForChange(context, siteId, 'site');
  if (!record.ok) return record;
  const { values } = record.value;
  // Nothing is a part of itself.
  if (fields.partOf === siteId) return err(refusal('holding/no-such-site', {}));
  const before = { site: fields.partOf, siteBefore: textIn(values.one('station'), 'partOf') };
  const sound = await checkHolding(context, { status: fields.status, ...before }, values);
  if (!sound.ok) return sound;
  const groups = changedGroups(values, siteToGroups(fields), []);
  if (groups.length > 0) {
    const written = context.write({ record: siteId, at: 'site', kind: 'site.edited', groups, heads });
    if (!written.ok) return written;
  }
  return ok({ id: siteId, changedGroups: groups.map(({ group }) => group) });
};
