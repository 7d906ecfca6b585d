/**
 * @file `BrowserWindow` of the fake `electron`, drawn by a real Chromium. Each window is a browser context of its
 * own; every request of its page goes through the application's own handlers. `app://local/x` appears to Chromium as
 * `https://local.app.test/x`, since it knows no scheme of ours; answers keep their headers.
 */
import { randomBytes } from 'node:crypto';
import type { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type Electron from 'electron';
import type { BrowserContext, CDPSession, Page, Route } from 'playwright-core';
import { pageScript, preloadScript } from './bridge-scripts.ts';
import { type FakeSession, sessionOf } from './fake-session.ts';
import { emitStoppable, onlyAfterReady, report, rig, RigEmitter } from './rig-state.ts';

const windows = new Set<FakeBrowserWindow>();
export const openWindows = (): FakeBrowserWindow[] => [...windows];

type PdfOptions = NonNullable<Parameters<Page['pdf']>[0]>;

export class FakeWebContents extends RigEmitter {
  windowOpenHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });
  /** Message to the page's preload script; set once the page is there. */
  deliver: (message: object) => void = () => {};
  print: (options: PdfOptions) => Promise<Buffer> = () => Promise.reject(new Error('nothing is loaded'));

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.windowOpenHandler = handler;
  }
  send(channel: string, ...args: unknown[]): void {
    this.deliver({ event: channel, args: structuredClone(args) });
  }
  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    const { preferCSSPageSize, printBackground, generateTaggedPDF, generateDocumentOutline } = options;
    return this.print({
      preferCSSPageSize: preferCSSPageSize === true,
      printBackground: printBackground === true,
      tagged: generateTaggedPDF === true,
      outline: generateDocumentOutline === true,
    });
  }
}

export class FakeBrowserWindow extends RigEmitter {
  readonly webContents = new FakeWebContents();
  readonly session: FakeSession;
  page: Page | undefined;
  /** The document is there and its scripts have run. */
  loaded = false;
  private readonly preload: string;
  private readonly app: EventEmitter & { quit(): void };
  private context: BrowserContext | undefined;
  private destroyed = false;

  constructor(options: Electron.BrowserWindowConstructorOptions, app: EventEmitter & { quit(): void }) {
    super();
    onlyAfterReady('BrowserWindow');
    this.app = app;
    this.preload = options.webPreferences?.preload ?? '';
    this.session = sessionOf(options.webPreferences?.partition ?? '');
    report.windows.push({ ...options.webPreferences });
    windows.add(this);
    app.emit('web-contents-created', {}, this.webContents);
  }

  async loadURL(url: string): Promise<void> {
    const browser = rig.browser;
    if (!browser) throw new Error('the rig has no browser');
    this.context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    const page = await this.context.newPage();
    this.page = page;
    this.webContents.print = (options) => page.pdf(options);
    watchErrors(page);
    await this.connectPreload(page, this.context);
    await this.context.route('**/*', (route) => this.answer(route));
    this.context.on('page', (popup) => this.refusePopup(popup));
    page.on('download', async (download) => {
      const prevented = emitStoppable(this.session, 'will-download', {}, { getURL: () => download.url() });
      report.downloads.push({ url: download.url(), prevented });
      await download.cancel();
    });
    await page.goto(toWeb(url));
    this.loaded = true;
    this.emit('ready-to-show');
  }

