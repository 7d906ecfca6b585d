/** @file Slots: each wraps the data encryption key of the home under something that a person knows. */
import { openAesGcm, sealAesGcm } from '#core/crypto/aes-gcm.ts';
import { type Argon2Params, argon2SaltLength, deriveArgon2id } from '#core/crypto/argon2.ts';
import { canonicalize } from '#core/changes/canonical.ts';
import { concatBytes, fromBase64Url, toBase64Url, utf8 } from '#core/crypto/bytes.ts';
import { hmacSha256 } from '#core/crypto/hkdf.ts';
import { randomBytes } from '#core/crypto/random.ts';
import type { Argon2Cost } from './argon-calibration.ts';
import type { KeyFile, Slot } from './key-file.ts';
import { foldUserName, normalisePassphrase } from './passphrase.ts';

/** By which the slot of a user is found, without a name in the file. */
export function finderOfUser(fileSalt: string, user: string): string {
  return finder(fileSalt, foldUserName(user));
}

/** The same for every recovery slot of a file; no folded user name begins with NUL. */
export function finderOfRecovery(fileSalt: string): string {
  return finder(fileSalt, '\0recovery');
}

export function secretOfPassphrase(passphrase: string): Uint8Array {
  return utf8(normalisePassphrase(passphrase));
}

/** A slot around the key. `id` stays when the slot of a user is made anew. */
export async function sealSlot(
  slot: Pick<Slot, 'kind' | 'finder'> & { readonly id?: string },
  dek: Uint8Array,
  secret: Uint8Array,
  cost: Argon2Cost,
): Promise<Slot> {
  if (dek.length !== 32) throw new RangeError('a data encryption key has 32 bytes');
  const id = slot.id ?? toBase64Url(randomBytes(16));
  const params: Argon2Params = { ...cost, saltBase64: toBase64Url(randomBytes(argon2SaltLength)) };
  const wrappingKey = await deriveArgon2id(secret, params);
  const sealed = toBase64Url(sealAesGcm(wrappingKey, dek, slotAad(id, params)));
  wrappingKey.fill(0);
  return { id, kind: slot.kind, finder: slot.finder, params, sealed };
}

/** The data encryption key; null when the secret is not that of the slot, or the slot was changed. */
export async function openSlot(slot: Slot, secret: Uint8Array): Promise<Uint8Array | null> {
  const wrappingKey = await deriveArgon2id(secret, slot.params);
  const dek = openAesGcm(wrappingKey, base64(slot.sealed), slotAad(slot.id, slot.params));
  wrappingKey.fill(0);
  return dek;
}

/** Costs what opening a slot costs, always the same for one name: an unknown name must not show by its speed. */
export async function openNoSlot(
  file: KeyFile,
  finderTried: string,
  secret: Uint8Array,
  cost: Argon2Cost,
): Promise<null> {
  const [choice = 0] = base64(finderTried);
  const params = file.slots.at(choice % Math.max(1, file.slots.length))?.params ?? cost;
  const saltBase64 = toBase64Url(randomBytes(argon2SaltLength));
  await deriveArgon2id(secret, { memoryKiB: params.memoryKiB, passes: params.passes, saltBase64 });
  return null;
}

function finder(fileSalt: string, text: string): string {
  return toBase64Url(hmacSha256(base64(fileSalt), utf8(text)));
}

/** Slot id and parameters: neither can be swapped without the key noticing. */
function slotAad(id: string, params: Argon2Params): Uint8Array {
  const { saltBase64, memoryKiB, passes } = params;
  return concatBytes(base64(id), canonicalize({ saltBase64, memoryKiB, passes }));
}

function base64(text: string): Uint8Array {
  const bytes = fromBase64Url(text);
  if (bytes === null) throw new Error('checked when the file was read');
  return bytes;
}
