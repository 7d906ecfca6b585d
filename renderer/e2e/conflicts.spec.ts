/**
 * @file Two people change the same record without knowing of each other, at an office and by a correction of the
 * directorate: both find their words afterwards, one decides, and the decision can be taken back.
 */
import { DisputeFields } from '#shared/contract/disputes.ts';
import { ForumFields } from '#shared/contract/forums.ts';
import { MeetingFields } from '#shared/contract/meetings.ts';
import type { DisputeType } from '#shared/domain/generated/code-lists.ts';
import type { Language } from '#shared/text/languages.ts';
import { rightToLeftLanguages } from './harness/languages.ts';
import { makeDemo, type Demo } from './harness/demo.ts';
import { ask, carry } from './harness/direct.ts';
import type { Installation } from './harness/host.ts';
import { lookClosely, open } from './harness/picture.ts';
import { expect, test } from './harness/test.ts';
import type { Desk, Place } from './screens/desk.ts';
import { openHistory } from './screens/record-page.ts';

const atOffice: DisputeType = 'missing_documents';
const atDirectorate: DisputeType = 'boundary';

for (const language of rightToLeftLanguages) {
  test.describe(`conflicts in ${language}`, () => {
    test.use({ language });

    test('an edit and a correction of one dispute stand side by side, are settled and taken back', async ({
      installed,
      sitDown,
    }) => {
      test.setTimeout(120_000);
      const { directorate, office, demo } = await makeBoth(await installed(), await installed(), language);
      await disagreeOnType(office, directorate, demo);
      const desk = await sitDown(office);
      await desk.goTo('common:nav.home');
      await expect(desk.link('history:conflict.open').first()).toBeVisible();
      await open(desk, '/conflicts');
      const card = typeCard(desk);
      await expect(card.root).toContainText(desk.words.code('dispute_type', atOffice));
      await expect(card.root).toContainText(desk.words.code('dispute_type', atDirectorate));
      const cause = { office: demo.words.office, other: demo.words.directorate };
      await expect(card.sentence('history:conflicts.cause.correction', cause)).toBeVisible();
      await lookClosely(desk, 'conflicts-dispute');

      const theirs = { by: demo.words.officer, node: demo.words.directorate };
      await card.button('history:conflicts.keep', theirs).click();
      await expect(card.root).toHaveCount(0);
      const lately = desk.section('history:conflicts.lately.title');
      await expect(lately.root).toContainText(desk.words.code('dispute_type', atDirectorate));
      await lookClosely(desk, 'conflicts-settled');

      const ours = { by: demo.words.officer, node: demo.words.office };
      await lately.button('history:conflicts.lately.back', ours).click();
      await expect(lately.root).toContainText(desk.t('history:conflicts.lately.takenBack'));
      expect((await ask(office, 'disputes.get', { disputeId: demo.disputeId })).mainType).toBe(atOffice);

      await open(desk, `/disputes/${demo.disputeId}`);
      const history = await openHistory(desk);
      for (const type of [atOffice, atDirectorate]) {
        await expect(history.root).toContainText(desk.words.code('dispute_type', type));
      }
      await desk.page.keyboard.press('Escape');

      await carry(office, directorate);
      const there = await ask(directorate, 'records.history', { recordId: demo.disputeId });
      for (const type of [atOffice, atDirectorate]) expect(JSON.stringify(there)).toContain(type);
    });

    test('accounts are kept both, a void record asks, many of one cause are settled at once', async ({
      installed,
      sitDown,
    }) => {
      test.setTimeout(120_000);
      const { directorate, office, demo } = await makeBoth(await installed(), await installed(), language);
      await tellTwoAccounts(office, directorate, demo);
      const desk = await sitDown(office);
      await open(desk, `/forums/${demo.forumId}`);
      await expect(desk.sentence('history:conflict.below', { count: 1 })).toBeVisible();
      await open(desk, '/conflicts');
      await expect(desk.sentence('history:conflicts.accounts')).toBeVisible();
      await lookClosely(desk, 'conflicts-accounts');
      await desk.button('history:conflicts.writeNew').first().click();
      await lookClosely(desk, 'conflicts-new-value');
      await desk.button('common:action.cancel').click();
      await desk.button('history:conflicts.keepBoth').click();
      await expect(desk.button('history:conflicts.keepBoth')).toHaveCount(0);
      const meeting = await ask(office, 'meetings.get', { meetingId: demo.meetingId });
      expect(meeting.issues[0]?.statement).toContain(demo.words.statement);
      expect(meeting.issues[0]?.statement).toContain(demo.words.narrative);

      await disagreeOnMuch(office, directorate, demo);
      await open(desk, '/');
      await open(desk, '/conflicts');
      const { length: count } = (await ask(office, 'records.conflicts', {})).filter(({ nature }) => nature !== 'void');
      const together = desk.section('history:conflicts.group.title', { count });
      await expect(together.root).toBeVisible();
      await expect(desk.sentence('history:conflicts.void.title')).toBeVisible();
      await lookClosely(desk, 'conflicts-many');
      await together.button('history:conflicts.group.keepAll', { side: demo.words.office }).click();
      await lookClosely(desk, 'conflicts-keep-all');
      await desk
        .dialog('history:conflicts.group.question', { side: demo.words.office })
        .button('history:conflicts.group.keepAll', { side: demo.words.office })
        .click();
      await expect(together.root).toHaveCount(0);
      await desk.button('history:conflicts.void.restore').click();
      await expect(desk.sentence('history:conflicts.void.title')).toHaveCount(0);
      expect(await ask(office, 'records.conflicts', {})).toEqual([]);
    });
  });
}

