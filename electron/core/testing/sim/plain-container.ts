/**
 * @file A bundle without encryption: its length, then the plaintext. What age would notice of a cut file is noticed
 * here by the length; a flipped byte is left to the signature and the hashes inside.
 */
import { AgeError } from '#core/crypto/age.ts';
import { concatBytes } from '#core/crypto/bytes.ts';
import type { Container } from '#core/exchange/container.ts';

const lengthBytes = 4;

async function* seal(
  _recipients: readonly string[],
  plaintext: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const pieces: Uint8Array[] = [];
  for await (const piece of plaintext) pieces.push(piece);
  const content = concatBytes(...pieces);
  const prefix = new DataView(new ArrayBuffer(lengthBytes));
  prefix.setUint32(0, content.length);
  yield concatBytes(new Uint8Array(prefix.buffer), content);
}

async function* open(
  _identity: string,
  sealed: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const file of sealed) {
    if (file.length < lengthBytes) throw new AgeError('bundle/not-age');
    const length = new DataView(file.buffer, file.byteOffset).getUint32(0);
    yield file.subarray(lengthBytes, lengthBytes + length);
    if (file.length < lengthBytes + length) throw new AgeError('bundle/truncated');
    if (file.length > lengthBytes + length) throw new AgeError('bundle/corrupt');
  }
}

export const plainContainer: Container = { seal, open };
