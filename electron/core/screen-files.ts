/**
 * @file The built screens as a host serves them: an exact map made at start. A path that is not in the map does not
 * exist, so no request can reach another file.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { contentSecurityPolicy, noncePlaceholder, securityHeaders } from '#shared/contract/csp.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import { randomBytes } from '#core/crypto/random.ts';

export type ScreenAnswer = {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
};

/** Looks up a path relative to the root of the screens, `''` for the document; undefined where nothing is. */
export type ScreenFiles = (path: string) => ScreenAnswer | undefined;

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** Maps every file of a known type below `folder`; throws when the screens have not been built. */
export function openScreenFiles(folder: string): ScreenFiles {
  const files = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const path = file.slice(folder.length).replaceAll('\\', '/').replace(/^\/+/, '');
    if (entry.isFile() && contentTypes[extname(file)]) files.set(path, file);
  }
  return (path) => {
    const file = files.get(path === '' ? 'index.html' : path);
    return file === undefined ? undefined : answer(file);
  };
}

function answer(file: string): ScreenAnswer {
  const nonce = toBase64Url(randomBytes(18));
  const bytes = readFileSync(file);
  const headers = {
    ...securityHeaders,
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    'Content-Type': contentTypes[extname(file)] ?? 'application/octet-stream',
  };
  const isDocument = extname(file) === '.html';
  const body = isDocument ? Buffer.from(bytes.toString('utf8').replaceAll(noncePlaceholder, nonce)) : bytes;
  return { headers, body: new Uint8Array(body) };
}
