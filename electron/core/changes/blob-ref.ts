/** @file How a change names a blob: an age file that travels beside the changes (docs/bundle-format.md, "Blobs"). */
import type { JsonObject, JsonValue } from './canonical.ts';
import { limits } from './limits.ts';
import { isObject } from './shape.ts';

/** `parcel`: a sealed file that goes before everything else; `preview`: a small picture of a file. */
export type BlobKind = 'parcel' | 'preview' | 'file';

export type ParcelRef = {
  /** SHA-256 of the ciphertext, lower-case hex. */
  readonly id: string;
  /** Bytes of the ciphertext. */
  readonly total: number;
};

export type BlobRef = ParcelRef & {
  /** Secret age identity, made for this blob alone. */
  readonly key: string;
  /** Bytes of the plaintext without its padding, which follows it as zero bytes. */
  readonly bytes: number;
};

export const isParcelRef = (value: JsonValue | undefined): value is ParcelRef & JsonObject =>
  isObject(value) &&
  typeof value.id === 'string' &&
  blobId.test(value.id) &&
  isSize(value.total) &&
  value.total <= limits.blobBytes;

export const isBlobRef = (value: JsonValue | undefined): value is BlobRef & JsonObject =>
  isParcelRef(value) &&
  typeof value.key === 'string' &&
  identity.test(value.key) &&
  isSize(value.bytes) &&
  value.bytes < value.total;

/** A value as a screen may have it: no key of a file leaves core. */
export function withoutKeys(value: JsonObject | null): JsonObject | null {
  if (value === null || !Object.values(value).some(isBlobRef)) return value;
  const shown = Object.entries(value).map(([field, part]) => {
    if (!isBlobRef(part)) return [field, part] as const;
    const { id, total, bytes } = part;
    return [field, { id, total, bytes }] as const;
  });
  return Object.fromEntries(shown);
}

const blobId = /^[0-9a-f]{64}$/;
const identity = /^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/;
const isSize = (value: JsonValue | undefined): value is number => typeof value === 'number' && value > 0;
