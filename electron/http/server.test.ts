import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { standInCore, standInSettings } from '#core/testing/stand-in-core.ts';
import { noRecord } from '#core/testing/unlike-ids.ts';
import { type HttpHost, startHttpHost } from './server.ts';

let host: HttpHost;
let folder: string;
let origin: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jisr-screens-'));
  mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.js'), 'outside');
  writeFileSync(join(folder, 'renderer', 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__" />');
  writeFileSync(join(folder, 'renderer', 'assets', 'app.js'), 'export {};');
  writeFileSync(join(folder, 'renderer', 'notes.secret'), 'not a screen');
  host = await startHttpHost({
    settings: standInSettings,
    rendererFolder: join(folder, 'renderer'),
    workerUrl: standInCore,
    findBrowser: () => waitingBrowser(folder),
  });
  origin = new URL(host.url).origin;
});

afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true });
});

type Reply = { status: number; headers: Record<string, unknown>; body: string };
type Ask = { method?: string; path?: string; headers?: Record<string, string>; body?: string };

/** Raw requests, because fetch does not let a test choose `Host` and tidies paths. */
function ask({ method = 'GET', path = '', headers = {}, body }: Ask): Promise<Reply> {
  const url = new URL(host.url);
  return new Promise((resolve, reject) => {
    const target = path.startsWith('/') ? path : url.pathname + path;
    const sent = request({ host: '127.0.0.1', port: url.port, path: target, method, headers }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const call = async (method: string, input: unknown = {}) => {
  const reply = await ask({
    method: 'POST',
    path: 'call',
    headers: { origin },
    body: JSON.stringify({ method, input }),
  });
  return JSON.parse(reply.body);
};

test('binds to 127.0.0.1 with a long token in the address', () => {
  expect(host.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[A-Za-z0-9_-]{43}\/$/);
});

test('serves the document with a fresh nonce in policy and page', async () => {
  const first = await ask({});
  const second = await ask({});
  const nonce = /content="([^"]+)"/.exec(first.body)?.[1];
  expect(first.headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}'`);
  expect(first.headers['content-security-policy']).toContain("default-src 'none'");
  expect(first.headers['cache-control']).toBe('no-store');
  expect(second.body).not.toBe(first.body);
  expect(Object.keys(first.headers).join()).not.toContain('access-control');
});

test('serves exactly the files of the build', async () => {
  expect((await ask({ path: 'assets/app.js' })).body).toBe('export {};');
  for (const path of ['../secret.js', '%2e%2e/secret.js', 'assets/', 'notes.secret', 'assets/app.js?x', 'nothing.js']) {
    expect((await ask({ path })).status, path).toBe(404);
  }
});

describe('a request that must learn nothing', () => {
  const own = () => new URL(host.url).pathname;
  const requests: Record<string, () => Ask> = {
    'no token': () => ({ path: '/' }),
    'a wrong token': () => ({ path: `/${'A'.repeat(43)}/` }),
    'a token cut short': () => ({ path: own().slice(0, -2) }),
    'a foreign host name': () => ({ headers: { host: `evil.example:${new URL(host.url).port}` } }),
    'localhost instead of the number': () => ({ headers: { host: `localhost:${new URL(host.url).port}` } }),
    'a foreign origin': () => ({ headers: { origin: 'http://evil.example' } }),
    'a foreign origin that posts': () => ({ method: 'POST', path: 'call', headers: { origin: 'null' }, body: '{}' }),
    'a post without origin': () => ({ method: 'POST', path: 'call', body: '{}' }),
    'a preflight': () => ({ method: 'OPTIONS', path: 'call', headers: { origin: 'http://evil.example' } }),
    'another method': () => ({ method: 'PUT', path: 'call', headers: { origin } }),
    'a call by get': () => ({ path: 'call' }),
    'an unknown file': () => ({ path: 'file/unknown' }),
  };
  for (const [name, build] of Object.entries(requests)) {
    test(`${name} gets an empty 404 like any other`, async () => {
      const { date: _date, ...headers } = (await ask({ path: '/' })).headers;
      const reply = await ask(build());
      const { date: _other, ...same } = reply.headers;
      expect(reply).toMatchObject({ status: 404, body: '' });
      expect(same).toEqual(headers);
    });
  }
});

test('answers calls through the core', async () => {
  expect(await call('session.lock')).toEqual({ ok: true, value: {} });
});

test('lets out only answers that fit the contract', async () => {
  // The stand-in answers a state of its own, which is not that of the contract.
  const internal = { ok: false, error: { code: 'internal', params: { reference: 'output' } } };
  expect(await call('session.state')).toEqual(internal);
});

test('answers what it can and cannot do by itself', async () => {
  expect(await call('host.capabilities')).toEqual({ ok: true, value: { dialogs: false, downloads: true } });
  const refused = { ok: false, error: { code: 'host/no-dialog', params: {} } };
  expect(await call('host.pickFolder')).toEqual(refused);
  expect(await call('host.pickFiles', { kind: 'bundle' })).toEqual(refused);
});

test('refuses a body that is too large, or is no call', async () => {
  const post = async (body: string) =>
    JSON.parse((await ask({ method: 'POST', path: 'call', headers: { origin }, body })).body);
  expect(await post('x'.repeat(1024 * 1024 + 1))).toEqual({
    ok: false,
    error: { code: 'call/too-large', params: { maxBytes: 1024 * 1024 } },
  });
  for (const body of ['', '{', '[]', '{"method":1}', '{"method":"session.state","input":{},"more":1}']) {
    expect(await post(body), body).toMatchObject({ ok: false, error: { code: 'call/bad-input' } });
  }
});

test('streams events', async () => {
  const response = await fetch(`${host.url}events`);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const read = async (ending: string) => {
    while (!text.endsWith(ending)) text += (await reader?.read())?.value ?? '';
  };
  await read(':\n\n');
  await call('session.unlock', { user: 'x', passphrase: 'y' });
  await read('}\n\n');
  expect(text).toBe(':\n\ndata: {"type":"session","state":"open"}\n\n');
  await reader?.cancel();
});

test('sends a file of the core piece by piece', async () => {
  const reply = await ask({ path: 'file/known' });
  expect(reply.body).toBe('one two three');
  expect(reply.headers['content-disposition']).toBe(`attachment; filename*=UTF-8''${encodeURIComponent('ملف 1.cpb')}`);
});

describe('the browser that draws a paper', () => {
  const post = (path: string, method: string) =>
    ask({ method: 'POST', path: `${path}call`, headers: { origin }, body: JSON.stringify({ method, input: {} }) });

  test('gets screens and queries by its pass, nothing else; the pass ends when it is killed', async () => {
    const made = call('host.makePdf', { kind: 'minutes', of: noRecord, part: '', language: 'en' });
    const address = join(folder, 'address');
    while (!existsSync(address)) await wait(20);
    const { pathname: own, hash } = new URL(readFileSync(address, 'utf8'));
    expect(own).toMatch(/^\/[A-Za-z0-9_-]{43}\/$/);
    expect(own).not.toBe(new URL(host.url).pathname);
    expect(hash).toBe(`#/sheet/minutes/en/${noRecord}`);

    expect((await ask({ path: own })).status).toBe(200);
    for (const path of ['events', 'file/known']) {
      expect((await ask({ path: own + path })).status, path).toBe(404);
    }
    const refused = { ok: false, error: { code: 'session/forbidden', params: {} } };
    for (const method of ['session.lock', 'papers.print', 'host.makePdf']) {
      expect(JSON.parse((await post(own, method)).body), method).toEqual(refused);
    }
    expect(JSON.parse((await post(own, 'host.capabilities')).body)).toMatchObject({ ok: true });

    writeFileSync(join(folder, 'end'), '');
    expect(await made).toMatchObject({ ok: false, error: { code: 'host/pdf-failed' } });
    expect((await ask({ path: own })).status).toBe(404);
  });
});

/** A program that takes the commands of a host, writes down where it is sent and draws nothing until it is ended. */
function waitingBrowser(where: string): string {
  const file = join(where, 'browser.mjs');
  const words = `#!${process.execPath}
import { createReadStream, createWriteStream, existsSync, writeFileSync, renameSync } from 'node:fs';
const out = createWriteStream('', { fd: 4 });
let heard = '';
createReadStream('', { fd: 3 }).on('data', (data) => {
  const said = (heard + data).split('\\0');
  heard = said.pop();
  for (const { id, method, params } of said.map((text) => JSON.parse(text))) {
    if (method === 'Page.navigate') {
      writeFileSync(${JSON.stringify(join(where, 'begun'))}, params.url);
      renameSync(${JSON.stringify(join(where, 'begun'))}, ${JSON.stringify(join(where, 'address'))});
    }
    out.write(JSON.stringify({ id, result: {} }) + '\\0');
  }
});
setInterval(() => existsSync(${JSON.stringify(join(where, 'end'))}) && process.kill(process.pid, 'SIGKILL'), 20);
`;
  writeFileSync(file, words, { mode: 0o755 });
  return file;
}
