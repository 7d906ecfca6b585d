/** @file The first screen tells what waits, and each line leads to its record; who may see no record is told nothing. */
import { v7 as uuidv7 } from 'uuid';
import { today } from '#renderer/components/today.ts';
import { unlock } from '#renderer/e2e/screens/door.ts';
import { lockWithKeys } from '#renderer/e2e/screens/frame.ts';
import { addDays } from '#shared/text/calendar.ts';
import { demoPassphrase, enrol, forumOf, initHome, secondUser } from './harness/demo.ts';
import { demoWords } from './harness/demo-words.ts';
import { ask } from './harness/direct.ts';
import { lookClosely, open } from './harness/picture.ts';
import { expect, test } from './harness/test.ts';

const what = 'كتاب إلى البلدية بشأن الإنارة';

test('what waits leads to its record, and an administrator is told of none', async ({
  installed,
  sitDown,
  language,
}) => {
  const words = demoWords[language];
  const directorate = await installed();
  const office = await installed();
  await initHome(directorate, 'directorate', words, language);
  await initHome(office, 'office', words, language);
  await enrol(directorate, office);
  const fields = { ...forumOf('منتدى حي النور', words), members: [] };
  const { id: forumId } = await ask(office, 'forums.create', { fields });
  const late = { id: uuidv7(), what, responsible: 'municipality', due: addDays(today(), -3), status: 'open' } as const;
  const bare = {
    type: 'regular' as const,
    venue: words.venue,
    agenda: [],
    attendance: [],
    guests: [],
    issues: [],
    decisions: [],
  };
  const held = { ...bare, status: 'held' as const, date: addDays(today(), -20), actions: [late] };
  const planned = { ...bare, status: 'planned' as const, date: addDays(today(), 5), actions: [] };
  await ask(office, 'meetings.create', { forumId, fields: held });
  const { id: next } = await ask(office, 'meetings.create', { forumId, fields: planned });
  const user = { loginName: secondUser, displayName: words.clerk, roles: ['administrator' as const] };
  await ask(office, 'users.create', { ...user, passphrase: demoPassphrase });

  const desk = await sitDown(office);
  const waiting = desk.section('home:due');
  await expect(waiting.section('home:reminder.action').root).toContainText(
    desk.t('common:count.overdueDays', { count: 3 }),
  );
  await expect(waiting.section('home:reminder.meeting').root).toContainText(desk.t('home:reminder.in', { count: 5 }));
  await expect(waiting.section('home:reminder.minutes').root.getByRole('link')).toHaveCount(1);
  await lookClosely(desk, 'home-waiting');
  await waiting.root.getByRole('link', { name: what }).click();
  await expect(desk.page.getByRole('heading', { level: 1, name: what })).toBeVisible();
  await open(desk, '/');
  await waiting.section('home:reminder.meeting').root.getByRole('link').click();
  await expect(desk.page).toHaveURL(new RegExp(`/meetings/${next}$`));
  await lockWithKeys(desk);
  await unlock(desk, secondUser);
  await desk.goTo('common:nav.home');
  await expect(desk.page.getByRole('main').getByRole('link').first()).toBeVisible();
  await expect(waiting.root).toHaveCount(0);
});
