/** @file Calls to the loopback host that served this page; its token is part of the page's own address. */
import { type Answer, type Client, type ClientEvent, NoAnswer } from './client.ts';

export function createHttpClient(): Client {
  const listeners = new Set<(event: ClientEvent) => void>();
  openEvents((event) => {
    for (const listener of [...listeners]) listener(event);
  });

  return {
    async call<M extends Parameters<Client['call']>[0]>(method: M, input: unknown): Promise<Answer<M>> {
      try {
        const response = await fetch('./call', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ method, input }),
        });
        if (!response.ok) throw new NoAnswer(method);
        // The host has checked the answer against the same contract.
        return (await response.json()) as Answer<M>;
      } catch (cause) {
        throw cause instanceof NoAnswer ? cause : new NoAnswer(method, { cause });
      }
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Reconnects by itself; a reconnected stream may have missed events, so everything is asked anew. */
function openEvents(tell: (event: ClientEvent) => void): void {
  const source = new EventSource('./events');
  let wasOpen = false;
  source.onopen = () => {
    if (wasOpen) tell({ type: 'reconnected' });
    wasOpen = true;
  };
  source.onmessage = (message) => {
    const event: unknown = JSON.parse(String(message.data));
    if (isEvent(event)) tell(event);
  };
}

const isEvent = (value: unknown): value is ClientEvent =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
