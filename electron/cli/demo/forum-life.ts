/** @file A forum: its founding, its monthly meetings, changes among its members. */
import type { ForumFields, ForumMember } from '#shared/contract/forums.ts';
import type { ForumMemberCategory, ForumRole, Sex } from '#shared/domain/generated/code-lists.ts';
import type { LifeEvent } from './life-types.ts';
import { createMeetings, type MeetingsLife } from './meeting-life.ts';
import { type InventPerson, YOUNG_AGES } from './people.ts';
import { planSafety } from './plan-life.ts';
import { addDays, type Random, workday } from './random.ts';
import { fill, type Language } from './words/language.ts';
import { ESTABLISHED_BY, FORUM_WORDS, forumName, forumNameVariants, type Quarter, type Site } from './words/places.ts';

export type ForumSetting = {
  readonly random: Random;
  readonly site: Site;
  readonly quarter: Quarter;
  readonly officeName: string;
  readonly invent: InventPerson;
  readonly foundedOn: string;
  readonly lastDay: string;
  /** Record id of the community police office that serves it. */
  readonly office: string;
  /** Makes a safety plan. */
  readonly plans: boolean;
  readonly donors: readonly string[];
  /** The day on which the office writes the name out in full; its last change to the forum. */
  readonly renamedOn: string | null;
};

type ForumElection = NonNullable<ForumFields['elections']>[number];

export type ForumLife = {
  readonly forum: string;
  readonly events: readonly LifeEvent[];
  /** The name as the directorate would write it. */
  readonly uniformName: string;
};

/** Everything that happens in one forum up to `lastDay`. */
export function planForum(setting: ForumSetting): ForumLife {
  const { random, site, quarter, foundedOn, lastDay } = setting;
  const language: Language = random.chance(site.kurdish) ? 'ckb-IQ' : 'ar-IQ';
  const quarterName = language === 'ckb-IQ' ? quarter.ckb : quarter.ar;
  const forum = random.id(foundedOn);
  const members = foundingMembers(setting);
  const words = FORUM_WORDS[language];
  const founded: ForumFields = {
    name: forumName(site, quarter, language),
    place: site.place,
    servingOffice: setting.officeName,
    foundedOn,
    establishedBy: fill(random.pick(ESTABLISHED_BY[language]), { quarter: quarterName }),
    status: 'established',
    members,
    site: setting.office,
    statute: {
      adoptedOn: foundedOn,
      order: '',
      area: quarterName,
      aims: words.aims,
      usualMeeting: words.usualMeeting,
    },
    elections: [electionOf(random, members, foundedOn)],
  };
  const names = forumNameVariants(site, quarter, language);
  const edits = renameLast(memberChanges(setting, founded), founded, setting.renamedOn, names.longer);
  const fieldsOn = (day: string) => edits.findLast((edit) => edit.day <= day)?.fields ?? founded;
  const { place } = site;
  const meetings = createMeetings({ random, language, quarterName, forum, place, foundedOn, lastDay, fieldsOn });
  const plan = setting.plans ? safetyPlan(setting, { language, quarterName, forum }, meetings) : null;
  // What stands in a plan is settled there.
  const inPlan = (event: LifeEvent) =>
    plan !== null && event.kind === 'issue-changed' && event.day >= plan.draftedOn && plan.issues.includes(event.issue);
  return {
    forum,
    uniformName: names.uniform,
    events: [
      { day: foundedOn, kind: 'forum-founded', forum, fields: founded },
      ...edits.map(({ day, fields }): LifeEvent => ({ day, kind: 'forum-edited', forum, fields })),
      ...meetings.events.filter((event) => !inPlan(event)),
      ...(plan?.events ?? []),
    ],
  };
}

function safetyPlan(
  { random, donors, lastDay }: ForumSetting,
  {
    language,
    quarterName,
    forum,
  }: { readonly language: Language; readonly quarterName: string; readonly forum: string },
  { held, openIssues }: MeetingsLife,
) {
  const plan = random.fork('plan');
  return planSafety({ random: plan, language, quarterName, forum, meetings: held, openIssues, donors, lastDay });
}

