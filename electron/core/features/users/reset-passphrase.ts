import type { Handler } from '#core/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { addUserSlot, rewrapUserSlot } from '#core/home/key-files.ts';
import { passphraseProblem } from '#core/home/passphrase.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { loginOf, setSlot } from './users-store.ts';

/** Also lets a disabled user in again. */
export const resetPassphrase: Handler<'users.resetPassphrase'> = async (context, { userId, passphrase }) => {
  if (passphraseProblem(passphrase) !== null) return err(refusal('passphrase/too-short', {}));
  const login = await loginOf(context.db, userId);
  if (!login) return err(refusal('user/not-found', {}));
  const { keys } = context.services.home;
  const dek = context.services.home.dek();
  if (login.slot !== null) {
    const wrapped = await rewrapUserSlot(keys, login.slot, { dek, passphrase });
    if (!wrapped.ok) throw new Error(`a known slot could not be wrapped: ${wrapped.error.code}`);
    return ok({});
  }
  const slot = await addUserSlot(keys, { dek, user: login.login, passphrase });
  if (!slot.ok) throw new Error(`no key slot could be made: ${slot.error.code}`);
  await inTransaction(context.home.store, async (trx) => ok(await setSlot(trx, userId, slot.value.slotId)));
  context.refresh(['users']);
  return ok({});
};
