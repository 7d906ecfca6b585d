/** @file The built application in a fake Electron with a real Chromium, for tests. */
import { fork } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { builtFolder, ensureBuilt } from '#build/built.ts';
import { projectFolder } from '#build/project-folder.ts';
import type { FromShell, Questions, ShellConfig } from './shell-process.ts';

export type Shell = {
  readonly settledMs: number;
  /** Asks the process; the names and shapes are those of `shell-process.ts`. */
  ask<N extends keyof Questions>(name: N, ...args: Parameters<Questions[N]>): ReturnType<Questions[N]>;
  /** A call as a screen makes it, through preload and main to the core. */
  call(method: string, input: unknown): Promise<unknown>;
  /** Quits as a person does; resolves with the exit code. */
  close(): Promise<number>;
};

export type ShellOptions = {
  /** Environment of the process: `JISR_HOME`, `JISR_WITNESS`, `JISR_RIG_PACKAGED`. */
  readonly env?: Readonly<Record<string, string>>;
  /** Another entry than the built one. */
  readonly entry?: string;
  /** Switches on the command line of the application. */
  readonly switches?: readonly string[];
};

/** Builds what is stale, starts the shell and waits for its first window. Rejects when the entry fails or hangs. */
export async function startShell(options: ShellOptions = {}): Promise<Shell> {
  await ensureBuilt();
  const entry = options.entry ?? pathToFileURL(path.join(builtFolder, 'main', 'index.js')).href;
  const config: ShellConfig = { entry, appFolder: projectFolder };
  const child = fork(
    path.join(import.meta.dirname, 'shell-process.ts'),
    [JSON.stringify(config), ...(options.switches ?? [])],
    { execArgv: [], env: { ...process.env, ...options.env }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  );
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const exited = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  let nextId = 1;

  const settledMs = await new Promise<number>((resolve, reject) => {
    child.on('message', (message: FromShell) => {
      if ('started' in message) resolve(message.settledMs);
      else if ('failed' in message) reject(new Error(message.failed));
      else if ('failure' in message) waiting.get(message.id)?.reject(new Error(message.failure));
      else waiting.get(message.id)?.resolve(message.value);
    });
    void exited.then((code) => {
      const gone = new Error(`the shell ended with code ${code}`);
      reject(gone);
      for (const { reject: refuse } of waiting.values()) refuse(gone);
    });
  });

  const ask: Shell['ask'] = (name, ...args) =>
    new Promise((resolve, reject) => {
      const id = nextId++;
      waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      child.send({ id, name, args }, (error) => {
        if (error) reject(error);
      });
    }) as ReturnType<Questions[typeof name]>;

  return {
    settledMs,
    ask,
    call: (method, input) => ask('evaluate', `window.api.call(${JSON.stringify(method)}, ${JSON.stringify(input)})`),
    close() {
      // The process ends before it can answer.
      void ask('quit').catch(() => {});
      return exited;
    },
  };
}
