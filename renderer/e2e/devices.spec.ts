/**
 * @file The computer of an office is lost: the directorate blocks it, the office goes on with new keys, and both read what
 * to do in the guide. An office moves to a department.
 */
import { journeyLanguages } from './harness/languages.ts';
import { enrol, initHome, makeDemo } from './harness/demo.ts';
import { demoWords } from './harness/demo-words.ts';
import { ask, carry } from './harness/direct.ts';
import { lookClosely, open } from './harness/picture.ts';
import { expect, test } from './harness/test.ts';
import type { Desk } from './screens/desk.ts';
import { pickFiles, saveFile } from './screens/files.ts';
import { fingerprintIn } from './screens/enrolment.ts';

for (const language of journeyLanguages) {
  test.describe(`computers in ${language}`, () => {
    test.use({ language });

    test('one is blocked by the directorate, and the office goes on with new keys', async ({ installed, sitDown }) => {
      test.setTimeout(180_000);
      const [directorate, office] = [await installed(), await installed()];
      const { words } = await makeDemo(directorate, office, language);
      const top = await sitDown(directorate);
      const here = await sitDown(office);
      await block(top, words.office);
      expect((await ask(directorate, 'devices.list', {})).filter(({ revoked }) => revoked)).toHaveLength(1);

      const request = await askForKeys(here);
      await open(top, '/offices/new');
      await pickFiles(top, 'enrolment:accept.pick', [request.file]);
      expect(await fingerprintIn(top, 'enrolment:accept.fingerprint')).toBe(request.fingerprint);
      await expect(top.field('enrolment:accept.known.same')).toBeChecked();
      await expect(top.field('enrolment:accept.known.which')).toHaveValue(words.office);
      await lookClosely(top, 'office-accept-known');
      await top.field('enrolment:compare.equal').check();
      await top.button('enrolment:accept.act').click();
      const answer = await saveFile(top, top);
      const digits = await fingerprintIn(top, 'enrolment:accept.ownFingerprint');

      const step = here.section('devices:renew.answerTitle');
      await pickFiles(step, 'enrolment:answer.pick', [answer]);
      expect(await fingerprintIn(step, 'enrolment:answer.fingerprint')).toBe(digits);
      await step.field('enrolment:compare.equal').check();
      await lookClosely(here, 'keys-install');
      await step.button('devices:renew.install').click();
      await expect(here.sentence('devices:renew.installed', { parent: words.directorate })).toBeVisible();

      await carry(office, directorate);
      await open(top, '/offices');
      await top.page.getByRole('link', { name: words.office }).first().click();
      const computers = top.section('devices:title');
      await expect(computers.sentence('devices:blocked')).toHaveCount(1);
      await expect(computers.sentence('devices:inUse')).toHaveCount(1);
      await lookClosely(top, 'office-computers');
    });

    test('an office is put under a department', async ({ installed, sitDown }) => {
      test.setTimeout(120_000);
      const words = demoWords[language];
      const [directorate, department, office] = [await installed(), await installed(), await installed()];
      await initHome(directorate, 'directorate', words, language);
      await initHome(department, 'department', { ...words, department: words.servingOffice }, language);
      await initHome(office, 'office', words, language);
      await enrol(directorate, department);
      await enrol(directorate, office);
      const desk = await sitDown(directorate);
      await open(desk, '/offices');
      await desk.page.getByRole('link', { name: words.office }).click();
      await desk.button('devices:office.move').click();
      const dialog = desk.dialog('devices:office.moveTitle');
      await dialog.field('devices:office.under').click();
      await desk.page.getByRole('option', { name: words.servingOffice, exact: true }).click();
      await lookClosely(desk, 'office-move');
      await dialog.button('devices:office.act').click();
      await expect(dialog.root).toHaveCount(0);
      const { peers } = await ask(directorate, 'exchange.status', {});
      expect(peers.find(({ name }) => name === words.office)?.relation).toBe('beside');
    });

    test('the guide is read from the home screen in its language', async ({ installed, sitDown }) => {
      const office = await installed();
      await initHome(office, 'office', demoWords[language], language);
      const desk = await sitDown(office);
      await desk.link('devices:help.open').click();
      const guide = desk.page.getByRole('article');
      await expect(guide.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(
        guide
          .getByRole('listitem')
          .filter({ hasText: desk.t('devices:block.open') })
          .first(),
      ).toBeVisible();
      await expect(guide.locator('ol').last()).toHaveAttribute('start', '11');
      await lookClosely(desk, 'guide-lost-computer');
    });
  });
}

/** From the list of offices to the computer; the choice of a certain entry is looked at, and everything is chosen. */
async function block(desk: Desk, office: string): Promise<void> {
  await open(desk, '/offices');
  await desk.page.getByRole('link', { name: office }).click();
  const computers = desk.section('devices:title');
  await expect(computers.root.getByRole('row')).toHaveCount(2);
  await lookClosely(desk, 'office-computer');
  await computers.link('devices:block.open').click();
  await desk.page.getByRole('radio', { name: desk.t('devices:block.upTo') }).check();
  await desk.button('devices:block.act').click();
  await expect(desk.sentence('devices:block.first')).toBeVisible();
  const entries = desk.section('devices:block.entry');
  await entries.button('devices:block.chooseEntry').nth(1).click();
  await expect(entries.button('devices:block.chosen')).toHaveCount(1);
  await lookClosely(desk, 'computer-block-entry');
  await desk.page.getByRole('radio', { name: desk.t('devices:block.everything') }).check();
  await lookClosely(desk, 'computer-block');
  await desk.button('devices:block.act').click();
  const question = desk.page.getByRole('dialog');
  await lookClosely(desk, 'computer-block-question');
  await question.getByRole('button', { name: desk.t('devices:block.act') }).click();
  await expect(desk.section('devices:title').sentence('devices:blocked')).toBeVisible();
  await lookClosely(desk, 'office-blocked');
  await open(desk, '/offices');
  const row = desk.page.getByRole('row').filter({ has: desk.page.getByRole('link', { name: office }) });
  await expect(row.getByText(desk.t('devices:blocked'), { exact: true })).toBeVisible();
  await lookClosely(desk, 'offices-blocked');
}

async function askForKeys(desk: Desk) {
  await desk.goTo('common:nav.enrolment');
  const step = desk.section('devices:renew.title');
  await step.button('devices:renew.act').click();
  const file = await saveFile(desk, step);
  await lookClosely(desk, 'keys-request');
  return { file, fingerprint: await fingerprintIn(step, 'enrolment:request.fingerprint') };
}
