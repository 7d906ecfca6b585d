import type { Handler } from '#core/context.ts';
import { createdBy } from '#core/features/records/write-results.ts';
import { addUserSlot, removeUserSlot } from '#core/home/key-files.ts';
import { foldUserName, passphraseProblem } from '#core/home/passphrase.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { insertLogin, isNameTaken } from './users-store.ts';

/**
 * The slot comes first, the user second: a crash between them leaves a slot that belongs to nobody and opens nothing,
 * never a user who cannot get in.
 */
export const createUser: Handler<'users.create'> = async (context, input) => {
  const { trx, services } = context;
  if (trx === null) throw new Error('users.create runs in a transaction');
  if (context.home.rosters.self().roster === 0) return err(refusal('node/not-enrolled', {}));
  if (passphraseProblem(input.passphrase) !== null) return err(refusal('passphrase/too-short', {}));
  const loginFold = foldUserName(input.loginName);
  if (await isNameTaken(context.db, loginFold)) return err(refusal('user/name-taken', {}));
  const slot = await addUserSlot(services.home.keys, {
    dek: services.home.dek(),
    user: input.loginName,
    passphrase: input.passphrase,
    kind: input.roles.includes('administrator') ? 'administrator' : 'user',
  });
  if (!slot.ok) {
    if (slot.error.code === 'user/name-taken') return err(refusal('user/name-taken', {}));
    throw new Error(`no key slot could be made: ${slot.error.code}`);
  }
  try {
    const id = services.ports.newId();
    await insertLogin(trx, {
      user: id,
      login: input.loginName,
      loginFold,
      slot: slot.value.slotId,
      displayName: input.displayName,
      roles: input.roles,
    });
    createdBy(
      context.write({
        record: id,
        at: 'user',
        kind: 'user.created',
        creates: true,
        groups: [
          { group: 'profile', value: { displayName: input.displayName } },
          { group: 'roles', value: { roles: input.roles } },
        ],
      }),
    );
    return ok({ id });
  } catch (error) {
    await removeUserSlot(services.home.keys, slot.value.slotId);
    throw error;
  }
};
