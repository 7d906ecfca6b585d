/** @file A dispute as a form has it, and as register groups. Names, narrative and property stay at the office. */
import type { JsonObject } from '#core/changes/canonical.ts';
import { elementId } from '#core/changes/registry.ts';
import { nullableTextIn, type RecordValues, textIn, textsIn } from '#core/changes/record-values.ts';
import type { LocalValues } from '#core/features/records/local-values.ts';
import type { DisputeFields } from '#shared/contract/disputes.ts';
import type { FlagClass } from '#shared/domain/protection.ts';
import { allowedMoves } from '#shared/domain/dispute-stage.ts';

export const disputeSets = ['party', 'partyName', 'consent', 'protection'] as const;

export type ClassOfFlag = (flag: string) => FlagClass;

export function disputeToGroups(fields: DisputeFields, classOf: ClassOfFlag): Map<string, JsonObject | null> {
  const groups = new Map<string, JsonObject | null>([
    ['intake', { date: fields.intakeDate, channel: fields.channel }],
    ['types', { main: fields.mainType, others: fields.otherTypes }],
    ['place', { district: fields.district }],
    ['property', { type: fields.propertyType, place: fields.propertyPlace, description: fields.propertyDescription }],
    ['narrative', { text: fields.narrative }],
  ]);
  for (const { id, name, phone, kind, role, sex, ageBand, protection } of fields.parties) {
    groups.set(`party:${id}`, { kind, role, sex, ageBand });
    groups.set(`partyName:${id}`, name === null ? null : { name, phone });
    const flags = protection?.filter((flag) => classOf(flag) === 'restricted');
    groups.set(`protection:${id}`, flags ? { flags } : null);
  }
  for (const { id, scope, status, method, date } of fields.consents) {
    groups.set(`consent:${id}`, { scope, status, method, date });
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
  const property = values.one('property');
  const code = textIn(stage, 'stage');
  const heldFrom = nullableTextIn(stage, 'heldFrom');
  return {
    number: textIn(values.one('number'), 'number'),
    intakeDate: textIn(intake, 'date'),
    channel: textIn(intake, 'channel'),
    mainType: textIn(types, 'main'),
    otherTypes: [...textsIn(types, 'others')],
    district: textIn(values.one('place'), 'district'),
    property: values.isWithheld('property')
      ? null
      : {
          type: nullableTextIn(property, 'type'),
          place: nullableTextIn(property, 'place'),
          description: textIn(property, 'description'),
        },
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
        protection: isKeptAway(values, id)
          ? null
          : [...textsIn(values.one(`protection:${id}`), 'flags'), ...localFlags(local, id)],
      };
    }),
    localFlags: values
      .elements('party')
      .map(({ id }) => ({ party: id, flags: localFlags(local, id) }))
      .filter(({ flags }) => flags.length > 0),
    consents: values.elements('consent').map(({ id, value }) => ({
      id,
      scope: textIn(value, 'scope'),
      status: textIn(value, 'status'),
      method: nullableTextIn(value, 'method'),
      date: nullableTextIn(value, 'date'),
    })),
    stage: {
      code,
      since: textIn(stage, 'since'),
      heldFrom,
      outcome: nullableTextIn(stage, 'outcome'),
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
