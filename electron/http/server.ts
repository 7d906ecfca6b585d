/**
 * @file The loopback host: the same screens and the same calls in a browser of this PC. It binds 127.0.0.1 only,
 * and a request without the token of this run, the right `Host` and the right `Origin` gets an empty 404 and learns
 * nothing. The installed application does not contain it.
 */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CoreThread, type CoreThreadOptions, startCoreThread } from '#core/core-thread.ts';
import { createHostCall, type HostCall, readsOnly, refuse } from '#core/host-call.ts';
import type { CoreSettings } from '#core/ports.ts';
import { openScreenFiles, type ScreenFiles } from '#core/screen-files.ts';
import { securityHeaders } from '#shared/contract/csp.ts';
import { maxCallBytes } from '#shared/contract/envelope.ts';
import { refusal } from '#shared/errors/codes.ts';
import { sendDownload } from './download.ts';
import { createGate, createPasses, type Entry } from './gate.ts';
import { createEventStreams, type EventStreams } from './events.ts';
import { createPaperMaker } from './paper-maker.ts';

export type HttpHostOptions = CoreThreadOptions & {
  readonly settings: CoreSettings;
  /** The built screens, `out/renderer`. */
  readonly rendererFolder: string;
  /** 0 or none: a free one. */
  readonly port?: number;
  /** Finds the browser that makes PDFs; tests say that there is none. */
  readonly findBrowser?: () => string | null;
};

export type HttpHost = {
  /** Address with the token of this run; who has it can do what the signed-in user can. */
  readonly url: string;
  close(): Promise<void>;
};

/** Starts the core thread and the server; rejects when the port is taken or the screens are not built. */
export async function startHttpHost(options: HttpHostOptions): Promise<HttpHost> {
  const screens = openScreenFiles(options.rendererFolder);
  const core = startCoreThread(options.settings, options);
  const streams = createEventStreams(core);
  const token = randomBytes(32).toString('base64url');
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(options.port ?? 0, '127.0.0.1', resolve);
    });
  } catch (error) {
    await core.close();
    throw error;
  }
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const passes = createPasses();
  const enter = createGate({ origin, token }, passes);
  const { findBrowser: find } = options;
  const rooms: Rooms = {
    core,
    streams,
    screens,
    call: createHostCall(core, {
      capabilities: { dialogs: false, downloads: true },
      makePdf: createPaperMaker({ origin, passes, ...(find ? { find } : {}) }),
    }),
  };
  server.on('request', (request, response) => {
    answer(rooms, enter(request), request, response).catch(() => response.destroy());
  });
  return {
    url: `${origin}/${token}/`,
    async close() {
      streams.close();
      server.close();
      server.closeAllConnections();
      await core.close();
    },
  };
}

type Rooms = {
  readonly core: CoreThread;
  readonly streams: EventStreams;
  readonly screens: ScreenFiles;
  readonly call: HostCall;
};

const fileToken = /^file\/([A-Za-z0-9_-]{1,128})$/;

async function answer(
  { core, streams, screens, call }: Rooms,
  entry: Entry | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (entry === undefined) return nothingHere(response);
  const { path, visitor } = entry;
  if (request.method === 'POST') {
    if (path !== 'call') return nothingHere(response);
    return answerCall(visitor === 'paper' ? readsOnly(call) : call, request, response);
  }
  if (request.method !== 'GET') return nothingHere(response);
  if (path === 'events') return visitor === 'paper' ? nothingHere(response) : streams.open(response);
  const token = visitor === 'paper' ? undefined : fileToken.exec(path)?.[1];
  if (token !== undefined) {
    return (await sendDownload(core, token, response)) ? undefined : nothingHere(response);
  }
  const screen = screens(path);
  if (!screen) return nothingHere(response);
  response.writeHead(200, { ...screen.headers, 'Content-Length': screen.body.length });
  response.end(screen.body);
}

function nothingHere(response: ServerResponse): void {
  response.writeHead(404, { ...securityHeaders, 'Content-Length': 0, Connection: 'close' });
  response.end();
}

async function answerCall(call: HostCall, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(request);
  const result =
    body === undefined ? refuse(refusal('call/too-large', { maxBytes: maxCallBytes })) : await call(parseJson(body));
  const bytes = Buffer.from(JSON.stringify(result));
  response.writeHead(200, {
    ...securityHeaders,
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': bytes.length,
  });
  response.end(bytes);
}

/** The whole body, or undefined when it is longer than a call may be; the rest is then read and thrown away. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= maxCallBytes) chunks.push(chunk);
    else if (length > 4 * maxCallBytes) throw new Error('request body without end');
  }
  return length > maxCallBytes ? undefined : Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
