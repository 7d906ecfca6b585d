/** @file The figures of a quarter: counted at the office, read at the directorate by whoever sees no record. */
import { makeFiguresYear } from '#core/testing/figures-year.ts';
import type { TestApp } from '#core/testing/test-app.ts';
import { demoPassphrase, enrol, initHome } from './harness/demo.ts';
import { demoWords } from './harness/demo-words.ts';
import { ask, carry } from './harness/direct.ts';
import type { Installation } from './harness/host.ts';
import { go, reach } from './harness/keyboard.ts';
import { rightToLeftLanguages } from './harness/languages.ts';
import { lookClosely, open } from './harness/picture.ts';
import { expect, test } from './harness/test.ts';
import type { Desk } from './screens/desk.ts';

const callsOf = (installation: Installation): Pick<TestApp, 'call' | 'heads'> => ({
  call: (method, input) => ask(installation, method, input as never) as never,
  heads: async (recordId) => (await ask(installation, 'records.heads', { recordId })).heads,
});

for (const language of rightToLeftLanguages) {
  test.describe(`in ${language}`, () => {
    test.use({ language });
    test('figures of a quarter, with their break-downs, as a file', async ({ installed, sitDown }) => {
      test.setTimeout(120_000);
      const directorate = await installed();
      const office = await installed();
      await initHome(directorate, 'directorate', demoWords[language], language);
      await initHome(office, 'office', demoWords[language], language);
      await enrol(directorate, office);
      await makeFiguresYear(callsOf(office));

      const desk = await sitDown(office);
      const { keyboard } = desk.page;
      await open(desk, '/figures');
      // Of a group of radio buttons, which are drawn as their labels, the keyboard reaches the chosen one.
      await desk.page.getByRole('radio', { name: desk.t('figures:period.quarter'), exact: true }).focus();
      for (let steps = 0; steps < 3; steps++) await keyboard.press('ArrowDown');
      await desk.field('figures:period.from').fill('1/1/2026');
      await keyboard.press('Tab');
      await desk.field('figures:period.to').fill('31/3/2026');
      await keyboard.press('Tab');
      const forums = desk.page.getByRole('row', { name: desk.t('figures:measure.F01'), exact: false }).first();
      await expect(forums).toContainText('4');
      await lookClosely(desk, 'figures');

      const members = desk.page.getByRole('button', { name: desk.t('figures:measure.F03'), exact: true });
      await reach(desk, members);
      await keyboard.press('Enter');
      await expect(
        desk.page.getByRole('columnheader', { name: desk.t('figures:dimension.forum_member_category') }),
      ).toBeVisible();
      await lookClosely(desk, 'figures-members');
      await reach(desk, desk.button('figures:back'));
      await keyboard.press('Enter');

      await reach(desk, desk.button('figures:save'));
      await keyboard.press('Enter');
      await expect(desk.link('exchange:written.download')).toBeVisible();

      await carry(office, directorate);
      await signInAnalyst(directorate, demoWords[language].clerk);
      await readWithoutRecords(await sitDown(directorate));
    });
  });
}

const analyst = 'nadia';

/** Somebody who may read figures and no record. */
async function signInAnalyst(directorate: Installation, displayName: string): Promise<void> {
  const passphrase = `${demoPassphrase} anew`;
  await ask(directorate, 'users.create', {
    loginName: analyst,
    displayName,
    roles: ['directorate_analyst'],
    passphrase,
  });
  await ask(directorate, 'session.lock', {});
  await ask(directorate, 'session.unlock', { user: analyst, passphrase });
}

/** Whole periods of everything alone, small numbers hidden and why. */
async function readWithoutRecords(desk: Desk): Promise<void> {
  await go(desk, desk.link('common:nav.figures'));
  await expect(desk.heading('figures:title')).toBeVisible();
  await expect(desk.link('common:nav.forums')).toHaveCount(0);
  await expect(desk.page.getByRole('radio', { name: desk.t('figures:period.own'), exact: true })).toHaveCount(0);
  await expect(desk.field('figures:place')).toHaveCount(0);
  const quarters = quartersSince(new Date());
  for (let back = 0; back < quarters; back += 1) await go(desk, desk.button('figures:period.before'));
  const meetings = desk.page.getByRole('row', { name: desk.t('figures:measure.F07'), exact: false }).first();
  await expect(meetings).toContainText('6');
  const women = desk.page.getByRole('row', { name: desk.t('figures:measure.F04'), exact: false }).first();
  await expect(women).toContainText(desk.t('mappings:count.hidden'));
  await expect(desk.sentence('figures:hidden', { below: 5 })).toBeVisible();
  await lookClosely(desk, 'figures-analyst');
}

/** From the quarter of the data set to that of a day. */
const quartersSince = (day: Date): number => (day.getFullYear() - 2026) * 4 + Math.floor(day.getMonth() / 3);
