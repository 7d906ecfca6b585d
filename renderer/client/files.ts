/** @file Files on their way in and out, on hosts with dialogs and without. No path is ever seen here. */
import type { InputOf, OutputOf } from '#shared/contract/contract.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { Client } from './client.ts';

export type PickedFile = { readonly token: string; readonly name: string };
export type FileKind = InputOf<'host.pickFiles'>['kind'] | 'backup';

const pieceBytes = 512 * 1024;

/** Hands a browser's file to core in pieces; answers the token that stands for it. */
export function stageFile(client: Client, file: File): Promise<Result<PickedFile, AppError>> {
  return inPieces(file, (piece, last) =>
    client.call('files.stage', { ...piece, last, commandId: crypto.randomUUID() }),
  );
}

/** A sheet, which core seals as it comes: names of people stand in it. */
export function stageSheet(client: Client, file: File): Promise<Result<PickedFile, AppError>> {
  return inPieces(file, (piece, last) =>
    client.call('files.stage', { ...piece, last, secret: true, commandId: crypto.randomUUID() }),
  );
}

/** The same for a backup, into a home that is empty. */
export function stageBackup(client: Client, file: File): Promise<Result<PickedFile, AppError>> {
  return inPieces(file, (piece) => client.call('backup.stage', { ...piece, commandId: crypto.randomUUID() }));
}

export type Transfer = {
  /** Told after each piece. */
  readonly onProgress: (doneBytes: number) => void;
  /** Once it is aborted no further piece goes; `null` is answered. */
  readonly signal: AbortSignal;
};

/** A file for a record: core seals it as it comes, so that nothing of it lies in clear on the disk. */
export async function stageSecret(
  client: Client,
  file: File,
  { onProgress, signal }: Transfer,
): Promise<Result<PickedFile, AppError> | null> {
  let done = 0;
  const answer = await inPieces(file, async (piece, last) => {
    if (signal.aborted) return err(stopped);
    const staged = await client.call('files.stage', { ...piece, last, secret: true, commandId: crypto.randomUUID() });
    done = Math.min(file.size, done + pieceBytes);
    onProgress(done);
    return staged;
  });
  return !answer.ok && answer.error === stopped ? null : answer;
}

const stopped: AppError = refusal('internal', { reference: 'stopped' });

/**
 * An attachment in clear, put together in memory; nothing of it is kept in the cache of answers. `null`: aborted. The
 * type is the one that core found in its contents.
 */
export async function fetchAttachment(
  client: Client,
  what: { readonly recordId: string; readonly attachmentId: string; readonly preview: boolean },
  { onProgress, signal }: Transfer,
): Promise<Result<Blob, AppError> | null> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let offset = 0; ; ) {
    if (signal.aborted) return null;
    const answer = await client.call('attachments.piece', { ...what, offset });
    if (!answer.ok) return answer;
    const piece = bytesOf(answer.value.data);
    pieces.push(piece);
    offset += piece.length;
    onProgress(offset);
    if (answer.value.done || piece.length === 0) return ok(new Blob(pieces, { type: answer.value.type }));
  }
}

type Piece = { readonly token: string | null; readonly name: string; readonly data: string };
type Staged = Result<OutputOf<'files.stage'>, AppError>;

async function inPieces(
  file: File,
  send: (piece: Piece, last: boolean) => Promise<Staged>,
): Promise<Result<PickedFile, AppError>> {
  let token: string | null = null;
  let offset = 0;
  do {
    const end: number = Math.min(file.size, offset + pieceBytes);
    const data = base64Of(new Uint8Array(await file.slice(offset, end).arrayBuffer()));
    const answer: Staged = await send({ token, name: file.name.slice(0, 300), data }, end === file.size);
    if (!answer.ok) return answer;
    token = answer.value.token;
    offset = end;
  } while (offset < file.size);
  return ok({ token, name: file.name });
}

/** Address of a written file on hosts without dialogs; the browser saves it where it saves files. */
export const downloadAddress = (token: string): string => `./file/${token}`;

/** Chunked, since a call with half a million arguments overflows the stack. */
function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  }
  return btoa(text);
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index);
  return bytes;
}
