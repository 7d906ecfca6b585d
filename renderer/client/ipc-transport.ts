/** @file Calls through the bridge that the preload script of the Electron shell puts on `window`. */
import { type Answer, type Client, type ClientEvent, NoAnswer } from './client.ts';

export type WindowApi = {
  call(method: string, input: unknown): Promise<unknown>;
  on(listener: (event: ClientEvent) => void): () => void;
};

declare global {
  interface Window {
    readonly api?: WindowApi;
  }
}

export function createIpcClient(api: WindowApi): Client {
  return {
    async call<M extends Parameters<Client['call']>[0]>(method: M, input: unknown): Promise<Answer<M>> {
      try {
        // The host has checked the answer against the same contract.
        return (await api.call(method, input)) as Answer<M>;
      } catch (cause) {
        throw new NoAnswer(method, { cause });
      }
    },
    onEvent: (listener) => api.on(listener),
  };
}
