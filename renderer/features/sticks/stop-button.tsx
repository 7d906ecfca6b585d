import { Button } from '@mantine/core';
import { useState } from 'react';
import { useClient } from '#renderer/client/client-context.tsx';

/** Asks the core to stop; what it was doing answers when it has. */
export function StopButton({ label }: { label: string }) {
  const client = useClient();
  const [asked, setAsked] = useState(false);
  const stop = () => {
    setAsked(true);
    void client.call('exchange.cancel', {}).catch(() => setAsked(false));
  };
  return (
    <Button variant="default" loading={asked} onClick={stop}>
      {label}
    </Button>
  );
}