/** The chair stood against one more, and won. */
function electionOf(random: Random, members: readonly ForumMember[], on: string): ForumElection {
  const [chair, rival] = [
    members.find(({ role }) => role === 'chair'),
    members.findLast(({ role }) => role === 'member'),
  ];
  const votes = Math.ceil(members.length / 2) + 1;
  const candidates = [
    { member: chair, votes, elected: true },
    { member: rival, votes: members.length - votes, elected: false },
  ].flatMap(({ member, ...rest }) =>
    member ? [{ id: random.id(on), member: member.id, name: null, sex: member.sex, ...rest }] : [],
  );
  return { id: random.id(on), on, role: 'chair', counted: true, voters: members.length, reason: '', candidates };
}

type Seat = {
  readonly role: ForumRole;
  readonly category: ForumMemberCategory;
  readonly sex: Sex;
  readonly young?: boolean;
};

/** Seats every forum fills; the rest are drawn from `FURTHER_SEATS`. */
const FIRST_SEATS: readonly Seat[] = [
  { role: 'chair', category: 'mukhtar', sex: 'male' },
  { role: 'vice_chair', category: 'women_representative', sex: 'female' },
  { role: 'secretary', category: 'education', sex: 'male' },
  { role: 'police_liaison', category: 'community_police', sex: 'male' },
  { role: 'women_focal_point', category: 'civil_society', sex: 'female' },
  { role: 'youth_focal_point', category: 'youth_representative', sex: 'female', young: true },
  { role: 'hlp_focal_point', category: 'community_notable', sex: 'male' },
  { role: 'member', category: 'health', sex: 'female' },
];
const FURTHER_SEATS: readonly Seat[] = [
  { role: 'member', category: 'tribal_leader', sex: 'male' },
  { role: 'member', category: 'religious_leader', sex: 'male' },
  { role: 'member', category: 'municipality', sex: 'male' },
  { role: 'member', category: 'business', sex: 'male' },
  { role: 'member', category: 'youth_representative', sex: 'male', young: true },
  { role: 'member', category: 'women_representative', sex: 'female' },
  { role: 'member', category: 'returnee_representative', sex: 'male' },
  { role: 'member', category: 'idp_representative', sex: 'female' },
  { role: 'member', category: 'disability_representative', sex: 'male' },
  { role: 'member', category: 'farmer_representative', sex: 'male' },
  { role: 'member', category: 'host_community_representative', sex: 'female' },
  { role: 'observer', category: 'local_administration', sex: 'male' },
];

function foundingMembers(setting: ForumSetting): ForumMember[] {
  const further = setting.random.sample(FURTHER_SEATS, setting.random.int(1, 7));
  return [...FIRST_SEATS, ...further].map((seat) => seatToMember(setting, seat, setting.foundedOn));
}

function seatToMember({ random, invent }: ForumSetting, seat: Seat, since: string): ForumMember {
  const { name, phone, sex, ageBand } = invent(seat.sex, seat.young ? YOUNG_AGES : undefined);
  return {
    id: random.id(since),
    name,
    phone,
    sex,
    ageBand,
    category: seat.category,
    role: seat.role,
    status: 'active',
    since,
  };
}

type ForumEdit = { readonly day: string; readonly fields: ForumFields };

/** The forum becomes active after its first weeks; in longer lives one member leaves and another comes. */
function memberChanges(setting: ForumSetting, founded: ForumFields): ForumEdit[] {
  const { random, foundedOn, lastDay } = setting;
  const activeOn = workday(addDays(foundedOn, random.int(33, 36)));
  const changeOn = workday(addDays(foundedOn, random.int(70, 120)));
  const active: ForumFields = { ...founded, status: 'active' };
  const edits = [{ day: activeOn, fields: active }];
  if (random.chance(0.8)) edits.push({ day: changeOn, fields: replaceMember(setting, active, changeOn) });
  return edits.filter((edit) => edit.day <= lastDay);
}

function renameLast(edits: readonly ForumEdit[], founded: ForumFields, day: string | null, name: string): ForumEdit[] {
  if (day === null) return [...edits];
  const kept = edits.filter((edit) => edit.day < day);
  return [...kept, { day, fields: { ...(kept.at(-1)?.fields ?? founded), name } }];
}

function replaceMember(setting: ForumSetting, fields: ForumFields, day: string): ForumFields {
  const leaving = setting.random.pick(fields.members.filter((member) => member.role === 'member'));
  const seat: Seat = { role: 'member', category: leaving.category, sex: leaving.sex };
  const members = fields.members.map((member) =>
    member.id === leaving.id
      ? { ...member, status: setting.random.pick(['resigned', 'replaced'] as const), leftOn: day }
      : member,
  );
  return { ...fields, members: [...members, seatToMember(setting, seat, day)] };
}
