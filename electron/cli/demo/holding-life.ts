/** @file What an office has: itself, a room for women, a vehicle and equipment; how they were handed over, checked and lost. */
import type { AssetFields } from '#shared/contract/assets.ts';
import type { SiteFields } from '#shared/contract/sites.ts';
import type { LifeEvent } from './life-types.ts';
import type { InventPerson } from './people.ts';
import { addDays, type Random, workday } from './random.ts';
import { HOLDING_WORDS, type HoldingWords } from './words/holding-words.ts';
import { fill } from './words/language.ts';
import { officeName, type Site, townOf } from './words/places.ts';

export type HoldingSetting = {
  readonly random: Random;
  readonly site: Site;
  readonly invent: InventPerson;
  readonly startDate: string;
  readonly lastDay: string;
  /** Record ids of the donors the directorate lists. */
  readonly donors: readonly string[];
};

/** `office`: record id of the community police office. */
export type HoldingLife = { readonly office: string; readonly events: readonly LifeEvent[] };

export function planHoldings(setting: HoldingSetting): HoldingLife {
  const { random, startDate, lastDay } = setting;
  const words = HOLDING_WORDS[setting.site.language];
  const office = random.id(startDate);
  const on = (days: number) => workday(addDays(startDate, days));
  const events = [
    ...buildings(setting, words, office, on),
    ...pickup(setting, words, office, on),
    ...equipment(setting, words, office, on),
  ];
  return { office, events: events.filter(({ day }) => day <= lastDay) };
}

/** The day that many days after the beginning. */
type On = (days: number) => string;

function buildings({ random, site, donors }: HoldingSetting, words: HoldingWords, office: string, on: On): LifeEvent[] {
  const town = { town: townOf(site) };
  const room = random.id(on(50));
  const officeFields: SiteFields = {
    ...siteOf(site, officeName(site)),
    position: { ...site.position },
    station: fill(words.station, town),
    women: random.int(2, 4),
    men: random.int(4, 8),
    features: ['female_officer_present', 'private_interview_room', 'information_board'],
  };
  const roomFields: SiteFields = {
    ...siteOf(site, fill(words.womenRoom, town)),
    kind: 'women_reception_room',
    status: 'under_works',
    condition: null,
    partOf: office,
    startedOn: on(48),
    donor: donors[1] ?? null,
    amount: random.int(14, 26) * 1_000_000_000,
    currency: 'IQD',
  };
  return [
    { day: on(0), kind: 'site-recorded', site: office, fields: officeFields },
    { day: on(50), kind: 'site-recorded', site: room, fields: roomFields },
    {
      day: on(140),
      kind: 'checked',
      holding: room,
      fields: { date: on(140), condition: 'new', status: 'in_use', note: words.checked },
    },
  ];
}

/** Bought, handed over with a paper, damaged on the road, repaired. */
function pickup(setting: HoldingSetting, words: HoldingWords, office: string, on: On): LifeEvent[] {
  const { random, site, donors } = setting;
  const asset = random.id(on(12));
  const fields: AssetFields = {
    ...assetOf(site, words.pickup, 'vehicle_pickup'),
    serial: `JTFHB8CP0K${random.int(1_000_000, 9_999_999)}`,
    plate: fill(words.plate, { number: String(random.int(10_000, 99_999)), town: townOf(site) }),
    acquiredOn: on(10),
    donor: donors[0] ?? null,
    amount: 3_150_000,
    currency: 'USD',
  };
  return [
    { day: on(12), kind: 'asset-recorded', asset, fields },
    handOver(setting, words, asset, office, on(20)),
    {
      day: on(95),
      kind: 'incident-told',
      holding: asset,
      fields: { date: on(93), kind: 'damage', policeReport: '', text: words.damage },
    },
    {
      day: on(110),
      kind: 'checked',
      holding: asset,
      fields: { date: on(110), condition: 'good', status: 'in_use', note: words.repaired },
    },
    {
      day: on(290),
      kind: 'checked',
      holding: asset,
      fields: { date: on(290), condition: 'fair', status: 'in_use', note: words.checked },
    },
  ];
}

function equipment(setting: HoldingSetting, words: HoldingWords, office: string, on: On): LifeEvent[] {
  const { random, site, donors } = setting;
  const record = (day: string, fields: AssetFields) => ({ id: random.id(day), day, fields });
  const own = { site: office, status: 'in_use' as const };
  const serial = () => `SN-${random.int(100_000, 999_999)}`;
  const computer = record(on(15), {
    ...assetOf(site, words.computer, 'computer'),
    serial: serial(),
    acquiredOn: on(10),
    donor: donors[2] ?? null,
  });
  const camera = record(on(15), {
    ...assetOf(site, words.camera, 'camera'),
    ...own,
    serial: serial(),
    acquiredOn: on(10),
  });
  const chairs = record(on(17), { ...assetOf(site, words.chairs, 'furniture'), ...own, quantity: 40 });
  const motorcycle = record(on(120), {
    ...assetOf(site, words.motorcycle, 'motorcycle'),
    ...own,
    serial: serial(),
    plate: fill(words.plate, { number: String(random.int(1000, 9999)), town: townOf(site) }),
    acquiredOn: on(118),
  });
  const report = { number: String(random.int(100, 999)), year: on(200).slice(0, 4) };
  return [
    ...[computer, camera, chairs, motorcycle].map(
      ({ id, day, fields }): LifeEvent => ({ day, kind: 'asset-recorded', asset: id, fields }),
    ),
    handOver(setting, words, computer.id, office, on(20)),
    {
      day: on(100),
      kind: 'checked',
      holding: chairs.id,
      fields: { date: on(100), condition: 'good', status: 'in_use', note: words.checked },
    },
    {
      day: on(200),
      kind: 'incident-told',
      holding: camera.id,
      fields: { date: on(199), kind: 'theft', policeReport: fill(words.report, report), text: words.theft },
    },
  ];
}

/** Who signed stays at the office. */
function handOver(
  { invent, random }: HoldingSetting,
  words: HoldingWords,
  holding: string,
  toSite: string,
  day: string,
): LifeEvent {
  const fields = {
    date: day,
    from: words.from,
    to: '',
    toSite,
    giver: invent('male').name,
    receiver: invent(random.chance(0.4) ? 'female' : 'male').name,
    witness: '',
    giverRole: words.storeKeeper,
    receiverRole: words.head,
    signed: true,
    unsignedWhy: '',
  };
  return { day, kind: 'handed-over', holding, fields };
}

const common = { kindNote: '', policeReport: '', donor: null, amount: null, currency: null };

const siteOf = ({ place }: Site, name: string): SiteFields => ({
  ...common,
  kind: 'community_police_office',
  name,
  place,
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
});

const assetOf = ({ place }: Site, name: string, kind: AssetFields['kind']): AssetFields => ({
  ...common,
  kind,
  name,
  place,
  serial: '',
  plate: '',
  quantity: 1,
  acquiredOn: null,
  site: null,
  status: 'procured',
  condition: 'new',
});
