/**
 * @file A case goes from one office to another through the directorate, which may not read what is restricted; a second
 * computer of the former office writes to it without knowing; and a case is shared with the claimant's consent alone.
 */
import { v7 as uuidv7 } from 'uuid';
import { DisputeFields } from '#shared/contract/disputes.ts';
import type { Language } from '#shared/text/languages.ts';
import { journeyLanguages } from './harness/languages.ts';
import { answerInstead } from './harness/answer-instead.ts';
import { type Demo, enrol, initHome, makeDemo } from './harness/demo.ts';
import { demoWords } from './harness/demo-words.ts';
import { ask, carry } from './harness/direct.ts';
import type { Installation } from './harness/host.ts';
import { lookClosely, open } from './harness/picture.ts';
import { expect, test } from './harness/test.ts';
import type { Desk } from './screens/desk.ts';

const otherOffice: Readonly<Record<Language, string>> = {
  'ar-IQ': 'مكتب تلعفر',
  'ckb-IQ': 'نووسینگەی دهۆک',
  en: 'Tal Afar office',
};

for (const language of journeyLanguages) {
  test.describe(`hand-overs in ${language}`, () => {
    test.use({ language });

    test('a case is offered, travels sealed, is accepted, and what came late is listed', async ({
      installed,
      sitDown,
    }) => {
      test.setTimeout(240_000);
      const [directorate, from, second, to] = [
        await installed(),
        await installed(),
        await installed(),
        await installed(),
      ];
      const demo = await makeDemo(directorate, from, language);
      await addOthers(directorate, from, second, to, language);
      const post = postOf(directorate);
      const claimant = demo.words.claimants[0] ?? '';
      const here = await sitDown(from);
      await offerCase(here, demo, otherOffice[language]);

      await post(from, to);
      const there = await sitDown(to);
      await expect(there.sentence('transfers:home.waiting', { count: 1 })).toBeVisible();
      await lookClosely(there, 'handover-home');
      await open(there, '/disputes');
      await expect(there.sentence('transfers:mark.incoming')).toBeVisible();
      await lookClosely(there, 'handover-disputes');
      await open(there, '/');
      await there.link('transfers:home.open').click();
      const offered = there.section('transfers:incoming.title');
      await expect(offered.sentence('transfers:state.yourTurn')).toBeVisible();
      await lookClosely(there, 'handover-list-incoming');
      await offered.root.getByRole('link').first().click();
      await expect(there.button('transfers:banner.accept')).toBeVisible();
      await expect(there.page.getByText(claimant).first()).toBeVisible();
      await expect(there.button('common:action.edit')).toHaveCount(0);
      await lookClosely(there, 'handover-offered-here');
      await there.button('transfers:banner.return').click();
      await lookClosely(there, 'handover-return');
      await there.page.keyboard.press('Escape');
      await there.button('transfers:banner.accept').click();
      const question = there.dialog('transfers:banner.acceptQuestion');
      await lookClosely(there, 'handover-accept');
      await question.button('transfers:banner.accept').click();
      await expect(there.button('common:action.edit')).toBeVisible();

      const view = await ask(directorate, 'disputes.get', { disputeId: demo.disputeId });
      expect(view.parties.map(({ name }) => name)).toEqual([null, null]);
      expect(JSON.stringify(view)).not.toContain(claimant);

      await writeLate(second, demo.disputeId);
      await post(second, to);
      await open(there, '/transfers');
      const late = there.section('transfers:late.title');
      await expect(late.root.getByRole('link')).toHaveCount(1);
      await lookClosely(there, 'handover-late');
      await open(there, '/');
      await expect(there.link('notices:link.transfers')).toBeVisible();

      await post(to, from);
      await expect(here.button('transfers:banner.withdraw')).toHaveCount(0);
      await expect(
        here.page.getByText(here.t('transfers:banner.acceptedText', { owner: otherOffice[language] })),
      ).toBeVisible();
      await lookClosely(here, 'handover-given-away');
      await open(here, `/disputes/${demo.disputeId}/edit`);
      await expect(here.heading('transfers:locked.title')).toBeVisible();
      await lookClosely(here, 'handover-locked');
    });

    test('a case is shared with the consent of the claimant, kept up to date and shared no longer', async ({
      installed,
      sitDown,
    }) => {
      test.setTimeout(120_000);
      const [directorate, office] = [await installed(), await installed()];
      const demo = await makeDemo(directorate, office, language);
      const claimant = demo.words.claimants[0] ?? '';
      const desk = await sitDown(office);
      await open(desk, `/disputes/${demo.disputeId}`);
      const sharing = desk.section('transfers:sharing.title');
      const consent = desk.words.code('consent_scope', 'share_directorate');
      await expect(sharing.sentence('transfers:sharing.missing', { consent })).toBeVisible();
      const name = demo.words.directorate;
      await expect(sharing.button('transfers:sharing.with', { name })).toHaveCount(0);

      await giveConsent(office, demo.disputeId);
      await sharing.button('transfers:sharing.with', { name }).click();
      await lookClosely(desk, 'sharing-question');
      await desk.dialog('transfers:sharing.shareQuestion', { name }).button('transfers:sharing.shareAct').click();
      await expect(sharing.sentence('transfers:sharing.shared')).toBeVisible();
      await carry(office, directorate);
      expect(JSON.stringify(await ask(directorate, 'disputes.get', { disputeId: demo.disputeId }))).toContain(claimant);

      await addStep(office, demo);
      await expect(sharing.sentence('transfers:sharing.sharedNew', { count: 1 })).toBeVisible();
      await lookClosely(desk, 'sharing-new');
      await sharing.button('transfers:sharing.sendNew', { name }).click();
      await expect(sharing.sentence('transfers:sharing.shared')).toBeVisible();
      await carry(office, directorate);
      const read = await ask(directorate, 'disputes.get', { disputeId: demo.disputeId });
      expect(read.steps.map(({ text }) => text)).toContain(demo.words.next);

      await sharing.button('transfers:sharing.stop', { name }).click();
      await desk.dialog('transfers:sharing.stopQuestion').button('transfers:sharing.stopAct').click();
      await expect(sharing.sentence('transfers:sharing.notShared')).toBeVisible();
    });

    test('a case of which the sealed part has not come says so', async ({ installed, sitDown }) => {
      const [directorate, office] = [await installed(), await installed()];
      const { disputeId } = await makeDemo(directorate, office, language);
      const view = await ask(office, 'disputes.get', { disputeId });
      const desk = await sitDown(office);
      await answerInstead(desk, 'disputes.get', {
        ...view,
        incomplete: true,
        withheld: ['narrative', 'propertyPlace'],
        narrative: null,
        properties: [{ description: null }],
        parties: view.parties.map((party) => ({ ...party, name: null, phone: null })),
        steps: view.steps.map((step) => ({ ...step, text: null, next: null, by: '' })),
      });
      await open(desk, `/disputes/${disputeId}`);
      await expect(desk.sentence('transfers:incomplete.title')).toBeVisible();
      await expect(desk.sentence('history:withheld', { owner: view.owner.name })).toHaveCount(0);
      await lookClosely(desk, 'dispute-incomplete');
    });
  });
}

