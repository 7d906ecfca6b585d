/** @file Sessions of the fake `electron`: they keep what the application registers and let the rig ask it. */
import type { Session } from 'electron';
import { onlyAfterReady, RigEmitter } from './rig-state.ts';

type Handler = (request: Request) => Response | Promise<Response>;
type BeforeRequest = (details: { url: string }, answer: (result: { cancel?: boolean }) => void) => void;

export class FakeSession extends RigEmitter {
  readonly handlers = new Map<string, Handler>();
  permissionRequest: Parameters<Session['setPermissionRequestHandler']>[0] = null;
  permissionCheck: Parameters<Session['setPermissionCheckHandler']>[0] = null;
  devicePermission: Parameters<Session['setDevicePermissionHandler']>[0] = null;
  spellChecker = true;
  timesCleared = 0;
  private beforeRequest: BeforeRequest | undefined;

  readonly protocol = {
    handle: (scheme: string, handler: Handler): void => {
      if (this.handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
      this.handlers.set(scheme, handler);
    },
  };
  readonly webRequest = {
    onBeforeRequest: (listener: BeforeRequest): void => {
      this.beforeRequest = listener;
    },
  };

  setPermissionRequestHandler(handler: typeof this.permissionRequest): void {
    this.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: typeof this.permissionCheck): void {
    this.permissionCheck = handler;
  }
  setDevicePermissionHandler(handler: typeof this.devicePermission): void {
    this.devicePermission = handler;
  }
  setSpellCheckerEnabled(enabled: boolean): void {
    this.spellChecker = enabled;
  }
  async clearStorageData(): Promise<void> {
    this.timesCleared += 1;
  }

  /** Whether the application cancels a request for this address. */
  async cancels(url: string): Promise<boolean> {
    const listener = this.beforeRequest;
    if (!listener) return false;
    const { cancel = false } = await new Promise<{ cancel?: boolean }>((resolve) => listener({ url }, resolve));
    return cancel;
  }
}

const sessions = new Map<string, FakeSession>();

export function sessionOf(partition: string): FakeSession {
  onlyAfterReady('session');
  const found = sessions.get(partition) ?? new FakeSession();
  sessions.set(partition, found);
  return found;
}
