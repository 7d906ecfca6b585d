/** @file The one window. A lock destroys it and opens a fresh one, so that no screen outlives its session. */
import { app, BrowserWindow } from 'electron';
import { screenOrigin } from './app-protocol.ts';

/** In memory: no cookie, cache or storage of the window reaches the disk. */
export const partition = 'main';

export function openWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    backgroundColor: '#ffffff',
    // Written out here, not composed: reviewers and scanners read a literal.
    webPreferences: {
      preload,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      webviewTag: false,
      plugins: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      disableDialogs: true,
      devTools: !app.isPackaged,
      partition: 'main',
    },
  });
  window.once('ready-to-show', () => window.show());
  // A lock may destroy the window while it loads; a fresh one is there by then.
  window.loadURL(`${screenOrigin}/`).catch(() => {});
  return window;
}
