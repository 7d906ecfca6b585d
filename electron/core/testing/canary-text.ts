/** @file What canaries are written like: found as a whole, and by one marker that all of them share. */

export const canaryMarker = 'قنديل7Zq';

/** Of one field of a group. */
export const canaryText = (type: string, group: string, field: string): string =>
  `${canaryMarker}.${type}.${group}.${field}`;
