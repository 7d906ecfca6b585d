/**
 * @file The form of a backup (docs/backup-format.md): one line, a key file, then an age file that holds an archive.
 * Writer and reader of the outer form stand here; what lies inside is read by `readArchive`.
 */
import { AgeError, openAge, sealAge } from '#core/crypto/age.ts';
import { ageKeyOf } from '#core/crypto/age-identity.ts';
import { concatBytes, fromUtf8, utf8 } from '#core/crypto/bytes.ts';
import { deriveKey } from '#core/crypto/hkdf.ts';
import { readTar, type TarEntry, TarFault, writeTar } from '#core/files/tar.ts';
import { decodeKeyFile, encodeKeyFile, type KeyFile, maxKeyFileBytes } from '#core/home/key-file.ts';
import { z } from '#shared/contract/zod.ts';

export type BackupCode = 'backup/not-a-backup' | 'backup/too-new' | 'backup/truncated' | 'backup/damaged';

/** A file that is no backup, or not a whole one. Thrown because it may show only at the end of a stream. */
export class BackupFault extends Error {
  readonly code: BackupCode;

  constructor(code: BackupCode, options?: ErrorOptions) {
    super(code, options);
    this.name = 'BackupFault';
    this.code = code;
  }
}

/** First entry of the archive. */
export const manifestName = 'backup.json';
export const databaseName = 'jisr.db';
export const blobName = /^blobs\/[0-9a-f]{2}\/[0-9a-f]{64}(\.part)?$/;

export const Manifest = z.object({
  format: z.literal(1),
  /** When it was made, by that PC's clock. */
  at: z.string().max(30),
  appVersion: z.string().max(100),
  /** `user_version` of the database. */
  schema: z.int(),
  /** Last change of the home in it, base64url. */
  head: z.string().max(50),
});
export type Manifest = z.infer<typeof Manifest>;

export type OpenBackup = {
  readonly keyFile: KeyFile;
  /** What is inside. The database comes second, after the manifest. Throws BackupFault, also at its very end. */
  entries(dek: Uint8Array): AsyncIterable<TarEntry>;
};

/** The bytes of a backup, in pieces. `keyFile` holds only the slots that may open it. */
export async function* writeBackupFile(
  keyFile: KeyFile,
  dek: Uint8Array,
  entries: AsyncIterable<TarEntry>,
): AsyncGenerator<Uint8Array, void, undefined> {
  yield concatBytes(utf8(magic), encodeKeyFile(keyFile));
  const { recipient } = await ageKeyOf(deriveKey(dek, backupKeyInfo));
  yield* sealAge([recipient], writeTar(entries));
}

/** Reads as far as the key file. The rest is read once through `entries`. Throws BackupFault. */
export async function openBackupFile(pieces: AsyncIterable<Uint8Array>): Promise<OpenBackup> {
  const source = pieces[Symbol.asyncIterator]();
  const { head, rest } = await readHead(source);
  const keyFile = decodeKeyFile(head.subarray(magic.length));
  if (keyFile === null) throw new BackupFault('backup/damaged');
  return { keyFile, entries: (dek) => readEntries(dek, goOn(rest, source)) };
}

/** The manifest out of its entry. `backup/too-new` when a later program wrote it. */
export async function readManifest(entry: TarEntry): Promise<Manifest> {
  const maxManifestBytes = 4096;
  if (entry.name !== manifestName || entry.bytes > maxManifestBytes) throw new BackupFault('backup/damaged');
  const parts: Uint8Array[] = [];
  for await (const part of entry.contents) parts.push(part);
  const value = parseJson(concatBytes(...parts));
  if (value.format !== 1) throw new BackupFault(typeof value.format === 'number' ? 'backup/too-new' : 'backup/damaged');
  const manifest = Manifest.safeParse(value);
  if (!manifest.success) throw new BackupFault('backup/damaged');
  return manifest.data;
}

const magic = 'JISRBACKUP1\n';
const backupKeyInfo = 'jisr/backup/1';
/** First line, and the three lines of the key file. */
const headLines = 4;

async function readHead(source: AsyncIterator<Uint8Array>): Promise<{ head: Uint8Array; rest: Uint8Array }> {
  let bytes: Uint8Array = new Uint8Array(0);
  for (;;) {
    const end = endOfLine(bytes, headLines);
    if (bytes.length >= magic.length || end !== -1) refuseOther(bytes);
    if (end !== -1) return { head: bytes.subarray(0, end), rest: bytes.subarray(end) };
    if (bytes.length > magic.length + maxKeyFileBytes) throw new BackupFault('backup/damaged');
    const next = await source.next();
    if (next.done) {
      refuseOther(bytes);
      throw new BackupFault('backup/truncated');
    }
    bytes = concatBytes(bytes, next.value);
  }
}

function refuseOther(bytes: Uint8Array): void {
  const line = fromUtf8(bytes.subarray(0, magic.length)) ?? '';
  if (line === magic || (magic.startsWith(line) && line.length > 4)) return;
  throw new BackupFault(/^JISRBACKUP[2-9]/.test(line) ? 'backup/too-new' : 'backup/not-a-backup');
}

/** Where the n-th line ends, its newline included; -1 when it does not yet. */
function endOfLine(bytes: Uint8Array, n: number): number {
  let end = 0;
  for (let line = 0; line < n; line++) {
    const newline = bytes.indexOf(0x0a, end);
    if (newline === -1) return -1;
    end = newline + 1;
  }
  return end;
}

async function* goOn(first: Uint8Array, source: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (first.length > 0) yield first;
    for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
  } finally {
    await source.return?.();
  }
}

async function* readEntries(dek: Uint8Array, sealed: AsyncIterable<Uint8Array>): AsyncGenerator<TarEntry> {
  const { identity } = await ageKeyOf(deriveKey(dek, backupKeyInfo));
  try {
    yield* readTar(openAge(identity, sealed));
  } catch (error) {
    throw asFault(error);
  }
}

/** Contents are read outside of `readEntries`, so what they throw passes here too. Other errors stay what they are. */
export function asFault(error: unknown): unknown {
  if (error instanceof TarFault) return new BackupFault('backup/damaged', { cause: error });
  if (!(error instanceof AgeError)) return error;
  const cut = error.code === 'bundle/truncated';
  return new BackupFault(cut ? 'backup/truncated' : 'backup/damaged', { cause: error });
}

function parseJson(bytes: Uint8Array): { readonly format?: unknown } {
  try {
    const value: unknown = JSON.parse(fromUtf8(bytes) ?? '');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
