/** @file The screens of plans in every language, with data. */
import { LANGUAGES } from '#shared/text/languages.ts';
import { makeDemo } from './harness/demo.ts';
import { look, lookClosely, open } from './harness/picture.ts';
import { test } from './harness/test.ts';

for (const language of LANGUAGES) {
  test.describe(`plans in ${language}`, () => {
    test.use({ language });

    test('at an office and its directorate', async ({ installed, sitDown }) => {
      test.setTimeout(120_000);
      const directorate = await installed();
      const office = await installed();
      const { forumId, planId: id } = await makeDemo(directorate, office, language);
      const desk = await sitDown(office);
      const see = language === 'ckb-IQ' ? lookClosely : look;
      const visit = async (path: string, name: string) => {
        await open(desk, path);
        await see(desk, name);
      };
      await visit('/plans', 'plans');
      await visit(`/forums/${forumId}/plans`, 'forum-plans');
      await visit(`/forums/${forumId}/plans/new`, 'plan-new');
      await visit(`/plans/${id}`, 'plan');
      await desk.button('common:history.title').click();
      await desk.page.getByRole('article').nth(1).waitFor();
      await look(desk, 'plan-history');
      await desk.page.keyboard.press('Escape');
      await desk.button('plans:move.open').click();
      await see(desk, 'plan-move');
      await desk.page.keyboard.press('Escape');
      await desk.page
        .getByRole('button', { name: desk.t('plans:progress.act'), exact: false })
        .first()
        .click();
      await see(desk, 'plan-progress');
      await desk.page.keyboard.press('Escape');
      await visit(`/plans/${id}/edit`, 'plan-revise');
      await visit(`/plans/${id}/review`, 'plan-review');
      await visit(`/plans/${id}/compare`, 'plan-compare');
      const above = await sitDown(directorate);
      await open(above, `/plans/${id}`);
      await look(above, 'directorate-plan');
    });
  });
}
