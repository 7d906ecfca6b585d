/**
 * @file A headless browser that hears this process alone: it is driven through a pipe, so that no port of it is open,
 * and its pages live in a context that keeps everything in memory (docs/adr/0013).
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';

export type BrowserPipe = {
  /** One command of the DevTools protocol; rejects when the browser refuses it or ends. */
  send(method: string, params?: object, sessionId?: string): Promise<Record<string, unknown>>;
  /** Ends the browser and removes its folder, which never held a page. */
  close(): Promise<void>;
};

const flags: readonly string[] = [
  '--headless',
  '--remote-debugging-pipe',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-extensions',
  '--disable-sync',
  '--disable-breakpad',
  '--no-default-browser-check',
  '--no-first-run',
];

/** How the names of folders begin in which browsers of a process run. */
export const profilesOf = (pid: number): string => `jisr-paper-${pid}-`;

export async function startBrowser(file: string): Promise<BrowserPipe> {
  const profile = await mkdtemp(path.join(tmpdir(), profilesOf(process.pid)));
  // Chromium does not run its sandbox as root; everyone else keeps it.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(file, [...flags, ...sandbox, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const talk = talkOver(child, ended);
  return {
    send: talk,
    async close() {
      child.kill('SIGKILL');
      await ended;
      // Helpers of the browser may still hold files of it for a moment.
      // It holds nothing of a page: one that cannot be removed costs nobody the paper.
      await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }).catch(() => {});
    },
  };
}

type Waiting = {
  readonly resolve: (result: Record<string, unknown>) => void;
  readonly reject: (cause: Error) => void;
};

/** Messages are JSON, each ended by a zero byte. */
function talkOver(child: ChildProcess, ended: Promise<void>): BrowserPipe['send'] {
  const [, , , toBrowser, fromBrowser] = child.stdio as [null, null, null, Writable, Readable];
  const waiting = new Map<number, Waiting>();
  let nextId = 1;
  let isOver = false;
  void ended.then(() => {
    isOver = true;
    for (const { reject } of waiting.values()) reject(new Error('the browser ended'));
  });
  toBrowser.on('error', () => {});
  listen(fromBrowser, (message) => {
    const { id, result, error } = message as { id?: number; result?: Record<string, unknown>; error?: object };
    const one = waiting.get(id ?? 0);
    waiting.delete(id ?? 0);
    if (error) one?.reject(new Error('the browser refused'));
    else one?.resolve(result ?? {});
  });
  return (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      if (isOver) return reject(new Error('the browser ended'));
      const id = nextId++;
      waiting.set(id, { resolve, reject });
      toBrowser.write(`${JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) })}\0`);
    });
}

function listen(stream: Readable, hear: (message: unknown) => void): void {
  let pieces: Buffer[] = [];
  stream.on('error', () => {});
  stream.on('data', (data: Buffer) => {
    let start = 0;
    for (let end = data.indexOf(0); end !== -1; end = data.indexOf(0, start)) {
      pieces.push(data.subarray(start, end));
      hear(JSON.parse(Buffer.concat(pieces).toString('utf8')));
      pieces = [];
      start = end + 1;
    }
    pieces.push(data.subarray(start));
  });
}
