/**
 * @file What opening a page costs with 200 forums, 5,000 meetings and 60,000 rows of attendance in the store: each query
 * of the screens through dispatch on the core's own thread, and pages from the click until they are painted.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { builtFolder, ensureBuilt } from '#build/built.ts';
import { projectFolder } from '#build/project-folder.ts';
import { startCoreThread } from '#core/core-thread.ts';
import type { CoreSettings } from '#core/ports.ts';
import { createBulkApp } from '#core/testing/bulk-app.ts';
import { enrol, initHome, testPassphrase, testUser } from '#core/testing/test-app.ts';
import { type FilledForums, fillForums, type ForumSizes } from './fill-forums.ts';
import { type Bench, type Figure, spread, timesOf } from './measure.ts';
import { drawnPages } from './pages-drawn.ts';
import { pageQueries } from './pages-queries.ts';
import { createWorkload } from './workload.ts';

const budget = { p95: 150 };
/** 200 x 25 meetings with 12 members each. */
const full: ForumSizes = { forums: 200, members: 12, meetings: 25, issues: 5, disputes: 500 };
const short: ForumSizes = { forums: 8, members: 8, meetings: 4, issues: 1, disputes: 8 };

export const pagesBench: Bench = {
  name: 'pages',
  byNameOnly: true,
  run: () => benchPages(full, { queries: 60, drawn: 24 }),
};

/** The same pages of a small store, a few times each: shows that the bench is whole, not how fast pages are. */
export const pagesShortBench: Bench = {
  name: 'pages-short',
  byNameOnly: true,
  run: () => benchPages(short, { queries: 3, drawn: 2 }),
};

async function benchPages(sizes: ForumSizes, runs: { queries: number; drawn: number }): Promise<Figure[]> {
  await ensureBuilt();
  const folder = mkdtempSync(path.join(tmpdir(), 'jisr-bench-'));
  try {
    const { filled, stored } = await fillHome(folder, sizes);
    const settings = settingsOf(folder);
    return [
      ...stored,
      ...(await answeredQueries(settings, filled, runs.queries)),
      ...(await drawnPages(settings, filled, runs.drawn, budget)),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fillHome(folder: string, sizes: ForumSizes): Promise<{ filled: FilledForums; stored: Figure[] }> {
  const directorate = await createBulkApp();
  const office = await createBulkApp({ folder });
  await initHome(directorate, 'directorate');
  await initHome(office, 'office');
  await enrol(directorate, office);
  const filled = await fillForums(office, createWorkload(1), sizes);
  const count = (table: string) => office.rows<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)[0]?.n ?? 0;
  const stored = ['forum', 'meeting', 'meeting_action', 'issue', 'dispute', 'chg'].map((table) => ({
    what: `rows of ${table}`,
    value: count(table),
    unit: '',
  }));
  const attendance = { what: 'rows of attendance', value: filled.meetings.length * sizes.members, unit: '' };
  await office.close();
  await directorate.close();
  return { filled, stored: [...stored, attendance] };
}

const settingsOf = (folder: string): CoreSettings => ({
  homeFolder: path.join(folder, 'home'),
  witnessFolder: path.join(folder, 'witness'),
  resourcesFolder: path.join(projectFolder, 'resources'),
  appVersion: '0.0.0-test',
  language: 'ar-IQ',
  argonCost: { memoryKiB: 64, passes: 1 },
  reserveBytes: 4096,
});

async function answeredQueries(settings: CoreSettings, filled: FilledForums, runs: number): Promise<Figure[]> {
  const core = startCoreThread(settings, { workerUrl: pathToFileURL(path.join(builtFolder, 'main', 'worker.js')) });
  const call = async (method: string, input: object) => {
    const answer = await core.call({ method, input });
    if (!answer.ok) throw new Error(`${method}: ${JSON.stringify(answer.error)}`);
  };
  await call('session.unlock', { commandId: crypto.randomUUID(), user: testUser, passphrase: testPassphrase });
  const figures: Figure[] = [];
  for (const { what, method, input } of pageQueries(filled)) {
    const times = await timesOf(runs, (run) => call(method, input(run)));
    figures.push(...spread(what, times, budget));
  }
  await core.close();
  return figures;
}
