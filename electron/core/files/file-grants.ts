/**
 * @file Tokens that stand for files. A screen never names a path: a host's dialog, a staged upload or an argument hands
 * out a token, and only here it becomes a path again. Tokens live as long as the program.
 */
import { createReadStream } from 'node:fs';
import { appendFile, lstat, mkdir, open, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { toBase64Url, toHex } from '#core/crypto/bytes.ts';
import { randomBytes } from '#core/crypto/random.ts';
import type { Ports } from '#core/ports.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { limits } from '#core/changes/limits.ts';
import { createDriveLister, type DriveLister } from './drives.ts';
import { type FileError, fileErrorOf } from './file-error.ts';
import { freeBytes } from './free-space.ts';
import { createSealedUpload, type SealedUpload } from './sealed-upload.ts';
import { sweepUnfinished } from './sweep.ts';

export type GrantKind = 'file' | 'folder';

type Grant =
  | { readonly kind: GrantKind; readonly path: string; readonly name: string }
  /** The root of a stick, where we keep to a folder of our own. */
  | { readonly kind: 'stick'; readonly path: string; readonly name: string; readonly identity: string }
  | { readonly kind: 'staging'; readonly path: string; readonly name: string; bytes: number }
  | {
      readonly kind: 'sealed';
      readonly path: string;
      readonly name: string;
      readonly upload: SealedUpload;
      bytes: number;
    };

/** A file to read: its path is for core alone, its name for people. */
export type SourceFile = { readonly path: string; readonly name: string; readonly bytes: number };

/** A file for a record: its contents are read once, in pieces, and never lie in clear in our folders. */
export type SecretFile = { readonly name: string; readonly bytes: number; read(): AsyncIterable<Uint8Array> };

/** Where to write: `fetch` is the token by which a host without dialogs hands the file to the person. */
export type TargetFile = { readonly path: string; readonly fetch: string | null };

/** A stick that is in; its token stays the same while it is. */
export type Stick = {
  readonly token: string;
  readonly label: string;
  readonly freeBytes: number;
  readonly totalBytes: number;
};

export type FileGrants = {
  /** The same path gets the same token. */
  grant(path: string, kind: GrantKind): string;
  sticks(): Promise<readonly Stick[]>;
  /** Our folder on the stick of that token, which may not be there yet; `file/stick-gone` when the stick is not in. */
  stickFolder(token: string): Promise<Result<string, AppError<'file/unknown-token' | 'file/stick-gone'>>>;
  /** Whether what the token stands for can still be reached: false for a stick or folder that went away. */
  isThere(token: string): Promise<boolean>;
  source(token: string): Promise<Result<SourceFile, AppError<'file/unknown-token' | 'file/not-found'>>>;
  /** What was staged as a secret, or a file that a host handed over; nothing that was staged in clear. */
  secret(token: string): Promise<Result<SecretFile, AppError<'file/unknown-token' | 'file/not-found'>>>;
  /** Null token: the file is kept in the spool for the host to fetch. */
  target(
    token: string | null,
    name: string,
  ): Promise<Result<TargetFile, AppError<'file/unknown-token' | 'file/stick-gone'> | FileError>>;
  /** Adds a piece to an upload; the first piece has token null. */
  stage(piece: {
    readonly token: string | null;
    readonly name: string;
    readonly data: Uint8Array;
    /** Of the whole upload, where it is not a bundle. */
    readonly maxBytes?: number;
    /** Keeps it encrypted, for `secret` alone to read. */
    readonly secret?: boolean;
  }): Promise<Result<{ token: string; bytes: number }, AppError<'file/unknown-token' | 'file/too-large'> | FileError>>;
  piece(
    token: string,
    offset: number,
  ): Promise<Result<{ name: string; bytes: number; data: Uint8Array; done: boolean }, AppError<'file/unknown-token'>>>;
  clear(): void;
};

const pieceBytes = 512 * 1024;

/** All that we leave on a stick lies in it. */
const folderOnSticks = 'JISR';

/** `maxStagedBytes`: of one upload. */
export function createFileGrants(
  ports: Ports,
  maxStagedBytes: number = limits.bundleFileBytes,
  drives: DriveLister = createDriveLister(undefined, ports.settings.testSticksFolder),
): FileGrants {
  const grants = new Map<string, Grant>();
  /** Tokens by what they stand for: who asks again and again for the sticks does not fill the memory. */
  const given = new Map<string, string>();
  const spool = join(ports.settings.homeFolder, 'spool');

  const add = (grant: Grant): string => {
    const token = toBase64Url(randomBytes(24));
    grants.set(token, grant);
    return token;
  };

  const addOnce = (grant: Grant): string => {
    const key = JSON.stringify(grant);
    const token = given.get(key) ?? add(grant);
    given.set(key, token);
    return token;
  };

  const isIn = async (path: string, identity: string): Promise<boolean> =>
    (await drives.list()).some((drive) => drive.path === path && drive.identity === identity);

  const stickFolder: FileGrants['stickFolder'] = async (token) => {
    const grant = grants.get(token);
    if (grant?.kind !== 'stick') return err(refusal('file/unknown-token', {}));
    if (!(await isIn(grant.path, grant.identity))) return err(refusal('file/stick-gone', {}));
    return ok(join(grant.path, folderOnSticks));
  };

  return {
    grant: (path, kind) => addOnce({ kind, path, name: basename(path) }),

    sticks: async () =>
      (await drives.list()).map(({ path, label, identity, freeBytes, totalBytes }) => ({
        token: addOnce({ kind: 'stick', path, name: label, identity }),
        label,
        freeBytes,
        totalBytes,
      })),

    stickFolder,

    isThere: async (token) => {
      const grant = grants.get(token);
      if (!grant || isUpload(grant)) return grant !== undefined;
      if (grant.kind === 'stick') return isIn(grant.path, grant.identity);
      const place = grant.kind === 'folder' ? grant.path : dirname(grant.path);
      return (await freeBytes(place)).ok;
    },

    source: async (token) => {
      const grant = grants.get(token);
      if (grant?.kind !== 'file' && grant?.kind !== 'staging') return err(refusal('file/unknown-token', {}));
      try {
        const about = await stat(grant.path);
        if (!about.isFile()) return err(refusal('file/not-found', {}));
        return ok({ path: grant.path, name: grant.name, bytes: about.size });
      } catch (error) {
        fileErrorOf(error);
        return err(refusal('file/not-found', {}));
      }
    },

    secret: async (token) => {
      const grant = grants.get(token);
      if (grant?.kind === 'sealed') return ok({ name: grant.name, bytes: grant.bytes, read: grant.upload.read });
      if (grant?.kind !== 'file') return err(refusal('file/unknown-token', {}));
      const { path, name } = grant;
      const about = await stat(path).catch(() => null);
      if (!about?.isFile()) return err(refusal('file/not-found', {}));
      return ok({ name, bytes: about.size, read: () => readPieces(path) });
    },

    target: async (token, name) => {
      try {
        if (token === null) {
          await mkdir(spool, { recursive: true });
          const path = join(spool, `${toHex(randomBytes(6))}.out`);
          return ok({ path, fetch: add({ kind: 'file', path, name }) });
        }
        const grant = grants.get(token);
        if (!grant || isUpload(grant)) return err(refusal('file/unknown-token', {}));
        if (grant.kind === 'file') return ok({ path: grant.path, fetch: null });
        const folder = grant.kind === 'stick' ? await stickFolder(token) : ok(grant.path);
        if (!folder.ok) return folder;
        await mkdir(folder.value, { recursive: true });
        if (grant.kind === 'stick') {
          // A link would lead away from the stick.
          if (!(await lstat(folder.value)).isDirectory()) return err({ code: 'file/cannot-write', params: {} });
          await sweepUnfinished(folder.value);
        }
        return ok({ path: join(folder.value, name), fetch: null });
      } catch (error) {
        return err(fileErrorOf(error));
      }
    },

    stage: async ({
      token,
      name,
      data,
      secret = false,
      maxBytes = secret ? limits.attachmentBytes : maxStagedBytes,
    }) => {
      try {
        await mkdir(spool, { recursive: true });
        const path = join(spool, `${toHex(randomBytes(6))}.in`);
        const begin = (): string =>
          add(
            secret
              ? { kind: 'sealed', path, name, upload: createSealedUpload(path), bytes: 0 }
              : { kind: 'staging', path, name, bytes: 0 },
          );
        const key = token ?? begin();
        const grant = grants.get(key);
        if (grant?.kind !== (secret ? 'sealed' : 'staging')) return err(refusal('file/unknown-token', {}));
        if (grant.bytes + data.length > maxBytes) {
          await rm(grant.path, { force: true });
          return err(refusal('file/too-large', { maxBytes }));
        }
        if (grant.kind === 'sealed') await grant.upload.append(data);
        else await appendFile(grant.path, data);
        grant.bytes += data.length;
        return ok({ token: key, bytes: grant.bytes });
      } catch (error) {
        return err(fileErrorOf(error, data.length));
      }
    },

    piece: async (token, offset) => {
      const grant = grants.get(token);
      if (grant?.kind !== 'file') return err(refusal('file/unknown-token', {}));
      try {
        const file = await open(grant.path, 'r');
        try {
          const { size } = await file.stat();
          const data = new Uint8Array(Math.max(0, Math.min(pieceBytes, size - offset)));
          await file.read(data, 0, data.length, offset);
          return ok({ name: grant.name, bytes: size, data, done: offset + data.length >= size });
        } finally {
          await file.close();
        }
      } catch (error) {
        fileErrorOf(error);
        return err(refusal('file/unknown-token', {}));
      }
    },

    clear: () => {
      grants.clear();
      given.clear();
    },
  };
}

const isUpload = (grant: Grant): boolean => grant.kind === 'staging' || grant.kind === 'sealed';

/** Bytes of a file in pieces of at most 64 KiB. */
export async function* readPieces(path: string): AsyncIterable<Uint8Array> {
  for await (const piece of createReadStream(path, { highWaterMark: 64 * 1024 })) yield piece as Uint8Array;
}
