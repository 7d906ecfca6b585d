/** @file The tree of nodes: one directorate, departments under it where there are any, offices under either. */
import { COMPARTMENTS } from './permissions.ts';

export const NODE_KINDS = ['directorate', 'department', 'office'] as const;
export type NodeKind = (typeof NODE_KINDS)[number];

/** What an office offers: its compartments. A community police office and an HLP centre are both offices. */
export type Service = (typeof COMPARTMENTS)[number];

/** Whether a node of one kind may stand directly under a node of another. */
export function canStandUnder(kind: NodeKind, parent: NodeKind): boolean {
  if (kind === 'office') return parent !== 'office';
  return kind === 'department' && parent === 'directorate';
}

/** Only the directorate certifies; a department relays. */
export function certifies(kind: NodeKind): boolean {
  return kind === 'directorate';
}

/** An office names at least one service; other nodes offer none themselves and hold what comes to them. */
export function servicesFit(kind: NodeKind, services: readonly string[]): boolean {
  const known = services.every((service) => COMPARTMENTS.some((one) => one === service));
  const once = new Set(services).size === services.length;
  return known && once && (kind === 'office' ? services.length > 0 : services.length === 0);
}
