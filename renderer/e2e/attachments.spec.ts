/**
 * @file A photo of a meeting and a paper of a dispute on their ways: what is seen, what follows, what stays at the
 * office, and that nothing a phone tells goes along. Files that would hang a window are refused in words.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '#shared/text/languages.ts';
import { journeyLanguages } from './harness/languages.ts';
import { demoPassphrase, demoUser, makeDemo } from './harness/demo.ts';
import { ask, download, stage } from './harness/direct.ts';
import type { Installation } from './harness/host.ts';
import { canary, makeBomb, makeBroken, makePaper, makePhoto } from './harness/papers.ts';
import { lookClosely, open } from './harness/picture.ts';
import { expect, test } from './harness/test.ts';
import { attach, attachmentRow, attachmentsOf, chooseFiles, handOver, openFile } from './screens/attachments.ts';
import type { Desk } from './screens/desk.ts';

const names: Readonly<Record<Language, { photo: string; second: string; paper: string }>> = {
  'ar-IQ': { photo: 'صورة الاجتماع', second: 'صورة ثانية', paper: 'سند الدار' },
  'ckb-IQ': { photo: 'وێنەی کۆبوونەوە', second: 'وێنەی دووەم', paper: 'تاپۆی خانوو' },
  en: { photo: 'Photo of the meeting', second: 'Second photo', paper: 'Deed of the house' },
};

/** Room for the texts and the small pictures, not for a photo. */
const small = 200_000;
const rest = 1_600_000;
/** A window that is deaf for longer counts as hanging, on a busy machine too. */
const patienceMs = 2000;

for (const language of journeyLanguages) {
  test.describe(`attachments in ${language}`, () => {
    test.use({ language });

    test('a photo follows its meeting, a paper stays at the office', async ({ installed, sitDown }) => {
      test.setTimeout(180_000);
      const [directorate, office] = [await installed(), await installed()];
      const demo = await makeDemo(directorate, office, language);
      const called = names[language];
      const desk = await sitDown(office);

      await open(desk, `/meetings/${demo.meetingId}`);
      const photo = await makePhoto(desk.page, `${called.photo}.jpg`, 3000, 2000);
      const second = await makePhoto(desk.page, `${called.second}.jpeg`, 300, 200);
      expect(photo.bytes.includes(canary)).toBe(true);
      const dialog = await chooseFiles(desk, [photo, second]);
      await lookClosely(desk, 'attachments-choose');
      await attach(dialog, 2);
      await expect(attachmentRow(desk, called.photo)).toContainText(desk.t('attachments:state.here'));
      await expect(attachmentRow(desk, called.photo)).toContainText(desk.t('attachments:class.open'));
      await lookClosely(desk, 'attachments-meeting');

      await open(desk, `/disputes/${demo.disputeId}`);
      const papers = await chooseFiles(desk, [makePaper(`${called.paper}.pdf`, 3)]);
      await expect(papers.sentence('attachments:all.restricted')).toBeVisible();
      await papers.choose('attachments:field.what', 'document_type', 'tapu_title_deed');
      await papers.fill('attachments:field.taken', '3/2/2019');
      await lookClosely(desk, 'attachments-paper');
      await attach(papers, 1);
      await expect(attachmentRow(desk, called.paper)).toContainText(
        desk.words.code('document_type', 'tapu_title_deed'),
      );
      await lookClosely(desk, 'attachments-dispute');
      await readPaper(desk, called.paper);
      expectNowhereInClear(office);

      const there = await sitDown(directorate);
      await carrySome(office, directorate, small);
      await open(there, `/meetings/${demo.meetingId}`);
      const coming = attachmentRow(there, called.photo);
      await expect(coming).toContainText(comingWords(there));
      await expect(coming.getByRole('button')).toHaveCount(0);
      await expect(coming.locator('img')).toBeVisible();
      await lookClosely(there, 'attachments-coming');
      for (let round = 0; round < 6 && (await isComing(directorate, demo.meetingId)); round += 1) {
        await carrySome(directorate, office, null);
        await carrySome(office, directorate, rest);
      }
      await open(there, '/');
      await open(there, `/meetings/${demo.meetingId}`);
      const viewer = await openFile(there, called.photo);
      const shown = viewer.getByRole('img', { name: called.photo });
      await expect(shown).toBeVisible();
      // Turned as the phone said, and no larger than is kept.
      expect(await shown.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight])).toEqual([
        1707, 2560,
      ]);
      await lookClosely(there, 'attachments-viewer');
      await turnByKeys(there, viewer, called.photo, called.second);

      await open(there, `/disputes/${demo.disputeId}`);
      const kept = attachmentsOf(there);
      await expect(kept.sentence('common:record.withheld')).toBeVisible();
      await expect(kept.sentence('attachments:withheldExplain', { owner: demo.words.office })).toBeVisible();
      await expect(kept.root.getByRole('button')).toHaveCount(0);
      await expect(kept.root).not.toContainText(called.paper);
      await lookClosely(there, 'attachments-kept');
      expectNowhereInClear(directorate);
    });
  });
}

