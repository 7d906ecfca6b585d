import type { Handler } from '#core/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { removeUserSlot } from '#core/home/key-files.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { isOtherAdministrator, loginOf, setSlot } from './users-store.ts';

/** The slot goes first: a crash after it leaves a user who cannot get in, which is what was wanted. */
export const disableUser: Handler<'users.disable'> = async (context, { userId }) => {
  const login = await loginOf(context.db, userId);
  if (!login) return err(refusal('user/not-found', {}));
  if (!(await isOtherAdministrator(context.db, userId))) return err(refusal('user/last-administrator', {}));
  if (login.slot !== null) await removeUserSlot(context.services.home.keys, login.slot);
  // Whoever takes the own key away may do nothing more in this session either.
  const { rereadSession } = context.services.home;
  await inTransaction(context.home.store, async (trx) => ok(await setSlot(trx, userId, null)), rereadSession);
  context.refresh(['users']);
  return ok({});
};
