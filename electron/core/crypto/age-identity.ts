import { type AgeKey, recipientOf } from './age.ts';

/** The age key whose X25519 secret is these 32 bytes: for a key that is derived and not drawn. */
export async function ageKeyOf(secret: Uint8Array): Promise<AgeKey> {
  if (secret.length !== 32) throw new RangeError('an X25519 secret has 32 bytes');
  const identity = bech32('age-secret-key-', secret).toUpperCase();
  return { identity, recipient: await recipientOf(identity) };
}

const alphabet = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const checksumLength = 6;

/** BIP 173, the spelling of age identities. The age library spells only those that it drew itself. */
function bech32(prefix: string, bytes: Uint8Array): string {
  const data = fiveBitGroups(bytes);
  const codes = [...prefix].map((symbol) => symbol.charCodeAt(0));
  const expanded = [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)];
  const sum = polymod([...expanded, ...data, ...new Array<number>(checksumLength).fill(0)]) ^ 1;
  const checksum = Array.from({ length: checksumLength }, (_, i) => (sum >> (5 * (checksumLength - 1 - i))) & 31);
  return `${prefix}1${[...data, ...checksum].map((group) => alphabet.charAt(group)).join('')}`;
}

function fiveBitGroups(bytes: Uint8Array): number[] {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((group) => Number.parseInt(group.padEnd(5, '0'), 2));
}

const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

function polymod(values: readonly number[]): number {
  return values.reduce((sum, value) => {
    const top = sum >>> 25;
    const next = ((sum & 0x1ffffff) << 5) ^ value;
    return generators.reduce((mixed, generator, i) => ((top >> i) & 1 ? mixed ^ generator : mixed), next);
  }, 1);
}
