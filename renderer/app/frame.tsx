import { Button, Group, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconLock, IconUser } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useSession } from '#renderer/client/session-context.tsx';
import { navigationFor } from './navigation.ts';
import { useLock } from './use-lock.ts';

export function Frame({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const main = useRef<HTMLElement>(null);
  const lock = useLock();
  useHotkeys([['mod+L', lock, { usePhysicalKeys: true }]], []);
  useFocusOnNewScreen(main);
  return (
    <div className="frame">
      <button type="button" className="skip-link" onClick={() => main.current?.focus()}>
        {t('common:nav.skip')}
      </button>
      <Head onLock={lock} />
      <Navigation />
      <main ref={main} className="frame-main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

function Head({ onLock }: { onLock: () => void }) {
  const { t } = useTranslation();
  const { node, user } = useSession();
  return (
    <header className="frame-head">
      <Group gap="md">
        <Text component="span" fw={700} size="xl">
          {t('common:app.name')}
        </Text>
        <Text component="span">
          <bdi>{node?.name}</bdi>
        </Text>
      </Group>
      <Group gap="md">
        <Group gap={6} component="span">
          <IconUser size={20} aria-hidden />
          <Text component="span" fw={600}>
            {t('common:label.signedIn', { name: user?.displayName ?? '' })}
          </Text>
        </Group>
        <Button
          variant="white"
          leftSection={<IconLock size={20} aria-hidden />}
          onClick={onLock}
          aria-keyshortcuts="Control+L"
          title={t('session:lockKeys')}
        >
          {t('common:action.lock')}
        </Button>
      </Group>
    </header>
  );
}

function Navigation() {
  const { t } = useTranslation();
  const session = useSession();
  const [location] = useLocation();
  return (
    <nav className="frame-nav" aria-label={t('common:nav.label')}>
      <ul>
        {navigationFor(session).map(({ to, key, icon: Icon }) => (
          <li key={to}>
            <Link href={to} aria-current={isAt(location, to) ? 'page' : undefined}>
              <Icon size={22} aria-hidden />
              {t(`common:nav.${key}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const isAt = (location: string, to: string): boolean =>
  to === '/' ? location === '/' : location === to || location.startsWith(`${to}/`);

/** After a change of address reading starts at the new screen, unless a field there has taken the focus. */
function useFocusOnNewScreen(main: React.RefObject<HTMLElement | null>): void {
  const [location] = useLocation();
  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is what this waits for
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    if (!main.current?.contains(document.activeElement)) main.current?.focus();
    window.scrollTo(0, 0);
  }, [location, main]);
}