async function makeBoth(directorate: Installation, office: Installation, language: Language) {
  return { directorate, office, demo: await makeDemo(directorate, office, language) };
}

/** The card of the types of the dispute. */
function typeCard(desk: Desk): Place {
  const card = desk.page
    .getByRole('region')
    .filter({ has: desk.page.getByRole('heading', { name: desk.t('disputes:group.types'), exact: true }) });
  return { ...desk, root: card, sentence: within(desk, card), button: buttonWithin(desk, card) };
}

const within =
  (desk: Desk, card: Place['root']): Place['sentence'] =>
  (key, values) =>
    card.getByText(desk.t(key, values));
const buttonWithin =
  (desk: Desk, card: Place['root']): Place['button'] =>
  (key, values) =>
    card.getByRole('button', { name: desk.t(key, values) });

async function disagreeOnType(office: Installation, directorate: Installation, { disputeId }: Demo): Promise<void> {
  for (const [side, mainType] of [
    [office, atOffice],
    [directorate, atDirectorate],
  ] as const) {
    const view = await ask(side, 'disputes.get', { disputeId });
    const fields = DisputeFields.strip().parse({
      ...view,
      mainType,
      narrative: view.narrative ?? '',
      properties: view.properties,
    });
    await ask(side, 'disputes.edit', { disputeId, fields, heads: view.heads });
  }
  await carry(office, directorate);
  await carry(directorate, office);
}

/** What was said of an issue, told differently at both places. */
async function tellTwoAccounts(office: Installation, directorate: Installation, demo: Demo): Promise<void> {
  const { meetingId } = demo;
  for (const [side, more] of [
    [office, demo.words.narrative],
    [directorate, ''],
  ] as const) {
    const view = await ask(side, 'meetings.get', { meetingId });
    const issues = view.issues.map((issue) => ({ ...issue, statement: more || `${issue.statement} (2)` }));
    const fields = MeetingFields.strip().parse({
      ...view,
      issues,
      attendance: view.attendance.map(({ member, status }) => ({ member, status })),
      decisions: view.decisions.map(({ takenAs, ...decision }) => decision),
      actions: view.actions.map(({ now, ...action }) => action),
    });
    await ask(side, 'meetings.edit', { meetingId, fields, heads: view.heads });
  }
  await carry(office, directorate);
  await carry(directorate, office);
}

/** Several entries of one forum at both places, and another forum voided here while it was changed there. */
async function disagreeOnMuch(office: Installation, directorate: Installation, demo: Demo): Promise<void> {
  const { rows } = await ask(office, 'forums.list', {});
  const other = rows.find(({ id, voided }) => id !== demo.forumId && !voided)?.id ?? '';
  for (const [side, n] of [
    [office, 1],
    [directorate, 2],
  ] as const) {
    const view = await ask(side, 'forums.get', { forumId: demo.forumId });
    const fields = ForumFields.strip().parse({
      ...view,
      name: `${view.name} ${n}`,
      servingOffice: `${view.servingOffice} ${n}`,
      foundedOn: `2025-03-0${n}`,
    });
    await ask(side, 'forums.edit', { forumId: demo.forumId, fields, heads: view.heads });
  }
  const heads = (await ask(office, 'records.heads', { recordId: other })).heads;
  await ask(office, 'records.void', { recordId: other, reason: demo.words.reason, heads });
  const there = await ask(directorate, 'forums.get', { forumId: other });
  const fields = ForumFields.strip().parse({ ...there, name: `${there.name} 2` });
  await ask(directorate, 'forums.edit', { forumId: other, fields, heads: there.heads });
  await carry(office, directorate);
  await carry(directorate, office);
}
