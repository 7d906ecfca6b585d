/**
 * @file Where blobs lie: `blobs/ab/<id>` when whole, `blobs/ab/<id>.part` while parts come, always ciphertext. The id is
 * lower-case hex that was checked before, so it cannot lead elsewhere.
 */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { toHex } from '#core/crypto/bytes.ts';
import { flushName, renameWithPatience } from '#core/files/atomic-write.ts';
import { hashOfRange } from '#core/files/file-range.ts';
import type { Ports } from '#core/ports.ts';

export type BlobPorts = { readonly ports: Pick<Ports, 'settings'> };

export const blobFolder = ({ ports }: BlobPorts): string => join(ports.settings.homeFolder, 'blobs');

export function blobPath(services: BlobPorts, id: string): string {
  if (!/^[0-9a-f]{64}$/.test(id)) throw new RangeError('not a blob id');
  return join(blobFolder(services), id.slice(0, 2), id);
}

export const partPath = (services: BlobPorts, id: string): string => `${blobPath(services, id)}.part`;

/** Bytes of the whole file; null when it is not there. */
export function blobFileBytes(services: BlobPorts, id: string): number | null {
  return statSync(blobPath(services, id), { throwIfNoEntry: false })?.size ?? null;
}

/** Makes the folder of a blob, durably: a file in a folder that is lost is lost. */
export function makeFolderOf(services: BlobPorts, id: string): void {
  const folder = dirname(blobPath(services, id));
  if (existsSync(folder)) return;
  mkdirSync(folder, { recursive: true });
  if (process.platform === 'win32') return;
  for (const one of [blobFolder(services), dirname(blobFolder(services))]) {
    const handle = openSync(one, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  }
}

/** Gives a flushed file its final name. Once this has answered, the blob survives a power cut. */
export async function placeBlob(services: BlobPorts, from: string, id: string): Promise<void> {
  makeFolderOf(services, id);
  const path = blobPath(services, id);
  await renameWithPatience(from, path);
  await flushName(path);
}

/** Whether a file is the blob that its name says. */
export const isBlobFile = (path: string, id: string): boolean =>
  existsSync(path) && toHex(hashOfRange(path, 0, Number.MAX_SAFE_INTEGER)) === id;
