/** @file What the directorate sets for all offices: rule values, partners, places; by the keyboard, and read below. */
import type { Desk } from '#renderer/e2e/screens/desk.ts';
import { enrol, initHome } from './harness/demo.ts';
import { demoWords } from './harness/demo-words.ts';
import { carry } from './harness/direct.ts';
import { reach } from './harness/keyboard.ts';
import { lookClosely, open } from './harness/picture.ts';
import { expect, test } from './harness/test.ts';

test('the directorate sets a rule, a partner and a place; its office sees them', async ({
  installed,
  sitDown,
  language,
}) => {
  test.setTimeout(120_000);
  const directorate = await installed();
  const office = await installed();
  await initHome(directorate, 'directorate', demoWords[language], language);
  await initHome(office, 'office', demoWords[language], language);
  await enrol(directorate, office);
  const desk = await sitDown(directorate);

  await setQuorum(desk);
  await takePartners(desk);
  await addPlace(desk);

  await carry(directorate, office);
  const below = await sitDown(office);
  await open(below, '/reference/rules');
  const quorum = below.page.getByRole('row', { name: below.t('reference:rule.forumQuorumRatio.label') });
  await expect(quorum).toContainText('40');
  await expect(below.button('reference:rules.open', ruleName(below))).toHaveCount(0);
  await lookClosely(below, 'rules-below');
  await open(below, '/reference/partners');
  await expect(below.page.getByRole('button', { name: 'هيئة المنافذ الحدودية' })).toBeVisible();
  await expect(below.button('reference:partners.new')).toHaveCount(0);
  await open(below, '/forums/new');
  await below.field('forums:field.place').fill('النصر');
  await expect(below.page.getByRole('option', { name: 'حي النصر' })).toBeVisible();
});

const ruleName = (desk: Desk) => ({ rule: desk.t('reference:rule.forumQuorumRatio.label') });

async function setQuorum(desk: Desk): Promise<void> {
  const { keyboard } = desk.page;
  await open(desk, '/reference/rules');
  await reach(desk, desk.button('reference:rules.open', ruleName(desk)));
  await keyboard.press('Enter');
  const dialog = desk.dialog('reference:rule.forumQuorumRatio.label');
  await expect(dialog.field('reference:set.percent')).toBeFocused();
  await keyboard.type('٩٥');
  await keyboard.press('Control+KeyS');
  await expect(dialog.root.getByText(desk.t('fields:number.wrong', { min: 10, max: 90 })).first()).toBeVisible();
  await dialog.field('reference:set.percent').fill('٤٠');
  await keyboard.press('Control+KeyS');
  await expect(desk.sentence('reference:set.saved')).toBeVisible();
  await expect(desk.page.getByRole('row', { name: desk.t('reference:rule.forumQuorumRatio.label') })).toContainText(
    '40',
  );
}

async function takePartners(desk: Desk): Promise<void> {
  const { keyboard } = desk.page;
  await open(desk, '/reference/partners');
  await reach(desk, desk.page.getByRole('checkbox', { name: 'المنظمة الدولية للهجرة' }));
  await keyboard.press('Space');
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await expect(desk.page.getByRole('button', { name: 'هيئة المنافذ الحدودية' })).toBeVisible();
  await expect(desk.page.getByRole('checkbox')).toHaveCount(1);
}

async function addPlace(desk: Desk): Promise<void> {
  const { keyboard } = desk.page;
  await open(desk, '/reference/places/new');
  await reach(desk, desk.field('reference:field.nameAr'));
  await keyboard.type('حي النصر');
  await reach(desk, desk.field('reference:field.level'));
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowUp');
  await keyboard.press('Enter');
  await reach(desk, desk.field('reference:field.parent'));
  await keyboard.type(desk.words.place('IQG15Q05'));
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await reach(desk, desk.field('reference:field.position'));
  await keyboard.type('43.19, 36.355');
  await keyboard.press('Tab');
  await expect(desk.page.getByText(desk.t('errors:field.outside-iraq')).first()).toBeVisible();
  await desk.field('reference:field.position').fill('٣٦٫٣٥٥، ٤٣٫١٩');
  await reach(desk, desk.field('reference:field.authority'));
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await keyboard.press('Control+KeyS');
  await expect(desk.page.getByRole('button', { name: 'حي النصر' })).toBeVisible();
}
