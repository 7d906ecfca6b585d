import { auditEntry } from '#core/audit/audit-log.ts';
import { get, run } from '#core/changes/statements.ts';
import type { Handler, Services } from '#core/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { removeUserSlot, rewrapUserSlot, addUserSlot } from '#core/home/key-files.ts';
import { foldUserName, passphraseProblem } from '#core/home/passphrase.ts';
import { type Unlocked, unlockWithPassphrase, unlockWithRecovery } from '#core/home/unlock.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { sessionState } from './session-state.ts';

export const unlockHome: Handler<'session.unlock'> = async ({ services }, { user, passphrase }) => {
  const unlocked = await unlockWithPassphrase(services.home.keys, user, passphrase);
  if (!unlocked.ok) return unlocked;
  return enter(services, unlocked.value, 'session.unlock');
};

/** The recovery code opens the home for one thing: giving a person who is known here a new passphrase. */
export const recoverHome: Handler<'session.recover'> = async ({ services }, { code, user, passphrase }) => {
  if (passphraseProblem(passphrase) !== null) return err(refusal('passphrase/too-short', {}));
  const { keys } = services.home;
  const unlocked = await unlockWithRecovery(keys, code);
  if (!unlocked.ok) return unlocked;
  const { dek } = unlocked.value;
  const opened = await services.home.enter({ dek: dek.slice(), slotId: unlocked.value.slotId });
  if (!opened.ok) return opened;
  const { raw } = opened.value.store;
  const login = get<{ user: string; slot: string | null }>(
    raw,
    'SELECT user, slot FROM user_login WHERE login_fold = ?',
    foldUserName(user),
  );
  if (!login) {
    await services.home.close();
    return err(refusal('user/not-found', {}));
  }
  const rewrapped = login.slot === null ? null : await rewrapUserSlot(keys, login.slot, { dek, passphrase });
  if (rewrapped?.ok && login.slot !== null) return enter(services, { dek, slotId: login.slot }, 'session.recover');
  if (login.slot !== null) await removeUserSlot(keys, login.slot);
  const slot = await addUserSlot(keys, { dek, user, passphrase });
  if (!slot.ok) throw new Error(`no slot for a known user: ${slot.error.code}`);
  await inTransaction(opened.value.store, async () =>
    ok(run(raw, 'UPDATE user_login SET slot = ? WHERE user = ?', slot.value.slotId, login.user)),
  );
  return enter(services, { dek, slotId: slot.value.slotId }, 'session.recover');
};

async function enter(services: Services, unlocked: Unlocked, method: string) {
  const opened = await services.home.enter(unlocked);
  if (!opened.ok) return opened;
  const { store, session } = opened.value;
  await inTransaction(store, async () => {
    auditEntry(store.raw, {
      at: services.ports.now(),
      user: session.access.user,
      method,
      record: null,
      outcome: 'ok',
    });
    return ok(null);
  });
  return ok(sessionState(services));
}
