/** @file Who may speak to the loopback host. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Who asks: the person, or a browser that draws one paper for that person and must only read. */
export type Visitor = 'person' | 'paper';

export type Entry = { readonly path: string; readonly visitor: Visitor };

/** Tokens of one print each; none of them outlives it. */
export type Passes = {
  open(): string;
  close(pass: string): void;
  has(token: string): boolean;
};

export function createPasses(): Passes {
  const live = new Set<string>();
  return {
    open() {
      const pass = randomBytes(32).toString('base64url');
      live.add(pass);
      return pass;
    },
    close: (pass) => void live.delete(pass),
    has: (token) => [...live].some((pass) => sameText(token, pass)),
  };
}

/**
 * Path of a request behind the token, without a leading slash; undefined for a request that must learn nothing.
 * `Host` is always checked (a foreign name that resolves to 127.0.0.1 is refused), `Origin` when present, and every
 * POST must have one.
 */
export function createGate(
  own: { origin: string; token: string },
  passes: Passes = createPasses(),
): (request: IncomingMessage) => Entry | undefined {
  const host = new URL(own.origin).host;
  return (request) => {
    const { origin } = request.headers;
    const [, token = '', ...rest] = (request.url ?? '').split('/');
    const knowsToken = sameText(token, own.token);
    const isPaper = !knowsToken && passes.has(token);
    if ((!knowsToken && !isPaper) || request.headers.host !== host || rest.length === 0) return undefined;
    if (origin === undefined ? request.method === 'POST' : origin !== own.origin) return undefined;
    return { path: rest.join('/'), visitor: isPaper ? 'paper' : 'person' };
  };
}

/** Compares hashes, so that neither length nor common beginning shows in the time. */
function sameText(a: string, b: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(a), hash(b));
}