test('what would hang a window is refused in words, and what was taken out comes back', async ({
  installed,
  sitDown,
  language,
}) => {
  test.setTimeout(180_000);
  const [directorate, office] = [await installed(), await installed()];
  const demo = await makeDemo(directorate, office, language);
  const desk = await sitDown(office);
  await open(desk, `/forums/${demo.forumId}`);
  const called = names[language];
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic0000mif1')]);
  const dialog = await handOver(desk, [
    makeBomb('1.png'),
    { name: '2.heic', bytes: heic },
    { name: '3.txt', bytes: Buffer.from('text') },
    makeBroken('4.png'),
    { name: '5.pdf', bytes: Buffer.from('%PDF-1.7 nothing') },
    makePaper(`${called.paper}.pdf`, 50_000),
  ]);
  // From here on: what brings the files into the window is the test's own doing.
  await watchHeartbeat(desk);
  await expect(dialog.sentence('attachments:preparing')).toHaveCount(0, { timeout: 45_000 });
  for (const fault of ['pixels', 'heic', 'type', 'unreadable'] as const) {
    await expect(dialog.sentence(`attachments:fault.${fault}`)).toBeVisible();
  }
  await expect(dialog.sentence('attachments:note.noPreview')).toBeVisible();
  expect(await longestPause(desk), 'while files are made ready').toBeLessThan(patienceMs);
  await lookClosely(desk, 'attachments-refused');
  await dialog.button('attachments:dropOf', { name: '5' }).click();
  await dialog.button('attachments:act', { count: 1 }).click();
  await expect(dialog.rowNamed(called.paper).root).toHaveCount(0, { timeout: 30_000 });
  await dialog.button('common:action.close').click();
  await expect(attachmentRow(desk, called.paper)).toBeVisible();

  await watchHeartbeat(desk);
  const viewer = await openFile(desk, called.paper);
  await viewer.getByRole('textbox', { name: desk.t('attachments:viewer.page') }).fill('٤٩٩٩٩');
  await expect(viewer.getByRole('img', { name: sheet(desk, called.paper, 49_999) })).toBeVisible({ timeout: 30_000 });
  expect(await longestPause(desk), 'while pages are turned').toBeLessThan(patienceMs);
  await desk.page.keyboard.press('Escape');
  await expect(viewer).toHaveCount(0);

  await attachmentsOf(desk).button('attachments:remove.of', { name: called.paper }).click();
  await lookClosely(desk, 'attachments-remove');
  await desk.dialog('attachments:remove.question').button('attachments:remove.act').click();
  await expect(attachmentRow(desk, called.paper)).toHaveCount(0);
  await attachmentsOf(desk).button('common:action.undo').click();
  await expect(attachmentRow(desk, called.paper)).toBeVisible();
});

