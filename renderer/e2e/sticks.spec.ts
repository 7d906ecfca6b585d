/**
 * @file Sticks as people use them: put in, pulled out at every step, full, another one; a file that gets lost on the
 * way and is made good later. Each step is looked at in every language.
 */
import { cpSync } from 'node:fs';
import type { Locator } from '@playwright/test';
import { v7 as uuidv7 } from 'uuid';
import type { Language } from '#shared/text/languages.ts';
import { journeyLanguages } from './harness/languages.ts';
import { enrol, initHome } from './harness/demo.ts';
import { type DemoWords, demoWords } from './harness/demo-words.ts';
import { ask } from './harness/direct.ts';
import { type Installation, newFolder } from './harness/host.ts';
import { lookClosely, open } from './harness/picture.ts';
import { expect, test } from './harness/test.ts';
import type { Desk } from './screens/desk.ts';
import { peerCard } from './screens/exchange.ts';
import { carryStick, filesOn, lose, pullOut, putIn, setFreeBytes, stickChoice } from './screens/sticks.ts';

const stick = 'KINGSTON';
const other = 'SANDISK';

test.describe('sticks', () => {
  test('are written by the keyboard alone, whatever happens to them', async ({ installed, sitDown, language }) => {
    test.setTimeout(120_000);
    const { office, words } = await makePair(installed, language);
    const desk = await sitDown(office);
    await desk.goTo('common:nav.exchange');
    await tabTo(desk, peerCard(desk, words.directorate).link('exchange:write'));
    await desk.page.keyboard.press('Enter');

    await test.step('what', async () => {
      await expect(desk.heading('sticks:write.forWhom')).toBeFocused();
      await look(desk, 'write-what');
      await tabTo(desk, desk.button('sticks:next'));
      await desk.page.keyboard.press('Enter');
    });
    await test.step('a stick appears by itself, and is missed when it goes', async () => {
      await expect(desk.heading('sticks:write.whereTitle')).toBeFocused();
      await expect(desk.sentence('sticks:write.waitForStick')).toBeVisible();
      await look(desk, 'write-no-stick');
      putIn(office, stick);
      await expect(stickChoice(desk, stick)).toBeVisible();
      putIn(office, other);
      await expect(stickChoice(desk, other)).toBeVisible();
      await tabTo(desk, stickChoice(desk, stick));
      await desk.page.keyboard.press('Space');
      await look(desk, 'write-where');
      pullOut(office, stick);
      await expect(desk.sentence('sticks:write.gone')).toBeVisible();
      await desk.page.keyboard.press('Enter');
      await expect(desk.sentence('sticks:write.gone')).toBeVisible();
      putIn(office, stick);
      await expect(desk.sentence('sticks:write.gone')).toHaveCount(0);
      await expect(stickChoice(desk, stick)).toBeChecked();
      await tabTo(desk, desk.button('sticks:next'));
      await desk.page.keyboard.press('Enter');
    });
    await test.step('the check says what goes and what stays; a full stick and a missing one are refused', async () => {
      await expect(desk.heading('sticks:write.checkTitle')).toBeFocused();
      const disputes = desk.page.getByRole('row', { name: desk.t('common:nav.disputes') });
      await expect(disputes).toContainText(desk.t('common:nav.disputes'));
      await expect(desk.sentence('sticks:write.staysWhy')).toBeVisible();
      await expect(desk.sentence('sticks:write.local', { count: 1 })).toBeVisible();
      await look(desk, 'write-check');
      setFreeBytes(office, stick, 1000);
      await expect(desk.page.getByRole('alert')).toBeVisible();
      await look(desk, 'write-full');
      await desk.page.keyboard.press('Tab');
      await tabTo(desk, desk.button('sticks:write.act'));
      await desk.page.keyboard.press('Enter');
      await expect(desk.heading('sticks:write.checkTitle')).toBeVisible();
      setFreeBytes(office, stick, null);
      await expect(desk.page.getByRole('alert')).toHaveCount(0);
      pullOut(office, stick);
      await expect(desk.sentence('sticks:write.gone')).toBeVisible();
      await tabTo(desk, desk.button('common:action.back'));
      await desk.page.keyboard.press('Enter');
      await expect(stickChoice(desk, other)).not.toBeChecked();
      putIn(office, stick);
      await expect(stickChoice(desk, stick)).toBeChecked();
      await tabTo(desk, desk.button('sticks:next'));
      await desk.page.keyboard.press('Enter');
    });
    await test.step('pulled while it is written: one sentence, nothing sent, and another try', async () => {
      await tabTo(desk, desk.button('sticks:write.act'));
      pullOut(office, stick);
      await desk.page.keyboard.press('Enter');
      await expect(desk.page.getByRole('alert')).toContainText(desk.t('errors:file.stick-gone'));
      await look(desk, 'write-failed');
      const [peer] = (await ask(office, 'exchange.status', {})).peers;
      expect(peer?.lastBundle).toBeNull();
      putIn(office, stick);
      await tabTo(desk, desk.button('common:action.retry'));
      await desk.page.keyboard.press('Enter');
    });
    await test.step('done: verified, it may be taken out', async () => {
      await expect(desk.heading('sticks:write.doneTitle')).toBeVisible();
      await look(desk, 'write-done');
      expect(filesOn(office, stick).filter((name) => name.endsWith('.cpb'))).toHaveLength(1);
      expect(filesOn(office, stick).filter((name) => name.endsWith('.part'))).toEqual([]);
      expect(filesOn(office, other)).toEqual([]);
      await expect(desk.link('exchange:waybill.print')).toBeVisible();
    });
  });

  test('appear also where the system takes long to name them', async ({ installed, sitDown, language }) => {
    const { office } = await makePair(installed, language);
    const desk = await sitDown(office);
    await desk.page.route('**/call', async (route) => {
      // Longer than the screen waits before it asks again.
      if (route.request().postData()?.includes('sticks.list')) await new Promise((done) => setTimeout(done, 2500));
      await route.continue();
    });
    await open(desk, '/exchange/take-in');
    await expect(desk.sentence('sticks:takeIn.waitForStick')).toBeVisible();
    putIn(office, stick);
    await expect(desk.button('sticks:takeIn.stick', { label: stick })).toBeVisible({ timeout: 10_000 });
    await desk.page.unroute('**/call');
  });

  test('carry a file that gets lost, is missed by its number and made good', async ({
    installed,
    sitDown,
    language,
  }) => {
    test.setTimeout(120_000);
    const { directorate, office, words } = await makePair(installed, language);
    const before = newFolder();
    await directorate.restart();
    cpSync(directorate.folder, before, { recursive: true });
    await ask(directorate, 'session.unlock', unlocked);
    await carry(office, directorate);
    await carry(directorate, office);
    await directorate.close();
    lose(office, stick);

    // The directorate is as it was before: what it had confirmed is missing there.
    const restored = await installed(before);
    await ask(restored, 'session.unlock', unlocked);
    await ask(office, 'forums.create', { fields: forumOf(words) });
    await write(office);
    carryStick(office, restored, stick);
    const desk = await sitDown(restored);
    await takeInFromStick(desk, 'exchange:verdict.gap');
    await desk.goTo('common:nav.exchange');
    const card = peerCard(desk, words.office);
    await expect(card.sentence('exchange:peer.missing', { number: '1' })).toBeVisible();
    await look(desk, 'gap');

    await write(restored, await tokenOf(restored));
    carryStick(restored, office, stick);
    await takeInAll(office);
    await write(office);
    carryStick(office, restored, stick);
    await takeInFromStick(desk, 'exchange:verdict.applied');
    await desk.goTo('common:nav.exchange');
    await expect(card.sentence('exchange:peer.missing', { number: '1' })).toHaveCount(0);
    const digest = async (side: Installation) => (await ask(side, 'exchange.digest', { class: 'open' })).digest;
    expect(await digest(restored)).toBe(await digest(office));
  });
});

