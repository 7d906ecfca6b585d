import { useEffect, useState } from 'react';
import type { InputOf, MethodName, OutputOf } from '#shared/contract/contract.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { noAnswerReference } from '#renderer/client/client.ts';
import { useClient } from '#renderer/client/client-context.tsx';
import type { CallState } from '#renderer/client/use-call.ts';

/** `to` tells which question it answers. */
type Heard<M extends MethodName> = { readonly to: string; readonly value?: OutputOf<M>; readonly error?: AppError };

/**
 * Asks each time the step is shown: an answer kept from before would not know what is on the stick now, or what has
 * been taken in since. One that nobody waits for any more is called off.
 */
export function useFreshCall<M extends 'sticks.bundlesOn' | 'sticks.preview'>(
  method: M,
  input: InputOf<M>,
): CallState<OutputOf<M>> {
  const client = useClient();
  const [heard, setHeard] = useState<Heard<M> | null>(null);
  const [tries, setTries] = useState(0);
  // Another try is another question, and what was heard before is no answer to it.
  const question = JSON.stringify({ input, tries });
  useEffect(() => {
    let [isWanted, isOver] = [true, false];
    const asked = JSON.parse(question) as { readonly input: InputOf<M> };
    void client
      .call(method, asked.input)
      .then((answer) => (answer.ok ? { value: answer.value } : { error: answer.error }))
      .catch(() => ({ error: refusal('internal', { reference: noAnswerReference }) }))
      .then((now) => {
        isOver = true;
        if (isWanted) setHeard({ to: question, ...now });
      });
    return () => {
      isWanted = false;
      if (!isOver) void client.call('exchange.cancel', {}).catch(() => undefined);
    };
  }, [client, method, question]);
  const reload = () => setTries((before) => before + 1);
  const answer = heard?.to === question ? heard : null;
  if (answer?.value !== undefined) return { status: 'ready', value: answer.value, reload };
  if (answer?.error) return { status: 'failed', error: answer.error, reload };
  return { status: 'loading', reload };
}
