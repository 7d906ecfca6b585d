/** @file A vehicle by the keyboard alone: recorded, handed over, and what stays at the office. */
import type { Language } from '#shared/text/languages.ts';
import { enrol, initHome } from './harness/demo.ts';
import { demoWords } from './harness/demo-words.ts';
import { ask, carry } from './harness/direct.ts';
import type { Installation } from './harness/host.ts';
import { go, pick, reach, type } from './harness/keyboard.ts';
import { rightToLeftLanguages } from './harness/languages.ts';
import { open } from './harness/picture.ts';
import { expect, test } from './harness/test.ts';
import type { Desk } from './screens/desk.ts';
import { openHistory } from './screens/record-page.ts';

type Typed = {
  readonly vehicle: string;
  readonly plate: string;
  readonly facility: string;
  readonly receiver: string;
  readonly unsigned: string;
};

const typedIn: Readonly<Record<Language, Typed>> = {
  'ar-IQ': {
    vehicle: 'تويوتا هايلكس بيضاء',
    plate: '48213 نينوى',
    facility: 'مكتب حي النور',
    receiver: 'زينب علي الحمداني',
    unsigned: 'بانتظار توقيع المدير',
  },
  'ckb-IQ': {
    vehicle: 'تۆیۆتا هایلۆکسی سپی',
    plate: '48213 دهۆک',
    facility: 'نووسینگەی گەڕەکی نوێ',
    receiver: 'ژیان ئازاد حەسەن',
    unsigned: 'چاوەڕێی واژووی بەڕێوەبەرە',
  },
  en: {
    vehicle: 'White Toyota Hilux',
    plate: '48213 Ninewa',
    facility: 'Hay Al-Noor office',
    receiver: 'Zainab Ali Al-Hamdani',
    unsigned: 'Waits for the manager to sign',
  },
};

for (const language of rightToLeftLanguages) {
  test.describe(`holdings in ${language}`, () => {
    test.use({ language });

    test('hands a vehicle over by the keyboard alone', async ({ installed, sitDown }) => {
      test.setTimeout(120_000);
      const { vehicle, plate, facility, receiver, unsigned } = typedIn[language];
      const words = demoWords[language];
      const directorate = await installed();
      const office = await enrolled(directorate, await installed(), language);
      await ask(office, 'sites.create', {
        fields: { kind: 'community_police_office', name: facility, place: 'IQG15Q05', status: 'in_use' },
      });
      const { id: assetId } = await ask(office, 'assets.create', {
        fields: {
          kind: 'vehicle_pickup',
          name: vehicle,
          plate,
          acquiredOn: '2026-04-20',
          amount: 48_500_000,
          currency: 'IQD',
          place: 'IQG15Q05',
          status: 'procured',
        },
      });
      const desk = await sitDown(office);
      const { keyboard } = desk.page;

      await go(desk, desk.link('common:nav.assets').first());
      await go(desk, desk.page.getByRole('button', { name: vehicle, exact: true }));
      await go(desk, desk.button('holdings:handover.act'));
      await type(desk, desk.field('holdings:handover.date'), '19/04/2026');
      await keyboard.press('Enter');
      await expect(desk.field('holdings:handover.from')).toBeFocused();
      await keyboard.type(words.directorate);
      await reach(desk, desk.field('holdings:handover.toSite'));
      await pick(desk, facility);
      await expect(desk.field('holdings:handover.to')).toHaveValue(facility);
      await type(desk, desk.field('holdings:handover.giver'), words.members[1] ?? '');
      await type(desk, desk.field('holdings:handover.receiver'), receiver);
      await keyboard.press('Control+KeyS');

      // It was acquired a day later: the field says so, and nothing typed is lost.
      const summary = desk.page.getByRole('alert');
      await expect(summary).toBeVisible();
      await expect(summary).toBeFocused();
      await expect(desk.field('holdings:handover.receiver')).toHaveValue(receiver);
      await reach(desk, desk.field('holdings:handover.date'));
      await keyboard.press('Control+KeyA');
      await keyboard.type('20/04/2026');
      // The paper is not signed yet: it asks why.
      await reach(desk, desk.page.getByRole('checkbox', { name: desk.t('holdings:handover.signed') }));
      await keyboard.press('Space');
      await type(desk, desk.field('holdings:handover.unsignedWhy'), unsigned);
      await keyboard.press('Control+KeyS');

      await expect(desk.page.getByRole('heading', { level: 1, name: vehicle })).toBeVisible();
      const handed = desk.section('holdings:section.handovers').root;
      for (const text of [facility, receiver, unsigned]) await expect(handed).toContainText(text);
      await expect(desk.section('holdings:section.state').root).toContainText(
        desk.words.code('asset_status', 'handed_over'),
      );

      await carry(office, directorate);
      const above = await sitDown(directorate);
      await open(above, `/assets/${assetId}`);
      const seen = above.section('holdings:section.handovers').root;
      await expect(seen).toContainText(facility);
      await expect(seen).toContainText(above.t('common:record.withheld'));
      await expect(seen).not.toContainText(receiver);

      // Its history tells the amount as its page does, though the record keeps it in the smallest unit.
      const history = await openHistory(above);
      await expect(history.root).toContainText(`48,500 ${above.t('holdings:currency.IQD')}`);
      await expect(history.root).not.toContainText('48,500,000');
    });
  });
}

test('records a facility by the keyboard alone; coordinates outside Iraq are refused', async ({
  installed,
  sitDown,
  language,
}) => {
  const { facility } = typedIn[language];
  const office = await enrolled(await installed(), await installed(), language);
  const desk = await sitDown(office);
  const { keyboard } = desk.page;
  await go(desk, desk.link('common:nav.sites').first());
  await go(desk, desk.button('holdings:sites.new').first());
  await reach(desk, desk.field('holdings:field.kind'));
  await pick(desk, desk.words.code('infrastructure_kind', 'community_police_office'));
  await type(desk, desk.field('holdings:field.siteName'), facility);
  await reach(desk, desk.field('holdings:field.place'));
  await findIn(desk, desk.words.place('IQG15Q05'));
  // Amman: refused at the field; then Mosul, in Arabic digits.
  await type(desk, desk.field('holdings:field.position'), '31.95 35.93');
  await keyboard.press('Tab');
  await expect(desk.sentence('errors:field.outside-iraq')).toBeVisible();
  await keyboard.press('Shift+Tab');
  await keyboard.press('Control+KeyA');
  await keyboard.type('٣٦٫٣٥، ٤٣٫١٦');
  await reach(desk, desk.field('holdings:field.status'));
  await pick(desk, desk.words.code('asset_status', 'in_use'));
  await keyboard.press('Control+KeyS');
  await expect(desk.page.getByRole('heading', { level: 1, name: facility })).toBeVisible();
  await expect(desk.section('holdings:section.site').root).toContainText('36.35, 43.16');
});

/** The office, once it has joined the directorate. */
async function enrolled(directorate: Installation, office: Installation, language: Language): Promise<Installation> {
  await initHome(directorate, 'directorate', demoWords[language], language);
  await initHome(office, 'office', demoWords[language], language);
  await enrol(directorate, office);
  return office;
}

/** In a long list the typed words find the entry. */
async function findIn(desk: Desk, label: string): Promise<void> {
  const { keyboard } = desk.page;
  await keyboard.type(label);
  await expect(desk.page.getByRole('option')).toHaveCount(1);
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
}