for (const language of journeyLanguages) {
  test.describe(`files on a stick in ${language}`, () => {
    test.use({ language });

    test('are looked into before they are taken in', async ({ installed, sitDown }) => {
      test.setTimeout(120_000);
      const { directorate, office } = await makePair(installed, language);
      const desk = await sitDown(directorate);
      await desk.goTo('common:nav.exchange');
      await desk.link('exchange:takeIn.open').click();
      await expect(desk.sentence('sticks:takeIn.waitForStick')).toBeVisible();
      await look(desk, 'take-in-no-stick');
      putIn(office, stick);
      await write(office);
      carryStick(office, directorate, stick);
      await takeInFromStick(desk, 'exchange:verdict.applied', true);
      const writing = await sitDown(office);
      await writing.goTo('common:nav.exchange');
      putIn(office, other);
      await writing.link('exchange:write').click();
      await writing.button('sticks:next').click();
      await stickChoice(writing, other).check();
      await look(writing, 'write-where');
      await writing.button('sticks:next').click();
      await look(writing, 'write-check');
      await writing.button('sticks:write.act').click();
      await expect(writing.heading('sticks:write.doneTitle')).toBeVisible();
      await look(writing, 'write-done');
    });
  });
}

const unlocked = { user: 'amal', passphrase: 'four plain words here' };

