/** @file Nothing typed is lost, nobody else sees it, and what cannot be saved is said at its field. */
import type { Desk } from '#renderer/e2e/screens/desk.ts';
import { unlock } from '#renderer/e2e/screens/door.ts';
import { lockWithKeys } from '#renderer/e2e/screens/frame.ts';
import { ask } from './harness/direct.ts';
import { demoPassphrase, demoUser, enrol, initHome, secondUser } from './harness/demo.ts';
import { demoWords } from './harness/demo-words.ts';
import type { Installation } from './harness/host.ts';
import { expect, test } from './harness/test.ts';

const typed = 'منتدى حي التحرير';

async function enrolledOffice(installed: () => Promise<Installation>): Promise<Installation> {
  const words = demoWords['ar-IQ'];
  const directorate = await installed();
  const office = await installed();
  await initHome(directorate, 'directorate', words, 'ar-IQ');
  await initHome(office, 'office', words, 'ar-IQ');
  await enrol(directorate, office);
  return office;
}

test('a draft outlives the host, and only who typed it sees it', async ({ installed, sitDown }) => {
  const office = await enrolledOffice(installed);
  await ask(office, 'users.create', {
    loginName: secondUser,
    displayName: demoWords['ar-IQ'].clerk,
    roles: ['policing_clerk'],
    passphrase: demoPassphrase,
  });
  const before = await sitDown(office);
  await newForum(before);
  await before.fill('forums:field.name', typed);
  await expectDraftKept(before);
  await before.page.close();
  await office.restart();

  const desk = await sitDown(office);
  await unlock(desk, secondUser);
  await expect(desk.page.getByText(typed)).toHaveCount(0);
  await newForum(desk);
  await expect(desk.field('forums:field.name')).toHaveValue('');
  await expect(desk.dialog('common:draft.question').root).toHaveCount(0);
  await lockWithKeys(desk);

  await unlock(desk, demoUser);
  await desk.goTo('common:nav.home');
  await expect(desk.page.getByRole('main').getByText(typed)).toBeVisible();
  await newForum(desk);
  const offer = desk.dialog('common:draft.question');
  await expect(offer.root).toContainText(typed);
  await offer.button('common:draft.continue').last().click();
  await expect(desk.field('forums:field.name')).toHaveValue(typed);
});

test('an impossible date is told at its field, and stays as it was typed', async ({ installed, sitDown }) => {
  const desk = await sitDown(await enrolledOffice(installed));
  await newForum(desk);
  await desk.fill('forums:field.foundedOn', '31/02/2026');
  await desk.field('forums:field.establishedBy').focus();
  await expectError(desk, 'forums:field.foundedOn', 'errors:field.impossible-date');
  await desk.page.keyboard.press('Control+KeyS');
  await expectError(desk, 'forums:field.name', 'errors:field.required');
  const summary = desk.page.getByRole('alert');
  await expect(summary).toBeFocused();
  await summary.getByRole('button', { name: desk.t('forums:field.foundedOn') }).click();
  await expect(desk.field('forums:field.foundedOn')).toBeFocused();
  await expect(desk.field('forums:field.foundedOn')).toHaveValue('31/02/2026');
  await expectDraftKept(desk);
});

/** The fields themselves do not take such values: they come with a draft of another version. */
test('too long a name and an unknown code are told at their fields', async ({ installed, sitDown }) => {
  const office = await enrolledOffice(installed);
  const fields = { place: 'IQG15', servingOffice: '', foundedOn: null, establishedBy: '', members: [] };
  const wrong = { ...fields, name: 'م'.repeat(400), status: 'not_a_status' };
  const state = { fields: wrong, base: wrong, heads: null, parent: null };
  await ask(office, 'drafts.put', { form: 'forum', recordId: null, title: typed, data: JSON.stringify(state) });
  const desk = await sitDown(office);
  await newForum(desk);
  await desk.dialog('common:draft.question').button('common:draft.continue').last().click();
  await desk.button('common:action.save').click();
  await expectError(desk, 'forums:field.status', 'errors:field.unknown-code');
  await expectError(desk, 'forums:field.name', 'errors:field.too-long');
  await expect(desk.field('forums:field.name')).toHaveValue(wrong.name);
  await desk.fill('forums:field.name', typed);
  await desk.choose('forums:field.status', 'forum_status', 'active');
  await desk.button('common:action.save').click();
  await expect(desk.page.getByRole('heading', { name: typed, exact: true })).toBeVisible();
});

async function newForum(desk: Desk): Promise<void> {
  await desk.goTo('common:nav.forums');
  await desk.button('forums:list.new').first().click();
  await expect(desk.heading('forums:form.new')).toBeVisible();
}

async function expectDraftKept(desk: Desk): Promise<void> {
  const told = desk.t('common:status.draftKept', { time: '2026-01-01T00:00:00Z' }).split(/\d/)[0] ?? '';
  await expect(desk.page.getByRole('form').getByRole('status').filter({ hasText: told })).toBeVisible();
}

async function expectError(desk: Desk, field: string, sentence: string): Promise<void> {
  await expect(desk.field(field)).toHaveAttribute('aria-invalid', 'true');
  await expect(desk.field(field)).toHaveAccessibleDescription(new RegExp(desk.t(sentence).slice(0, 20)));
}
