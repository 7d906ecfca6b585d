/** @file What the kinds of `infrastructure_kind` are: something that stands somewhere, something that drives, something else. */
import type { InfrastructureKind } from './generated/code-lists.ts';

const kinds = <const T extends readonly [InfrastructureKind, ...InfrastructureKind[]]>(list: T): T => list;

/** Offices and works; `other` may be either. */
export const SITE_KINDS = kinds([
  'community_police_office',
  'hlp_centre',
  'police_station_upgrade',
  'women_reception_room',
  'meeting_hall',
  'prefabricated_unit',
  'accessible_ramp',
  'street_lighting',
  'fencing',
  'other',
]);
export const VEHICLE_KINDS = kinds(['vehicle_car', 'vehicle_pickup', 'motorcycle', 'bus_mobile_office']);
export const EQUIPMENT_KINDS = kinds([
  'solar_power',
  'generator',
  'computer',
  'printer_scanner',
  'radio_set',
  'phone',
  'camera',
  'cctv',
  'furniture',
  'air_conditioner',
  'first_aid_kit',
  'protective_gear',
  'stationery_visibility',
  'other',
]);
export const ASSET_KINDS = kinds([...VEHICLE_KINDS, ...EQUIPMENT_KINDS]);

/** Where people come to: these have staff, doors and opening to the public. */
export const OFFICE_KINDS = kinds(['community_police_office', 'hlp_centre']);

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
