/** @file All that a screen gets from outside: one function to call, one to listen. No object of Electron passes. */
import { contextBridge, ipcRenderer } from 'electron';

contextBridge.exposeInMainWorld('api', {
  call: (method: string, input: unknown): Promise<unknown> => ipcRenderer.invoke('call', { method, input }),
  on: (listener: (event: unknown) => void): (() => void) => {
    const forward = (_event: unknown, appEvent: unknown): void => listener(appEvent);
    ipcRenderer.on('event', forward);
    return () => {
      ipcRenderer.removeListener('event', forward);
    };
  },
});
