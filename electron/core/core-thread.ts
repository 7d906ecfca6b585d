/**
 * @file The host's side of the core thread: starts it, carries calls to it, ends it when the session ends.
 * Locking ends the thread, so that no key outlives the session in memory; a fresh, locked one takes its place.
 */
import { Worker } from 'node:worker_threads';
import { contract, isMethodName } from '#shared/contract/contract.ts';
import { isLanguage } from '#shared/text/languages.ts';
import { toHex } from '#core/crypto/bytes.ts';
import { randomBytes } from '#core/crypto/random.ts';
import type { Answer, AppEvent, Call } from './app-types.ts';
import { createIdleLock, systemTimers, type Timers } from './idle-lock.ts';
import type { CoreSettings } from './ports.ts';
import type { FromThread, PathKind, ToThread } from './thread-messages.ts';

export type CoreThread = {
  /** Never throws: a crash of the thread answers `internal` with a reference. */
  call(call: Call): Promise<Answer>;
  onEvent(listener: (event: AppEvent) => void): () => void;
  /** Token for a path that the person chose in a dialog of the host; good until the next lock. */
  grantPath(path: string, kind: PathKind): Promise<string>;
  /** Ends the thread and its keys; resolves when a fresh, locked thread stands ready to take calls. */
  lock(): Promise<void>;
  /** Writes everything back and ends for good. */
  close(): Promise<void>;
};

export type CoreThreadOptions = {
  /** Entry of the thread; in a checkout `worker.ts` beside this file, in the built application `worker.js`. */
  readonly workerUrl?: URL;
  readonly timers?: Timers;
  /** Told of a crash, with the reference that the caller got. */
  readonly onFault?: (reference: string, error: unknown) => void;
};

/** A thread that has not closed by then is ended anyway: a lock must not wait for ever. */
const closeLimitMs = 10_000;

/** Taking in a bundle makes short-lived objects by the million; a larger space for them only costs memory. */
const resourceLimits = { maxYoungGenerationSizeMb: 24 };

export function startCoreThread(settings: CoreSettings, options: CoreThreadOptions = {}): CoreThread {
  const { workerUrl = new URL('./worker.ts', import.meta.url), timers = systemTimers, onFault = () => {} } = options;
  const listeners = new Set<(event: AppEvent) => void>();
  let commandsRunning = 0;
  /** The thread that follows a lock shows the door in the language of the session before. */
  let door: Pick<CoreSettings, 'language' | 'digits'> = {};
  let thread = start();
  /** While a lock is under way calls wait for the fresh thread. */
  let locking: Promise<void> | undefined;
  let closed = false;

  const idle = createIdleLock({
    timers,
    isBusy: () => commandsRunning > 0,
    onWarning: (seconds) => emit({ type: 'idle-warning', seconds }),
    onLock: () => void lock(),
  });

  function start(): Thread {
    return startThread(workerUrl, { ...settings, ...door }, { onEvent: hear, onCrash: replaceCrashed });
  }

  function emit(event: AppEvent): void {
    for (const listener of [...listeners]) listener(event);
  }

  function hear(event: AppEvent): void {
    if (event.type === 'settings' && typeof event.idleMinutes === 'number') {
      idle.setIdleMinutes(event.idleMinutes);
    }
    if (event.type === 'settings') door = doorSettings(event);
    if (event.type === 'session') {
      if (event.state === 'open') idle.opened();
      else idle.closed();
      // Listeners hear of a lock once the old thread is gone, not while its keys are still in memory.
      if (event.state === 'locked') return;
    }
    emit(event);
  }

  function replaceCrashed(reference: string, error: unknown, wasReady: boolean): void {
    onFault(reference, error);
    idle.closed();
    if (closed) return;
    // A thread that dies before it is ready would die again at once: the next call tries anew.
    if (wasReady) thread = start();
    emit({ type: 'session', state: 'locked' });
  }

  function lock(): Promise<void> {
    locking ??= replaceThread().finally(() => {
      locking = undefined;
    });
    return locking;
  }

  async function replaceThread(): Promise<void> {
    idle.closed();
    await thread.end();
    if (closed) return;
    thread = start();
    emit({ type: 'session', state: 'locked' });
  }

  async function current(): Promise<Thread> {
    while (locking) await locking;
    if (thread.isOver() && !closed) thread = start();
    return thread;
  }

  async function call(request: Call): Promise<Answer> {
    const known = isMethodName(request.method);
    const isCommand = known && contract[request.method as keyof typeof contract].kind === 'command';
    // Queries are no sign of a person: screens refresh by themselves.
    if (isCommand && request.method !== 'session.lock') idle.active();
    if (isCommand) commandsRunning += 1;
    try {
      const answer = await (await current()).call(request);
      if (request.method === 'session.lock' && answer.ok) await lock();
      return answer;
    } finally {
      if (isCommand) commandsRunning -= 1;
    }
  }

  return {
    call,
    lock,
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async grantPath(path, kind) {
      return (await current()).grantPath(path, kind);
    },
    async close() {
      closed = true;
      idle.closed();
      await locking;
      await thread.end();
    },
  };
}

