/** @file A dispute as a form has it, and as register groups. Names, narrative and property stay at the office. */
import type { JsonObject } from '#core/changes/canonical.ts';
import { elementId } from '#core/changes/registry.ts';
import {
  flagIn,
  nullableIntIn,
  nullableTextIn,
  type RecordValues,
  textIn,
  textsIn,
} from '#core/changes/record-values.ts';
import { isBlank } from '#core/features/records/group-changes.ts';
import type { LocalValues } from '#core/features/records/local-values.ts';
import type { DisputeFields } from '#shared/contract/disputes.ts';
import type { FlagClass } from '#shared/domain/protection.ts';
import { allowedMoves } from '#shared/domain/dispute-stage.ts';

/** Sets whose elements a form of the whole dispute has all of. */
export const disputeSets = [
  'party',
  'partyName',
  'consent',
  'consentNote',
  'protection',
  'property',
  'propertyPlace',
] as const;

export type ClassOfFlag = (flag: string) => FlagClass;

/** `before`: what the record has, null of a new one; a blank note is written only over one that says something. */
export function disputeToGroups(
  fields: DisputeFields,
  classOf: ClassOfFlag,
  before: RecordValues | null,
): Map<string, JsonObject | null> {
  const groups = new Map<string, JsonObject | null>([
    ['intake', { date: fields.intakeDate, channel: fields.channel }],
    ['types', { main: fields.mainType, others: fields.otherTypes }],
    ['place', { district: fields.district }],
    ['narrative', { text: fields.narrative }],
  ]);
  for (const { id, name, phone, protection, ...party } of fields.parties) {
    groups.set(`party:${id}`, party);
    groups.set(`partyName:${id}`, name === null ? null : { name, phone });
    const flags = protection?.filter((flag) => classOf(flag) === 'restricted');
    groups.set(`protection:${id}`, flags ? { flags } : null);
  }
  for (const { id, recipient, witness, ...consent } of fields.consents) {
    groups.set(`consent:${id}`, consent);
    const note = recipient === null || witness === null ? null : { recipient, witness };
    const isNeeded = note !== null && (!isBlank(note) || before?.all.has(`consentNote:${id}`));
    groups.set(`consentNote:${id}`, isNeeded ? note : null);
  }
  for (const { id, type, condition, place, description } of fields.properties) {
    groups.set(`property:${id}`, { type, condition });
    groups.set(`propertyPlace:${id}`, description === null ? null : { place, description });
  }
  return groups;
}

/** What of a form stays on this computer, as local groups; nothing about parties whose flags the form did not show. */
export function disputeToLocal(
  fields: DisputeFields,
  current: LocalValues,
  classOf: ClassOfFlag,
): Map<string, JsonObject | null> {
  const groups = new Map<string, JsonObject | null>();
  for (const { id, protection } of fields.parties) {
    if (!protection) continue;
    const flags = protection.filter((flag) => classOf(flag) === 'local');
    groups.set(`protectionLocal:${id}`, flags.length === 0 ? null : { flags });
  }
  const parties = new Set(fields.parties.map(({ id }) => id));
  for (const group of current.keys()) if (!parties.has(elementId(group) ?? '')) groups.set(group, null);
  return groups;
}

export function groupsToDispute(values: RecordValues, local: LocalValues) {
  const intake = values.one('intake');
  const types = values.one('types');
  const stage = values.one('stage');
  const code = textIn(stage, 'stage');
  const heldFrom = nullableTextIn(stage, 'heldFrom');
  return {
    number: textIn(values.one('number'), 'number'),
    intakeDate: textIn(intake, 'date'),
    channel: textIn(intake, 'channel'),
    mainType: textIn(types, 'main'),
    otherTypes: [...textsIn(types, 'others')],
    district: textIn(values.one('place'), 'district'),
    properties: values.elements('property').map(({ id, value }) => {
      const place = values.one(`propertyPlace:${id}`);
      return {
        id,
        type: nullableTextIn(value, 'type'),
        condition: nullableTextIn(value, 'condition'),
        place: nullableTextIn(place, 'place'),
        description: values.isWithheld(`propertyPlace:${id}`) ? null : textIn(place, 'description'),
      };
    }),
    narrative: values.isWithheld('narrative') ? null : textIn(values.one('narrative'), 'text'),
    parties: values.elements('party').map(({ id, value }) => {
      const name = values.one(`partyName:${id}`);
      return {
        id,
        name: nullableTextIn(name, 'name'),
        phone: nullableTextIn(name, 'phone'),
        kind: textIn(value, 'kind'),
        role: textIn(value, 'role'),
        sex: textIn(value, 'sex'),
        ageBand: textIn(value, 'ageBand'),
        displacement: nullableTextIn(value, 'displacement'),
        headsHousehold: flagIn(value, 'headsHousehold'),
        household: nullableIntIn(value, 'household'),
        protection: isKeptAway(values, id)
          ? null
          : [...textsIn(values.one(`protection:${id}`), 'flags'), ...localFlags(local, id)],
      };
    }),
    localFlags: values
      .elements('party')
      .map(({ id }) => ({ party: id, flags: localFlags(local, id) }))
      .filter(({ flags }) => flags.length > 0),
    consents: values.elements('consent').map(({ id, value }) => {
      const note = values.isWithheld(`consentNote:${id}`) ? null : values.one(`consentNote:${id}`);
      return {
        id,
        scope: textIn(value, 'scope'),
        status: textIn(value, 'status'),
        method: nullableTextIn(value, 'method'),
        date: nullableTextIn(value, 'date'),
        party: nullableTextIn(value, 'party'),
        body: nullableTextIn(value, 'body'),
        node: nullableTextIn(value, 'node'),
        language: nullableTextIn(value, 'language'),
        withdrawn: nullableTextIn(value, 'withdrawn'),
        recipient: nullableTextIn(note, 'recipient'),
        witness: nullableTextIn(note, 'witness'),
      };
    }),
    stage: {
      code,
      since: textIn(stage, 'since'),
      heldFrom,
      outcome: nullableTextIn(stage, 'outcome'),
      holdReason: nullableTextIn(stage, 'holdReason'),
      review: nullableTextIn(stage, 'review'),
      next: [...allowedMoves(code, heldFrom)],
    },
  };
}

const localFlags = (local: LocalValues, party: string): string[] => [
  ...textsIn(local.get(`protectionLocal:${party}`), 'flags'),
];

/** Where the name is kept at the office, so are the flags, also where nobody has written any. */
const isKeptAway = (values: RecordValues, party: string): boolean =>
  values.isWithheld(`partyName:${party}`) || values.isWithheld(`protection:${party}`);
