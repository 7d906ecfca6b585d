import { Button, Modal, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '#renderer/client/client-context.tsx';
import { useSecondsUntil } from '#renderer/components/countdown.ts';

/** The host hears of a person at work at most this often. */
const tellEveryMs = 30_000;

/** Tells the host that someone is at work, and warns before it locks an idle window. */
export function IdleWatch() {
  const { t } = useTranslation();
  const client = useClient();
  const [lockAt, setLockAt] = useState<number | null>(null);
  const seconds = useSecondsUntil(lockAt);
  const toldAt = useRef(performance.now());
  const isWarned = useRef(false);
  isWarned.current = lockAt !== null;

  useEffect(() => {
    const onActivity = () => {
      const now = performance.now();
      if (!isWarned.current && now - toldAt.current < tellEveryMs) return;
      toldAt.current = now;
      setLockAt(null);
      void client.call('session.active', { commandId: crypto.randomUUID() }).catch(() => undefined);
    };
    const events = ['pointerdown', 'keydown', 'wheel', 'pointermove'];
    for (const name of events) window.addEventListener(name, onActivity, { capture: true, passive: true });
    const stop = client.onEvent((event) => {
      if (event.type === 'idle-warning') setLockAt(performance.now() + Number(event.seconds) * 1000);
    });
    return () => {
      for (const name of events) window.removeEventListener(name, onActivity, { capture: true });
      stop();
    };
  }, [client]);

  return (
    <Modal
      opened={lockAt !== null}
      onClose={() => setLockAt(null)}
      title={t('session:idle.title')}
      withCloseButton={false}
      centered
    >
      <Stack>
        <Text>{t('session:idle.text', { count: seconds })}</Text>
        <Text>{t('session:idle.safe')}</Text>
        <Button data-autofocus onClick={() => setLockAt(null)}>
          {t('session:idle.stay')}
        </Button>
      </Stack>
    </Modal>
  );
}
