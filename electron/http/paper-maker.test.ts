import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { findChromium } from '#build/chromium.ts';
import { readsOnly } from '#core/host-call.ts';
import { noRecord } from '#core/testing/unlike-ids.ts';
import { profilesOf } from './browser-pipe.ts';
import { findBrowser } from './find-browser.ts';
import { createGate, createPasses } from './gate.ts';
import { createPaperMaker } from './paper-maker.ts';

const paper = { kind: 'minutes', of: noRecord, part: '', language: 'ar-IQ' } as const;
const marker = 'ورقة-لا-تبقى';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A page that may be kept, and says that it is drawn after a while; behind the gate of the host. */
async function servePage(drawnAfterMs: number) {
  const passes = createPasses();
  const asked: string[] = [];
  const listening = createServer();
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
  const enter = createGate({ origin, token: 'token of the run' }, passes);
  listening.on('request', (request, response) => {
    const entry = enter(request);
    if (entry) asked.push(request.url ?? '');
    response.writeHead(entry ? 200 : 404, {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'max-age=3600',
    });
    response.end(
      entry
        ? `<html lang="ar-IQ"><title>2026/3</title><p>${marker}</p><script>
            setTimeout(() => { document.documentElement.dataset.paper = 'drawn'; }, ${drawnAfterMs});
          </script></html>`
        : '',
    );
  });
  return { origin, passes, asked };
}

const profiles = (): string[] =>
  readdirSync(tmpdir())
    .filter((name) => name.startsWith(profilesOf(process.pid)))
    .map((name) => path.join(tmpdir(), name));

function filesWith(text: string, folder: string): string[] {
  const holds = (file: string): boolean => {
    try {
      const bytes = readFileSync(file);
      return bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le'));
    } catch {
      // The browser took it away meanwhile.
      return false;
    }
  };
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter(holds);
}

describe('a paper made by a browser of this PC', () => {
  it('comes back through memory; its page never lies on the disk, and its pass ends with it', async () => {
    const { origin, passes, asked } = await servePage(2500);
    const before = new Set(profiles());
    const making = createPaperMaker({ origin, passes, find: findChromium })(paper);
    while (asked.length === 0) await wait(50);
    await wait(1500);
    const own = profiles().filter((folder) => !before.has(folder));
    expect(own.length).toBeGreaterThan(0);
    expect(own.flatMap((folder) => filesWith(marker, folder))).toEqual([]);
    const made = await making;
    expect(made.ok && Buffer.from(made.value.data, 'base64').subarray(0, 5).toString('latin1')).toBe('%PDF-');
    const pass = asked[0]?.split('/')[1] ?? '';
    expect(pass).toHaveLength(43);
    expect(passes.has(pass)).toBe(false);
    expect((await fetch(`${origin}/${pass}/`)).status).toBe(404);
    for (const folder of own) expect(profiles()).not.toContain(folder);
  }, 60_000);

  it('says where there is no browser, and where the browser does not do it', async () => {
    const { origin, passes } = await servePage(0);
    const none = await createPaperMaker({ origin, passes, find: () => null })(paper);
    expect(none).toMatchObject({ ok: false, error: { code: 'host/no-pdf' } });
    for (const file of ['/bin/false', '/nowhere/chromium']) {
      const failed = await createPaperMaker({ origin, passes, find: () => file })(paper);
      expect(failed).toMatchObject({ ok: false, error: { code: 'host/pdf-failed' } });
    }
  });
});

it('reads only: a pass opens queries of the core, and nothing that writes or hands out files', async () => {
  const asked: unknown[] = [];
  const call = readsOnly(async (raw) => {
    asked.push(raw);
    return { ok: true, value: null };
  });
  const refused = { ok: false, error: { code: 'session/forbidden', params: {} } };
  const ask = (method: string) => call({ method, input: {} });
  for (const method of ['papers.print', 'session.lock', 'forums.edit', 'files.piece', 'attachments.piece', 'nothing']) {
    expect(await ask(method), method).toEqual(refused);
  }
  for (const method of ['host.makePdf', 'host.pickFolder']) expect(await ask(method), method).toEqual(refused);
  expect(await call(null)).toEqual(refused);
  expect(asked).toEqual([]);
  expect(await ask('meetings.get')).toEqual({ ok: true, value: null });
});

it('finds the browser that is named, or one where systems put it', () => {
  const at =
    (...files: string[]) =>
    (file: string) =>
      files.includes(file);
  const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
  const windows = { ProgramFiles: 'C:\\Program Files', 'ProgramFiles(x86)': 'C:\\Program Files (x86)' };
  expect(findBrowser(windows, 'win32', at(edge))).toBe(edge);
  expect(findBrowser({}, 'linux', at('/usr/bin/google-chrome'))).toBe('/usr/bin/google-chrome');
  expect(findBrowser({ JISR_CHROMIUM: '/x' }, 'linux', at('/usr/bin/chromium'))).toBeNull();
  expect(findBrowser({}, 'linux', at())).toBeNull();
});
