/**
 * @file Roles and permissions, named once. Dispatch checks a method's permission; the data layer checks the
 * compartment again on every read and write (docs/adr/0007). docs/permissions.md is generated from this file
 * and compared with what every method really does.
 */
export const ROLES = [
  'policing_clerk',
  'policing_officer',
  'hlp_mediator',
  'hlp_supervisor',
  'administrator',
  'merge_clerk',
  'directorate_analyst',
  'auditor',
] as const;
export type Role = (typeof ROLES)[number];

export const PERMISSIONS = [
  'policing.read',
  'policing.write',
  /** approve, correct, void */
  'policing.approve',
  /** indicators of policing; who may not read its records gets them with small numbers hidden */
  'figures.read',
  /** disputes one is assigned to; `hlp.supervise` widens it to all of the node */
  'hlp.read',
  'hlp.write',
  /** assign, correct, reopen, void */
  'hlp.supervise',
  /** any record of a compartment one may read: history */
  'record.read',
  /** void a record of a compartment one may approve or supervise */
  'record.void',
  /** hand over a record of a compartment one may approve or supervise, and answer an offer of one */
  'record.transfer',
  /** settle two values of a record one may write */
  'record.resolve',
  /** add files to a record one may write, and take them out */
  'record.attach',
  'users.manage',
  'settings.manage',
  'enrol',
  'exchange.run',
  'exchange.read',
  'audit.read',
  /** who changed any record of this home and when, never what it says */
  'audit.trail',
  'verify',
  /** writes an encrypted copy of everything this home holds */
  'backup',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const PERMISSIONS_BY_ROLE: Readonly<Record<Role, readonly Permission[]>> = {
  policing_clerk: ['policing.read', 'policing.write', 'figures.read', 'record.read', 'record.resolve', 'record.attach'],
  policing_officer: [
    'policing.read',
    'policing.write',
    'policing.approve',
    'figures.read',
    'record.read',
    'record.void',
    'record.transfer',
    'record.resolve',
    'record.attach',
  ],
  hlp_mediator: ['hlp.read', 'hlp.write', 'record.read', 'record.resolve', 'record.attach'],
  hlp_supervisor: [
    'hlp.read',
    'hlp.write',
    'hlp.supervise',
    'record.read',
    'record.void',
    'record.transfer',
    'record.resolve',
    'record.attach',
  ],
  administrator: [
    'users.manage',
    'settings.manage',
    'enrol',
    'exchange.run',
    'exchange.read',
    'audit.read',
    'verify',
    'backup',
  ],
  merge_clerk: ['exchange.run', 'exchange.read'],
  /** No single record: its figures have small numbers hidden. */
  directorate_analyst: ['figures.read'],
  auditor: ['audit.read', 'audit.trail', 'exchange.read', 'verify'],
};

export const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text);

export const permissionsOf = (roles: readonly Role[]): ReadonlySet<Permission> =>
  new Set(roles.flatMap((role) => PERMISSIONS_BY_ROLE[role]));

/** The two walls of the program. */
export const COMPARTMENTS = ['policing', 'hlp'] as const;
export type Compartment = (typeof COMPARTMENTS)[number];

/** The first user of a home: administrator, and the higher role of each service (docs/permissions.md). */
export const firstUserRoles = (
  kind: 'directorate' | 'department' | 'office',
  services: readonly Compartment[],
): Role[] => [
  'administrator',
  ...(kind !== 'office' || services.includes('policing') ? (['policing_officer'] as const) : []),
  ...(kind !== 'office' || services.includes('hlp') ? (['hlp_supervisor'] as const) : []),
];
