import { get } from '#core/changes/statements.ts';
import type { Services } from '#core/context.ts';
import type { OpenHome } from '#core/home/open-home.ts';
import { readSettings } from '#core/home/settings.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import { Digits, Language, type SessionState } from '#shared/contract/session.ts';

/** Locked and empty homes tell nothing but the language of the screens. */
export function sessionState(services: Services): OutputOf<'session.state'> {
  const { open } = services.home;
  const { settings } = services.ports;
  if (open) return openState(services, open);
  return {
    state: services.home.exists() ? 'locked' : 'empty',
    language: settings.language ?? 'ar-IQ',
    digits: settings.digits ?? 'latin',
    idleMinutes: 5,
    appVersion: settings.appVersion,
    node: null,
    user: null,
    recoveryPending: false,
  };
}

function openState(services: Services, { session, rosters, store }: OpenHome): SessionState {
  const self = rosters.self();
  const settings = readSettings(store.raw);
  const pending = get<{ recovery_pending: number }>(store.raw, 'SELECT recovery_pending FROM self')?.recovery_pending;
  return {
    state: 'open',
    language: Language.catch('ar-IQ').parse(settings.language),
    digits: Digits.catch('latin').parse(settings.digits),
    idleMinutes: settings.idleMinutes,
    appVersion: services.ports.settings.appVersion,
    node: {
      id: self.node,
      kind: self.kind,
      name: self.name,
      code: self.code,
      services: [...self.services],
      enrolled: self.roster > 0,
    },
    user: {
      id: session.access.user,
      displayName: session.displayName,
      roles: [...session.access.roles],
      permissions: [...session.access.permissions],
    },
    recoveryPending: pending === 1 && session.access.permissions.has('users.manage'),
  };
}
