/**
 * @file The form of `keys.a` and `keys.b`. They are written in turn and the highest valid generation counts, so a power
 * cut while one is written leaves the other.
 *
 *     JISRKEYS1
 *     canonical JSON of the body
 *     SHA-256 of everything before this line, in hexadecimal
 */
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalize, parseCanonical } from '#core/changes/canonical.ts';
import { isAcceptableArgon2Params } from '#core/crypto/argon2.ts';
import { concatBytes, fromBase64Url, fromUtf8, toHex, utf8 } from '#core/crypto/bytes.ts';
import { sha256 } from '#core/crypto/hash.ts';
import { writeFileAtomically } from '#core/files/atomic-write.ts';
import type { FileError } from '#core/files/file-error.ts';
import { z } from '#shared/contract/zod.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';

export const keyFileNames = ['keys.a', 'keys.b'] as const;

const base64Of = (length: number) => z.string().refine((text) => fromBase64Url(text)?.length === length);

const Slot = z.strictObject({
  id: base64Of(16),
  kind: z.enum(['user', 'administrator', 'recovery']),
  /** HMAC-SHA-256(fileSalt, folded user name): a slot carries no name. */
  finder: base64Of(32),
  /** Beyond the limits a file is refused before anything is derived from it. */
  params: z
    .strictObject({ saltBase64: z.string(), memoryKiB: z.int(), passes: z.int() })
    .refine(isAcceptableArgon2Params),
  /** Nonce, sealed data encryption key and tag. */
  sealed: base64Of(12 + 32 + 16),
});

const KeyFile = z.strictObject({
  generation: z.int().min(1),
  /** Also the key of the finders. */
  fileSalt: base64Of(32),
  /** The first 16 bytes of the database: without them the key alone does not open it. */
  databaseSalt: base64Of(16).nullable(),
  /** Failed unlocks since the last one that worked. */
  failures: z.int().min(0),
  slots: z.array(Slot).max(500),
});

export type Slot = Readonly<z.infer<typeof Slot>>;
export type KeyFile = Omit<Readonly<z.infer<typeof KeyFile>>, 'slots'> & { readonly slots: readonly Slot[] };

/** `home/empty`: there are no key files. `home/damaged`: there are, and none is valid. */
export type KeyFileError = {
  readonly code: 'home/empty' | 'home/damaged';
  readonly params: Record<string, never>;
};

export async function readKeyFile(folder: string): Promise<Result<KeyFile, KeyFileError>> {
  const found = await Promise.all(keyFileNames.map((name) => readOne(join(folder, name))));
  const newest = found
    .filter((file): file is KeyFile => file !== null && file !== 'missing')
    .reduce<KeyFile | null>((best, file) => (best === null || file.generation > best.generation ? file : best), null);
  if (newest !== null) return ok(newest);
  const code = found.every((file) => file === 'missing') ? 'home/empty' : 'home/damaged';
  return err({ code, params: {} });
}

/**
 * Writes the next generation over the older file. `both`: writes it a second time over the other, so that nothing of
 * the state before is left (a slot that was taken away must not come back with the older file).
 */
export async function writeKeyFile(folder: string, file: KeyFile, both: boolean): Promise<Result<KeyFile, FileError>> {
  const next = { ...file, generation: file.generation + 1 };
  // Even generations live in keys.a, odd ones in keys.b.
  const name = keyFileNames[next.generation % 2 === 0 ? 0 : 1];
  const written = await writeFileAtomically(join(folder, name), encodeKeyFile(next), { readBack: true });
  if (!written.ok) return written;
  return both ? writeKeyFile(folder, next, false) : ok(next);
}

const magic = 'JISRKEYS1\n';
/** Of one key file. */
export const maxKeyFileBytes = 1 << 20;

/** The bytes of a key file. */
export function encodeKeyFile(file: KeyFile): Uint8Array {
  const signed = concatBytes(utf8(magic), canonicalize(file), utf8('\n'));
  return concatBytes(signed, utf8(`${toHex(sha256(signed))}\n`));
}

/** Null when the bytes are not those of a key file, or were changed. */
export function decodeKeyFile(bytes: Uint8Array): KeyFile | null {
  const checksumLength = 65;
  const signed = bytes.subarray(0, Math.max(0, bytes.length - checksumLength));
  const checksum = fromUtf8(bytes.subarray(signed.length));
  if (checksum !== `${toHex(sha256(signed))}\n`) return null;
  if (fromUtf8(signed.subarray(0, magic.length)) !== magic) return null;
  const body = parseCanonical(signed.subarray(magic.length, signed.length - 1), { maxBytes: maxKeyFileBytes });
  if (!body.ok) return null;
  const file = KeyFile.safeParse(body.value);
  return file.success ? file.data : null;
}

async function readOne(path: string): Promise<KeyFile | 'missing' | null> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      return size > maxKeyFileBytes ? null : decodeKeyFile(new Uint8Array(await file.readFile()));
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    return code === 'ENOENT' ? 'missing' : null;
  }
}
