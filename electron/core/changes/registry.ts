/**
 * @file The record types that travel: their compartment, who may write them, and their register groups, each with its
 * confidentiality class (docs/adr/0015). The class decides what leaves the office, so a group is never moved to `open`
 * later; a new group is added instead. Group numbers of restricted groups stand on the wire and are never reused.
 */
import type { Compartment, Role } from '#shared/domain/permissions.ts';
import type { JsonObject, JsonValue } from './canonical.ts';
import { isBlobRef, isParcelRef } from './blob-ref.ts';
import type { Audience } from './change.ts';

/**
 * `?` may be null. `texts`: list of strings; `rows`: list of objects. `blob`: an attachment with its key; `parcel`: a
 * sealed file that carries no key; `parcels`: a list of them. By these two types the exchange finds the blobs that a change names.
 */
export type FieldType = 'text' | 'text?' | 'int' | 'flag' | 'texts' | 'rows' | 'blob' | 'blob?' | 'parcel?' | 'parcels';

export type GroupSpec = {
  readonly class: Audience;
  /** One per element of a set, named `group:<element id>`, removed by null. */
  readonly element?: true;
  /** Never superseded; lists no predecessors. */
  readonly append?: true;
  /** Wire name `r<number>` of a restricted group. */
  readonly number?: number;
  readonly fields: Readonly<Record<string, FieldType>>;
};

/**
 * Kept on the computer where it was written, and in its backups (docs/adr/0015). No GroupSpec on purpose: whatever makes,
 * reads or passes on changes does not know it.
 */
export type LocalGroupSpec = {
  readonly class: 'local';
  readonly element?: true;
  readonly fields: Readonly<Record<string, FieldType>>;
};

export type RecordSpec = {
  /** `null`: neither compartment (users). */
  readonly compartment: Compartment | null;
  readonly writers: readonly Role[];
  /** Who may write to a record that a node below owns. */
  readonly correctors: readonly Role[];
  readonly groups: Readonly<Record<string, GroupSpec>>;
  readonly local?: Readonly<Record<string, LocalGroupSpec>>;
};

const open = (fields: GroupSpec['fields']): GroupSpec => ({ class: 'open', fields });
const openSet = (fields: GroupSpec['fields']): GroupSpec => ({ class: 'open', element: true, fields });
const restricted = (number: number, fields: GroupSpec['fields']): GroupSpec => ({
  class: 'restricted',
  number,
  fields,
});
const restrictedSet = (number: number, fields: GroupSpec['fields']): GroupSpec => ({
  class: 'restricted',
  element: true,
  number,
  fields,
});
const localSet = (fields: LocalGroupSpec['fields']): LocalGroupSpec => ({ class: 'local', element: true, fields });

/** Every record: who owns it, whether it is void. The reason may name people, so it stays at the office. */
const frame = {
  owner: open({ node: 'text' }),
  void: open({ voided: 'flag' }),
  voidReason: restricted(90, { reason: 'text' }),
  /** Heads that whoever voided it had seen: what is not among them was written without knowing (docs/adr/0012). */
  voidSeen: { class: 'open', element: true, append: true, fields: { heads: 'texts' } },
} as const;

/** One file attached to a record. `what`: code of the kind of document, or empty; `taken`: the day people entered. */
const attachment = {
  name: 'text',
  type: 'text',
  bytes: 'int',
  what: 'text',
  blob: 'blob',
  preview: 'blob?',
  taken: 'text?',
} as const;

const policingWriters = ['policing_clerk', 'policing_officer'] as const;
const hlpWriters = ['hlp_mediator', 'hlp_supervisor'] as const;

