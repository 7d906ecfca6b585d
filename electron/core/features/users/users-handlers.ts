import type { HandlersOf } from '#core/context.ts';
import { createUser } from './create-user.ts';
import { disableUser } from './disable-user.ts';
import { editUser } from './edit-user.ts';
import { resetPassphrase } from './reset-passphrase.ts';
import { listUsers } from './users-store.ts';
import { headsOf } from '#core/features/records/read-record.ts';
import { ok } from '#shared/lib/result.ts';

export const userHandlers: HandlersOf<'users'> = {
  'users.list': async (context) => {
    const users = [];
    for (const { node, ...user } of await listUsers(context.db)) {
      users.push({ ...user, nodeName: context.home.rosters.nodeName(node), heads: await headsOf(context, user.id) });
    }
    return ok(users);
  },
  'users.create': createUser,
  'users.edit': editUser,
  'users.resetPassphrase': resetPassphrase,
  'users.disable': disableUser,
};
