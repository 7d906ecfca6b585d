/**
 * @file The process that plays Electron: resolves `electron` to the fake, loads the entry of the application as
 * Electron does, and answers what a test asks over the process channel.
 */
import type { EventEmitter } from 'node:events';
import { registerHooks } from 'node:module';
import { chromium } from 'playwright-core';
import { chromiumFlags, findChromium } from '#build/chromium.ts';
import { app, dialog, ipcMain, Menu, powerMonitor, protocol, session } from './fake-electron.ts';
import { type FakeBrowserWindow, openWindows } from './fake-window.ts';
import { emitStoppable, type RigEmitter, type ShellReport, report, rig } from './rig-state.ts';

/** Electron waits this long for the entry module to settle before a test calls it hanging. */
const settleLimitMs = 5000;

export type ShellConfig = { readonly entry: string; readonly appFolder: string };

/** What a test can ask the process; each is answered with plain data. */
const questions = {
  evaluate: async (expression: string): Promise<unknown> => {
    const { page } = await loadedWindow();
    return page?.evaluate(expression);
  },
  report: async (): Promise<ShellReport & { windowsOpen: number; timesCleared: number }> => ({
    ...report,
    windowsOpen: openWindows().length,
    timesCleared: openWindows().at(-1)?.session.timesCleared ?? 0,
  }),
  hostileSenders: async (): Promise<Record<string, unknown>> => {
    const window = openWindows().at(-1);
    const own = window?.webContents;
    const screen = { url: 'app://local/', parent: null };
    const events: Record<string, object> = {
      'no frame': { sender: own, senderFrame: null },
      'a frame in our page': { sender: own, senderFrame: { ...screen, parent: screen } },
      'about:blank': { sender: own, senderFrame: { url: 'about:blank', parent: null } },
      'a web page': { sender: own, senderFrame: { url: 'https://local/', parent: null } },
      'another host of our scheme': { sender: own, senderFrame: { url: 'app://local.evil/', parent: null } },
      'a user before another host': { sender: own, senderFrame: { url: 'app://local@evil/', parent: null } },
      'another window': { sender: {}, senderFrame: screen },
    };
    const answers: Record<string, unknown> = {};
    for (const [channel, handler] of rig.channels) {
      for (const [name, event] of Object.entries(events)) {
        answers[`${channel}: ${name}`] = await handler(event, { method: 'session.state', input: {} });
      }
    }
    return answers;
  },
  permissions: async (names: string[]): Promise<boolean[]> => {
    const window = openWindows().at(-1);
    const { permissionRequest, permissionCheck, devicePermission } = window?.session ?? {};
    if (!permissionRequest || !permissionCheck || !devicePermission) return [true];
    const contents = window?.webContents as never;
    const granted = names.flatMap((name) => {
      const answers = [permissionCheck(contents, name as never, 'app://local', {} as never)];
      permissionRequest(contents, name as never, (answer) => answers.push(answer), {} as never);
      return answers;
    });
    return [...granted, devicePermission({ deviceType: 'usb', origin: 'app://local', device: {} as never })];
  },
  /** Lets Electron emit an event; answers whether a listener stopped it. */
  emit: async (owner: string, name: string, details: object = {}, ...args: unknown[]): Promise<boolean> =>
    emitStoppable((await liveObjects())[owner] as EventEmitter, name, details, ...args),
  /** Of `App.quit` or `App event ready`, those that the fake lacks or that nobody listens to. */
  missing: async (members: string[]): Promise<string[]> => {
    const live = await liveObjects();
    return members.filter((member) => {
      const [, owner = '', event, name = ''] = /^(?:new )?(\w+)(?:( event )|\.)?(.*)$/.exec(member) ?? [];
      const object = live[owner];
      if (object === undefined) return true;
      if (event) return !(object as RigEmitter).listenedTo.has(name);
      return name !== '' && !(name in object);
    });
  },
  dialogs: async (answers: string[][]): Promise<number> => rig.dialogAnswers.push(...answers),
  quit: async (): Promise<void> => app.quit(),
};

export type Questions = typeof questions;
export type FromShell =
  | { readonly started: true; readonly settledMs: number }
  | { readonly failed: string }
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly failure: string };

const say = (message: FromShell): void => void process.send?.(message);

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: new URL('./fake-electron.ts', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
});

process.on('message', async ({ id, name, args }: { id: number; name: keyof Questions; args: never[] }) => {
  try {
    const ask = questions[name] as (...args: never[]) => Promise<unknown>;
    say({ id, value: await ask(...args) });
  } catch (error) {
    say({ id, failure: String(error) });
  }
});
// A test that dies takes its shell and its browser along.
process.on('disconnect', () => rig.exit(1));

rig.exit = (code) => {
  const closing = rig.browser?.close() ?? Promise.resolve();
  void closing.finally(() => process.exit(code));
};

/** What stands in for each interface of electron.d.ts in this process. */
async function liveObjects(): Promise<Record<string, object>> {
  const window = await loadedWindow();
  return {
    App: app,
    BrowserWindow: window,
    Dialog: dialog,
    IpcMain: ipcMain,
    Menu,
    PowerMonitor: powerMonitor,
    Protocol: { ...protocol, ...window.session.protocol },
    Session: Object.assign(window.session, session),
    WebContents: window.webContents,
    WebRequest: window.session.webRequest,
    ...shapes,
  };
}

/** Objects that the rig builds anew each time. */
const shapes = {
  Event: { preventDefault: () => {} },
  IpcMainInvokeEvent: { sender: {}, senderFrame: {} },
  WebFrameMain: { url: '', parent: null },
};

/** The newest window, once its document is loaded: after a lock that is a fresh one. */
async function loadedWindow(): Promise<FakeBrowserWindow> {
  for (;;) {
    const window = openWindows().at(-1);
    if (window?.loaded) return window;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function start({ entry, appFolder }: ShellConfig): Promise<void> {
  rig.appFolder = appFolder;
  rig.browser = await chromium.launch({ executablePath: findChromium(), args: [...chromiumFlags] });
  const startedAt = performance.now();
  const limit = new Promise<'late'>((resolve) => setTimeout(resolve, settleLimitMs, 'late'));
  if ((await Promise.race([import(entry), limit])) === 'late') throw new Error('the entry module does not settle');
  const settledMs = performance.now() - startedAt;
  rig.ready = true;
  app.emit('ready');
  await loadedWindow();
  say({ started: true, settledMs });
}

start(JSON.parse(process.argv[2] ?? '{}') as ShellConfig).catch((error) => {
  say({ failed: String(error) });
  rig.exit(1);
});
