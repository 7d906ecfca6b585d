/**
 * @file The record types that travel: their compartment, who may write them, and their register groups, each with its
 * confidentiality class (docs/adr/0015). The class decides what leaves the office, so a group is never moved to `open`
 * later; a new group is added instead. Group numbers of restricted groups stand on the wire and are never reused.
 */
import type { Compartment } from '#shared/domain/permissions.ts';
import { isBlobRef, isParcelRef } from './blob-ref.ts';
import type { JsonObject, JsonValue } from './canonical.ts';
import { assetType } from './record-types/asset.ts';
import { disputeType } from './record-types/dispute.ts';
import { forumType } from './record-types/forum.ts';
import { issueType } from './record-types/issue.ts';
import { mappingType } from './record-types/mapping.ts';
import { meetingType } from './record-types/meeting.ts';
import { partnerType } from './record-types/partner.ts';
import { placeType } from './record-types/place.ts';
import { ruleType } from './record-types/rule.ts';
import { siteType } from './record-types/site.ts';
import { planType } from './record-types/plan.ts';
import { trainingType } from './record-types/training.ts';
import { userType } from './record-types/user.ts';
import type { FieldType, GroupSpec, LocalGroupSpec, RecordSpec } from './record-types/record-spec.ts';

export const registry = {
  user: userType,
  rule: ruleType,
  partner: partnerType,
  place: placeType,
  forum: forumType,
  meeting: meetingType,
  issue: issueType,
  site: siteType,
  asset: assetType,
  plan: planType,
  dispute: disputeType,
  mapping: mappingType,
  training: trainingType,
} as const satisfies Record<string, RecordSpec>;

/** Rises when a type or a group is added; bundle headers tell it. */
export const registryVersion = 1;

export type RecordType = keyof typeof registry;

/** Those that an office may hand over to another. */
export type MovableType = {
  [T in RecordType]: 'transfer' extends keyof (typeof registry)[T]['groups'] ? T : never;
}[RecordType];

export const isMovable = (at: RecordType): at is MovableType => 'transfer' in registry[at].groups;

export const isRecordType = (at: string): at is RecordType => Object.hasOwn(registry, at);

/** Record types of a compartment; of none: those that everybody may see. */
export const typesOf = (compartment: Compartment | null): readonly string[] =>
  Object.entries(registry).flatMap(([at, spec]) => (spec.compartment === compartment ? [at] : []));

export const specOf = (at: string): RecordSpec | null => (isRecordType(at) ? registry[at] : null);

/** `member:<id>` -> `member`. */
export const groupName = (group: string): string => {
  const colon = group.indexOf(':');
  return colon < 0 ? group : group.slice(0, colon);
};

export const elementId = (group: string): string | null => {
  const colon = group.indexOf(':');
  return colon < 0 ? null : group.slice(colon + 1);
};

export const groupSpecOf = (at: string, group: string): GroupSpec | null => {
  const groups = specOf(at)?.groups;
  const name = groupName(group);
  return groups && Object.hasOwn(groups, name) ? (groups[name] ?? null) : null;
};

/** The local group of this name; null for all that travels. */
export const localSpecOf = (at: string, group: string): LocalGroupSpec | null => {
  const groups = specOf(at)?.local;
  const name = groupName(group);
  return groups && Object.hasOwn(groups, name) ? (groups[name] ?? null) : null;
};

const wireNames = new Map<string, ReadonlyMap<string, string>>(
  Object.entries(registry).map(([at, spec]) => [
    at,
    new Map(
      Object.entries(spec.groups as Record<string, GroupSpec>).flatMap(([name, group]) =>
        group.number === undefined ? [] : [[`r${group.number}`, name] as const],
      ),
    ),
  ]),
);

/** Group as the registry names it -> token on the wire. */
export const groupToToken = (at: string, group: string): string => {
  const number = groupSpecOf(at, group)?.number;
  return number === undefined ? group : `r${number}${group.slice(groupName(group).length)}`;
};

/** Token on the wire -> group as the registry names it; a token it does not know stays as it is. */
export const tokenToGroup = (at: string, token: string): string => {
  const name = wireNames.get(at)?.get(groupName(token));
  return name === undefined ? token : name + token.slice(groupName(token).length);
};

/**
 * Whether a value has the fields its group declares. Fields it does not know are kept: a newer program wrote them.
 * Codes are plain text: an unknown one must be storable.
 */
export function fitsGroup(spec: GroupSpec | LocalGroupSpec, value: JsonObject | null): boolean {
  if (value === null) return spec.element === true && !('append' in spec);
  for (const [name, type] of Object.entries(spec.fields)) if (!fitsField(type, value[name])) return false;
  return true;
}

function fitsField(type: FieldType, value: JsonValue | undefined): boolean {
  switch (type) {
    case 'text':
      return typeof value === 'string';
    case 'text?':
      return value === null || typeof value === 'string';
    case 'int':
      return typeof value === 'number';
    case 'int?':
      return value === null || typeof value === 'number';
    case 'flag':
      return typeof value === 'boolean';
    case 'texts':
      return Array.isArray(value) && value.every((item) => typeof item === 'string');
    case 'rows':
      return Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null);
    case 'blob':
      return isBlobRef(value);
    case 'blob?':
      return value === null || isBlobRef(value);
    case 'parcels':
      return Array.isArray(value) && value.every(isParcelRef);
    case 'parcel?':
      return value === null || isParcelRef(value);
  }
}
