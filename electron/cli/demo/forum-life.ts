/** @file A forum: its founding, its monthly meetings, changes among its members. */
import type { ForumFields, ForumMember } from '#shared/contract/forums.ts';
import type { ForumMemberCategory, ForumRole, Sex } from '#shared/domain/generated/code-lists.ts';
import type { LifeEvent } from './life-types.ts';
import { createMeetings } from './meeting-life.ts';
import { type InventPerson, YOUNG_AGES } from './people.ts';
import { addDays, type Random, workday } from './random.ts';
import { fill, type Language } from './words/language.ts';
import { ESTABLISHED_BY, forumName, forumNameVariants, type Quarter, type Site } from './words/places.ts';

export type ForumSetting = {
  readonly random: Random;
  readonly site: Site;
  readonly quarter: Quarter;
  readonly officeName: string;
  readonly invent: InventPerson;
  readonly foundedOn: string;
  readonly lastDay: string;
  /** The day on which the office writes the name out in full; its last change to the forum. */
  readonly renamedOn: string | null;
};

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
  const founded: ForumFields = {
    name: forumName(site, quarter, language),
    place: site.place,
    servingOffice: setting.officeName,
    foundedOn,
    establishedBy: fill(random.pick(ESTABLISHED_BY[language]), { quarter: quarterName }),
    status: 'established',
    members: foundingMembers(setting),
  };
  const names = forumNameVariants(site, quarter, language);
  const edits = renameLast(memberChanges(setting, founded), founded, setting.renamedOn, names.longer);
  const fieldsOn = (day: string) => edits.findLast((edit) => edit.day <= day)?.fields ?? founded;
  const meetings = createMeetings({ random, language, quarterName, forum, foundedOn, lastDay, fieldsOn });
  return {
    forum,
    uniformName: names.uniform,
    events: [
      { day: foundedOn, kind: 'forum-founded', forum, fields: founded },
      ...edits.map(({ day, fields }): LifeEvent => ({ day, kind: 'forum-edited', forum, fields })),
      ...meetings,
    ],
  };
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
    member.id === leaving.id ? { ...member, status: setting.random.pick(['resigned', 'replaced'] as const) } : member,
  );
  return { ...fields, members: [...members, seatToMember(setting, seat, day)] };
}
