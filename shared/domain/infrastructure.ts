/** @file What the kinds of `infrastructure_kind` are: something that stands somewhere, something that drives, something else. */
import {
  INFRASTRUCTURE_KIND_EQUIPMENT,
  INFRASTRUCTURE_KIND_SITE,
  INFRASTRUCTURE_KIND_VEHICLE,
  type InfrastructureKind,
} from './generated/code-lists.ts';

/** Offices and works; `other` may be either a site or a piece of equipment. */
export const SITE_KINDS = [...INFRASTRUCTURE_KIND_SITE, 'other'] as const;
export const VEHICLE_KINDS = INFRASTRUCTURE_KIND_VEHICLE;
export const ASSET_KINDS = [...VEHICLE_KINDS, ...INFRASTRUCTURE_KIND_EQUIPMENT, 'other'] as const;

/** Where people come to: these have staff, doors and opening to the public. */
export const OFFICE_KINDS = ['community_police_office', 'hlp_centre'] as const satisfies readonly InfrastructureKind[];
/** These alone serve forums. */
export const SERVING_SITE_KIND = 'community_police_office' satisfies InfrastructureKind;

const isOneOf = (list: readonly string[]) => (kind: string) => list.includes(kind);

export const isOfficeKind = isOneOf(OFFICE_KINDS);
export const isVehicleKind = isOneOf(VEHICLE_KINDS);
export const isSiteKind = isOneOf(SITE_KINDS);
export const isAssetKind = isOneOf(ASSET_KINDS);

/** What may be chosen where the record is typed: `handed_over` comes of a hand-over, which has a paper of its own. */
export const isChosenStatus = (status: string): boolean => status !== 'handed_over';

/** What happened to something that was handed over. */
export const INCIDENT_KINDS = ['accident', 'damage', 'breakdown', 'loss', 'theft', 'misuse', 'other'] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];