test('pictures are pasted and dropped, and storing one can be stopped', async ({ installed, sitDown, language }) => {
  test.setTimeout(120_000);
  const [directorate, office] = [await installed(), await installed()];
  const demo = await makeDemo(directorate, office, language);
  const desk = await sitDown(office);
  await open(desk, `/meetings/${demo.meetingId}`);
  await expect(attachmentsOf(desk).button('attachments:add')).toBeVisible();
  const photo = await makePhoto(desk.page, 'a.jpg', 60, 40);
  await hand(desk, 'paste', photo.bytes);
  const dialog = desk.dialog('attachments:add');
  await expect(dialog.button('attachments:act', { count: 1 })).toBeVisible();
  await hand(desk, 'drop', photo.bytes);
  await expect(dialog.button('attachments:act', { count: 2 })).toBeVisible();
  await dialog.button('attachments:dropOf', { name: 'drop' }).click();
  await dialog.root.getByRole('radio', { name: desk.t('attachments:class.restricted') }).check();
  await dialog.fill('attachments:field.name', '');
  await dialog.button('attachments:act', { count: 1 }).click();
  await expect(dialog.sentence('errors:field.required')).toBeVisible();
  await dialog.fill('attachments:field.name', names[language].photo);
  await attach(dialog, 1);
  await expect(attachmentRow(desk, names[language].photo)).toContainText(desk.t('attachments:class.restricted'));

  await watchLetGo(desk);
  const viewer = await openFile(desk, names[language].photo);
  const address = await viewer.getByRole('img', { name: names[language].photo }).getAttribute('src');
  await ask(office, 'session.lock', {});
  await expect(desk.button('session:unlock.act')).toBeVisible();
  expect(await letGo(desk), 'the picture dies with the lock').toContain(address);
  await ask(office, 'session.unlock', { user: demoUser, passphrase: demoPassphrase });
  await desk.page.reload();

  await open(desk, `/meetings/${demo.meetingId}`);
  const large = await makePhoto(desk.page, 'b.jpg', 2500, 2500);
  const again = await chooseFiles(desk, [large]);
  await desk.page.route('**/call', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  await again.button('attachments:act', { count: 1 }).click();
  await expect(again.root.getByRole('progressbar')).toBeVisible();
  await again.button('attachments:stopOf', { name: 'b' }).click();
  await expect(again.root).toHaveCount(0);
  await desk.page.unroute('**/call');
  const { attachments } = await ask(office, 'attachments.of', { recordId: demo.meetingId });
  expect(attachments).toHaveLength(1);
});

const comingWords = (desk: Desk): RegExp => {
  const [before = ''] = desk.t('attachments:state.coming', { done: 0, total: 1 }).split(/[:：]/);
  return new RegExp(before);
};

const sheet = (desk: Desk, name: string, page: number): RegExp =>
  new RegExp(`${name}.*${desk.t('attachments:viewer.sheet', { name: '', page }).replace(/^[^\d]*/, '')}`);

async function carrySome(from: Installation, to: Installation, budgetBytes: number | null): Promise<void> {
  const file = await download(from, await ask(from, 'exchange.write', { to: null, peer: null, budgetBytes }));
  await ask(to, 'exchange.takeIn', { files: [await stage(to, file)] });
}

const isComing = async (at: Installation, recordId: string): Promise<boolean> =>
  (await ask(at, 'attachments.of', { recordId })).attachments.some(({ state }) => state === 'coming');

async function readPaper(desk: Desk, name: string): Promise<void> {
  const viewer = await openFile(desk, name);
  await expect(viewer.getByRole('img', { name: sheet(desk, name, 1) })).toBeVisible();
  await lookClosely(desk, 'attachments-pdf');
  await desk.page.keyboard.press('PageDown');
  await expect(viewer.getByRole('img', { name: sheet(desk, name, 2) })).toBeVisible();
  await desk.page.keyboard.press('Escape');
  await expect(viewer).toHaveCount(0);
}

/** Next and previous, larger and smaller, and out, without a mouse; the address of a picture dies with the viewer. */
async function turnByKeys(desk: Desk, viewer: Desk['root'], first: string, second: string): Promise<void> {
  const { keyboard } = desk.page;
  await watchLetGo(desk);
  const image = (name: string) => desk.page.getByRole('dialog', { name, exact: true }).getByRole('img', { name });
  const address = (await image(first).getAttribute('src')) ?? '';
  await keyboard.press('Equal');
  await expect(viewer.getByText(desk.t('attachments:viewer.zoom', { percent: 150 }))).toBeVisible();
  await keyboard.press((await ordersFirst(desk, first, second)) ? 'n' : 'p');
  await expect(image(second)).toBeVisible();
  await keyboard.press('Escape');
  await expect(desk.page.getByRole('dialog')).toHaveCount(0);
  expect(address).toMatch(/^blob:/);
  expect(await letGo(desk)).toContain(address);
}

/** Notes which addresses in memory are given up, from now on. */
async function watchLetGo(desk: Desk): Promise<void> {
  await desk.page.evaluate(() => {
    const held = window as unknown as { letGo: string[] };
    held.letGo = [];
    const revoke = URL.revokeObjectURL.bind(URL);
    URL.revokeObjectURL = (url) => {
      held.letGo.push(url);
      revoke(url);
    };
  });
}

const letGo = (desk: Desk): Promise<string[]> =>
  desk.page.evaluate(() => (window as unknown as { letGo: string[] }).letGo);

async function ordersFirst(desk: Desk, first: string, second: string): Promise<boolean> {
  const texts = await attachmentsOf(desk).root.getByRole('listitem').allTextContents();
  return texts.findIndex((text) => text.includes(first)) < texts.findIndex((text) => text.includes(second));
}

/** Nothing of the photo lies anywhere in the home as it came. */
function expectNowhereInClear({ folder }: Installation): void {
  const clear = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = readFileSync(file);
      return bytes.includes(canary) || bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]));
    });
  expect(clear).toEqual([]);
}

/** Hands a file over as the clipboard or the mouse would. */
async function hand(desk: Desk, how: 'paste' | 'drop', bytes: Buffer): Promise<void> {
  await desk.page.evaluate(
    ([kind, text]) => {
      const data = new DataTransfer();
      const content = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      data.items.add(new File([content], `${kind}.jpg`, { type: 'image/jpeg' }));
      const options = { bubbles: true, cancelable: true };
      document.body.dispatchEvent(
        kind === 'paste'
          ? new ClipboardEvent('paste', { ...options, clipboardData: data })
          : new DragEvent('drop', { ...options, dataTransfer: data }),
      );
    },
    [how, bytes.toString('base64')] as const,
  );
}

/** Notes how long the window was deaf at most, from now on. */
async function watchHeartbeat(desk: Desk): Promise<void> {
  await desk.page.evaluate(() => {
    let last = performance.now();
    const held = window as unknown as { longestPause: number; beat?: number };
    held.longestPause = 0;
    clearInterval(held.beat);
    held.beat = window.setInterval(() => {
      held.longestPause = Math.max(held.longestPause, performance.now() - last);
      last = performance.now();
    }, 20);
  });
}

const longestPause = (desk: Desk): Promise<number> =>
  desk.page.evaluate(() => (window as unknown as { longestPause: number }).longestPause);
