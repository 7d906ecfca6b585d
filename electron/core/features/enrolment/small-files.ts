/** @file Enrolment files are small: read whole, written whole, never larger than their format allows. */
import { readFile } from 'node:fs/promises';
import type { HomeContext } from '#core/context.ts';
import { writable } from '#core/features/files/writable.ts';
import { fileErrorOf } from '#core/files/file-error.ts';
import { writeFileAtomically } from '#core/files/atomic-write.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';

export async function readSmallFile(
  context: HomeContext,
  token: string,
  maxBytes: number,
): Promise<Result<Uint8Array, AppError<'file/unknown-token' | 'file/not-found' | 'file/too-large'>>> {
  const source = await context.services.files.source(token);
  if (!source.ok) return source;
  if (source.value.bytes > maxBytes) return err(refusal('file/too-large', { maxBytes }));
  try {
    return ok(await readFile(source.value.path));
  } catch (error) {
    fileErrorOf(error);
    return err(refusal('file/not-found', {}));
  }
}

export type SmallFile = { readonly file: string; readonly bytes: number; readonly download: string | null };

/** Writes to the place behind the token, or, without one, to where the host can fetch it. */
export async function writeSmallFile(
  context: HomeContext,
  token: string | null,
  name: string,
  bytes: Uint8Array,
): Promise<Result<SmallFile, AppError<'file/unknown-token' | 'file/cannot-write' | 'file/no-space'>>> {
  const target = await context.services.files.target(token, name);
  if (!target.ok) return err(writable(target.error));
  const written = await writeFileAtomically(target.value.path, bytes, { readBack: true });
  if (!written.ok) return err(writable(written.error));
  const { path, fetch } = target.value;
  return ok({ file: fetch === null ? path : name, bytes: bytes.length, download: fetch });
}