function doorSettings({ language, digits }: AppEvent): Pick<CoreSettings, 'language' | 'digits'> {
  return {
    ...(isLanguage(language) ? { language } : {}),
    ...(digits === 'latin' || digits === 'arabic' ? { digits } : {}),
  };
}

type Thread = {
  call(call: Call): Promise<Answer>;
  grantPath(path: string, kind: PathKind): Promise<string>;
  /** Lets the core close, then ends the thread. Calls without an answer are told that the session is over. */
  end(): Promise<void>;
  isOver(): boolean;
};

type ThreadListeners = {
  readonly onEvent: (event: AppEvent) => void;
  readonly onCrash: (reference: string, error: unknown, wasReady: boolean) => void;
};

/** Who waits for what; a thread that ends first hands out a refusal, or a token that stands for nothing. */
type Taker = { readonly answer: (answer: Answer) => void; readonly token: (token: string) => void };

function startThread(workerUrl: URL, settings: CoreSettings, { onEvent, onCrash }: ThreadListeners): Thread {
  const worker = new Worker(workerUrl, { workerData: settings, execArgv: [], resourceLimits });
  const waiting = new Map<number, Taker>();
  let nextId = 1;
  let ready = false;
  let over = false;
  let ending: Promise<void> | undefined;
  let confirmClosed: () => void = () => {};

  worker.on('message', (message: FromThread) => {
    if ('event' in message) onEvent(message.event);
    else if ('ready' in message) ready = true;
    else if ('closed' in message) confirmClosed();
    else settle(message);
  });
  worker.on('error', (error) => crash(error));
  worker.on('exit', () => crash(new Error('the core thread ended by itself')));

  function settle(message: { id: number; answer: Answer } | { id: number; token: string }): void {
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if ('answer' in message) call?.answer(message.answer);
    else call?.token(message.token);
  }

  function crash(error: unknown): void {
    if (over) return;
    over = true;
    confirmClosed();
    if (ending) return;
    const reference = toHex(randomBytes(4));
    answerAll({ ok: false, error: { code: 'internal', params: { reference } } });
    onCrash(reference, error, ready);
  }

  function answerAll(answer: Answer): void {
    for (const call of waiting.values()) {
      call.answer(answer);
      call.token('');
    }
    waiting.clear();
  }

  function send(taker: Taker, build: (id: number) => ToThread): void {
    const id = nextId++;
    waiting.set(id, taker);
    worker.postMessage(build(id));
  }

  async function closeThenTerminate(): Promise<void> {
    if (over) return;
    const confirmed = new Promise<void>((resolve) => {
      confirmClosed = resolve;
    });
    const limit = setTimeout(() => confirmClosed(), closeLimitMs);
    worker.postMessage({ close: true } satisfies ToThread);
    await confirmed;
    clearTimeout(limit);
    over = true;
    await worker.terminate();
    answerAll({ ok: false, error: { code: 'session/required', params: {} } });
  }

  return {
    call: (call) => new Promise((resolve) => send({ answer: resolve, token: () => {} }, (id) => ({ id, call }))),
    grantPath: (path, kind) =>
      new Promise((resolve) => send({ answer: () => {}, token: resolve }, (id) => ({ id, grant: { path, kind } }))),
    end() {
      ending ??= closeThenTerminate();
      return ending;
    },
    isOver: () => over,
  };
}
