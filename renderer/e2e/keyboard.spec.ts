/** @file From the log-in to a saved meeting by the keyboard alone, right to left. */
import type { Desk } from '#renderer/e2e/screens/desk.ts';
import { demoPassphrase, demoUser, makeDemo } from './harness/demo.ts';
import { open } from './harness/picture.ts';
import { answerPresent, go, reach, reachBack, reachMember } from './harness/keyboard.ts';
import { expect, test } from './harness/test.ts';

test('puts what is typed at once after “add” into the new row', async ({ installed, sitDown, language }) => {
  const office = await installed();
  const { forumId, words } = await makeDemo(await installed(), office, language);
  const desk = await sitDown(office);
  await open(desk, `/forums/${forumId}/meetings/new`);
  const devtools = await desk.page.context().newCDPSession(desk.page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const typed: string[] = [];
  // Several rounds: focus that moves only after painting loses some of them, not each.
  for (let round = 0; round < 6; round++) {
    const text = `${words.agenda[2]} ${round}`;
    await desk.button('meetings:agenda.add').focus();
    await desk.page.keyboard.press('Enter');
    await desk.page.keyboard.type(text);
    typed.push(text);
  }
  const titles = await desk
    .field('meetings:agenda.title')
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
  expect(titles).toEqual(typed);
});

test('records a meeting by the keyboard alone', async ({ installed, sitDown, language }) => {
  const office = await installed();
  const { words } = await makeDemo(await installed(), office, language);
  await office.restart();
  const desk = await sitDown(office);
  const { keyboard } = desk.page;

  await expect(desk.field('session:userName')).toBeFocused();
  await keyboard.type(demoUser);
  await keyboard.press('Tab');
  await keyboard.type(demoPassphrase);
  await keyboard.press('Enter');
  await expect(desk.heading('common:nav.home')).toBeVisible();

  await go(desk, desk.link('common:nav.forums').first());
  await go(desk, desk.page.getByRole('button', { name: words.forums[1] ?? '', exact: true }));
  await go(desk, desk.button('forums:page.newMeeting'));

  await reach(desk, desk.field('meetings:field.type'));
  await pickSecond(desk);
  await keyboard.press('Enter');
  await expect(desk.field('meetings:field.status')).toBeFocused();
  await pickSecond(desk);
  await keyboard.press('Enter');
  await expect(desk.field('meetings:field.date')).toBeFocused();
  await keyboard.type('٢٤/١١/٢٠٢٦');
  await reach(desk, desk.field('meetings:field.venue'));
  await keyboard.type(words.venue);

  await go(desk, desk.button('meetings:agenda.add'));
  await expect(desk.field('meetings:agenda.title')).toBeFocused();
  await keyboard.type(words.agenda[0] ?? '');

  const chair = desk.page.getByRole('row', { name: words.members[0] ?? '' });
  await reachMember(desk, chair);
  await answerPresent(desk, chair);
  await reachBack(desk, desk.button('meetings:attendance.fill'));
  await keyboard.press('Enter');
  await expect(desk.sentence('meetings:count.unmarked', { count: 0 })).toBeVisible();

  await go(desk, desk.button('meetings:decision.add'));
  await expect(desk.field('meetings:decision.type')).toBeFocused();
  await pickSecond(desk);
  await reach(desk, desk.field('meetings:decision.text'));
  await keyboard.type(words.decision);
  await keyboard.press('Control+KeyS');

  await expect(desk.heading('meetings:section.session')).toBeVisible();
  await expect(desk.page.getByRole('heading', { level: 1 })).toContainText('2026/');
  const main = desk.page.getByRole('main');
  for (const text of [words.venue, words.agenda[0] ?? '', words.decision]) await expect(main).toContainText(text);
});

/** Enter opens the empty list of the field, the arrows choose. */
async function pickSecond(desk: Desk): Promise<void> {
  await desk.page.keyboard.press('Enter');
  await expect(desk.page.getByRole('option').first()).toBeVisible();
  await desk.page.keyboard.press('ArrowDown');
  await desk.page.keyboard.press('ArrowDown');
  await desk.page.keyboard.press('Enter');
  await expect(desk.page.getByRole('option')).toHaveCount(0);
}
