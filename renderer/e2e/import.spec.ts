/** @file Members from a sheet with three faults, by the keyboard alone: matched, checked, brought in and taken back. */
import { writeCsv } from '#shared/text/csv.ts';
import type { Language } from '#shared/text/languages.ts';
import { makeDemo } from './harness/demo.ts';
import { ask } from './harness/direct.ts';
import { go, reach } from './harness/keyboard.ts';
import { rightToLeftLanguages } from './harness/languages.ts';
import { lookClosely, open } from './harness/picture.ts';
import { expect, test } from './harness/test.ts';
import type { Desk } from './screens/desk.ts';

const files: Readonly<Record<Language, string>> = {
  'ar-IQ': 'الأعضاء.csv',
  'ckb-IQ': 'ئەندامان.csv',
  en: 'members.csv',
};

const people: Readonly<Record<Language, readonly [string, string, string, string, string]>> = {
  'ar-IQ': ['رنا عادل مهدي', 'حسين فاضل عباس', 'زينب رعد كريم', 'مصطفى علي', 'سجى محمد'],
  'ckb-IQ': ['شیلان ئەحمەد ڕەسوڵ', 'هێمن عومەر حەسەن', 'ڕۆژان سەعید', 'دلێر جەمال', 'تارا کەمال'],
  en: ['Rana Adil Mahdi', 'Husain Fadhil Abbas', 'Zainab Raad', 'Mustafa Ali', 'Saja Muhammad'],
};

for (const language of rightToLeftLanguages) {
  test.describe(`import in ${language}`, () => {
    test.use({ language });

    test('brings members in from a sheet with three faults by the keyboard alone', async ({ installed, sitDown }) => {
      test.setTimeout(180_000);
      const [directorate, office] = [await installed(), await installed()];
      const demo = await makeDemo(directorate, office, language);
      const [first, second] = people[language];
      const file = files[language];
      const desk = await sitDown(office);
      const { page } = desk;
      const membersNow = async () =>
        (await ask(office, 'forums.get', { forumId: demo.forumId })).members.map(({ name }) => name);
      const before = await membersNow();

      await open(desk, `/forums/${demo.forumId}`);
      await go(desk, desk.link('imports:open'));
      await expect(desk.heading('imports:title.members')).toBeVisible();
      await lookClosely(desk, 'import-file');
      const chooser = page.waitForEvent('filechooser');
      await go(desk, desk.button('imports:file.choose'));
      const buffer = Buffer.from(writeCsv(sheetFor(desk, before[0] ?? '')), 'utf8');
      await (await chooser).setFiles({ name: file, mimeType: 'text/csv', buffer });

      await expect(desk.heading('imports:step.map')).toBeFocused();
      await expect(desk.button('imports:map.check')).toBeDisabled();
      await matchLast(desk);
      await lookClosely(desk, 'import-map');
      await go(desk, desk.button('imports:map.check'));

      await expect(desk.heading('imports:step.check')).toBeFocused();
      const faults = page.getByRole('region', { name: desk.t('imports:faults.title') }).getByRole('row');
      await expect(faults).toHaveCount(4);
      await expect(faults.nth(1)).toContainText('B4');
      await expect(faults.nth(1)).toContainText(desk.t('errors:field.unknown-code'));
      await expect(faults.nth(2)).toContainText(desk.t('errors:field.impossible-date'));
      await expect(faults.nth(3)).toContainText(desk.t('errors:field.required'));
      await expect(page.getByRole('region', { name: desk.t('imports:doubles.title') })).toContainText(before[0] ?? '');
      await lookClosely(desk, 'import-check');
      await go(desk, desk.button('imports:run', { count: 2 }));

      await expect(desk.sentence('imports:done.title')).toBeVisible();
      expect(await membersNow()).toEqual([...before, first, second]);
      await lookClosely(desk, 'import-done');
      await go(desk, desk.button('imports:undo.of', { file }));
      await go(desk, desk.dialog('imports:undo.of', { file }).button('imports:undo.act'));
      await expect(desk.sentence('imports:undo.done')).toBeVisible();
      expect(await membersNow()).toEqual(before);
      await lookClosely(desk, 'import-undone');
    });
  });
}

/** Headers and labels as people of that language write them; the last header is one that nobody could guess. */
function sheetFor(desk: Desk, there: string): string[][] {
  const { t, words } = desk;
  const [first, second, third, fourth] = people[words.language];
  const female = words.code('sex', 'female');
  const male = words.code('sex', 'male');
  const media = words.code('forum_member_category', 'media');
  return [
    [t('forums:member.name'), t('forums:member.sex'), t('forums:member.since'), '§'],
    [first, female, '2026-01-15', media],
    [second, male, '١٥/٠٢/٢٠٢٦', words.code('forum_member_category', 'mukhtar')],
    [third, '?', '', media],
    [fourth, male, '31/02/2026', media],
    ['', male, '', media],
    [there, female, '', media],
  ];
}

/** The last column is the group a member speaks for: its list is gone through by the arrows. */
async function matchLast(desk: Desk): Promise<void> {
  const select = desk.page.getByRole('combobox', { name: desk.t('imports:map.fieldOf', { column: 'D', header: '§' }) });
  await reach(desk, select);
  for (let down = 0; down < 20 && (await select.inputValue()) !== 'category'; down += 1) {
    await desk.page.keyboard.press('ArrowDown');
  }
  await expect(select).toHaveValue('category');
}
