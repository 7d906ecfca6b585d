/**
 * @file Papers as people use them: each is printed in the languages of its readers, found again by a search, counted,
 * and leaves nothing of itself on the disk.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { profilesOf } from '#electron/http/browser-pipe.ts';
import { type PaperRef, paperPath } from '#shared/domain/papers.ts';
import type { Language } from '#shared/text/languages.ts';
import type { Desk } from '#renderer/e2e/screens/desk.ts';
import { type Demo, makeDemo } from './harness/demo.ts';
import { ask } from './harness/direct.ts';
import { type DemoPapers, recordLongMeeting } from './harness/demo-papers.ts';
import type { Installation } from './harness/host.ts';
import { look, lookClosely, open } from './harness/picture.ts';
import { expectGoodPaper, isWrittenOn, printedBy, wordsOnScreen } from './harness/printed.ts';
import { expect, test } from './harness/test.ts';
import { loadWords } from './harness/words.ts';

/** Records in the language of the screen; each is printed in that language, and in English from the Arabic ones. */
const printedIn: Readonly<Record<'ar-IQ' | 'ckb-IQ', readonly Language[]>> = {
  'ar-IQ': ['ar-IQ', 'en'],
  'ckb-IQ': ['ckb-IQ'],
};

for (const language of ['ar-IQ', 'ckb-IQ'] as const) {
  test.describe(`papers in ${language}`, () => {
    test.use({ language });

    test('are whole, searchable and numbered', async ({ installed, sitDown }) => {
      test.setTimeout(500_000);
      const office = await installed();
      const demo = await makeDemo(await installed(), office, language);
      const papers = await recordLongMeeting(office, demo.forumId, demo.words);
      const desk = await sitDown(office);
      for (const paperLanguage of printedIn[language]) {
        await printMinutes(desk, office, demo, papers, paperLanguage);
        await printInvitation(desk, office, demo, papers, paperLanguage);
        await printAnswers(desk, office, demo, papers, paperLanguage);
        await printOfRecords(desk, office, demo, paperLanguage);
      }
      await leaves(desk, office, demo, papers, language);
    });
  });
}

async function show(desk: Desk, paper: PaperRef, language: Language): Promise<string> {
  await open(desk, paperPath(paper, language));
  const article = desk.page.locator(`article.paper[lang="${language}"]`);
  await expect(article.locator('h2')).toBeVisible();
  await expect(desk.page.locator('.paper-sheets canvas').first()).toBeVisible({ timeout: 60_000 });
  // A look finds English that was left over, so a paper in English is not looked at on another screen.
  if (language === desk.words.language) await look(desk, `paper-${paper.kind}`);
  return wordsOnScreen(desk);
}

async function printMinutes(
  desk: Desk,
  office: Installation,
  { words }: Demo,
  { heldId, held, versions }: DemoPapers,
  language: Language,
): Promise<void> {
  const { t } = await loadWords(language);
  for (const [index, part] of versions.entries()) {
    const paper = { kind: 'minutes', of: heldId, part } as const;
    const shown = await show(desk, paper, language);
    const printed = await printedBy(office, paper, language, `minutes-${index + 1}`);
    expect(printed.pages).toBeGreaterThan(1);
    await expectGoodPaper(printed, {
      language,
      title: `${held}-${index + 1}`,
      numbers: [`${held}-${index + 1}`, '2026-11-03', '2026-12-20'],
      words: shown,
      together: [t('papers:minutes.chair'), t('papers:minutes.secretary'), t('papers:signatures.police')],
    });
    const venue = printed.texts.join('\n').includes(words.servingOffice);
    expect(venue, 'the correction stands in the second version alone').toBe(index === 1);
    // The head of a table is repeated on each page that the table goes on to.
    const heads = printed.texts.filter((text) => isWrittenOn(text, t('meetings:action.due'))).length;
    expect(heads).toBeGreaterThan(0);
  }
}

async function printInvitation(
  desk: Desk,
  office: Installation,
  { words }: Demo,
  { plannedId, planned }: DemoPapers,
  language: Language,
): Promise<void> {
  const paper = { kind: 'invitation', of: plannedId, part: '' } as const;
  const shown = await show(desk, paper, language);
  await expectGoodPaper(await printedBy(office, paper, language), {
    language,
    title: planned,
    numbers: [planned, '2026-12-08', '10:00'],
    words: shown,
    never: words.members,
  });
}

