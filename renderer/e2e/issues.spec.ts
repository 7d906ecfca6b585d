/** @file An issue from the forum to its end by the keyboard alone, right to left: recorded, raised, answered, kept. */
import { v7 as uuidv7 } from 'uuid';
import type { Language } from '#shared/text/languages.ts';
import { enrol, initHome } from './harness/demo.ts';
import { demoWords } from './harness/demo-words.ts';
import { ask } from './harness/direct.ts';
import type { Installation } from './harness/host.ts';
import { go, pick, reach, type } from './harness/keyboard.ts';
import { open } from './harness/picture.ts';
import { expect, test } from './harness/test.ts';
import type { Desk } from './screens/desk.ts';

const what = 'نصب مصابيح خلف السوق';

test('follows an issue to a kept promise by the keyboard alone', async ({ installed, sitDown, language }) => {
  const office = await installed();
  const forumId = await foundForum(await installed(), office, language);
  const desk = await sitDown(office);

  await open(desk, `/forums/${forumId}/issues`);
  await go(desk, desk.button('issues:list.new').first());
  await enterIssue(desk);
  const issueId = (await ask(office, 'issues.list', {})).rows[0]?.id ?? '';
  for (const date of ['2026-01-13', '2026-02-10', '2026-03-10']) await raise(office, { forumId, issueId, date });
  await go(desk, desk.link('common:nav.issues').first());
  await expect(desk.sentence('issues:count.unheard', { count: 3 })).toBeVisible();

  const actionId = await raise(office, { forumId, issueId, date: '2026-04-14', what });
  await expect(desk.sentence('issues:count.times', { count: 4 })).toBeVisible();
  await go(desk, desk.link('common:nav.promises').first());
  await go(desk, desk.page.getByRole('link', { name: what }).first());
  await expect(desk.page.getByRole('heading', { level: 1, name: what })).toBeVisible();
  await tellDone(desk);
  await go(desk, desk.link('common:nav.promises').first());
  await expect(desk.section('actions:promises.kept').root.getByRole('link', { name: what })).toBeVisible();
  expect(await ask(office, 'actions.get', { actionId, today: '2026-06-01' })).toMatchObject({ status: 'done' });
});

test('records an issue while minutes are written, and leaves these to their own save', async ({
  installed,
  sitDown,
  language,
}) => {
  const office = await installed();
  const forumId = await foundForum(await installed(), office, language);
  const desk = await sitDown(office);
  const { keyboard } = desk.page;
  await open(desk, `/forums/${forumId}/meetings/new`);
  await reach(desk, desk.field('meetings:field.status'));
  await pick(desk, desk.words.code('meeting_status', 'held'));
  const issues = desk.section('meetings:section.issues');
  await go(desk, issues.button('meetings:issue.add'));
  await go(desk, issues.button('issues:picker.new'));
  const dialog = desk.dialog('issues:picker.newTitle');
  await expect(dialog.field('issues:field.issue')).toBeFocused();
  await pick(desk, desk.words.code('safety_issue', 'stray_dogs'));
  await keyboard.press('Control+Enter');
  await expect(dialog.field('issues:field.place')).toHaveAttribute('aria-invalid', 'true');
  await reach(desk, dialog.field('issues:field.place'));
  await pick(desk, desk.words.place('IQG15Q05'));
  await reach(desk, dialog.field('issues:field.time'));
  await pick(desk, desk.words.code('time_of_day', 'evening'));
  await type(desk, dialog.field('issues:field.raisedOn'), '10/02/2026');
  await keyboard.press('Control+Enter');
  await expect(dialog.root).toHaveCount(0);
  await expect(issues.field('issues:picker.label')).toHaveValue(/\S/);
  await expect(issues.field('meetings:issue.issue')).toHaveValue(desk.words.code('safety_issue', 'stray_dogs'));
  expect((await ask(office, 'meetings.list', {})).total).toBe(0);
  expect((await ask(office, 'issues.list', {})).total).toBe(1);
});

