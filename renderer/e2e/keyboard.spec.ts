/** @file From the log-in to a saved meeting by the keyboard alone, right to left, and how many keys a meeting takes. */
import { v7 as uuidv7 } from 'uuid';
import type { ForumFields } from '#shared/contract/forums.ts';
import type { Desk } from '#renderer/e2e/screens/desk.ts';
import { demoPassphrase, demoUser, enrol, forumOf, initHome, makeDemo } from './harness/demo.ts';
import { demoWords } from './harness/demo-words.ts';
import { ask } from './harness/direct.ts';
import { open } from './harness/picture.ts';
import { answerPresent, go, pick, reach, reachBack, reachMember, type } from './harness/keyboard.ts';
import { rightToLeftLanguages } from './harness/languages.ts';
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

/** Beyond the letters of what is written: moving, choosing, marking and saving. */
const mostPresses = 60;

for (const language of rightToLeftLanguages) {
  test.describe(`keys in ${language}`, () => {
    test.use({ language });

    test('a meeting of 25 members is typed on one screen with few keys beyond its text', async ({
      installed,
      sitDown,
    }) => {
      const words = demoWords[language];
      const [directorate, office] = [await installed(), await installed()];
      await initHome(directorate, 'directorate', words, language);
      await initHome(office, 'office', words, language);
      await enrol(directorate, office);
      const forum = forumOfTwentyFive(forumOf(words.forums[0] ?? '', words));
      const { id: forumId } = await ask(office, 'forums.create', { fields: forum });
      const desk = await sitDown(office);
      await open(desk, `/forums/${forumId}/meetings`);
      await go(desk, desk.button('meetings:list.new').first());
      await expect(desk.field('meetings:field.type')).toBeVisible();
      const presses = await countPresses(desk);
      await typeMeeting(desk, forum);
      expect(await presses(), 'key presses beyond the text').toBeLessThanOrEqual(mostPresses);

      const { rows } = await ask(office, 'meetings.list', { forumId });
      const kept = await ask(office, 'meetings.get', { meetingId: rows[0]?.id ?? '' });
      expect(kept.attendance.filter(({ status }) => status === 'present')).toHaveLength(22);
      expect(kept.attendance.filter(({ status }) => status === 'absent_excused')).toHaveLength(3);
      expect([kept.agenda.length, kept.decisions.length, kept.actions.length]).toEqual([1, 1, 1]);
    });
  });
}

const forumOfTwentyFive = (forum: ForumFields): ForumFields => ({
  ...forum,
  members: Array.from({ length: 25 }, (_, index) => {
    const [first, ...others] = forum.members;
    const like = index === 0 ? first : others[index % others.length];
    if (!like) throw new Error('a forum without members');
    return { ...like, id: uuidv7(), name: `${like.name} ${index + 1}`, phone: null };
  }),
});

/**
 * Every press but the letters and digits of a text counts, with the letters that find an entry in a list; a key held
 * with others is one press. Playwright sends letters of no Latin keyboard without a press.
 */
async function countPresses(desk: Desk): Promise<() => Promise<number>> {
  await desk.page.evaluate(() => {
    const held = new Set(['Control', 'Shift', 'Alt']);
    document.body.dataset.presses = '0';
    window.addEventListener(
      'keydown',
      ({ key, ctrlKey, target }) => {
        const isText =
          key.length === 1 && !ctrlKey && target instanceof HTMLElement && target.matches('input, textarea');
        const toggles = target instanceof HTMLInputElement && ['radio', 'checkbox'].includes(target.type);
        if (!held.has(key) && (!isText || toggles))
          document.body.dataset.presses = String(Number(document.body.dataset.presses) + 1);
      },
      { capture: true },
    );
  });
  return async () => Number(await desk.page.evaluate(() => document.body.dataset.presses));
}

async function typeMeeting(desk: Desk, { members }: ForumFields): Promise<void> {
  const { keyboard } = desk.page;
  const { language } = desk.words;
  const words = demoWords[language];
  await reach(desk, desk.field('meetings:field.type'));
  await pick(desk, desk.words.code('meeting_type', 'regular'));
  await reach(desk, desk.field('meetings:field.status'));
  await pick(desk, desk.words.code('meeting_status', 'held'));
  await type(desk, desk.field('meetings:field.date'), '24/11/2026');
  await type(desk, desk.field('meetings:field.venue'), words.venue);
  await go(desk, desk.button('meetings:agenda.add'));
  await keyboard.type(words.agenda[0] ?? '');

  await go(desk, desk.button('meetings:attendance.fill'));
  await expect(desk.sentence('meetings:count.unmarked', { count: 0 })).toBeVisible();
  // Three of them sent their excuses.
  for (const index of [3, 5, 10]) {
    const row = desk.page.getByRole('row', { name: members[index]?.name ?? '' });
    await reachMember(desk, row);
    const excused = row.getByRole('radio', { name: desk.words.code('attendance_status', 'absent_excused') });
    for (let step = 0; step < 6 && !(await excused.isChecked()); step++) {
      await keyboard.press(desk.words.direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight');
      // A person sees where the mark is before pressing again.
      await expect(row.locator('input:focus')).toBeChecked();
    }
    await expect(excused).toBeChecked();
  }
  await go(desk, desk.button('meetings:decision.add'));
  await pick(desk, desk.words.code('decision_type', 'agreed'));
  await type(desk, desk.field('meetings:decision.text'), words.decision);
  await go(desk, desk.button('meetings:action.add'));
  await keyboard.type(words.actions[0] ?? '');
  await reach(desk, desk.field('meetings:action.responsible'));
  await pick(desk, desk.words.code('ssp_responsible', 'municipality'));
  await type(desk, desk.field('meetings:action.due'), '20/12/2026');
  await keyboard.press('Control+KeyS');
  await expect(desk.page.getByRole('heading', { level: 1 })).toContainText('2026/');
}

/** Enter opens the empty list of the field, the arrows choose. */
async function pickSecond(desk: Desk): Promise<void> {
  await desk.page.keyboard.press('Enter');
  await expect(desk.page.getByRole('option').first()).toBeVisible();
  await desk.page.keyboard.press('ArrowDown');
  await desk.page.keyboard.press('ArrowDown');
  await desk.page.keyboard.press('Enter');
  await expect(desk.page.getByRole('option')).toHaveCount(0);
}