async function printAnswers(
  desk: Desk,
  office: Installation,
  { words, forumId }: Demo,
  { planned }: DemoPapers,
  language: Language,
): Promise<void> {
  const paper = { kind: 'answers', of: forumId, part: '' } as const;
  const shown = await show(desk, paper, language);
  await expectGoodPaper(await printedBy(office, paper, language), {
    language,
    title: planned,
    numbers: [planned],
    words: shown,
    never: [...words.members, words.statement, words.officer],
  });
}

/** Plan, members, certificate and hand-over: each is found again by the number that the screen shows on it. */
async function printOfRecords(desk: Desk, office: Installation, demo: Demo, language: Language): Promise<void> {
  const { words } = demo;
  for (const [paper, never] of await papersOfRecords(office, demo)) {
    const shown = await show(desk, paper, language);
    const number = (await desk.page.locator('.paper-number').first().textContent())?.trim() ?? '';
    expect(number, paper.kind).not.toBe('');
    await expectGoodPaper(await printedBy(office, paper, language), {
      language,
      title: number,
      numbers: [number],
      words: shown,
      never: never ? words.members : [],
    });
  }
}

/** Each with whether it names no member. */
async function papersOfRecords(office: Installation, demo: Demo): Promise<readonly (readonly [PaperRef, boolean])[]> {
  const { participants } = await ask(office, 'trainings.get', { trainingId: demo.trainingId });
  const { handovers } = await ask(office, 'holdings.get', { recordId: demo.holdings.assetId });
  const certified = participants.find(({ certificate }) => certificate !== null);
  return [
    [{ kind: 'plan', of: demo.planId, part: '' }, true],
    [{ kind: 'members', of: demo.forumId, part: '' }, false],
    [{ kind: 'certificate', of: demo.trainingId, part: certified?.id ?? '' }, false],
    [{ kind: 'handover', of: demo.holdings.assetId, part: handovers[0]?.id ?? '' }, false],
  ];
}

/** Printed and saved once each: both are counted, and what was saved came from memory. */
async function leaves(
  desk: Desk,
  office: Installation,
  demo: Demo,
  { heldId, versions }: DemoPapers,
  language: Language,
): Promise<void> {
  const paper = { kind: 'minutes', of: heldId, part: versions[1] ?? '' } as const;
  await open(desk, `/meetings/${heldId}`);
  await desk.link('papers:print.version', { number: 2 }).click();
  await expect(desk.page.locator('.paper-sheets canvas').first()).toBeVisible({ timeout: 60_000 });
  await desk.page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', document.title);
  });
  await expect(desk.sentence('papers:copy.next', { copy: 1 })).toBeVisible();
  await desk.button('common:action.print').click();
  await expect(desk.sentence('papers:copy.printed', { copy: 1 })).toBeVisible();
  await expect(desk.page.locator('body')).toHaveAttribute('data-printed', /2026\/\d+-2/);

  await desk.button('papers:another').click();
  await expect(desk.sentence('papers:copy.next', { copy: 2 })).toBeVisible();
  await expect(desk.page.locator('.paper-sheets canvas').first()).toBeVisible({ timeout: 60_000 });
  await lookClosely(desk, 'paper');
  const coming = desk.page.waitForEvent('download');
  await desk.button('papers:save').click();
  const file = await coming;
  expect(file.suggestedFilename()).toMatch(/^minutes-2026-\d+-2-2026-11-03\.pdf$/);
  expect(
    readFileSync(await file.path())
      .subarray(0, 5)
      .toString('latin1'),
  ).toBe('%PDF-');

  const printed = await printedBy(office, paper, language);
  expect(printed.texts[0]).toContain(demo.words.officer.split(' ')[0] ?? '');
  expect(nothingLeft(office), 'files with something of the paper').toEqual([]);
}

/** Folders of browsers that printed, and files of the home that hold a PDF. */
function nothingLeft(office: Installation): string[] {
  const browsers = readdirSync(tmpdir()).filter((name) => name.startsWith(profilesOf(process.pid)));
  const files = readdirSync(office.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes('%PDF-'));
  return [...browsers, ...files];
}
