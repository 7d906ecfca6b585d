/** @file A women's session is held, its minutes are approved and corrected: by the keyboard alone. */
import type { Desk } from '#renderer/e2e/screens/desk.ts';
import { type Demo, makeDemo } from './harness/demo.ts';
import { answerPresent, go, pick, reach, reachMember, type } from './harness/keyboard.ts';
import { rightToLeftLanguages } from './harness/languages.ts';
import { open } from './harness/picture.ts';
import { expect, test } from './harness/test.ts';

for (const language of rightToLeftLanguages) {
  test.describe(`meetings in ${language}`, () => {
    test.use({ language });

    test('holds a women’s session, approves its minutes and corrects them', async ({ installed, sitDown }) => {
      test.setTimeout(120_000);
      const office = await installed();
      const demo = await makeDemo(await installed(), office, language);
      const desk = await sitDown(office);
      await holdSession(desk, demo);
      await approve(desk);
      await correct(desk, demo);
    });
  });
}

async function holdSession(desk: Desk, { forumId, words }: Demo): Promise<void> {
  const { keyboard } = desk.page;
  await open(desk, `/forums/${forumId}`);
  await go(desk, desk.button('forums:page.newMeeting'));

  await reach(desk, desk.field('meetings:field.type'));
  await pick(desk, desk.words.code('meeting_type', 'women_session'));
  await expect(desk.sentence('meetings:typeHint.women')).toBeVisible();
  await reach(desk, desk.field('meetings:field.status'));
  await pick(desk, desk.words.code('meeting_status', 'held'));
  await type(desk, desk.field('meetings:field.date'), '٢٤/١١/٢٠٢٦');
  await type(desk, desk.field('meetings:field.venue'), words.venue);
  await type(desk, desk.field('meetings:field.startTime'), '١٠:٣٠');
  await type(desk, desk.field('meetings:field.endTime'), '9:00');
  await reach(desk, desk.field('meetings:field.facilitator'));
  await pick(desk, words.members[0] ?? '');
  await go(desk, desk.button('meetings:agenda.add'));
  await keyboard.type(words.agenda[2] ?? '');

  // Women alone are listed, and marked at once.
  await go(desk, desk.button('meetings:attendance.fill'));
  await expect(desk.sentence('meetings:count.unmarked', { count: 0 })).toBeVisible();
  await markOneMan(desk, words.members[1] ?? '');
  await tellAction(desk, words.actions[0] ?? '');
  await decide(desk, words.decision);
  await keyboard.press('Control+KeyS');

  // What cannot be is refused at its field, and nothing typed is lost.
  await expect(desk.page.getByRole('alert')).toContainText(desk.t('errors:field.end-before-start'));
  await expect(desk.page.getByRole('alert')).toContainText(desk.t('errors:field.say-why-men'));
  await reach(desk, desk.field('meetings:field.endTime'));
  await keyboard.press('Control+KeyA');
  await keyboard.type('12:00');
  await type(desk, desk.field('meetings:field.mixedReason'), words.reason);
  await keyboard.press('Control+KeyS');
  await expect(desk.heading('meetings:section.reviews')).toBeVisible();
  await expect(desk.page.getByRole('main')).toContainText(words.reason);
}

async function markOneMan(desk: Desk, name: string): Promise<void> {
  const row = desk.page.getByRole('row', { name });
  await expect(row).toHaveCount(0);
  const { keyboard } = desk.page;
  await keyboard.press('Shift+Tab');
  await keyboard.press('Enter');
  await reachMember(desk, row);
  await answerPresent(desk, row);
  await expect(desk.sentence('meetings:mixed.men')).toBeVisible();
}

async function tellAction(desk: Desk, what: string): Promise<void> {
  const action = desk.section('meetings:section.reviews').rowNamed(what);
  await reach(desk, action.field('meetings:review.status'));
  await pick(desk, desk.words.code('action_item_status', 'in_progress'));
  await type(desk, action.field('meetings:review.note'), what);
}

async function decide(desk: Desk, decision: string): Promise<void> {
  await go(desk, desk.button('meetings:decision.add'));
  await pick(desk, desk.words.code('decision_type', 'agreed'));
  await type(desk, desk.field('meetings:decision.text'), decision);
  await type(desk, desk.field('meetings:vote.inFavour'), '٣');
}

async function approve(desk: Desk): Promise<void> {
  await go(desk, desk.button('meetings:approve.act'));
  const dialog = desk.dialog('meetings:approve.title');
  await expect(dialog.field('meetings:approve.on')).toBeFocused();
  await desk.page.keyboard.press('Control+KeyS');
  await expect(desk.heading('meetings:version.section')).toBeVisible();
  await expect(desk.button('common:action.edit')).toHaveCount(0);
}

async function correct(desk: Desk, { words }: Demo): Promise<void> {
  const { keyboard } = desk.page;
  await go(desk, desk.link('meetings:correction.act'));
  await expect(desk.heading('meetings:correction.title')).toBeVisible();
  await type(desk, desk.field('meetings:correction.reason'), words.reason);
  await reach(desk, desk.field('meetings:field.venue'));
  await keyboard.press('Control+KeyA');
  await keyboard.type(words.servingOffice);
  await keyboard.press('Control+KeyS');
  await expect(desk.heading('meetings:version.section')).toBeVisible();
  await expect(desk.page.getByRole('main')).toContainText(words.servingOffice);
  await expect(desk.page.getByRole('main')).not.toContainText(words.venue);
  await go(desk, desk.button('meetings:version.readNumber', { number: 1 }));
  await expect(desk.page.getByRole('dialog')).toContainText(words.venue);
}
