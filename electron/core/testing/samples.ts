/** @file Inputs that the contract accepts, for tests; each call gives fresh element ids. */
import { v7 as uuidv7 } from 'uuid';
import type { DisputeInput } from '#shared/contract/disputes.ts';
import type { ForumFields } from '#shared/contract/forums.ts';
import type { IssueFields } from '#shared/contract/issues.ts';
import type { AssetFields } from '#shared/contract/assets.ts';
import type { HandoverFields } from '#shared/contract/holdings.ts';
import type { MappingFields } from '#shared/contract/mappings.ts';
import type { MeetingFields } from '#shared/contract/meetings.ts';
import type { SiteFields } from '#shared/contract/sites.ts';
import type { TrainingFields } from '#shared/contract/trainings.ts';
import type { PartnerFields } from '#shared/contract/partners.ts';
import type { PlaceFields } from '#shared/contract/places.ts';

export const sampleForum = (more: Partial<ForumFields> = {}): ForumFields => ({
  name: 'منتدى حي النصر',
  place: 'IQG10',
  servingOffice: 'مكتب الشرطة المجتمعية',
  foundedOn: '2025-02-03',
  establishedBy: 'المديرية',
  status: 'active',
  members: [sampleMember('هدى كاظم'), sampleMember('سالم جبار')],
  ...more,
});

export const sampleMember = (name: string): ForumFields['members'][number] => ({
  id: uuidv7(),
  name,
  phone: '07701234567',
  sex: 'female',
  ageBand: 'age_30_44',
  category: 'women_representative',
  role: 'member',
  status: 'active',
  since: '2025-02-03',
});

export const sampleMeeting = (members: readonly string[], more: Partial<MeetingFields> = {}): MeetingFields => {
  const item = uuidv7();
  return {
    type: 'regular',
    status: 'held',
    date: '2026-02-10',
    venue: 'مدرسة النصر',
    agenda: [{ id: item, order: 1, title: 'إنارة الشوارع' }],
    attendance: members.map((member) => ({ member, status: 'present' as const })),
    guests: [{ sex: 'male', ageBand: 'age_18_24', count: 3 }],
    issues: [{ id: uuidv7(), issue: 'street_lighting', agendaItem: item, statement: 'الشارع مظلم ليلاً' }],
    decisions: [{ id: uuidv7(), type: 'agreed', agendaItem: item, text: 'مخاطبة البلدية' }],
    actions: [
      { id: uuidv7(), what: 'كتاب إلى البلدية', responsible: 'community_police', due: '2026-03-05', status: 'open' },
    ],
    ...more,
  };
};

export const sampleIssue = (more: Partial<IssueFields> = {}): IssueFields => ({
  issue: 'street_lighting',
  other: '',
  raisedOn: '2026-02-10',
  raisedBy: 'female',
  place: 'IQG10',
  spot: 'شارع السوق',
  time: 'night',
  affected: ['women_adult', 'girls_adolescent'],
  statement: 'الشارع مظلم ليلاً',
  status: 'raised',
  statusOn: null,
  reason: '',
  step: null,
  referralTo: null,
  referredOn: null,
  referral: '',
  plan: null,
  problem: null,
  dispute: '',
  ...more,
});

export const sampleDispute = (more: Partial<DisputeInput> = {}): DisputeInput => ({
  intakeDate: '2026-02-11',
  channel: 'walk_in',
  mainType: 'secondary_occupation_private',
  otherTypes: [],
  district: 'IQG10',
  properties: [{ id: uuidv7(), description: 'دار في حي النصر' }],
  narrative: 'يقول المدعي إن جاره تجاوز على الحد',
  parties: [
    {
      id: uuidv7(),
      name: 'كريم عبد الله',
      phone: null,
      kind: 'natural_person',
      role: 'claimant',
      sex: 'male',
      ageBand: 'age_45_59',
    },
  ],
  consents: [{ id: uuidv7(), scope: 'record_keeping', status: 'given', method: 'signature', date: '2026-02-11' }],
  ...more,
});

export const samplePartner = (more: Partial<PartnerFields> = {}): PartnerFields => ({
  names: { en: 'Germany', 'ar-IQ': 'ألمانيا', 'ckb-IQ': 'ئەڵمانیا' },
  kind: 'donor',
  active: true,
  note: '',
  ...more,
});

export const samplePlace = (more: Partial<PlaceFields> = {}): PlaceFields => ({
  names: { en: 'Hay al-Nasr', 'ar-IQ': 'حي النصر', 'ckb-IQ': 'گەڕەکی نەسر' },
  level: 4,
  parent: 'IQG10',
  position: { lat: 33_740_000, lon: 44_640_000 },
  farReason: '',
  authority: 'federal',
  active: true,
  ...more,
});

