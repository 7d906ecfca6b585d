/**
 * @file A forum goes from one office to another through the directorate, with its meetings, issues, plans and trainings, and
 * the names of its members reach the new office alone.
 */
import type { Language } from '#shared/text/languages.ts';
import { v7 as uuidv7 } from 'uuid';
import { sampleForum, sampleMeeting } from '#core/testing/samples.ts';
import { enrol, initHome } from './harness/demo.ts';
import { type DemoWords, demoWords } from './harness/demo-words.ts';
import { ask, carry } from './harness/direct.ts';
import type { Installation } from './harness/host.ts';
import { rightToLeftLanguages } from './harness/languages.ts';
import { lookClosely, open } from './harness/picture.ts';
import { expect, test } from './harness/test.ts';
import type { Desk } from './screens/desk.ts';

const otherOffice: Readonly<Record<Language, string>> = {
  'ar-IQ': 'مكتب تلعفر',
  'ckb-IQ': 'نووسینگەی دهۆک',
  en: 'Tal Afar office',
};

for (const language of rightToLeftLanguages) {
  test.describe(`a forum in ${language}`, () => {
    test.use({ language });

    test('is handed over with all that hangs on it', async ({ installed, sitDown }) => {
      test.setTimeout(120_000);
      const [directorate, from, to] = [await installed(), await installed(), await installed()];
      await initHome(directorate, 'directorate', demoWords[language], language);
      await initHome(from, 'office', demoWords[language], language);
      await enrol(directorate, from);
      const member = demoWords[language].members[0] ?? '';
      const { forumId, meetingId } = await foundForum(from, demoWords[language]);
      await initHome(to, 'office', { ...demoWords[language], office: otherOffice[language] }, language);
      await enrol(directorate, to);
      await carry(directorate, from, await deviceOf(from));

      const here = await sitDown(from);
      await offer(here, forumId, otherOffice[language]);
      await carry(from, directorate);
      await carry(directorate, to, await deviceOf(to));

      const there = await sitDown(to);
      await open(there, `/forums/${forumId}`);
      await lookClosely(there, 'forum-handover-offered');
      await there.button('transfers:forum.accept').click();
      await there.dialog('transfers:forum.acceptQuestion').button('transfers:forum.accept').click();
      await expect(there.button('common:action.edit')).toBeVisible();
      await lookClosely(there, 'forum-handover-accepted');
      await expect(there.page.getByText(member).first()).toBeVisible();
      await open(there, `/meetings/${meetingId}`);
      await expect(there.page.getByText(member).first()).toBeVisible();

      expect(JSON.stringify(await ask(directorate, 'forums.get', { forumId }))).not.toContain(member);
      await carry(to, directorate);
      await carry(directorate, from, await deviceOf(from));
      await open(here, `/forums/${forumId}`);
      await expect(here.button('common:action.edit')).toHaveCount(0);
      await lookClosely(here, 'forum-handover-given-away');
    });
  });
}

type Founded = { readonly forumId: string; readonly meetingId: string };

async function foundForum(office: Installation, { members, forums }: DemoWords): Promise<Founded> {
  const sample = sampleForum();
  const [one] = sample.members;
  if (!one) throw new Error('a sample forum without a member');
  const named = members.slice(0, 2).map((name) => ({ ...one, id: uuidv7(), name }));
  const fields = { ...sample, name: forums[0] ?? '', members: named };
  const { id: forumId } = await ask(office, 'forums.create', { fields });
  const meeting = sampleMeeting(named.map(({ id }) => id));
  const { id: meetingId } = await ask(office, 'meetings.create', { forumId, fields: meeting });
  return { forumId, meetingId };
}

const deviceOf = async (installation: Installation): Promise<string> =>
  (await ask(installation, 'exchange.status', {})).device;

async function offer(desk: Desk, forumId: string, to: string): Promise<void> {
  await open(desk, `/forums/${forumId}`);
  await desk.button('transfers:offer.open').click();
  const dialog = desk.dialog('transfers:offer.title');
  await dialog.field('transfers:forum.to').click();
  await desk.page.getByRole('option', { name: to }).click();
  await dialog.field('common:label.reason').click();
  await desk.page.getByRole('option').first().click();
  await lookClosely(desk, 'forum-handover-offer');
  await dialog.button('transfers:forum.act').click();
  await expect(dialog.root).toHaveCount(0);
  await expect(desk.button('transfers:banner.withdraw')).toBeVisible();
  await lookClosely(desk, 'forum-handover-waits');
}
