/**
 * @file An age v1 file made by hand (age-encryption.org/v1), so that its stanzas, its MAC and its chunks can be wrong on
 * purpose. For the corpus alone: what Jisr writes is made by the library in core/crypto.
 */
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { x25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bech32 } from '@scure/base';
import { concatBytes, utf8 } from '#core/crypto/bytes.ts';
import { randomBytes } from '#core/crypto/random.ts';

/** A chunk of the payload: what is in it, which number it claims and whether it claims to be the last. */
export type ForgedChunk = { readonly plain: Uint8Array; readonly counter: number; readonly last: boolean };

export type AgeForgery = {
  /** `age1…` of the reader. */
  readonly recipient: string;
  readonly chunks: readonly ForgedChunk[];
  /** Changes the header's lines before the MAC is computed over them. */
  readonly header?: (lines: readonly string[]) => readonly string[];
  /** Changes the MAC line afterwards. */
  readonly mac?: (line: string) => string;
};

/** Payload cut as the format wants it: 64 KiB each, the last one marked. */
export function soundChunks(plaintext: Uint8Array): ForgedChunk[] {
  const chunks: ForgedChunk[] = [];
  for (let at = 0; at === 0 || at < plaintext.length; at += chunkBytes) {
    const last = at + chunkBytes >= plaintext.length;
    chunks.push({ plain: plaintext.subarray(at, at + chunkBytes), counter: chunks.length, last });
  }
  return chunks;
}

export function forgeAge({ recipient, chunks, header, mac }: AgeForgery): Uint8Array {
  const fileKey = randomBytes(16);
  const sound = ['age-encryption.org/v1', ...stanzaFor(recipient, fileKey)];
  const lines = header ? header(sound) : sound;
  const signed = `${lines.join('\n')}\n---`;
  const code = hmac(sha256, hkdf(sha256, fileKey, new Uint8Array(0), utf8('header'), 32), utf8(signed));
  const macLine = ` ${base64(code)}\n`;
  const nonce = randomBytes(16);
  const payloadKey = hkdf(sha256, fileKey, nonce, utf8('payload'), 32);
  const sealed = chunks.map((chunk) => sealChunk(payloadKey, chunk));
  return concatBytes(utf8(signed), utf8(mac ? mac(macLine) : macLine), nonce, ...sealed);
}

/** Stanza lines with a share of low order: every key agrees with it on zero. */
export const lowOrderStanza = (): string[] => [`-> X25519 ${base64(new Uint8Array(32))}`, base64(randomBytes(32))];

const chunkBytes = 64 * 1024;
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replaceAll('=', '');

function stanzaFor(recipient: string, fileKey: Uint8Array): string[] {
  const theirs = Uint8Array.from(bech32.fromWords(bech32.decode(recipient as `age1${string}`, 200).words));
  const secret = randomBytes(32);
  const share = x25519.getPublicKey(secret);
  const salt = concatBytes(share, theirs);
  const wrapKey = hkdf(sha256, x25519.getSharedSecret(secret, theirs), salt, utf8('age-encryption.org/v1/X25519'), 32);
  return [`-> X25519 ${base64(share)}`, base64(chacha20poly1305(wrapKey, new Uint8Array(12)).encrypt(fileKey))];
}

function sealChunk(key: Uint8Array, { plain, counter, last }: ForgedChunk): Uint8Array {
  const nonce = new Uint8Array(12);
  new DataView(nonce.buffer).setUint32(7, counter);
  nonce[11] = last ? 1 : 0;
  return chacha20poly1305(key, nonce).encrypt(plain);
}
