import type { InputOf, MethodName } from '#shared/contract/contract.ts';
import { type Answer, type Client, NoAnswer } from './client.ts';

/** Pauses before a call whose answer got lost is repeated with the same id. */
const retryAfterMs = [300, 1500];

/** The answer, or null when the host stayed silent each time: then nobody knows whether the command was done. */
export async function callUntilAnswered<M extends MethodName>(
  client: Client,
  method: M,
  input: InputOf<M>,
): Promise<Answer<M> | null> {
  for (const pauseMs of [...retryAfterMs, null]) {
    try {
      return await client.call(method, input);
    } catch (cause) {
      if (!(cause instanceof NoAnswer)) throw cause;
      if (pauseMs !== null) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
  return null;
}
