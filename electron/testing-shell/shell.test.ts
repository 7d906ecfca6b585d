import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtFolder } from '#build/built.ts';
import { preloadScript } from './bridge-scripts.ts';
import { listElectronMembers, membersFile } from './electron-members.ts';
import { type Shell, startShell } from './shell.ts';

const assetsFolder = path.join(builtFolder, 'renderer/assets');

let folder: string;
let shell: Shell;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'jisr-shell-'));
  shell = await startShell({
    env: { JISR_HOME: path.join(folder, 'home'), JISR_WITNESS: path.join(folder, 'witness') },
  });
}, 120_000);

afterAll(async () => {
  await shell?.close();
  rmSync(folder, { recursive: true, force: true });
});

const commandId = '0191d3c5-7a00-7000-8000-000000000001';
const evaluate = (expression: string) => shell.ask('evaluate', expression);
/** What an expression of the page ends in, as text. */
const attempt = (expression: string) =>
  evaluate(`(async () => { try { return String(await (${expression})); } catch (e) { return 'refused'; } })()`);
/** What must come is waited for as long as a busy machine may need. */
const soon = { timeout: 20_000 };
/** Before it is said that nothing came. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 300));

test('the entry module settles long before Electron would give up', () => {
  expect(shell.settledMs).toBeLessThan(5000);
});

test('a screen reaches the core through preload and main', async () => {
  expect(await shell.call('session.state', {})).toMatchObject({ ok: true, value: { state: 'empty' } });
  expect(await shell.call('host.capabilities', {})).toEqual({ ok: true, value: { dialogs: true, downloads: false } });
});

test('opens its window with every wall up', async () => {
  const { windows, privilegedSchemes } = await shell.ask('report');
  expect(windows[0]).toMatchObject({
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    contextIsolation: true,
    sandbox: true,
    webSecurity: true,
    webviewTag: false,
    plugins: false,
    spellcheck: false,
    navigateOnDragDrop: false,
    disableDialogs: true,
    partition: 'main',
  });
  expect(privilegedSchemes).toEqual([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
});

describe('the world of the page', () => {
  test('has no require, no process and no ipcRenderer', async () => {
    const found = await evaluate(
      "['require','process','module','Buffer','global','ipcRenderer','electron','__rigSend','__rigReceive'].filter((n) => n in globalThis)",
    );
    expect(found).toEqual([]);
  });

  test('has two functions, which it cannot replace', async () => {
    expect(await evaluate('Object.entries(window.api).map(([name, value]) => name + ":" + typeof value)')).toEqual([
      'call:function',
      'on:function',
    ]);
    const replaced = '(() => { window.api = 1; window.api.call = 1; return typeof window.api.call })()';
    expect(await evaluate(replaced)).toBe('function');
  });

  test('cannot send a function to main', async () => {
    expect(await attempt('window.api.call("session.state", () => 1)')).toBe('refused');
    expect(await attempt('window.api.call("session.state", { f() {} })')).toBe('refused');
  });

  test('hears events without the object of Electron that brought them', async () => {
    await evaluate('(() => { window.heard = []; window.api.on((...args) => window.heard.push(args)); })()');
    const home = { kind: 'directorate', name: 'مديرية', user: 'sara', passphrase: 'four words are enough', commandId };
    expect(await shell.call('home.init', home)).toMatchObject({ ok: true });
    await expect
      .poll(() => evaluate('window.heard'), soon)
      .toContainEqual([expect.objectContaining({ type: 'session', state: 'open' })]);
  });

  test('gets tokens and names from dialogs, never paths', async () => {
    await shell.ask('dialogs', [[path.join(folder, 'stick')]]);
    const picked = await shell.call('host.pickFolder', {});
    expect(picked).toEqual({ ok: true, value: { token: expect.any(String), name: 'stick' } });
    expect(JSON.stringify(picked)).not.toContain(folder);
    expect(await shell.call('host.pickFolder', {})).toEqual({ ok: true, value: null });
    expect(await shell.call('host.pickFiles', { kind: 'bundle' })).toEqual({ ok: true, value: [] });
    // Only an empty home is asked for a backup.
    expect(await shell.call('host.pickBackup', {})).toMatchObject({ ok: false, error: { code: 'home/exists' } });
  });

  test('loses its window, and what it had heard, with the session', async () => {
    await evaluate(`void window.api.call('session.lock', { commandId: '${commandId}' })`);
    await expect.poll(() => evaluate('typeof window.heard').catch(() => 'none'), soon).toBe('undefined');
    expect((await shell.ask('report')).windowsOpen).toBe(1);
  });
});

test('draws pictures and reads papers in workers of our own, and shows them from memory', async () => {
  const asset = (name: string) => `assets/${readdirSync(assetsFolder).find((file) => file.startsWith(`${name}-`))}`;
  const drawn = `(async () => {
    const canvas = new OffscreenCanvas(40, 30);
    canvas.getContext('2d').fillRect(0, 0, 40, 30);
    const worker = new Worker('${asset('picture-worker')}', { type: 'module' });
    const answer = new Promise((resolve) => worker.addEventListener('message', ({ data }) => resolve(data)));
    worker.postMessage(await canvas.convertToBlob());
    const { picture } = await answer;
    worker.terminate();
    const image = new Image();
    image.src = URL.createObjectURL(picture);
    await image.decode();
    return picture.type + ' ' + image.naturalWidth + 'x' + image.naturalHeight;
  })()`;
  expect(await attempt(drawn)).toBe('image/jpeg 40x30');
  const ready = `new Promise((resolve) => {
    const worker = new Worker('${asset('pdf-worker')}', { type: 'module' });
    worker.addEventListener('message', ({ data }) => { worker.terminate(); resolve(data.action); });
  })`;
  expect(await attempt(ready)).toBe('ready');
  for (const file of readdirSync(path.join(assetsFolder, 'pdfjs'))) {
    const decoder = `import(new URL('assets/pdfjs/${file}', document.baseURI)).then((m) => typeof m.default)`;
    expect(await attempt(decoder), file).toBe('function');
  }
});

test('passes the policy without a violation', async () => {
  await settle();
  const { violations, pageErrors } = await shell.ask('report');
  expect(violations).toEqual([]);
  expect(pageErrors).toEqual([]);
});

describe('a page that was taken over', () => {
  test('cannot run inline scripts, evaluate text or write markup', async () => {
    await attempt(
      "(() => { const s = document.createElement('script'); s.textContent = 'window.owned = 1'; document.body.append(s) })()",
    );
    expect(await evaluate('typeof window.owned')).toBe('undefined');
    expect(await attempt("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=1>')")).toBe('refused');
    expect(await attempt("import('data:text/javascript,export default 1')")).toBe('refused');
    // The attempts themselves show that violations are seen at all.
    const { violations } = await shell.ask('report');
    expect(violations.some((violation) => violation.startsWith('script-src'))).toBe(true);
    expect(violations.some((violation) => violation.startsWith('require-trusted-types-for'))).toBe(true);
  });

  test('cannot start a worker that is not one of ours', async () => {
    expect(await attempt("new Worker('data:text/javascript,1')")).toBe('refused');
    expect(await attempt("new Worker(URL.createObjectURL(new Blob(['1'])))")).toBe('refused');
    expect(await attempt("new Worker('assets/../index.html')")).toBe('refused');
    expect(await attempt("new Worker('https://example.org/assets/x.js')")).toBe('refused');
  });

  test('cannot reach the network', async () => {
    expect(await attempt("fetch('https://example.org/')")).toBe('refused');
    expect(await attempt("fetch('http://127.0.0.1:9/')")).toBe('refused');
    const load = (tag: string, url: string) =>
      `new Promise((yes, no) => { const e = document.createElement('${tag}'); e.onload = yes; e.onerror = no; e.src = '${url}'; document.body.append(e) })`;
    expect(await attempt(load('img', 'https://example.org/a.png'))).toBe('refused');
    const { requests } = await shell.ask('report');
    expect(requests.filter(({ url, outcome }) => !url.startsWith('app://local/') && outcome === 'served')).toEqual([]);
  });

  test('cannot open a window', async () => {
    await evaluate("void window.open('https://example.org/')");
    await evaluate("void window.open('about:blank')");
    await expect.poll(async () => (await shell.ask('report')).popups.length, soon).toBeGreaterThan(0);
    const { popups } = await shell.ask('report');
    expect(popups.every(({ action }) => action === 'deny')).toBe(true);
  });

  test('cannot navigate away', async () => {
    await evaluate("void (location.href = 'https://example.org/')");
    await settle();
    expect(await evaluate('location.href')).toBe('https://local.app.test/');
    expect((await shell.ask('report')).requests).toContainEqual({
      url: 'https://example.org/',
      outcome: 'navigation-prevented',
    });
  });

  test('cannot download', async () => {
    await evaluate(
      "(() => { const a = document.createElement('a'); a.href = URL.createObjectURL(new Blob(['x'])); a.download = 'x.exe'; a.click() })()",
    );
    await expect.poll(async () => (await shell.ask('report')).downloads.length, soon).toBeGreaterThan(0);
    const { downloads } = await shell.ask('report');
    expect(downloads.every(({ prevented }) => prevented)).toBe(true);
  });

  test('cannot read a file that is no screen', async () => {
    const paths = [
      '../main/index.js',
      '..%2fmain/index.js',
      '%2e%2e/main/index.js',
      '//etc/passwd',
      'assets',
      'package.json',
    ];
    for (const file of paths) {
      const status = await attempt(`fetch('/${file}').then((r) => r.status)`);
      expect(['404', '403', 'refused'], file).toContain(status);
    }
    expect(await attempt("fetch('/', { method: 'POST' }).then((r) => r.status)")).toBe('403');
  });

  test('gets no permission and no device', async () => {
    const names = [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'fullscreen',
      'openExternal',
      'hid',
      'usb',
    ];
    const granted = await shell.ask('permissions', names);
    expect(granted).toHaveLength(names.length * 2 + 1);
    expect(granted.some((answer) => answer)).toBe(false);
  });
});

test('refuses every sender but the main frame of its own screen, on every channel', async () => {
  const answers = await shell.ask('hostileSenders');
  expect(Object.keys(answers).length).toBeGreaterThanOrEqual(7);
  for (const [name, answer] of Object.entries(answers)) {
    expect(answer, name).toEqual({ ok: false, error: { code: 'session/forbidden', params: {} } });
  }
});

test('refuses calls of another shape or size', async () => {
  expect(await shell.call('x'.repeat(201), {})).toMatchObject({ ok: false, error: { code: 'call/bad-input' } });
  expect(await evaluate("window.api.call('session.state', 'x'.repeat(1024 * 1024))")).toMatchObject({
    ok: false,
    error: { code: 'call/too-large', params: { maxBytes: 1024 * 1024 } },
  });
});

describe('locks, and opens a fresh window,', () => {
  const reasons: [string, string][] = [
    ['PowerMonitor', 'lock-screen'],
    ['PowerMonitor', 'suspend'],
    ['BrowserWindow', 'session-end'],
    ['BrowserWindow', 'query-session-end'],
    ['WebContents', 'render-process-gone'],
  ];
  for (const [owner, event] of reasons) {
    test(`on ${event}`, async () => {
      const before = await shell.ask('report');
      await evaluate("void (window.mark = 'old')");
      await shell.ask('emit', owner, event);
      await expect.poll(() => evaluate('typeof window.mark').catch(() => 'none'), soon).toBe('undefined');
      const after = await shell.ask('report');
      expect(after.windows.length).toBe(before.windows.length + 1);
      expect(after.windowsOpen).toBe(1);
      expect(after.timesCleared).toBe(before.timesCleared + 1);
    });
  }
});

test('stops redirects and embedded pages', async () => {
  expect(await shell.ask('emit', 'WebContents', 'will-redirect', { url: 'https://example.org/' })).toBe(true);
  expect(await shell.ask('emit', 'WebContents', 'will-redirect', { url: 'app://local/' })).toBe(false);
  expect(await shell.ask('emit', 'WebContents', 'will-attach-webview')).toBe(true);
});

test('a second start only brings the window to the front', async () => {
  const { windows } = await shell.ask('report');
  await shell.ask('emit', 'App', 'second-instance');
  expect((await shell.ask('report')).windows.length).toBe(windows.length);
});

describe('the members of Electron in use', () => {
  const committed = JSON.parse(readFileSync(membersFile, 'utf8')) as string[];

  test('are those that were reviewed', () => {
    expect(listElectronMembers()).toEqual(committed);
  });

  test('all exist in the fake', async () => {
    const inPage = /^(?:ContextBridge|IpcRenderer)[. ](?:event )?(.*)$/;
    const script = preloadScript('secret', '');
    const members = committed.filter((member) => {
      const name = inPage.exec(member)?.[1];
      if (name && name !== 'event') expect(script).toContain(`${name}(`);
      return name === undefined;
    });
    expect(await shell.ask('missing', members)).toEqual([]);
    expect(await shell.ask('missing', ['App.nothing', 'App event nothing', 'new Tray'])).toHaveLength(3);
  });
});

test('its preload script requires nothing but electron', async () => {
  const { required } = await shell.ask('report');
  expect([...new Set(required)]).toEqual(['electron']);
});

describe('starting', () => {
  test('an installed shell refuses debug switches', async () => {
    const packaged = startShell({ env: { JISR_RIG_PACKAGED: '1' }, switches: ['--remote-debugging-port=1'] });
    await expect(packaged).rejects.toThrow('code 1');
  }, 60_000);

  test('the rig notices an entry that waits for ready at its top level', async () => {
    const entry = path.join(folder, 'waiting.mjs');
    writeFileSync(entry, "import { app } from 'electron'; await app.whenReady();");
    await expect(startShell({ entry: pathToFileURL(entry).href })).rejects.toThrow('does not settle');
  }, 60_000);

  test('the rig notices calls in the wrong order', async () => {
    const entry = path.join(folder, 'late.mjs');
    writeFileSync(entry, "import { session } from 'electron'; session.fromPartition('main');");
    await expect(startShell({ entry: pathToFileURL(entry).href })).rejects.toThrow('after app is ready');
  }, 60_000);
});

test('starts anew without the GPU once it crashed twice', async () => {
  const own = await startShell({ env: { JISR_HOME: path.join(folder, 'third') } });
  await own.ask('emit', 'App', 'child-process-gone', {}, { type: 'Utility' });
  await own.ask('emit', 'App', 'child-process-gone', {}, { type: 'GPU' });
  await own.ask('emit', 'App', 'child-process-gone', {}, { type: 'GPU' });
  const answers = () =>
    own.ask('report').then(
      () => true,
      () => false,
    );
  await expect.poll(answers, soon).toBe(false);
  expect(await own.close()).toBe(0);
}, 60_000);

test('ends cleanly', async () => {
  const own = await startShell({ env: { JISR_HOME: path.join(folder, 'other') } });
  expect(await own.close()).toBe(0);
}, 60_000);