export const sampleTraining = (more: Partial<TrainingFields> = {}): TrainingFields => ({
  title: 'إدارة المنتدى',
  audience: 'forum_members',
  edition: 'everyone',
  mode: 'workshop',
  topics: ['forum_management', 'communication_skills'],
  otherTopic: '',
  status: 'held',
  place: 'IQG10',
  venue: 'قاعة البلدية',
  forum: null,
  organiser: null,
  donor: null,
  reason: '',
  days: [
    { id: uuidv7(), date: '2026-02-10', minutes: 300, subject: 'الأدوار' },
    { id: uuidv7(), date: '2026-02-11', minutes: 300, subject: 'المحاضر' },
  ],
  trainers: [{ id: uuidv7(), name: 'رنا سعيد', sex: 'female', institution: 'المديرية' }],
  participants: [sampleParticipant('هدى كاظم'), sampleParticipant('سالم جبار', 'male')],
  reached: [],
  ...more,
});

export const sampleParticipant = (
  name: string,
  sex: TrainingFields['participants'][number]['sex'] = 'female',
): TrainingFields['participants'][number] => ({
  id: uuidv7(),
  anonymous: false,
  name,
  phone: null,
  sex,
  ageBand: 'age_25_29',
  displacement: 'resident',
  disability: 'not_asked',
  institution: 'مركز شرطة النصر',
});

export const sampleSite = (more: Partial<SiteFields> = {}): SiteFields => ({
  kind: 'community_police_office',
  kindNote: '',
  name: 'مكتب الشرطة المجتمعية في الكرادة',
  place: 'IQG08',
  position: { lat: 33_312_800, lon: 44_361_500 },
  station: 'مركز شرطة الكرادة',
  partOf: null,
  women: 2,
  men: 5,
  features: ['female_officer_present', 'private_interview_room'],
  startedOn: '2025-01-10',
  finishedOn: '2025-03-01',
  status: 'in_use',
  condition: 'good',
  policeReport: '',
  donor: null,
  amount: null,
  currency: null,
  ...more,
});

export const sampleAsset = (more: Partial<AssetFields> = {}): AssetFields => ({
  kind: 'vehicle_pickup',
  kindNote: '',
  name: 'تويوتا هايلكس',
  serial: 'JT123456789',
  plate: '12345 بغداد',
  quantity: 1,
  acquiredOn: '2026-01-15',
  site: null,
  place: 'IQG08',
  status: 'procured',
  condition: 'new',
  policeReport: '',
  donor: null,
  amount: 3_500_000,
  currency: 'USD',
  ...more,
});

export const sampleHandover = (more: Partial<HandoverFields> = {}): HandoverFields => ({
  date: '2026-02-01',
  from: 'المديرية',
  to: 'مكتب الكرادة',
  toSite: null,
  giver: 'حيدر جاسم',
  receiver: 'زينب علي',
  witness: '',
  giverRole: 'مسؤول المخزن',
  receiverRole: 'مسؤولة المكتب',
  signed: true,
  unsignedWhy: '',
  ...more,
});

/** Nine women, each with a sheet; the first five feel safe at night. */
export const sampleMapping = (more: Partial<MappingFields> = {}): MappingFields => ({
  place: 'IQG10',
  forumId: null,
  date: '2026-02-10',
  group: 'women_adult',
  round: 1,
  facilitators: 2,
  womenFacilitators: 2,
  guardianConsent: false,
  reason: '',
  participants: [{ sex: 'female', ageBand: 'age_30_44', count: 9 }],
  sheets: Array.from({ length: 9 }, (_, index) => sampleSheet({ safeNight: index < 5 ? 'high' : 'low' })),
  trust: [
    {
      id: uuidv7(),
      actor: 'community_police',
      turnTo: 'high',
      influence: 'medium',
      effect: 'helps',
      reachable: 'yes',
    },
  ],
  places: [{ id: uuidv7(), name: 'شارع السوق', day: 'safe', night: 'unsafe_some', forWhom: 'النساء', why: 'ظلام' }],
  chains: {
    theft: { actors: ['family', 'mukhtar', 'local_police'], ends: '' },
    harassment: { actors: ['family', 'nobody'], ends: 'الخوف من كلام الناس' },
    family_violence: { actors: [], ends: '' },
  },
  ...more,
});

export const sampleSheet = (more: Partial<MappingFields['sheets'][number]> = {}): MappingFields['sheets'][number] => ({
  id: uuidv7(),
  sex: 'female',
  ageBand: 'age_30_44',
  displacement: 'resident',
  disability: 'no',
  safeDay: 'high',
  safeNight: 'high',
  turnTo: [{ actor: 'community_police', answer: 'very_high' }],
  reports: 'yes',
  reportsToWoman: 'yes',
  ...more,
});
