/**
 * @file The bridge from end to end, as people walk it: two installations, files carried between them, every screen
 * passed looked at by axe.
 */
import type { Language } from '#shared/text/languages.ts';
import type { Desk } from '#renderer/e2e/screens/desk.ts';
import { addStep, moveStage, openDispute } from '#renderer/e2e/screens/disputes.ts';
import { setUp, unlock } from '#renderer/e2e/screens/door.ts';
import { acceptOffice, installAnswer, writeRequest } from '#renderer/e2e/screens/enrolment.ts';
import { peerCard, takeIn, writeBundle } from '#renderer/e2e/screens/exchange.ts';
import { openRow, recordForum } from '#renderer/e2e/screens/forums.ts';
import { lockWithArabicKeyboard, lockWithKeys } from '#renderer/e2e/screens/frame.ts';
import { firstOf2026, recordMeeting } from '#renderer/e2e/screens/meetings.ts';
import { openHistory, voidRecord } from '#renderer/e2e/screens/record-page.ts';
import { expectAccessible } from './harness/accessible.ts';
import { expect, test } from './harness/test.ts';

const directorateName = 'مديرية الشرطة المجتمعية';
const officeName = 'مكتب الموصل الجديدة';
const forum = {
  name: 'منتدى حي النور',
  place: 'IQG10',
  foundedOn: '٣/٢/٢٠٢٥',
  members: [
    {
      name: 'هدى كاظم جبار',
      phone: '0770 123 4567',
      sex: 'female',
      ageBand: 'age_30_44',
      category: 'women_representative',
      role: 'chair',
    },
    {
      name: 'ئازاد کەریم',
      phone: '0750 765 4321',
      sex: 'male',
      ageBand: 'age_45_59',
      category: 'mukhtar',
      role: 'member',
    },
  ],
} as const;
const meeting = {
  date: '10/02/2026',
  venue: 'مدرسة النور',
  agendaItem: 'إنارة الشارع الرئيسي',
  attendance: [
    { name: 'هدى كاظم جبار', answer: 'present' },
    { name: 'ئازاد کەریم', answer: 'absent_excused' },
  ],
  statement: 'الشارع مظلم منذ شهرين',
  decision: 'مخاطبة البلدية',
  action: 'كتاب رسمي إلى البلدية',
  due: '٥/٣/٢٠٢٦',
} as const;
const dispute = {
  intakeDate: '11/02/2026',
  district: 'IQG10',
  party: 'مريم يوسف حنا',
  phone: '0771 555 0101',
  narrative: 'عادت العائلة فوجدت الدار مسكونة',
} as const;
/** What must never be seen outside the office. */
const secrets = [forum.members[0].name, forum.members[1].name, '0770 123 4567', dispute.party, dispute.narrative];

for (const language of ['ar-IQ', 'en'] satisfies Language[]) {
  test.describe(`the bridge in ${language}`, () => {
    test.use({ language });

    test('records at an office reach the directorate, and its answer confirms them', async ({ installed, sitDown }) => {
      test.setTimeout(150_000);
      const directorate = await sitDown(await installed());
      const office = await sitDown(await installed());
      await test.step('sets up both and enrols by files', () => enrol(directorate, office));
      await test.step('locks and unlocks', () => lockAndUnlock(office));
      const caseNumber = await test.step('records at the office', () => record(office));
      const bundle = await test.step('writes a file', () => writeBundle(office, directorateName));
      await expect(peerCard(office, directorateName).sentence('exchange:peer.onTheWay')).toBeVisible();
      await expect(peerCard(office, directorateName).sentence('exchange:peer.notYet')).toBeVisible();
      await expectAccessible(office.page);

      await test.step('refuses a cut file, then takes the sound one in', async () => {
        const half = bundle.bytes.subarray(0, bundle.bytes.length / 2);
        const cut = await takeIn(directorate, { name: 'half.cpb', bytes: half });
        await expect(cut).toContainText(directorate.t('errors:bundle.truncated'));
        await expect(cut).toContainText(directorate.t('sticks:takeIn.refused'));
        const report = await takeIn(directorate, bundle);
        await expect(report).toContainText(directorate.t('exchange:verdict.applied'));
        await expectAccessible(directorate.page);
        const again = await takeIn(directorate, bundle);
        await expect(again).toContainText(directorate.t('exchange:verdict.nothingNew'));
      });
      await test.step('reads there, without what stays at the office', () =>
        readAtDirectorate(directorate, caseNumber));

      const answer = await test.step('writes the answer', () => writeBundle(directorate, officeName));
      await test.step('the answer confirms', async () => {
        await takeIn(office, answer);
        await office.goTo('common:nav.exchange');
        const card = peerCard(office, directorateName);
        await expect(card.sentence('exchange:peer.state.confirmed')).toBeVisible();
        await expect(card.sentence('exchange:peer.onTheWay')).toHaveCount(0);
        await expect(card.sentence('exchange:peer.notYet')).toHaveCount(0);
        await expect(card.sentence('common:count.changes', { count: 0 }).first()).toBeVisible();
      });
      await test.step('refuses what is no file of ours', () => takeInForeignFile(office));
      await test.step('voids a record and keeps its history', () => voidForum(office));
    });
  });
}

