/** @file What the window and its session may not do, whatever a page in it tries. */
import { app, type Session } from 'electron';
import { isScreenUrl } from './app-protocol.ts';

/** Before the first window: every web contents that ever comes to be stays on our screens and opens nothing. */
export function guardAllContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    const stay = (event: { preventDefault(): void; readonly url: string }) => {
      if (!isScreenUrl(event.url)) event.preventDefault();
    };
    contents.on('will-navigate', stay);
    contents.on('will-frame-navigate', stay);
    contents.on('will-redirect', stay);
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}

/** Denies every permission and device, every download, and every request that leaves the program. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !isScreenUrl(url) && !url.startsWith('blob:') && !url.startsWith('data:') });
  });
}
