/** @file A forum as a form has it, and as register groups. */
import type { RecordValues } from '#core/changes/record-values.ts';
import { nullableTextIn, textIn } from '#core/changes/record-values.ts';
import type { JsonObject } from '#core/changes/canonical.ts';
import type { ForumFields } from '#shared/contract/forums.ts';
import { isNamedOpenly } from '#shared/domain/office-holder.ts';

export const forumSets = ['member', 'memberName', 'memberConsent', 'holderName'] as const;

export function forumToGroups(fields: ForumFields): Map<string, JsonObject | null> {
  const groups = new Map<string, JsonObject | null>([
    ['identity', { name: fields.name, place: fields.place }],
    ['service', { servingOffice: fields.servingOffice }],
    ['founding', { foundedOn: fields.foundedOn, establishedBy: fields.establishedBy }],
    ['status', { status: fields.status }],
  ]);
  for (const member of fields.members) {
    const { id, name, phone, sex, ageBand, category, role, status, since } = member;
    groups.set(`member:${id}`, { sex, ageBand, category, role, status, since });
    // A form without the name was made where the name is not known: it stays as it is.
    groups.set(`memberName:${id}`, name === null ? null : { name, phone });
    // What is not set here is taken out.
    if (member.named) groups.set(`memberConsent:${id}`, { named: true });
    if (isNamedOpenly({ ...member, named: member.named === true }))
      groups.set(`holderName:${id}`, name === null ? null : { name });
  }
  return groups;
}

export function groupsToForum(values: RecordValues) {
  const identity = values.one('identity');
  const founding = values.one('founding');
  return {
    name: textIn(identity, 'name'),
    place: textIn(identity, 'place'),
    servingOffice: textIn(values.one('service'), 'servingOffice'),
    foundedOn: nullableTextIn(founding, 'foundedOn'),
    establishedBy: textIn(founding, 'establishedBy'),
    status: textIn(values.one('status'), 'status'),
    members: values.elements('member').map(({ id, value }) => {
      const name = values.one(`memberName:${id}`);
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
      };
    }),
    holders: values.elements('holderName').map(({ id, value }) => ({ member: id, name: textIn(value, 'name') })),
  };
}
