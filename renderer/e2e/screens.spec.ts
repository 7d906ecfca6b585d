/**
 * @file Every screen once in every language at 1366 x 768, with data: direction, words, cut text. A picture of each is
 * kept in test-results/screens.
 */
import { LANGUAGES } from '#shared/text/languages.ts';
import type { Desk } from '#renderer/e2e/screens/desk.ts';
import { expectAccessible } from './harness/accessible.ts';
import { ask } from './harness/direct.ts';
import { type Demo, demoPassphrase, demoUser, initHome, makeDemo } from './harness/demo.ts';
import { demoWords } from './harness/demo-words.ts';
import { findFlaws } from './harness/look.ts';
import { expect, test } from './harness/test.ts';

for (const language of LANGUAGES) {
  test.describe(`screens in ${language}`, () => {
    test.use({ language });

    test('before the first log-in', async ({ installed, sitDown }) => {
      const home = await installed();
      const desk = await sitDown(home);
      await look(desk, 'first-run');
      for (const kind of ['office', 'department', 'directorate'] as const) {
        await desk.page.getByRole('button', { name: desk.t(`session:setup.${kind}Text`) }).click();
        await look(desk, `set-up-${kind}`);
        await desk.button('common:action.cancel').click();
      }
      await desk.page.getByRole('button', { name: desk.t('backup:restore.text') }).click();
      await desk.page.getByRole('radio', { name: desk.t('backup:restore.byCode') }).check();
      await look(desk, 'set-up-restore');
      await desk.button('common:action.cancel').click();
      await initHome(home, 'office', demoWords[language], language);
      await desk.page.reload();
      await visit(desk, '/', 'home-not-enrolled');
      await visit(desk, '/enrolment', 'enrolment');
      for (const [path, name] of [
        ['/forums', 'forums'],
        ['/meetings', 'meetings'],
        ['/disputes', 'disputes'],
        ['/exchange', 'exchange'],
        ['/conflicts', 'conflicts'],
      ] as const) {
        await visit(desk, path, `${name}-empty`);
      }
      await visit(desk, '/backup', 'backup');
      await desk.button('backup:act').click();
      await look(desk, 'backup-write');
      await desk.page.keyboard.press('Escape');
      await desk.button('common:action.lock').click();
      await look(desk, 'log-in');
      await desk.fill('session:userName', demoUser);
      await desk.fill('session:passphrase', `${demoPassphrase}?`);
      await desk.button('session:unlock.act').click();
      await expect(desk.page.getByRole('alert')).toBeVisible();
      await look(desk, 'log-in-refused');
      await desk.button('session:unlock.forgotten').click();
      await look(desk, 'recover');
    });

    test('at an office and its directorate', async ({ installed, sitDown }) => {
      test.setTimeout(180_000);
      const directorate = await installed();
      const office = await installed();
      const demo = await makeDemo(directorate, office, language);
      await walkOffice(await sitDown(office), demo);
      await walkDirectorate(await sitDown(directorate), demo);
      expect((await ask(office, 'exchange.status', {})).conflicts).toBeGreaterThan(0);
    });
  });
}

async function walkOffice(desk: Desk, demo: Demo): Promise<void> {
  const forum = `/forums/${demo.forumId}`;
  const meeting = `/meetings/${demo.meetingId}`;
  const dispute = `/disputes/${demo.disputeId}`;
  await visit(desk, '/', 'home');
  await visit(desk, '/forums', 'forums');
  await visit(desk, forum, 'forum');
  await desk.button('common:history.title').click();
  await expect(desk.page.getByRole('article').nth(1)).toBeVisible();
  await look(desk, 'forum-history');
  await desk.page.keyboard.press('Escape');
  await desk.button('common:action.void').click();
  await look(desk, 'void');
  await desk.page.keyboard.press('Escape');
  await visit(desk, `${forum}/edit`, 'forum-edit');
  await visit(desk, `${forum}/meetings`, 'forum-meetings');
  await visit(desk, `${forum}/meetings/new`, 'meeting-new');
  await visit(desk, '/meetings', 'meetings');
  await visit(desk, meeting, 'meeting');
  await visit(desk, `${meeting}/edit`, 'meeting-edit');
  await desk.page
    .getByRole('button', { name: desk.t('fields:date.pick', { label: desk.t('meetings:field.date') }) })
    .click();
  await expect(desk.page.getByRole('button', { name: desk.t('common:date.nextMonth') })).toBeVisible();
  await look(desk, 'calendar');
  await visit(desk, '/disputes', 'disputes');
  await visit(desk, dispute, 'dispute');
  await desk.button('disputes:move.open').click();
  await look(desk, 'dispute-move');
  await desk.page.keyboard.press('Escape');
  await desk.button('disputes:step.add').click();
  await look(desk, 'dispute-step');
  await desk.page.keyboard.press('Escape');
  await desk.button('disputes:mediators.assign').click();
  await look(desk, 'dispute-mediators');
  await desk.page.keyboard.press('Escape');
  await visit(desk, `${dispute}/edit`, 'dispute-edit');
  await visit(desk, '/disputes/new', 'dispute-new');
  await visit(desk, '/transfers', 'transfers');
  await visit(desk, '/enrolment', 'enrolment-done');
  await visit(desk, '/help/lost-computer', 'help-lost-computer');
  await visit(desk, '/exchange', 'exchange');
  await visit(desk, '/exchange/write', 'exchange-write');
  await visit(desk, '/exchange/take-in', 'exchange-take-in');
  await visit(desk, '/conflicts', 'conflicts');
  await visit(desk, '/users', 'users');
  await visit(desk, '/users/new', 'user-new');
  await visit(desk, `/users/${demo.secondUserId}`, 'user');
  await visit(desk, '/settings', 'settings');
  await visit(desk, '/audit', 'audit');
  await desk.page
    .getByRole('button', { name: desk.t('about:audit.trail.open') })
    .first()
    .click();
  await expect(desk.page.getByRole('dialog').getByRole('article').first()).toBeVisible();
  await look(desk, 'audit-record');
  await desk.page.keyboard.press('Escape');
  await visit(desk, '/about', 'about');
  await visit(desk, '/nowhere', 'nothing-here');
}

async function walkDirectorate(desk: Desk, demo: Demo): Promise<void> {
  await visit(desk, '/', 'directorate-home');
  await visit(desk, '/offices', 'offices');
  await visit(desk, '/offices/new', 'office-accept');
  await visit(desk, `/forums/${demo.forumId}`, 'directorate-forum');
  await visit(desk, `/forums/${demo.forumId}/edit`, 'directorate-forum-correct');
  await visit(desk, `/meetings/${demo.meetingId}`, 'directorate-meeting');
  await visit(desk, `/disputes/${demo.disputeId}`, 'directorate-dispute');
  await visit(desk, `/disputes/${demo.disputeId}/edit`, 'directorate-dispute-correct');
  await visit(desk, '/exchange', 'directorate-exchange');
}

async function visit(desk: Desk, path: string, name: string): Promise<void> {
  await desk.page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#${path}`);
  await look(desk, name);
}

/** Waits until the screen stands still, then looks at it; goes on to the next one whatever it finds. */
async function look(desk: Desk, name: string): Promise<void> {
  const { page, words } = desk;
  await expect(page.getByRole('heading').first()).toBeVisible();
  await expect(desk.sentence('common:state.loading')).toHaveCount(0);
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => null))));
  await page.screenshot({ path: `test-results/screens/${words.language}/${name}.png`, fullPage: true });
  expect.soft(await findFlaws(page, words), name).toEqual([]);
  if (words.language === 'ckb-IQ') await expectAccessible(page);
}
