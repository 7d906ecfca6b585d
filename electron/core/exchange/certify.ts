/** @file What the directorate certifies of a device. */
import { bytesToUuid } from '#core/changes/ids.ts';
import { toBase64Url, utf8 } from '#core/crypto/bytes.ts';
import { sha256 } from '#core/crypto/hash.ts';
import { ROLES } from '#shared/domain/permissions.ts';
import { deviceId } from './roster.ts';
import type { Certificate } from './roster-form.ts';

/**
 * Id of the node that a first device founds: a UUIDv8 made from its signing key, so that the office and the directorate
 * come to the same id without asking each other.
 */
export function nodeIdOf(signKey: Uint8Array): string {
  const bytes = sha256(utf8('cp1-node\n'), signKey).slice(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytesToUuid(bytes);
}

/** An office vouches for its people: its device may use every role; who holds which is the office's own record. */
export function certificateFor(device: {
  readonly node: string;
  readonly path: readonly string[];
  readonly signKey: Uint8Array;
  readonly recipient: string;
  readonly from: number;
  readonly series: string | null;
}): Certificate {
  return {
    dev: toBase64Url(deviceId(device.signKey)),
    node: device.node,
    path: device.path,
    signKey: toBase64Url(device.signKey),
    recipient: device.recipient,
    roles: ROLES.toSorted(),
    from: device.from,
    series: device.series,
  };
}
