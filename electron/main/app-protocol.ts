/** @file `app://local/`: the one place that screens come from. */
import { protocol, type Session } from 'electron';
import { securityHeaders } from '#shared/contract/csp.ts';
import type { ScreenFiles } from '#core/screen-files.ts';

export const screenOrigin = 'app://local';

/** Before ready. `standard` gives the scheme an origin, `secure` the rights of https; no other privilege. */
export function registerScreenScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Whether an address is one of ours. Compared as parsed: `app://local.evil/` or `app://local@evil/` are not. */
export function isScreenUrl(text: string): boolean {
  const url = URL.parse(text);
  return url?.protocol === 'app:' && url.host === 'local' && url.username === '' && url.password === '';
}

export function serveScreens(session: Session, screens: ScreenFiles): void {
  session.protocol.handle('app', (request) => {
    const url = new URL(request.url);
    if (!isScreenUrl(request.url) || (request.method !== 'GET' && request.method !== 'HEAD')) return empty(403);
    const screen = screens(url.pathname.slice(1));
    if (!screen) return empty(404);
    return new Response(request.method === 'HEAD' ? null : screen.body, { headers: screen.headers });
  });
}

function empty(status: number): Response {
  return new Response(null, { status, headers: securityHeaders });
}
