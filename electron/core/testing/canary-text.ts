/** @file What canaries are written like: found as a whole, and by one marker that all of them share. */

/** In no other text. Readers of PDFs may tear it off the rest, which runs the other way. */
export const canaryWord = 'قنديل';

export const canaryMarker = `${canaryWord}7Zq`;

/** Of one field of a group. */
export const canaryText = (type: string, group: string, field: string): string =>
  `${canaryMarker}.${type}.${group}.${field}`;
