/** @file What a record type consists of: register groups, their fields and their confidentiality class (docs/adr/0015). */
import type { Compartment, Role } from '#shared/domain/permissions.ts';
import type { Audience } from '#core/changes/change.ts';

/**
 * `?` may be null. `texts`: list of strings; `rows`: list of objects. `blob`: an attachment with its key; `parcel`: a
 * sealed file that carries no key; `parcels`: a list of them. By these two types the exchange finds the blobs that a change names.
 */
export type FieldType =
  | 'text'
  | 'text?'
  | 'int'
  | 'int?'
  | 'flag'
  | 'texts'
  | 'rows'
  | 'blob'
  | 'blob?'
  | 'parcel?'
  | 'parcels';

export type GroupSpec = {
  readonly class: Audience;
  /** One per element of a set, named `group:<element id>`, removed by null. */
  readonly element?: true;
  /** Never superseded; lists no predecessors. */
  readonly append?: true;
  /** It names changes: for the program alone, and no part of the digest. */
  readonly namesChanges?: true;
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
  /** `null`: of neither compartment, for everybody who is signed in. */
  readonly compartment: Compartment | null;
  readonly writers: readonly Role[];
  /** Who may write to a record that a node below owns. */
  readonly correctors: readonly Role[];
  /** Every node below the owner gets it: those who wrote something there, and what a directorate tells its offices. */
  readonly goesDown?: true;
  readonly groups: Readonly<Record<string, GroupSpec>>;
  readonly local?: Readonly<Record<string, LocalGroupSpec>>;
};

export const open = (fields: GroupSpec['fields']): GroupSpec => ({ class: 'open', fields });
export const openSet = (fields: GroupSpec['fields']): GroupSpec => ({ class: 'open', element: true, fields });
export const restricted = (number: number, fields: GroupSpec['fields']): GroupSpec => ({
  class: 'restricted',
  number,
  fields,
});
export const restrictedSet = (number: number, fields: GroupSpec['fields']): GroupSpec => ({
  class: 'restricted',
  element: true,
  number,
  fields,
});
/** Entries are only added; a correction is an entry that names the one it corrects. */
export const entries = (fields: GroupSpec['fields']): GroupSpec => ({ ...openSet(fields), append: true });
export const restrictedEntries = (number: number, fields: GroupSpec['fields']): GroupSpec => ({
  ...restrictedSet(number, fields),
  append: true,
});
export const localSet = (fields: LocalGroupSpec['fields']): LocalGroupSpec => ({
  class: 'local',
  element: true,
  fields,
});

/** Every record: who owns it, whether it is void. The reason may name people, so it stays at the office. */
export const frame = {
  owner: open({ node: 'text' }),
  void: open({ voided: 'flag' }),
  voidReason: restricted(90, { reason: 'text' }),
  /** Heads that whoever voided it had seen: what is not among them was written without knowing (docs/adr/0012). */
  voidSeen: { ...entries({ heads: 'texts' }), namesChanges: true },
} as const;

/**
 * A hand-over to another office (docs/adr/0010); `to` a node, `state` one of TRANSFER_STATE, `reason` a code. The record
 * that leads the way names the ids of those that hang on it and go along, as on the wire; each of them names it as `root`.
 */
export const handOver = {
  transfer: open({
    to: 'text',
    state: 'text',
    reason: 'text?',
    parcel: 'parcel?',
    papers: 'parcels',
    root: 'text?',
    with: 'texts',
  }),
} as const;

/** One file attached to a record. `what`: code of the kind of document, or empty; `taken`: the day people entered. */
export const attachment = {
  name: 'text',
  type: 'text',
  bytes: 'int',
  what: 'text',
  blob: 'blob',
  preview: 'blob?',
  taken: 'text?',
} as const;

/** Who may write and correct the records of each compartment. */
export const policing = {
  compartment: 'policing',
  writers: ['policing_clerk', 'policing_officer'],
  correctors: ['policing_officer'],
} as const;
export const hlp = {
  compartment: 'hlp',
  writers: ['hlp_mediator', 'hlp_supervisor'],
  correctors: ['hlp_supervisor'],
} as const;
/** Users and reference data: for everybody, and for all nodes below. */
export const administered = { compartment: null, goesDown: true, writers: ['administrator'], correctors: [] } as const;
