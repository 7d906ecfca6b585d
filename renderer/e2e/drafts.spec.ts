/** @file Nothing typed is lost, nobody else sees it, and what cannot be saved is said at its field. */
import type { Desk, Place } from '#renderer/e2e/screens/desk.ts';
import { unlock } from '#renderer/e2e/screens/door.ts';
import { lockWithKeys } from '#renderer/e2e/screens/frame.ts';
import { ask } from './harness/direct.ts';
import { demoPassphrase, demoUser, enrol, forumOf, initHome, secondUser } from './harness/demo.ts';
import { recordBasis, recordPlan } from './harness/demo-plan.ts';
import { demoWords } from './harness/demo-words.ts';
import type { Installation } from './harness/host.ts';
import { open } from './harness/picture.ts';
import { expect, test } from './harness/test.ts';

const typed = 'منتدى حي التحرير';
const why = 'أُنجز كل ما اتُّفق عليه';

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

test('what is typed in a dialog outlives a refusal, the host and a lock', async ({ installed, sitDown, language }) => {
  const office = await enrolledOffice(installed);
  const forum = forumOf(typed, demoWords[language]);
  await recordBasis(office, forum, demoWords[language]);
  const forumId = (await ask(office, 'forums.list', {})).rows[0]?.id ?? '';
  const planId = await recordPlan(office, forumId, language);
  const before = await sitDown(office);
  const refused = await openMove(before, `/plans/${planId}`);
  await refused.fill('plans:move.date', '01/01/2020');
  await refused.choose('plans:move.to', 'ssp_status', 'completed');
  await refused.fill('common:label.reason', why);
  await refused.button('plans:move.act').click();
  await expect(refused.field('plans:move.date')).toHaveAttribute('aria-invalid', 'true');
  await expect(refused.field('common:label.reason')).toHaveValue(why);
  await expectDraftKept(before);
  await before.page.close();
  await office.restart();

  const desk = await sitDown(office);
  await unlock(desk, demoUser);
  await desk.goTo('common:nav.home');
  const { title } = await ask(office, 'plans.get', { planId });
  await desk.section('common:draft.mine').root.getByRole('link', { name: title }).click();
  await expectOffered(desk, planId);
  await lockWithKeys(desk);
  await unlock(desk, demoUser);
  await expectOffered(desk, planId);
  const again = desk.dialog('plans:move.title');
  await again.fill('plans:move.date', '15/11/2026');
  await again.button('plans:move.act').click();
  await expect(again.root).toHaveCount(0);
  expect(await ask(office, 'drafts.list', {})).toEqual([]);
});

async function openMove(desk: Desk, path: string): Promise<Place> {
  await open(desk, path);
  await desk.button('plans:move.open').click();
  return desk.dialog('plans:move.title');
}

/** The question stands in the dialog itself; continued, everything is as it was typed. */
async function expectOffered(desk: Desk, planId: string): Promise<void> {
  const dialog = await openMove(desk, `/plans/${planId}`);
  await dialog.button('common:draft.continue').click();
  await expect(dialog.field('plans:move.to')).toHaveValue(desk.words.code('ssp_status', 'completed'));
  await expect(dialog.field('common:label.reason')).toHaveValue(why);
}

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
