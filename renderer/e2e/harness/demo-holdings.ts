/** @file What the office of the demo has: itself, one closed, works, a vehicle that was handed over, checked and damaged. */
import type { AssetFields } from '#shared/contract/assets.ts';
import type { SiteFields } from '#shared/contract/sites.ts';
import type { Language } from '#shared/text/languages.ts';
import type { DemoWords } from './demo-words.ts';
import { ask } from './direct.ts';
import type { Installation } from './host.ts';

type HoldingWords = {
  readonly pickup: string;
  readonly plate: string;
  readonly chairs: string;
  readonly room: string;
  readonly closed: string;
  readonly store: string;
  readonly head: string;
  readonly note: string;
  readonly incident: string;
};

const wordsIn: Readonly<Record<Language, HoldingWords>> = {
  en: {
    pickup: 'White pickup, double cabin',
    plate: '48213 Ninewa',
    chairs: 'Chairs of the hall',
    room: 'Reception room for women',
    closed: 'Former office in Sinjar',
    store: 'Store keeper',
    head: 'Head of the office',
    note: 'Tyres were changed',
    incident: 'A stone broke the rear window on the road.',
  },
  'ar-IQ': {
    pickup: 'بيك أب بيضاء، قمارتان',
    plate: '48213 نينوى',
    chairs: 'كراسي القاعة',
    room: 'غرفة استقبال النساء',
    closed: 'المكتب السابق في سنجار',
    store: 'أمين المخزن',
    head: 'مسؤول المكتب',
    note: 'بُدّلت الإطارات',
    incident: 'كسر حجر الزجاج الخلفي في الطريق.',
  },
  'ckb-IQ': {
    pickup: 'پیکاپی سپی، دوو قەمارە',
    plate: '48213 نەینەوا',
    chairs: 'کورسییەکانی هۆڵ',
    room: 'ژووری پێشوازیی ژنان',
    closed: 'نووسینگەی پێشووی شنگال',
    store: 'بەرپرسی کۆگا',
    head: 'بەرپرسی نووسینگە',
    note: 'تایەکان گۆڕدران',
    incident: 'بەردێک لە ڕێگادا شووشەی دواوەی شکاند.',
  },
};

export type DemoHoldings = { readonly siteId: string; readonly assetId: string };

export async function recordHoldings(
  office: Installation,
  words: DemoWords,
  language: Language,
): Promise<DemoHoldings> {
  const own = wordsIn[language];
  await ask(office, 'sites.create', { fields: siteOf(own.closed, { status: 'out_of_service', place: 'IQG15Q07' }) });
  const { id: siteId } = await ask(office, 'sites.create', { fields: officeOf(words) });
  await ask(office, 'sites.create', {
    fields: siteOf(own.room, { kind: 'women_reception_room', status: 'under_works', partOf: siteId }),
  });
  await ask(office, 'assets.create', {
    fields: assetOf(own.chairs, { kind: 'furniture', quantity: 40, site: siteId }),
  });
  const pickup = assetOf(own.pickup, { kind: 'vehicle_pickup', plate: own.plate, serial: 'JTFHB8CP-2025' });
  const { id: assetId } = await ask(office, 'assets.create', { fields: pickup });
  await inService(office, assetId, siteId, words, own);
  return { siteId, assetId };
}

/** Handed over, checked and damaged. */
async function inService(
  office: Installation,
  recordId: string,
  toSite: string,
  words: DemoWords,
  own: HoldingWords,
): Promise<void> {
  const heads = async () => (await ask(office, 'records.heads', { recordId })).heads;
  await ask(office, 'holdings.handOver', {
    recordId,
    heads: await heads(),
    fields: {
      date: '2026-05-03',
      from: words.directorate,
      toSite,
      giver: words.members[1] ?? '',
      giverRole: own.store,
      receiver: words.officer,
      receiverRole: own.head,
      signed: true,
    },
  });
  await ask(office, 'holdings.check', {
    recordId,
    heads: await heads(),
    fields: { date: '2026-09-01', condition: 'good', status: 'in_use', note: own.note },
  });
  await ask(office, 'holdings.report', {
    recordId,
    heads: await heads(),
    fields: { date: '2026-10-04', kind: 'damage', text: own.incident },
  });
}

const siteOf = (name: string, more: Partial<SiteFields>): SiteFields => ({
  kind: 'community_police_office',
  kindNote: '',
  name,
  place: 'IQG15Q05',
  position: null,
  station: '',
  partOf: null,
  women: 0,
  men: 0,
  features: [],
  startedOn: null,
  finishedOn: null,
  status: 'in_use',
  condition: 'good',
  policeReport: '',
  donor: null,
  amount: null,
  currency: null,
  ...more,
});

const officeOf = (words: DemoWords): SiteFields =>
  siteOf(words.office, {
    position: { lat: 36_356_200, lon: 43_164_000 },
    station: words.servingOffice,
    women: 3,
    men: 6,
    features: ['female_officer_present', 'private_interview_room'],
    startedOn: '2025-01-12',
    finishedOn: '2025-03-02',
    amount: 48_500_000_000,
    currency: 'IQD',
  });

const assetOf = (name: string, more: Partial<AssetFields>): AssetFields => ({
  kind: 'other',
  kindNote: '',
  name,
  serial: '',
  plate: '',
  quantity: 1,
  acquiredOn: '2026-04-20',
  site: null,
  place: 'IQG15Q05',
  status: 'procured',
  condition: 'new',
  policeReport: '',
  donor: null,
  amount: 3_150_000,
  currency: 'USD',
  ...more,
});
