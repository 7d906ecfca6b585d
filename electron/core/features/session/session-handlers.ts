import type { HandlersOf } from '#core/context.ts';
import { get, run } from '#core/changes/statements.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { rewrapUserSlot } from '#core/home/key-files.ts';
import { passphraseProblem } from '#core/home/passphrase.ts';
import { unlockWithPassphrase, unlockWithRecovery } from '#core/home/unlock.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { initHome } from './init-home.ts';
import { sessionState } from './session-state.ts';
import { recoverHome, unlockHome } from './unlock-home.ts';

export const sessionHandlers: HandlersOf<'session'> = {
  'session.state': async ({ services }) => ok(sessionState(services)),
  'session.unlock': unlockHome,
  'session.recover': recoverHome,
  'session.lock': async ({ services }) => {
    await services.home.close();
    return ok({});
  },
  'session.active': async () => ok({}),
  'session.changePassphrase': async ({ services, home, session }, { current, next }) => {
    if (passphraseProblem(next) !== null) return err(refusal('passphrase/too-short', {}));
    const login = get<{ login: string }>(home.store.raw, 'SELECT login FROM user_login WHERE slot = ?', session.slot);
    const proven = await unlockWithPassphrase(services.home.keys, login?.login ?? '', current);
    if (!proven.ok) return proven;
    const dek = services.home.dek();
    const wrapped = await rewrapUserSlot(services.home.keys, session.slot, { dek, passphrase: next });
    return wrapped.ok ? ok({}) : err(slotFault(wrapped.error.code));
  },
};

export const homeInitHandlers: Pick<HandlersOf<'home'>, 'home.init' | 'home.confirmRecovery'> = {
  'home.init': initHome,
  'home.confirmRecovery': async ({ services, home }, { code }) => {
    const opened = await unlockWithRecovery(services.home.keys, code);
    if (!opened.ok) return opened;
    await inTransaction(home.store, async () => ok(run(home.store.raw, 'UPDATE self SET recovery_pending = 0')));
    return ok({});
  },
};

function slotFault(code: string) {
  if (code === 'passphrase/too-short') return refusal('passphrase/too-short', {});
  if (code === 'file/no-space') return refusal('file/no-space', { needBytes: 0, freeBytes: 0 });
  return code === 'home/damaged' ? refusal('home/damaged', {}) : refusal('file/cannot-write', {});
}
