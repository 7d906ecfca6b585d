/**
 * @file The screen of the exchange when something went wrong: the directorate's disk is set back, so that a file is
 * missing there. Both sides say so in words, and it is filled by the next files without anybody entering anything again.
 */
import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '#shared/text/languages.ts';
import { journeyLanguages } from './harness/languages.ts';
import { demoPassphrase, demoUser, enrol, initHome } from './harness/demo.ts';
import { demoWords } from './harness/demo-words.ts';
import { answerInstead } from './harness/answer-instead.ts';
import { ask, carry, download, stage } from './harness/direct.ts';
import type { Installation } from './harness/host.ts';
import { lookClosely, open } from './harness/picture.ts';
import { expectGoodPaper, printedBy, wordsOnScreen } from './harness/printed.ts';
import { expect, test } from './harness/test.ts';
import { peerCard } from './screens/exchange.ts';

for (const language of journeyLanguages) {
  test.describe(`the exchange in ${language}`, () => {
    test.use({ language });

    test('names a missing file and a computer that was set back, and heals by itself', async ({
      installed,
      sitDown,
    }) => {
      test.setTimeout(150_000);
      const words = demoWords[language];
      const directorate = await installed();
      const office = await installed();
      await makePair(directorate, office, language);
      await recordForum(office, words.forums[0] ?? '');
      const kept = await keepDisk(directorate);

      await carry(office, directorate);
      await carry(directorate, office);
      expect((await ask(office, 'exchange.status', {})).peers[0]).toMatchObject({ waiting: 0 });
      await putBackDisk(directorate, kept);
      await recordForum(office, words.forums[1] ?? '');
      await carry(office, directorate);

      const there = await sitDown(directorate);
      await open(there, '/exchange');
      await expect(there.sentence('exchange:peer.missing', { number: '1' })).toBeVisible();
      await expect(there.section('notices:title').root).toBeVisible();
      await lookClosely(there, 'exchange-gap');
      await open(there, '/offices');
      await lookClosely(there, 'offices-gap');
      await open(there, '/');
      await expect(there.section('notices:title').root).toBeVisible();
      await lookClosely(there, 'home-restored');

      await carry(directorate, office);
      const here = await sitDown(office);
      await open(here, '/exchange');
      await expect(here.section('notices:title').root).toBeVisible();
      await lookClosely(here, 'exchange-peer-restored');
      await carry(office, directorate);
      await carry(directorate, office);
      await open(there, '/');
      await open(there, '/exchange');
      await expect(there.section('exchange:history.title').root).toBeVisible();
      await expect(there.sentence('exchange:peer.missing', { number: '1' })).toHaveCount(0);
      const { rows } = await ask(directorate, 'forums.list', {});
      expect(rows.map(({ name }) => name).toSorted()).toEqual(words.forums.slice(0, 2).toSorted());
      await open(here, '/');
      await open(here, '/exchange');
      await expect(peerCard(here, words.directorate).sentence('exchange:peer.state.confirmed')).toBeVisible();
      while ((await here.button('notices:dismiss').count()) > 0) {
        const before = await here.button('notices:dismiss').count();
        await here.button('notices:dismiss').first().click();
        await expect(here.button('notices:dismiss')).toHaveCount(before - 1);
      }
    });

    test('tells an office below a department what the directorate holds', async ({ installed, sitDown }) => {
      test.setTimeout(120_000);
      const words = demoWords[language];
      const [directorate, department, office] = [await installed(), await installed(), await installed()];
      await initHome(directorate, 'directorate', words, language);
      await initHome(department, 'department', { ...words, department: words.servingOffice }, language);
      await initHome(office, 'office', words, language);
      await enrol(directorate, department);
      const { node } = await ask(department, 'exchange.status', {});
      await enrol(directorate, office, { under: node });
      await carry(directorate, department);
      await recordForum(office, words.forums[0] ?? '');
      const { peers } = await ask(department, 'exchange.status', {});
      const below = peers.find(({ relation }) => relation === 'below')?.device ?? '';
      const above = peers.find(({ relation }) => relation === 'above')?.device ?? '';
      await carry(office, department);
      await carry(department, directorate, above);
      await carry(directorate, department);
      await carry(department, office, below);

      const desk = await sitDown(office);
      await open(desk, '/exchange');
      const card = peerCard(desk, words.servingOffice);
      await expect(card.sentence('exchange:peer.national')).toBeVisible();
      await expect(card.sentence('exchange:peer.nationalNone')).toHaveCount(0);
      await lookClosely(desk, 'exchange-below-department');
      const middle = await sitDown(department);
      await open(middle, '/exchange');
      await expect(peerCard(middle, words.directorate).sentence('exchange:peer.relation.above')).toBeVisible();
      await expect(peerCard(middle, words.office).sentence('exchange:peer.relation.below')).toBeVisible();
      await lookClosely(middle, 'exchange-department');
      const top = await sitDown(directorate);
      await open(top, '/offices');
      await expect(top.heading('enrolment:offices.through')).toBeVisible();
      await lookClosely(top, 'offices-through');
    });

    test('shows what was set aside with what to do, and a date that is years off', async ({ installed, sitDown }) => {
      const directorate = await installed();
      const office = await installed();
      await makePair(directorate, office, language);
      const status = await ask(office, 'exchange.status', {});
      const desk = await sitDown(office);
      // What takes a stolen computer or a broken battery to come about is told to the screen as the core would tell it.
      await answerInstead(desk, 'exchange.status', {
        ...status,
        quarantined: 2,
        held: 1,
        clock: 'checked',
        clockOffsetMs: -3 * 365 * 86_400_000,
        incomplete: { stubs: 1, withheld: 2 },
        peers: status.peers.map((peer) => ({
          ...peer,
          setAsideThere: [{ code: 'change/unauthorised', count: 2 }],
          attachments: { waiting: 3, bytes: 4_200_000 },
        })),
      });
      const row = {
        held: false,
        recordType: 'dispute',
        writtenBy: demoWords[language].office,
        cameFrom: demoWords[language].directorate,
        at: '2026-10-01T08:00:00.000Z',
        canRetry: true,
      };
      await answerInstead(desk, 'exchange.setAside', {
        rows: ['change/unauthorised', 'change/held-roster', 'change/signature'].map((code) => ({
          ...row,
          id: code,
          code,
        })),
        total: 3,
      });
      await open(desk, '/exchange');
      await expect(desk.sentence('exchange:clockWarning.behindYears', { count: 3 })).toBeVisible();
      await expect(desk.sentence('exchange:todo.enter-again')).toBeVisible();
      await expect(desk.button('exchange:setAside.retry')).toBeVisible();
      await lookClosely(desk, 'exchange-set-aside');
    });

    test('keeps a history of every file, with what to do, and prints a waybill', async ({ installed, sitDown }) => {
      test.setTimeout(120_000);
      const words = demoWords[language];
      const directorate = await installed();
      const office = await installed();
      await makePair(directorate, office, language);
      await recordForum(office, words.forums[0] ?? '');
      const file = await download(office, await ask(office, 'exchange.write', { to: null, peer: null }));
      const torn = { name: 'CP-torn.cpb', bytes: file.bytes.subarray(0, 300) };
      await ask(office, 'exchange.takeIn', { files: [await stage(office, torn)] });

      const desk = await sitDown(office);
      await open(desk, '/exchange');
      const history = desk.section('exchange:history.title');
      await history.button('exchange:history.openDetails', { file: torn.name }).click();
      await expect(desk.sentence('exchange:todo.copy-again')).toBeVisible();
      await lookClosely(desk, 'exchange-file-torn');
      await desk.page.keyboard.press('Escape');
      await history.button('exchange:history.openDetails', { file: file.name }).click();
      await lookClosely(desk, 'exchange-file');
      await desk.dialog('exchange:history.detailsOf', { file: file.name }).link('exchange:waybill.print').click();

      await expect(desk.page.getByRole('img').first()).toBeVisible({ timeout: 40_000 });
      await lookClosely(desk, 'waybill');
      const { bundleNumber, node } = (await ask(office, 'exchange.history', {})).rows.find(
        (row) => row.file === file.name,
      ) ?? { bundleNumber: null, node: null };
      const paper = { kind: 'waybill', of: node ?? '', part: String(bundleNumber) } as const;
      const printed = await printedBy(office, paper, language);
      expect(printed.pages).toBe(1);
      await expectGoodPaper(printed, {
        language,
        title: `NI001-${bundleNumber}`,
        numbers: [file.name, String(file.bytes.length), 'NI001'],
        words: await wordsOnScreen(desk),
        together: [desk.t('exchange:waybill.handedOver'), desk.t('exchange:waybill.received')],
        never: [words.officer, words.forums[0] ?? ''],
      });
    });
  });
}

