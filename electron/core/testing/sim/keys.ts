/** @file Keys of simulated devices: made once per process from their number, since making them costs more than a step. */
import { ageKeyOf } from '#core/crypto/age-identity.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import { createSigner, publicKeyOf, type Signer } from '#core/crypto/ed25519.ts';
import { deviceId } from '#core/exchange/roster.ts';
import { createDice } from './dice.ts';

export type DeviceKeys = {
  readonly device: Uint8Array;
  /** The same as base64url. */
  readonly dev: string;
  readonly signKey: { readonly publicKey: Uint8Array; readonly privateKey: Uint8Array };
  readonly signer: Signer;
  readonly identity: string;
  readonly recipient: string;
};

const made = new Map<number, DeviceKeys>();

/** The keys with this number; always the same. */
export async function deviceKeys(number: number): Promise<DeviceKeys> {
  const found = made.get(number);
  if (found) return found;
  const dice = createDice(`device ${number}`);
  const privateKey = dice.bytes(32);
  const publicKey = publicKeyOf(privateKey);
  const { identity, recipient } = await ageKeyOf(dice.bytes(32));
  const device = deviceId(publicKey);
  const keys: DeviceKeys = {
    device,
    dev: toBase64Url(device),
    signKey: { publicKey, privateKey },
    signer: createSigner(privateKey),
    identity,
    recipient,
  };
  made.set(number, keys);
  return keys;
}
