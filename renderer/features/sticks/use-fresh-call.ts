import { useEffect, useState } from 'react';
import type { InputOf, MethodName, OutputOf } from '#shared/contract/contract.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { noAnswerReference } from '#renderer/client/client.ts';
import { useClient } from '#renderer/client/client-context.tsx';
import type { CallState } from '#renderer/client/use-call.ts';

type Heard<M extends MethodName> = { readonly value?: OutputOf<M>; readonly error?: AppError };

/**
 * Asks each time the step is shown: an answer kept from before would not know what is on the stick now, or what has
 * been taken in since. One that nobody waits for any more is called off.
 */
export function useFreshCall<M extends 'sticks.bundlesOn' | 'sticks.preview'>(
  method: M,
  input: InputOf<M>,
): CallState<OutputOf<M>> {
  const client = useClient();
  const [heard, setHeard] = useState<Heard<M>>({});
  const [tries, setTries] = useState(0);
  const asked = JSON.stringify(input);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks again
  useEffect(() => {
    let [isWanted, isOver] = [true, false];
    setHeard({});
    void client
      .call(method, JSON.parse(asked) as InputOf<M>)
      .then((answer): Heard<M> => (answer.ok ? { value: answer.value } : { error: answer.error }))
      .catch((): Heard<M> => ({ error: refusal('internal', { reference: noAnswerReference }) }))
      .then((now) => {
        isOver = true;
        if (isWanted) setHeard(now);
      });
    return () => {
      isWanted = false;
      if (!isOver) void client.call('exchange.cancel', {}).catch(() => undefined);
    };
  }, [client, method, asked, tries]);
  const reload = () => setTries((before) => before + 1);
  if (heard.value !== undefined) return { status: 'ready', value: heard.value, reload };
  if (heard.error) return { status: 'failed', error: heard.error, reload };
  return { status: 'loading', reload };
}
