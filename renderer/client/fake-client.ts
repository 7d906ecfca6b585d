/** @file A client for component tests: answers come from the handlers given, everything else fails loudly. */
import type { InputOf, MethodName, OutputOf } from '#shared/contract/contract.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { Answer, Client, ClientEvent } from './client.ts';

export type FakeHandlers = {
  [M in MethodName]?: (input: InputOf<M>) => Result<OutputOf<M>, AppError> | OutputOf<M>;
};

export type FakeClient = Client & {
  readonly calls: readonly { readonly method: MethodName; readonly input: unknown }[];
  /** Sends an event to the screens. */
  emit(event: ClientEvent): void;
};

/** A handler may answer a plain value, which counts as success, or a result. */
export function createFakeClient(handlers: FakeHandlers): FakeClient {
  const listeners = new Set<(event: ClientEvent) => void>();
  const calls: { method: MethodName; input: unknown }[] = [];
  return {
    calls,
    async call<M extends MethodName>(method: M, input: InputOf<M>): Promise<Answer<M>> {
      calls.push({ method, input });
      const handler = handlers[method];
      if (!handler) return err(refusal('call/unknown-method', { method }));
      const answer = (handler as (given: InputOf<M>) => Answer<M> | OutputOf<M>)(input);
      return isResult<M>(answer) ? answer : ok(answer);
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    emit(event) {
      for (const listener of [...listeners]) listener(event);
    },
  };
}

function isResult<M extends MethodName>(answer: Answer<M> | OutputOf<M>): answer is Answer<M> {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && ('value' in answer || 'error' in answer);
}