async function makePair(installed: (folder?: string) => Promise<Installation>, language: Language) {
  const directorate = await installed();
  const office = await installed();
  const words = demoWords[language];
  await initHome(directorate, 'directorate', words, language);
  await initHome(office, 'office', words, language);
  await enrol(directorate, office);
  await ask(office, 'forums.create', { fields: forumOf(words) });
  await ask(office, 'disputes.open', { fields: disputeOf(words) });
  return { directorate, office, words };
}

const forumOf = (words: DemoWords) => ({
  name: words.forums[0] ?? '',
  place: 'IQG15Q05',
  servingOffice: words.servingOffice,
  foundedOn: '2025-02-03',
  establishedBy: words.directorate,
  status: 'active' as const,
  members: [],
});

const disputeOf = (words: DemoWords) => ({
  intakeDate: '2026-09-10',
  channel: 'walk_in' as const,
  mainType: 'secondary_occupation_private' as const,
  otherTypes: [],
  district: 'IQG15Q05',
  properties: [{ id: uuidv7(), type: 'house' as const, place: 'IQG15Q05', description: words.property }],
  narrative: words.narrative,
  parties: [
    {
      id: uuidv7(),
      name: words.claimants[0] ?? '',
      phone: null,
      kind: 'natural_person' as const,
      role: 'claimant' as const,
      sex: 'female' as const,
      ageBand: 'age_45_59' as const,
      protection: ['gbv_concern' as const],
    },
  ],
  consents: [],
});

async function tokenOf(installation: Installation): Promise<string> {
  putIn(installation, stick);
  const { sticks } = await ask(installation, 'sticks.list', {});
  return sticks.find(({ label }) => label === stick)?.token ?? '';
}

/** Writes to the stick without a screen: what the other test looks at. */
async function write(installation: Installation, token?: string): Promise<void> {
  const to = token ?? (await tokenOf(installation));
  await ask(installation, 'exchange.write', { to });
}

async function takeInAll(installation: Installation): Promise<void> {
  const { sticks } = await ask(installation, 'sticks.list', {});
  const token = sticks.find(({ label }) => label === stick)?.token ?? '';
  const { files } = await ask(installation, 'sticks.bundlesOn', { stick: token });
  const ours = files.filter(({ addressedTo }) => addressedTo === 'us').map((file) => file.token);
  await ask(installation, 'exchange.takeIn', { files: ours });
}

async function carry(from: Installation, to: Installation): Promise<void> {
  await write(from);
  carryStick(from, to, stick);
  await takeInAll(to);
}

/** Through the wizard: the stick that is in, all files for us, and the report on the newest of them. */
async function takeInFromStick(desk: Desk, verdict: string, looks = false): Promise<void> {
  const step = async (name: string) => (looks ? look(desk, `take-in-${name}`) : undefined);
  await desk.goTo('common:nav.exchange');
  await desk.link('exchange:takeIn.open').click();
  await expect(desk.button('sticks:takeIn.stick', { label: stick })).toBeVisible();
  await step('source');
  await desk.button('sticks:takeIn.stick', { label: stick }).click();
  await expect(desk.page.getByRole('checkbox').first()).toBeVisible();
  await step('found');
  await desk.button('sticks:takeIn.look').click();
  await expect(desk.sentence('sticks:takeIn.previewExplain')).toBeVisible();
  await step('preview');
  // Its words count the files.
  await desk.page.locator('button[type="submit"]').click();
  await expect(desk.heading('sticks:takeIn.reportTitle')).toBeVisible();
  await expect(desk.page.getByRole('article').getByText(desk.t(verdict), { exact: true })).toHaveCount(1);
  await step('report');
}

/** Presses Tab until the element has the focus. */
async function tabTo(desk: Desk, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await desk.page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

const look = (desk: Desk, name: string): Promise<void> => lookClosely(desk, `stick-${name}`);