export const registry = {
  user: {
    compartment: null,
    writers: ['administrator'],
    correctors: [],
    groups: {
      owner: frame.owner,
      profile: open({ displayName: 'text' }),
      roles: open({ roles: 'texts' }),
    },
  },
  forum: {
    compartment: 'policing',
    writers: policingWriters,
    correctors: ['policing_officer'],
    groups: {
      ...frame,
      identity: open({ name: 'text', place: 'text' }),
      service: open({ servingOffice: 'text' }),
      founding: open({ foundedOn: 'text?', establishedBy: 'text' }),
      status: open({ status: 'text' }),
      member: openSet({
        sex: 'text',
        ageBand: 'text',
        category: 'text',
        role: 'text',
        status: 'text',
        since: 'text?',
      }),
      memberName: restrictedSet(1, { name: 'text', phone: 'text?' }),
      /** A member agreed that the name leaves the office. */
      memberConsent: openSet({ named: 'flag' }),
      /** The name of an office-holder who agreed; taken out when the office or the agreement ends. */
      holderName: openSet({ name: 'text' }),
      file: openSet(attachment),
    },
  },
  meeting: {
    compartment: 'policing',
    writers: policingWriters,
    correctors: ['policing_officer'],
    groups: {
      ...frame,
      place: open({ forum: 'text', year: 'int', number: 'int' }),
      session: open({ type: 'text', status: 'text', date: 'text', venue: 'text' }),
      agenda: openSet({ order: 'int', title: 'text' }),
      attendance: openSet({ status: 'text' }),
      guests: open({ counts: 'rows' }),
      issue: openSet({ issue: 'text', agendaItem: 'text?' }),
      issueText: openSet({ statement: 'text' }),
      /** Statements of issues whose code is marked sensitive. */
      issueSecret: restrictedSet(1, { statement: 'text' }),
      decision: openSet({ type: 'text', agendaItem: 'text?', text: 'text' }),
      action: openSet({ what: 'text', responsible: 'text', due: 'text', status: 'text' }),
      file: openSet(attachment),
      secretFile: restrictedSet(2, attachment),
    },
  },
  dispute: {
    compartment: 'hlp',
    writers: hlpWriters,
    correctors: ['hlp_supervisor'],
    groups: {
      ...frame,
      number: open({ number: 'text', year: 'int', series: 'text', serial: 'int' }),
      intake: open({ date: 'text', channel: 'text' }),
      types: open({ main: 'text', others: 'texts' }),
      place: open({ district: 'text' }),
      stage: open({ stage: 'text', since: 'text', heldFrom: 'text?', outcome: 'text?' }),
      party: openSet({ kind: 'text', role: 'text', sex: 'text', ageBand: 'text' }),
      consent: openSet({ scope: 'text', status: 'text', method: 'text?', date: 'text?' }),
      step: { class: 'open', element: true, append: true, fields: { kind: 'text', date: 'text', corrects: 'text?' } },
      /** Element id is the user's record id. */
      mediator: openSet({ assigned: 'flag' }),
      stageNote: restricted(1, { reason: 'text' }),
      partyName: restrictedSet(2, { name: 'text', phone: 'text?' }),
      property: restricted(3, { type: 'text?', place: 'text?', description: 'text' }),
      narrative: restricted(4, { text: 'text' }),
      stepText: { class: 'restricted', element: true, append: true, number: 5, fields: { text: 'text', next: 'text' } },
      paper: restrictedSet(6, attachment),
      /** Codes of `vulnerability_flag` of a party, as far as they may leave the computer. Written for each, also where there are none. */
      protection: restrictedSet(7, { flags: 'texts' }),
      /** A hand-over to another office (docs/adr/0010); `to` a node, `state` one of TRANSFER_STATE, `reason` a code. */
      transfer: open({ to: 'text', state: 'text', reason: 'text?', parcel: 'parcel?', papers: 'parcels' }),
      /** Element id is a node that may read all of it. */
      share: openSet({ parcel: 'parcel?', papers: 'parcels' }),
    },
    local: {
      /** The flags of a party whose mere being there betrays a person. */
      protectionLocal: localSet({ flags: 'texts' }),
    },
  },
} as const satisfies Record<string, RecordSpec>;

/** Rises when a type or a group is added; bundle headers tell it. */
export const registryVersion = 1;

export type RecordType = keyof typeof registry;

export const isRecordType = (at: string): at is RecordType => Object.hasOwn(registry, at);

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