  show(): void {
    this.emit('show');
  }
  hide(): void {
    this.emit('hide');
  }
  focus(): void {
    this.emit('focus');
  }
  isMinimized(): boolean {
    return false;
  }
  restore(): void {
    this.emit('restore');
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
  destroy(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    windows.delete(this);
    void this.context?.close();
    this.emit('closed');
    if (windows.size > 0) return;
    if (this.app.listenerCount('window-all-closed') > 0) this.app.emit('window-all-closed');
    else this.app.quit();
  }

  private async connectPreload(page: Page, context: BrowserContext): Promise<void> {
    const secret = randomBytes(8).toString('hex');
    const cdp = await context.newCDPSession(page);
    const contexts = new Set<number>();
    cdp.on('Runtime.executionContextCreated', ({ context: made }) => {
      if (made.name === 'preload') contexts.add(made.id);
    });
    cdp.on('Runtime.executionContextDestroyed', ({ executionContextId }) => contexts.delete(executionContextId));
    await cdp.send('Runtime.enable');
    await cdp.send('Page.enable');
    await cdp.send('Runtime.addBinding', { name: '__rigSend', executionContextName: 'preload' });
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: pageScript(secret) });
    const source = preloadScript(secret, readFileSync(this.preload, 'utf8'));
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName: 'preload' });
    cdp.on('Runtime.bindingCalled', ({ payload, executionContextId }) => {
      void this.hear(JSON.parse(payload), (message) => evaluateReceive(cdp, executionContextId, message));
    });
    this.webContents.deliver = (message) => {
      for (const id of contexts) evaluateReceive(cdp, id, message);
    };
  }

  private async hear(message: FromPreload, answer: (message: object) => void): Promise<void> {
    if ('required' in message) report.required.push(message.required);
    else if ('violation' in message) report.violations.push(message.violation);
    else answer({ id: message.id, ...(await this.invoke(message.channel, message.args)) });
  }

  private async invoke(channel: string, args: unknown[]): Promise<{ value: unknown } | { failure: string }> {
    const handler = rig.channels.get(channel);
    if (!handler) return { failure: `Error invoking remote method '${channel}': No handler registered` };
    const senderFrame = { url: fromWeb(this.page?.url() ?? ''), parent: null };
    try {
      return { value: structuredClone(await handler({ sender: this.webContents, senderFrame }, ...args)) };
    } catch (error) {
      return { failure: `Error invoking remote method '${channel}': ${String(error)}` };
    }
  }

  private async answer(route: Route): Promise<void> {
    const request = route.request();
    const url = fromWeb(request.url());
    const record = (outcome: (typeof report.requests)[number]['outcome']) => report.requests.push({ url, outcome });
    if (request.isNavigationRequest() && this.page?.url() !== 'about:blank') {
      const contents = this.webContents;
      const stopped =
        emitStoppable(contents, 'will-frame-navigate', { url }) || emitStoppable(contents, 'will-navigate', { url });
      if (stopped) {
        record('navigation-prevented');
        return route.abort('aborted');
      }
    }
    if (await this.session.cancels(url)) {
      record('cancelled');
      return route.abort('blockedbyclient');
    }
    const handler = this.session.handlers.get(new URL(url).protocol.slice(0, -1));
    if (!handler) {
      record('no-network');
      return route.abort('internetdisconnected');
    }
    const response = await handler(new Request(url, { method: request.method() }));
    record('served');
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  }

  private refusePopup(popup: Page): void {
    const url = fromWeb(popup.url());
    report.popups.push({ url, action: this.webContents.windowOpenHandler({ url }).action });
    void popup.close();
  }
}

type FromPreload =
  | { readonly id: number; readonly channel: string; readonly args: unknown[] }
  | { readonly required: string }
  | { readonly violation: string };

/** The page may be gone by now; then there is nobody to tell. */
function evaluateReceive(cdp: CDPSession, contextId: number, message: object): void {
  const expression = `globalThis.__rigReceive(${JSON.stringify(message)})`;
  cdp.send('Runtime.evaluate', { expression, contextId }).catch(() => {});
}

function watchErrors(page: Page): void {
  page.on('pageerror', (error) => report.pageErrors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') report.pageErrors.push(message.text());
  });
}

function toWeb(url: string): string {
  const { host, pathname, search } = new URL(url);
  return `https://${host}.app.test${pathname}${search}`;
}

function fromWeb(url: string): string {
  const parsed = URL.parse(url);
  if (parsed?.protocol !== 'https:' || !parsed.hostname.endsWith('.app.test')) return url;
  return `app://${parsed.hostname.slice(0, -'.app.test'.length)}${parsed.pathname}${parsed.search}`;
}
