/**
 * @file Stands in for the `electron` module: the members that our main process uses, with Electron's rules about
 * what may happen before and after `ready`. Typed by electron.d.ts, so that it cannot drift from the real one
 * unnoticed. `electron-members.json` lists what must be here.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Electron from 'electron';
import { FakeBrowserWindow, openWindows } from './fake-window.ts';
import { emitStoppable, onlyAfterReady, onlyBeforeReady, report, rig, RigEmitter } from './rig-state.ts';
import { sessionOf } from './fake-session.ts';

class FakeApp extends RigEmitter {
  readonly isPackaged = process.env.JISR_RIG_PACKAGED === '1';

  enableSandbox(): void {
    onlyBeforeReady('app.enableSandbox()');
  }
  disableHardwareAcceleration(): void {
    onlyBeforeReady('app.disableHardwareAcceleration()');
  }
  requestSingleInstanceLock(): boolean {
    return process.env.JISR_RIG_SECOND !== '1';
  }
  whenReady(): Promise<void> {
    return rig.ready ? Promise.resolve() : new Promise((resolve) => this.once('ready', () => resolve()));
  }
  getAppPath(): string {
    return rig.appFolder;
  }
  getPath(name: string): string {
    return join(rig.appFolder, name);
  }
  getVersion(): string {
    return (JSON.parse(readFileSync(join(rig.appFolder, 'package.json'), 'utf8')) as { version: string }).version;
  }
  quit(): void {
    if (emitStoppable(this, 'before-quit')) return;
    for (const window of openWindows()) window.destroy();
    this.exit(0);
  }
  relaunch(_options: Electron.RelaunchOptions): void {}
  exit(code = 0): void {
    rig.exit(code);
  }
}

export const app = new FakeApp() satisfies Pick<
  Electron.App,
  | 'isPackaged'
  | 'enableSandbox'
  | 'disableHardwareAcceleration'
  | 'relaunch'
  | 'exit'
  | 'requestSingleInstanceLock'
  | 'whenReady'
  | 'getAppPath'
  | 'getVersion'
  | 'quit'
>;

export const BrowserWindow = class extends FakeBrowserWindow {
  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super(options, app);
  }
};

export const protocol = {
  registerSchemesAsPrivileged(schemes: Electron.CustomScheme[]): void {
    onlyBeforeReady('protocol.registerSchemesAsPrivileged()');
    report.privilegedSchemes.push(...schemes);
  },
} satisfies Pick<Electron.Protocol, 'registerSchemesAsPrivileged'>;

export const session = { fromPartition: (partition: string) => sessionOf(partition) };

export const ipcMain = {
  handle(channel: string, handler: (event: Electron.IpcMainInvokeEvent, ...args: unknown[]) => unknown): void {
    if (rig.channels.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    rig.channels.set(channel, handler as (event: unknown, ...args: unknown[]) => unknown);
  },
} satisfies Pick<Electron.IpcMain, 'handle'>;

export const dialog = {
  async showOpenDialog(
    _window: Electron.BaseWindow,
    _options: Electron.OpenDialogOptions,
  ): Promise<Electron.OpenDialogReturnValue> {
    onlyAfterReady('dialog');
    const filePaths = rig.dialogAnswers.shift() ?? [];
    return { canceled: filePaths.length === 0, filePaths };
  },
};

export const Menu = { setApplicationMenu: (_menu: Electron.Menu | null): void => {} };

class FakePowerMonitor extends RigEmitter {
  override on(name: string, listener: (...args: unknown[]) => void): this {
    onlyAfterReady('powerMonitor');
    return super.on(name, listener);
  }
}

export const powerMonitor = new FakePowerMonitor();
