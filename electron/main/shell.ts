/** @file The running shell: one window, one core thread, and what makes them end. */
import { fileURLToPath } from 'node:url';
import { app, type BrowserWindow, Menu, powerMonitor, session } from 'electron';
import { startCoreThread } from '#core/core-thread.ts';
import { createHostCall } from '#core/host-call.ts';
import { openScreenFiles } from '#core/screen-files.ts';
import { CallEnvelope } from '#shared/contract/envelope.ts';
import { serveScreens } from './app-protocol.ts';
import { createDialogs } from './dialogs.ts';
import { shellSettings } from './folders.ts';
import { createHandle } from './ipc.ts';
import { createPaperMaker } from './paper.ts';
import { guardSession } from './session-guard.ts';
import { openWindow, partition } from './window.ts';

/** Files of the build, beside the bundle of this module (`out/main/index.js`). */
const built = (path: string): URL => new URL(path, import.meta.url);

export function startShell(): void {
  const windowSession = session.fromPartition(partition);
  guardSession(windowSession);
  serveScreens(windowSession, openScreenFiles(fileURLToPath(built('../renderer'))));
  if (app.isPackaged) Menu.setApplicationMenu(null);

  const core = startCoreThread(shellSettings(), { workerUrl: built('./worker.js') });
  let window: BrowserWindow | undefined;
  let quitting = false;

  const handle = createHandle(() => window);
  handle(
    'call',
    CallEnvelope,
    createHostCall(core, {
      ...createDialogs(core, () => window),
      makePdf: createPaperMaker(() => window),
    }),
  );

  core.onEvent((event) => {
    if (event.type === 'session' && event.state === 'locked') void replaceWindow();
    else if (window && !window.isDestroyed()) window.webContents.send('event', event);
  });

  function showWindow(): void {
    window = openWindow(fileURLToPath(built('../preload/index.cjs')));
    window.webContents.on('render-process-gone', lock);
    // Windows ends a session without asking the power monitor.
    window.on('query-session-end', lock);
    window.on('session-end', lock);
  }

  async function replaceWindow(): Promise<void> {
    if (quitting) return;
    const old = window;
    old?.hide();
    await windowSession.clearStorageData();
    // The fresh window comes first: with none left the program would quit.
    showWindow();
    old?.destroy();
  }

  function lock(): void {
    void core.lock();
  }

  powerMonitor.on('lock-screen', lock);
  powerMonitor.on('suspend', lock);
  powerMonitor.on('shutdown', () => app.quit());
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (quitting) return;
    quitting = true;
    event.preventDefault();
    void core.close().finally(() => app.exit(0));
  });
  showWindow();
}
