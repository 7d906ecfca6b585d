/** @file A forum as a form has it, and as register groups. */
import type { JsonObject } from '#core/changes/canonical.ts';
import type { RecordValues } from '#core/changes/record-values.ts';
import { nullableTextIn, textIn, textsIn } from '#core/changes/record-values.ts';
import { isBlank } from '#core/features/records/group-changes.ts';
import type { ForumFields, ForumMember, ForumStatute } from '#shared/contract/forums.ts';
import { isNamedOpenly } from '#shared/domain/office-holder.ts';
import { addElection, electionsIn } from './election-groups.ts';

export const forumSets = [
  'member',
  'memberBackground',
  'memberTerm',
  'memberName',
  'memberConsent',
  'holderName',
  'election',
  'candidateName',
] as const;

type Groups = Map<string, JsonObject | null>;

const noStatute: ForumStatute = { adoptedOn: null, order: '', area: '', aims: '', usualMeeting: '' };

/** `before`: the forum as it is; what was never there and is empty is not written. */
export function forumToGroups(fields: ForumFields, before?: RecordValues): Groups {
  const groups: Groups = new Map<string, JsonObject | null>([
    ['identity', { name: fields.name, place: fields.place }],
    ['service', { servingOffice: fields.servingOffice }],
    ['founding', { foundedOn: fields.foundedOn, establishedBy: fields.establishedBy }],
    ['status', { status: fields.status }],
  ]);
  const more: Readonly<Record<string, JsonObject>> = {
    site: { site: fields.site ?? null, farReason: fields.farReason ?? '' },
    statute: { ...noStatute, ...fields.statute },
    partners: { ids: [...(fields.partners ?? [])] },
  };
  for (const [group, value] of Object.entries(more)) {
    if (!isBlank(value) || before?.all.has(group)) groups.set(group, value);
  }
  for (const member of fields.members) addMember(groups, member);
  for (const election of fields.elections ?? []) addElection(groups, election);
  return groups;
}

function addMember(groups: Groups, member: ForumMember): void {
  const { id, name, phone, sex, ageBand, category, role, status, since } = member;
  groups.set(`member:${id}`, { sex, ageBand, category, role, status, since });
  // A form without the name was made where the name is not known: it stays as it is.
  groups.set(`memberName:${id}`, name === null ? null : { name, phone });
  // What is not set below is taken out.
  if (member.named) groups.set(`memberConsent:${id}`, { named: true });
  if (isNamedOpenly({ ...member, named: member.named === true })) {
    groups.set(`holderName:${id}`, name === null ? null : { name });
  }
  const background = {
    secondary: [...(member.secondary ?? [])],
    displacement: member.displacement ?? null,
    selection: member.selection ?? null,
    institution: member.institution ?? '',
  };
  if (!isBlank(background)) groups.set(`memberBackground:${id}`, background);
  const { termFrom: from = null, termUntil: until = null, leftOn = null } = member;
  const term = { from, until, leftOn };
  if (!isBlank(term)) groups.set(`memberTerm:${id}`, term);
}

export function groupsToForum(values: RecordValues) {
  const identity = values.one('identity');
  const founding = values.one('founding');
  const statute = values.one('statute');
  const site = values.one('site');
  return {
    name: textIn(identity, 'name'),
    place: textIn(identity, 'place'),
    servingOffice: textIn(values.one('service'), 'servingOffice'),
    site: nullableTextIn(site, 'site'),
    farReason: textIn(site, 'farReason'),
    foundedOn: nullableTextIn(founding, 'foundedOn'),
    establishedBy: textIn(founding, 'establishedBy'),
    status: textIn(values.one('status'), 'status'),
    statute: {
      adoptedOn: nullableTextIn(statute, 'adoptedOn'),
      order: textIn(statute, 'order'),
      area: textIn(statute, 'area'),
      aims: textIn(statute, 'aims'),
      usualMeeting: textIn(statute, 'usualMeeting'),
    },
    partners: [...textsIn(values.one('partners'), 'ids')],
    members: values.elements('member').map(({ id, value }) => memberOf(values, id, value)),
    holders: values.elements('holderName').map(({ id, value }) => ({ member: id, name: textIn(value, 'name') })),
    elections: electionsIn(values),
  };
}

function memberOf(values: RecordValues, id: string, value: JsonObject | null) {
  const name = values.one(`memberName:${id}`);
  const background = values.one(`memberBackground:${id}`);
  const term = values.one(`memberTerm:${id}`);
  return {
    id,
    name: nullableTextIn(name, 'name'),
    phone: nullableTextIn(name, 'phone'),
    sex: textIn(value, 'sex'),
    ageBand: textIn(value, 'ageBand'),
    category: textIn(value, 'category'),
    role: textIn(value, 'role'),
    status: textIn(value, 'status'),
    since: nullableTextIn(value, 'since'),
    named: values.one(`memberConsent:${id}`)?.named === true,
    secondary: [...textsIn(background, 'secondary')],
    displacement: nullableTextIn(background, 'displacement'),
    selection: nullableTextIn(background, 'selection'),
    institution: textIn(background, 'institution'),
    termFrom: nullableTextIn(term, 'from'),
    termUntil: nullableTextIn(term, 'until'),
    leftOn: nullableTextIn(term, 'leftOn'),
  };
}