async function foundForum(directorate: Installation, office: Installation, language: Language): Promise<string> {
  await initHome(directorate, 'directorate', demoWords[language], language);
  await initHome(office, 'office', demoWords[language], language);
  await enrol(directorate, office);
  const forum = {
    name: demoWords[language].forums[0] ?? '',
    place: 'IQG15Q05',
    status: 'active' as const,
    members: [],
  };
  return (await ask(office, 'forums.create', { fields: forum })).id;
}

async function enterIssue(desk: Desk): Promise<void> {
  const { keyboard } = desk.page;
  await reach(desk, desk.field('issues:field.issue'));
  await pick(desk, desk.words.code('safety_issue', 'street_lighting'));
  await type(desk, desk.field('issues:field.statement'), 'المصابيح معطلة منذ الصيف');
  await type(desk, desk.field('issues:field.spot'), 'الشارع خلف السوق');
  await reach(desk, desk.field('issues:field.time'));
  await pick(desk, desk.words.code('time_of_day', 'night'));
  await type(desk, desk.field('issues:field.raisedOn'), '١٣/٠١/٢٠٢٦');
  await reach(desk, desk.field('issues:field.status'));
  await keyboard.press('ArrowDown');
  await expect(desk.page.getByRole('option').first()).toBeVisible();
  for (let down = 0; down < 5; down++) await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(desk.field('issues:field.status')).toHaveValue(desk.words.code('issue_status', 'resolved'));
  await keyboard.press('Control+KeyS');
  // Resolved asks for its day: the refusal stands at the field, and nothing typed is lost.
  await expect(desk.field('issues:field.statusOn')).toHaveAttribute('aria-invalid', 'true');
  await reach(desk, desk.field('issues:field.status'));
  await keyboard.press('ArrowDown');
  await expect(desk.page.getByRole('option').first()).toBeVisible();
  for (let up = 0; up < 5; up++) await keyboard.press('ArrowUp');
  await keyboard.press('Enter');
  await expect(desk.field('issues:field.status')).toHaveValue(desk.words.code('issue_status', 'raised'));
  await keyboard.press('Control+KeyS');
  await expect(
    desk.page.getByRole('heading', { level: 1, name: desk.words.code('safety_issue', 'street_lighting') }),
  ).toBeVisible();
  await expect(desk.page.getByRole('main')).toContainText('المصابيح معطلة منذ الصيف');
}

async function tellDone(desk: Desk): Promise<void> {
  const { keyboard } = desk.page;
  await go(desk, desk.button('actions:page.tell'));
  const dialog = desk.dialog('actions:tell.title');
  await expect(dialog.field('actions:tell.status')).toBeFocused();
  await keyboard.press('ArrowDown');
  await expect(desk.page.getByRole('option').first()).toBeVisible();
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(dialog.field('actions:tell.status')).toHaveValue(desk.words.code('action_item_status', 'done'));
  await type(desk, dialog.field('actions:tell.date'), '20/05/2026');
  await keyboard.press('Control+Enter');
  await expect(dialog.field('actions:tell.note')).toHaveAttribute('aria-invalid', 'true');
  await type(desk, dialog.field('actions:tell.note'), 'نُصبت ستة مصابيح');
  await keyboard.press('Control+Enter');
  await expect(dialog.root).toHaveCount(0);
  await expect(desk.section('actions:page.progress').root).toContainText('نُصبت ستة مصابيح');
}

/** In a meeting of that day; with an action that answers it where `what` says which. Answers the action's id. */
async function raise(
  office: Installation,
  { forumId, issueId, date, what: action }: { forumId: string; issueId: string; date: string; what?: string },
): Promise<string> {
  const id = uuidv7();
  const due = '2026-05-31';
  await ask(office, 'meetings.create', {
    forumId,
    fields: {
      type: 'regular',
      status: 'held',
      date,
      agenda: [],
      attendance: [],
      guests: [],
      issues: [{ id: uuidv7(), issue: 'street_lighting', record: issueId, statement: '' }],
      decisions: [],
      actions:
        action === undefined
          ? []
          : [{ id, what: action, responsible: 'municipality', due, status: 'open', issue: issueId }],
    },
  });
  return id;
}
