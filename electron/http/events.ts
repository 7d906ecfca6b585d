/** @file Events of the core as a stream of server-sent events, one JSON document each. */
import type { ServerResponse } from 'node:http';
import type { CoreThread } from '#core/core-thread.ts';
import { securityHeaders } from '#shared/contract/csp.ts';

export type EventStreams = {
  open(response: ServerResponse): void;
  close(): void;
};

const heartbeatMs = 25_000;

export function createEventStreams(core: Pick<CoreThread, 'onEvent'>): EventStreams {
  const open = new Set<ServerResponse>();
  const write = (text: string) => {
    for (const response of open) response.write(text);
  };
  const stop = core.onEvent((event) => write(`data: ${JSON.stringify(event)}\n\n`));
  const heartbeat = setInterval(() => write(':\n\n'), heartbeatMs).unref();
  return {
    open(response) {
      response.writeHead(200, { ...securityHeaders, 'Content-Type': 'text/event-stream' });
      response.write(':\n\n');
      open.add(response);
      response.on('close', () => open.delete(response));
    },
    close() {
      stop();
      clearInterval(heartbeat);
      for (const response of open) response.end();
    },
  };
}
