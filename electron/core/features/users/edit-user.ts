import type { JsonObject } from '#core/changes/canonical.ts';
import type { Handler } from '#core/context.ts';
import { changedGroups } from '#core/features/records/group-changes.ts';
import { openRecord } from '#core/features/records/read-record.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { isOtherAdministrator } from './users-store.ts';

export const editUser: Handler<'users.edit'> = async (context, { userId, displayName, roles, heads }) => {
  const record = await openRecord(context, userId, 'user');
  if (!record) return err(refusal('user/not-found', {}));
  if (!record.mine) return err(refusal('record/not-yours', {}));
  if (!roles.includes('administrator') && !(await isOtherAdministrator(context.db, userId))) {
    return err(refusal('user/last-administrator', {}));
  }
  const wanted = new Map<string, JsonObject>([
    ['profile', { displayName }],
    ['roles', { roles }],
  ]);
  const groups = changedGroups(record.values, wanted, []);
  if (groups.length === 0) return ok({ id: userId });
  const written = context.write({ record: userId, at: 'user', kind: 'user.edited', groups, heads });
  return written.ok ? ok({ id: userId }) : written;
};
