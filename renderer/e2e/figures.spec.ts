/** @file The figures of a quarter: counted at the office, read at the directorate by whoever sees no record. */
import { makeFiguresYear } from '#core/testing/figures-year.ts';
import type { TestApp } from '#core/testing/test-app.ts';
import { enrol, initHome } from './harness/demo.ts';
import { demoWords } from './harness/demo-words.ts';
import { ask } from './harness/direct.ts';
import type { Installation } from './harness/host.ts';
import { reach } from './harness/keyboard.ts';
import { rightToLeftLanguages } from './harness/languages.ts';
import { lookClosely, open } from './harness/picture.ts';
import { expect, test } from './harness/test.ts';

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
    });
  });
}
