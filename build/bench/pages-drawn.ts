/**
 * @file Pages drawn: from the click to the frame in which the heading and every row stand. Each list is opened in a
 * window that has just been loaded, so that neither its answer nor its script is there yet; forums also one after another.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { builtFolder } from '#build/built.ts';
import { chromiumFlags, findChromium } from '#build/chromium.ts';
import type { CoreSettings } from '#core/ports.ts';
import { testPassphrase, testUser } from '#core/testing/test-app.ts';
import { startHttpHost } from '#electron/http/server.ts';
import type { FilledForums } from './fill-forums.ts';
import { type Figure, spread } from './measure.ts';

/** Where the click is made; it shows nothing of the records. */
const quietPlace = '/about';
const clickAndWatch = readFileSync(path.join(import.meta.dirname, 'click-and-watch.js'), 'utf8')
  .trim()
  .replace(/;$/, '');

export async function drawnPages(
  settings: CoreSettings,
  filled: FilledForums,
  runs: number,
  budget: { readonly p95: number },
): Promise<Figure[]> {
  const host = await startHttpHost({
    settings,
    rendererFolder: path.join(builtFolder, 'renderer'),
    workerUrl: pathToFileURL(path.join(builtFolder, 'main', 'worker.js')),
  });
  const browser = await chromium.launch({ executablePath: findChromium(), args: [...chromiumFlags] });
  try {
    await unlock(host.url);
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    const figures: Figure[] = [];
    for (const [what, address] of pagesOf(filled)) {
      const times: number[] = [];
      for (let run = 0; run < runs; run++) {
        await sitDown(page, host.url);
        times.push(await open(page, address(run)));
      }
      figures.push(...spread(`${what}, drawn`, times, budget));
    }
    await sitDown(page, host.url);
    const next: number[] = [];
    for (let run = 0; run <= runs; run++) next.push(await open(page, `/forums/${at(filled.forums, run)}`));
    return [...figures, ...spread('forum after forum, drawn', next.slice(1), budget)];
  } finally {
    await browser.close();
    await host.close();
  }
}

type PageAt = readonly [what: string, address: (run: number) => string];

const at = (ids: readonly string[], run: number): string => ids[(run * 7) % ids.length] ?? '';

function pagesOf({ forums, meetings, plans }: FilledForums): readonly PageAt[] {
  const lists = [
    '/forums',
    '/meetings',
    '/meetings/calendar',
    '/trainings',
    '/issues',
    '/actions',
    '/promises',
    '/sites',
    '/assets',
    '/plans',
    '/mappings',
    '/coverage',
    '/disputes',
  ];
  return [
    ...lists.map((address): PageAt => [address, () => address]),
    ['home', () => '/'],
    ['forum', (run) => `/forums/${at(forums, run)}`],
    ['meetings of a forum', (run) => `/forums/${at(forums, run)}/meetings`],
    ['meeting', (run) => `/meetings/${at(meetings, run)}`],
    ['plan', (run) => `/plans/${at(plans, run)}`],
  ];
}

/** The session is that of the host: whoever opens the address finds it open. */
async function unlock(url: string): Promise<void> {
  const input = { commandId: crypto.randomUUID(), user: testUser, passphrase: testPassphrase };
  const response = await fetch(new URL('call', url), {
    method: 'POST',
    headers: { Origin: new URL(url).origin },
    body: JSON.stringify({ method: 'session.unlock', input }),
  });
  const answer = (await response.json()) as { readonly ok: boolean };
  if (!answer.ok) throw new Error(`the home stays locked: ${JSON.stringify(answer)}`);
}

/** What a person takes to find the next click. */
const pauseMs = 500;

async function sitDown(page: Page, url: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${url}#${quietPlace}`);
  await page.locator('main h1').waitFor();
  await page.waitForTimeout(pauseMs);
}

/** Milliseconds from the click on a link of that address until the frame is painted in which nothing is loading. */
const open = (page: Page, address: string): Promise<number> =>
  page.evaluate(`(${clickAndWatch})(${JSON.stringify(address)})`);
