/** @file Who may speak to the loopback host. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/**
 * Path of a request behind the token, without a leading slash; undefined for a request that must learn nothing.
 * `Host` is always checked (a foreign name that resolves to 127.0.0.1 is refused), `Origin` when present, and every
 * POST must have one.
 */
export function createGate(own: { origin: string; token: string }): (request: IncomingMessage) => string | undefined {
  const host = new URL(own.origin).host;
  return (request) => {
    const { origin } = request.headers;
    const [, token = '', ...rest] = (request.url ?? '').split('/');
    const knowsToken = sameText(token, own.token);
    if (!knowsToken || request.headers.host !== host || rest.length === 0) return undefined;
    if (origin === undefined ? request.method === 'POST' : origin !== own.origin) return undefined;
    return rest.join('/');
  };
}

/** Compares hashes, so that neither length nor common beginning shows in the time. */
function sameText(a: string, b: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(a), hash(b));
}