async function makePair(directorate: Installation, office: Installation, language: Language): Promise<void> {
  await initHome(directorate, 'directorate', demoWords[language], language);
  await initHome(office, 'office', demoWords[language], language);
  await enrol(directorate, office);
}

const recordForum = (office: Installation, name: string) =>
  ask(office, 'forums.create', {
    fields: {
      name,
      place: 'IQG15Q05',
      servingOffice: '',
      foundedOn: null,
      establishedBy: '',
      status: 'active',
      members: [],
    },
  });

/** A copy of the home as its disk has it now. */
async function keepDisk(installation: Installation): Promise<string> {
  const kept = path.join(installation.folder, 'kept');
  await installation.close();
  cpSync(path.join(installation.folder, 'home'), kept, { recursive: true });
  await reopen(installation);
  return kept;
}

/** As a technician does who puts an old disk back: what lies outside the home stays as it is. */
async function putBackDisk(installation: Installation, kept: string): Promise<void> {
  const home = path.join(installation.folder, 'home');
  await installation.close();
  rmSync(home, { recursive: true });
  cpSync(kept, home, { recursive: true });
  await reopen(installation);
}

async function reopen(installation: Installation): Promise<void> {
  await installation.restart();
  await ask(installation, 'session.unlock', { user: demoUser, passphrase: demoPassphrase });
}
