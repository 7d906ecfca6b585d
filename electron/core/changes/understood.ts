/**
 * @file Whether this program knows what a change means. One it does not know is stored, passed on and acknowledged, never
 * projected and never dropped; a newer program takes it up (take-up.ts).
 */
import type { ChangeHeader } from './change.ts';
import { isRecordType } from './registry.ts';

/** Version of every kind this program writes. It rises when the meaning of a group changes, not when one is added. */
export const kindVersion = 1;

export const isUnderstood = (header: Pick<ChangeHeader, 'at' | 'kv'>): boolean =>
  isRecordType(header.at) && header.kv <= kindVersion;
