import { useEffect, useState } from 'react';
import type { OutputOf } from '#shared/contract/contract.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { noAnswerReference } from '#renderer/client/client.ts';
import { useClient } from '#renderer/client/client-context.tsx';
import type { CallState } from '#renderer/client/use-call.ts';

type Previews = OutputOf<'sticks.preview'>;
type Heard = { readonly value?: Previews; readonly error?: AppError };

/** Looks into the files anew each time: an answer kept from before would not know what has been taken in since. */
export function usePreview(tokens: readonly string[]): CallState<Previews> {
  const client = useClient();
  const [heard, setHeard] = useState<Heard>({});
  const [tries, setTries] = useState(0);
  const files = tokens.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks again
  useEffect(() => {
    let wanted = true;
    let heardAll = false;
    setHeard({});
    void client
      .call('sticks.preview', { files: files.split(' ') })
      .then((answer) => (answer.ok ? { value: answer.value } : { error: answer.error }))
      .catch(() => ({ error: refusal('internal', { reference: noAnswerReference }) }))
      .then((now: Heard) => {
        heardAll = true;
        if (wanted) setHeard(now);
      });
    return () => {
      wanted = false;
      // Nobody waits for it any more, and others wait until it is over.
      if (!heardAll) void client.call('exchange.cancel', {}).catch(() => undefined);
    };
  }, [client, files, tries]);
  const reload = () => setTries((before) => before + 1);
  if (heard.value) return { status: 'ready', value: heard.value, reload };
  if (heard.error) return { status: 'failed', error: heard.error, reload };
  return { status: 'loading', reload };
}
