/** @file How soon the page can be used, and how much it has to load for that; from the built files. */
import { gzipSync } from 'node:zlib';
import { initHome } from './harness/demo.ts';
import { demoWords } from './harness/demo-words.ts';
import { expect, test } from './harness/test.ts';

const usableWithinMs = 2000;
const firstScriptBytes = 350_000;
const runs = 3;

test('the log-in has the focus within two seconds of the host starting', async ({ installed, sitDown, language }) => {
  const made = await installed();
  await initHome(made, 'office', demoWords[language], language);
  await made.close();
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const startedAt = performance.now();
    const host = await installed(made.folder);
    const desk = await sitDown(host);
    await expect(desk.field('session:userName')).toBeFocused();
    times.push(performance.now() - startedAt);
    await desk.page.close();
    await host.close();
  }
  const median = times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.POSITIVE_INFINITY;
  test.info().annotations.push({ type: 'ms to focus', description: times.map(Math.round).join(', ') });
  expect(median).toBeLessThan(usableWithinMs);
});

test('the log-in loads less than 350 kB of JavaScript, compressed', async ({ installed, newPage, language, words }) => {
  const host = await installed();
  await initHome(host, 'office', demoWords[language], language);
  await host.restart();
  const page = await newPage();
  const scripts: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.body());
  });
  await page.goto(host.url());
  await expect(page.getByRole('button', { name: words.t('session:unlock.act'), exact: true })).toBeVisible();
  await page.waitForLoadState('networkidle');
  const sizes = (await Promise.all(scripts)).map((body) => gzipSync(body).length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  test.info().annotations.push({ type: 'bytes of first scripts', description: String(total) });
  expect(total).toBeGreaterThan(0);
  expect(total).toBeLessThan(firstScriptBytes);
});
