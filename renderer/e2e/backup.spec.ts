/** @file A computer is lost, and its office comes back from the backup on another one. */
import { ask } from './harness/direct.ts';
import { demoPassphrase, demoUser, makeDemo } from './harness/demo.ts';
import { lookClosely } from './harness/picture.ts';
import { expect, test } from './harness/test.ts';
import { pickFiles, saveFile } from './screens/files.ts';

test('an office is backed up, lost and restored', async ({ installed, sitDown, language }) => {
  test.setTimeout(120_000);
  const directorate = await installed();
  const office = await installed();
  const demo = await makeDemo(directorate, office, language);
  const records = await ask(office, 'exchange.digest', { class: 'all' });

  const desk = await sitDown(office);
  await expect(desk.sentence('backup:last.never')).toBeVisible();
  await desk.link('backup:act').click();
  await desk.button('backup:act').click();
  const dialog = desk.dialog('backup:write.title');
  await dialog.button('backup:act').click();
  await expect(dialog.sentence('backup:write.done')).toBeVisible();
  const backup = await saveFile(desk, dialog);
  await dialog.button('common:action.close').click();
  await expect(desk.page.getByText(desk.t('backup:daysAgo', { count: 0 }))).toBeVisible();
  await desk.page.close();
  await office.close();

  const other = await installed();
  const restored = await sitDown(other);
  await restored.page.getByRole('button', { name: restored.t('backup:restore.text') }).click();
  await pickFiles(restored, 'backup:restore.pick', [backup]);
  await expect(restored.sentence('backup:restore.chosen', { name: backup.name })).toBeVisible();
  await restored.fill('session:userName', demoUser);
  await restored.fill('session:passphrase', `${demoPassphrase}?`);
  await restored.button('backup:restore.act').click();
  await expect(restored.page.getByText(restored.t('errors:backup.refused')).first()).toBeVisible();
  await restored.fill('session:passphrase', demoPassphrase);
  await restored.button('backup:restore.act').click();
  await expect(restored.sentence('backup:restored.newer')).toBeVisible();
  await lookClosely(restored, 'restored');
  await restored.button('backup:restored.act').click();

  await expect(restored.page.getByRole('link', { name: demo.words.forums[0] ?? '' }).first()).toBeVisible();
  expect(await ask(other, 'exchange.digest', { class: 'all' })).toEqual(records);
  await expect(restored.page.getByText(restored.t('notices:kind.rolled-back.title'), { exact: true })).toBeVisible();
});
