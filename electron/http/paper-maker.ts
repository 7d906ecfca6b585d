/**
 * @file PDFs of papers for a host that has no window of its own: a headless browser of this PC opens the sheet as the
 * screens show it, with a pass that lives as long as the print and reads only (docs/adr/0013).
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { MakePdf } from '#core/host-call.ts';
import { sheetPath } from '#shared/domain/papers.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { type BrowserPipe, startBrowser } from './browser-pipe.ts';
import { findBrowser } from './find-browser.ts';
import type { Passes } from './gate.ts';

export type PaperMakerOptions = {
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string;
  readonly passes: Passes;
  /** Looked for anew each time: one may be installed meanwhile. */
  readonly find?: () => string | null;
};

const timeoutMs = 40_000;

export function createPaperMaker({ origin, passes, find = findBrowser }: PaperMakerOptions): MakePdf {
  return async ({ language, ...paper }) => {
    const file = find();
    if (file === null) return err(refusal('host/no-pdf', {}));
    const pass = passes.open();
    let browser: BrowserPipe | undefined;
    const late = new AbortController();
    try {
      browser = await startBrowser(file);
      const address = `${origin}/${pass}/#${sheetPath(paper, language)}`;
      const data = await Promise.race([printSheet(browser, address, late.signal), tooLate(late.signal)]);
      return data === null ? err(refusal('host/pdf-failed', {})) : ok({ data });
    } catch {
      return err(refusal('host/pdf-failed', {}));
    } finally {
      late.abort();
      passes.close(pass);
      await browser?.close();
    }
  };
}

const tooLate = (signal: AbortSignal): Promise<null> => wait(timeoutMs, null, { signal }).catch(() => null);

/** The address goes through the pipe: on a command line every account of the PC could read it. */
async function printSheet(browser: BrowserPipe, address: string, signal: AbortSignal): Promise<string | null> {
  // A context of its own is off the record: no cache, cookie or history of it reaches the disk.
  const { browserContextId } = await browser.send('Target.createBrowserContext');
  const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank', browserContextId });
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
  const session = String(sessionId);
  await browser.send('Page.navigate', { url: address }, session);
  while (!(await isDrawn(browser, session))) {
    if (signal.aborted) return null;
    await wait(50);
  }
  const { data } = await browser.send(
    'Page.printToPDF',
    { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true, generateDocumentOutline: true },
    session,
  );
  return typeof data === 'string' ? data : null;
}

async function isDrawn(browser: BrowserPipe, session: string): Promise<boolean> {
  const expression = `document.documentElement.dataset.paper === 'drawn'`;
  const { result } = await browser.send('Runtime.evaluate', { expression, returnByValue: true }, session);
  return (result as { value?: unknown } | undefined)?.value === true;
}
