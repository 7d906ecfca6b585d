/**
 * @file The age container (age-encryption.org/v1) with X25519 recipients, as streams of bytes. What travels, what is
 * attached and what is kept as a backup is such a file, so that stock tools open it (docs/bundle-format.md).
 */
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { maxStanzas, readAgeHeader } from './age-header.ts';
import { PieceSource, readStream } from './age-streams.ts';

export type AgeErrorCode =
  | 'bundle/not-age'
  | 'bundle/header-too-large'
  | 'bundle/not-for-us'
  | 'bundle/truncated'
  | 'bundle/corrupt';

/** An age file that cannot be opened, or not to its end. Thrown because it arrives in the middle of a stream. */
export class AgeError extends Error {
  readonly code: AgeErrorCode;

  constructor(code: AgeErrorCode, options?: ErrorOptions) {
    super(code, options);
    this.name = 'AgeError';
    this.code = code;
  }
}

/** `identity` is the secret `AGE-SECRET-KEY-1…`, `recipient` its public `age1…`. */
export type AgeKey = { readonly identity: string; readonly recipient: string };

export async function generateAgeIdentity(): Promise<AgeKey> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** The public half of an identity. Throws when the text is no X25519 identity. */
export function recipientOf(identity: string): Promise<string> {
  return identityToRecipient(identity);
}

/** Whether a text is an X25519 recipient that can be encrypted to (checksum right, not of low order). */
export async function isAcceptableRecipient(recipient: string): Promise<boolean> {
  if (!x25519Recipient.test(recipient)) return false;
  try {
    const encrypter = new Encrypter();
    encrypter.addRecipient(recipient);
    await encrypter.encrypt(new Uint8Array(0));
    return true;
  } catch {
    return false;
  }
}

export type SealOptions = {
  /** Throw-away recipients are added until there are this many, so that their number says nothing. */
  readonly padStanzas?: number;
};

/**
 * Encrypts to X25519 recipients (at least one, at most 24 with padding). Post-quantum and plug-in recipients are
 * refused: the age specification advises against mixing them. Throws on a recipient that is not acceptable.
 */
export async function* sealAge(
  recipients: readonly string[],
  plaintext: AsyncIterable<Uint8Array>,
  options: SealOptions = {},
): AsyncGenerator<Uint8Array, void, undefined> {
  const wanted = Math.max(recipients.length, options.padStanzas ?? 0);
  if (recipients.length === 0 || wanted > maxStanzas) throw new RangeError('an age file has 1 to 24 recipients');
  const encrypter = new Encrypter();
  for (const recipient of recipients) {
    if (!x25519Recipient.test(recipient)) throw new RangeError('not an X25519 recipient');
    encrypter.addRecipient(recipient);
  }
  for (let i = recipients.length; i < wanted; i++) encrypter.addRecipient((await generateAgeIdentity()).recipient);
  const source = new PieceSource(plaintext[Symbol.asyncIterator]());
  yield* readStream(await encrypter.encrypt(source.stream()));
}

/**
 * Decrypts with one X25519 identity. Each complete chunk (64 KiB of plaintext) is authenticated before it is given
 * out, and all complete chunks come before a failure: a cut file yields its beginning, then throws.
 *
 * Throws AgeError:
 * - `bundle/not-age`: no binary age v1 file (armoured, other version, CRLF, something else, empty).
 * - `bundle/header-too-large`: header over 16 KiB or over 24 stanzas; found before more is read.
 * - `bundle/not-for-us`: well-formed, but no stanza opens (among them files sealed with a passphrase).
 * - `bundle/truncated`: ends within the header, or its last chunk fails (a cut and a flipped byte look alike there).
 * - `bundle/corrupt`: anything else that does not fit.
 * Errors of the source itself pass through unchanged.
 */
export async function* openAge(
  identity: string,
  ciphertext: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (!identity.startsWith('AGE-SECRET-KEY-1')) throw new RangeError('not an X25519 identity');
  const pieces = ciphertext[Symbol.asyncIterator]();
  try {
    const read = await readAgeHeader(pieces);
    if (!read.ok) throw new AgeError(read.error);
    const { header, taken } = read.value;
    checkStanzas(header.stanzas);
    const source = new PieceSource(pieces, taken);
    yield* decrypt(identity, source, header.length);
  } finally {
    await pieces.return?.();
  }
}

/** Everything at once, for small contents such as sealed groups of a change. */
export async function collect(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const piece of pieces) parts.push(piece);
  return new Uint8Array(Buffer.concat(parts));
}

/** One piece as a stream, the counterpart of `collect`. */
export async function* oneAfterAnother(...pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array, void, undefined> {
  yield* pieces;
}

const x25519Recipient = /^age1[02-9ac-hj-np-z]{58}$/;
const chunkLength = 64 * 1024;
const sealedChunkLength = chunkLength + 16;
const payloadNonceLength = 16;

function checkStanzas(stanzas: readonly string[]): void {
  const types = new Set(stanzas);
  if (types.has('scrypt') && stanzas.length > 1) throw new AgeError('bundle/corrupt');
  if (types.has('X25519') && types.has('mlkem768x25519')) throw new AgeError('bundle/corrupt');
  if (!types.has('X25519') && stanzas.length > 0) throw new AgeError('bundle/not-for-us');
}

async function* decrypt(
  identity: string,
  source: PieceSource,
  headerLength: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  const decrypter = new Decrypter();
  let matched = true;
  decrypter.addIdentity(identity);
  // Asked only when the first identity opened no stanza. The library tells that apart by its message alone.
  decrypter.addIdentity({
    unwrapFileKey: () => {
      matched = false;
      return null;
    },
  });
  const chunks = await decrypter.decrypt(source.stream()).catch((error: unknown) => {
    if (source.failure !== null) throw source.failure.error;
    if (!matched) throw new AgeError('bundle/not-for-us');
    const nonceCut = source.ended && source.length < headerLength + payloadNonceLength;
    throw new AgeError(nonceCut ? 'bundle/truncated' : 'bundle/corrupt', { cause: error });
  });
  let given = 0;
  try {
    for await (const chunk of readStream(chunks)) {
      given += chunk.length;
      yield chunk;
    }
  } catch (error) {
    if (source.failure !== null) throw source.failure.error;
    const sealed = source.length - headerLength - payloadNonceLength;
    const inLastChunk = source.ended && given >= chunkLength * (Math.ceil(sealed / sealedChunkLength) - 1);
    throw new AgeError(inLastChunk ? 'bundle/truncated' : 'bundle/corrupt', { cause: error });
  }
}