async function enrol(directorate: Desk, office: Desk): Promise<void> {
  await expectAccessible(directorate.page);
  await setUp(directorate, {
    kind: 'directorate',
    name: directorateName,
    place: 'IQG07',
    person: 'سلمى عبد الرحمن',
    user: 'salma',
  });
  await expect(directorate.heading('common:nav.home')).toBeVisible();
  await expectAccessible(directorate.page);
  await setUp(office, { kind: 'office', name: officeName, place: 'IQG10', person: 'أمل حسن', user: 'amal' });
  const request = await writeRequest(office);
  await expectAccessible(office.page);
  const answer = await acceptOffice(directorate, request);
  await expectAccessible(directorate.page);
  await installAnswer(office, answer);
  await expectAccessible(office.page);
}

async function lockAndUnlock(office: Desk): Promise<void> {
  await lockWithKeys(office);
  await expectAccessible(office.page);
  await expect(office.page.locator('body')).not.toContainText('أمل');
  await unlock(office, 'amal');
  await lockWithArabicKeyboard(office);
  await unlock(office, 'amal');
}

async function record(office: Desk): Promise<string> {
  await recordForum(office, forum);
  await expectAccessible(office.page);
  await recordMeeting(office, meeting);
  await expectAccessible(office.page);
  const number = await openDispute(office, dispute);
  await moveStage(office, 'screening', '12/02/2026');
  await addStep(office, { date: '13/02/2026', text: 'زيارة الدار والتحدث مع الساكنين', next: 'دعوة الطرفين' });
  await expectAccessible(office.page);
  return number;
}

async function readAtDirectorate(directorate: Desk, caseNumber: string): Promise<void> {
  await directorate.goTo('common:nav.offices');
  await expect(directorate.page.getByRole('row', { name: officeName })).toContainText(
    directorate.t('common:count.days', { count: 0 }),
  );
  await expectAccessible(directorate.page);

  await directorate.goTo('common:nav.forums');
  await openRow(directorate, forum.name);
  const members = directorate.section('forums:section.members');
  await expect(members.sentence('common:record.withheld').first()).toBeVisible();
  await expectReadOnly(directorate);

  await directorate.goTo('common:nav.meetings');
  await openRow(directorate, firstOf2026);
  await expect(directorate.page.getByRole('main')).toContainText(meeting.decision);
  await expectReadOnly(directorate);

  await directorate.goTo('common:nav.disputes');
  await openRow(directorate, new RegExp(caseNumber));
  const account = directorate.section('disputes:section.narrative');
  await expect(account.sentence('common:record.withheld')).toBeVisible();
  await expectReadOnly(directorate);
}

/** Read-only here, and nothing on the screen that stays at the office. */
async function expectReadOnly(desk: Desk): Promise<void> {
  await expect(desk.sentence('history:correctOnly', { owner: officeName })).toBeVisible();
  for (const key of ['common:action.edit', 'forums:page.newMeeting', 'disputes:move.open', 'disputes:step.add']) {
    await expect(desk.button(key)).toHaveCount(0);
  }
  const seen = (await desk.page.locator('body').textContent()) ?? '';
  expect(secrets.filter((secret) => seen.includes(secret))).toEqual([]);
  await expectAccessible(desk.page);
}

async function takeInForeignFile(office: Desk): Promise<void> {
  const report = await takeIn(office, { name: 'holiday.jpg', bytes: Buffer.from('not a bundle at all') });
  await expect(report).toContainText(office.t('sticks:takeIn.refused'));
  await expect(report).toContainText(office.t('errors:bundle.not-age'));
}

async function voidForum(office: Desk): Promise<void> {
  await office.goTo('common:nav.forums');
  await openRow(office, forum.name);
  await voidRecord(office, 'سُجّل مرتين');
  await expect(office.page.getByRole('main')).toContainText(office.t('common:record.voided'));
  await expect(office.page.getByRole('main')).toContainText('سُجّل مرتين');
  await expect(office.button('common:action.edit')).toHaveCount(0);
  const history = await openHistory(office);
  await expect(history.root.getByRole('rowheader', { name: office.t('forums:group.void'), exact: true })).toBeVisible();
  await expect(history.root).toContainText(forum.name);
  await expectAccessible(office.page);
}
