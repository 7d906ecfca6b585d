/**
 * @file Entry of the Electron shell. Nothing is awaited here: Electron becomes ready only after this module has
 * settled, so waiting for it at the top level would wait for ever.
 */
import { app } from 'electron';
import { registerScreenScheme } from './app-protocol.ts';
import { hasDebugSwitch } from './debug-switches.ts';
import { guardDisplay } from './display.ts';
import { guardAllContents } from './session-guard.ts';
import { startShell } from './shell.ts';

if (app.isPackaged && hasDebugSwitch(process.argv)) {
  app.exit(1);
} else if (!app.requestSingleInstanceLock()) {
  app.quit();
} else {
  app.enableSandbox();
  registerScreenScheme();
  guardDisplay();
  guardAllContents();
  void app.whenReady().then(startShell);
}