/** A second computer of the office that gives the case away, which knows the case, and the office that gets it. */
async function addOthers(
  directorate: Installation,
  from: Installation,
  second: Installation,
  to: Installation,
  language: Language,
): Promise<void> {
  const words = demoWords[language];
  await initHome(second, 'office', words, language);
  await enrol(directorate, second, { node: (await ask(from, 'session.state', {})).node?.id ?? null });
  await initHome(to, 'office', { ...words, office: otherOffice[language] }, language);
  await enrol(directorate, to);
  for (const office of [from, second, to]) await carry(directorate, office, await deviceOf(office));
}

const deviceOf = async (installation: Installation): Promise<string> =>
  (await ask(installation, 'exchange.status', {})).device;

/** A file up to the directorate, and one from there down. */
const postOf =
  (directorate: Installation) =>
  async (from: Installation, to: Installation): Promise<void> => {
    await carry(from, directorate);
    await carry(directorate, to, await deviceOf(to));
  };

async function offerCase(desk: Desk, { disputeId }: Demo, to: string): Promise<void> {
  await open(desk, `/disputes/${disputeId}`);
  await desk.button('transfers:offer.open').click();
  const dialog = desk.dialog('transfers:offer.title');
  await dialog.button('transfers:offer.act').click();
  await expect(dialog.sentence('errors:field.required').first()).toBeVisible();
  await dialog.field('transfers:offer.to').click();
  await desk.page.getByRole('option', { name: to }).click();
  await dialog.field('common:label.reason').click();
  await desk.page.getByRole('option', { name: desk.t('transfers:reason.property_elsewhere'), exact: true }).click();
  await lookClosely(desk, 'handover-offer');
  await dialog.button('transfers:offer.act').click();
  await expect(dialog.root).toHaveCount(0);
  await expect(desk.button('transfers:banner.withdraw')).toBeVisible();
  for (const key of ['common:action.edit', 'disputes:step.add', 'disputes:move.open', 'transfers:offer.open']) {
    await expect(desk.button(key)).toHaveCount(0);
  }
  await lookClosely(desk, 'handover-offered-away');
}

/** At a computer that has not heard of the hand-over. */
async function writeLate(office: Installation, disputeId: string): Promise<void> {
  await ask(office, 'disputes.move', {
    disputeId,
    to: 'strategy',
    date: '2026-10-02',
    outcome: null,
    reason: '',
    heads: (await ask(office, 'records.heads', { recordId: disputeId })).heads,
  });
}

async function giveConsent(office: Installation, disputeId: string): Promise<void> {
  const view = await ask(office, 'disputes.get', { disputeId });
  const fields = DisputeFields.strip().parse({
    ...view,
    narrative: view.narrative ?? '',
    properties: view.properties,
    consents: [
      ...view.consents,
      { id: uuidv7(), scope: 'share_directorate', status: 'given', method: 'signature', date: '2026-09-20' },
    ],
  });
  await ask(office, 'disputes.edit', { disputeId, fields, heads: view.heads });
}

async function addStep(office: Installation, { disputeId, words }: Demo): Promise<void> {
  await ask(office, 'disputes.addStep', {
    disputeId,
    kind: 'visit',
    date: '2026-09-25',
    text: words.next,
    next: '',
    corrects: null,
  });
}
