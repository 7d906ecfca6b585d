import type { DocumentType } from '#shared/domain/generated/code-lists.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { callUntilAnswered } from '#renderer/client/call-until-answered.ts';
import { type Client, NoAnswer, noAnswerReference } from '#renderer/client/client.ts';
import { stageSecret } from '#renderer/client/files.ts';
import type { PreparedFile } from './prepare-file.ts';
import type { ChosenFields } from './chosen-file.ts';

/** What of a file has reached core, so that another try after a lost answer cannot attach it twice. */
export type Sent = { commandId: string; file: string | null; preview: string | null };

export const nothingSentYet = (): Sent => ({ commandId: crypto.randomUUID(), file: null, preview: null });

type Sending = {
  readonly recordId: string;
  readonly fields: ChosenFields;
  readonly file: PreparedFile;
  /** Filled here; it is emptied again by a refusal. */
  readonly before: Sent;
  /** Of the file and its preview together. */
  readonly onProgress: (doneBytes: number) => void;
  readonly signal: AbortSignal;
};

/** Null when it is attached, else why not; `stopped` when the person stopped it. */
export async function sendFile(client: Client, sending: Sending): Promise<AppError | 'stopped' | null> {
  const { recordId, fields, file, before, onProgress, signal } = sending;
  try {
    const staged = await stageOnce(client, before, 'file', file.contents, { onProgress, signal });
    if (staged !== null) return staged;
    if (file.preview) {
      const done = file.contents.size;
      const preview = { signal, onProgress: (bytes: number) => onProgress(done + bytes) };
      const drawn = await stageOnce(client, before, 'preview', file.preview, preview);
      if (drawn !== null) return drawn;
    }
  } catch (cause) {
    if (!(cause instanceof NoAnswer)) throw cause;
    return noAnswer;
  }
  const answer = await callUntilAnswered(client, 'attachments.add', {
    commandId: before.commandId,
    recordId,
    name: fields.name,
    class: fields.class,
    what: (fields.what ?? '') as DocumentType | '',
    taken: fields.taken,
    file: before.file ?? '',
    preview: before.preview,
  });
  if (answer === null) return noAnswer;
  if (answer.ok) return null;
  // A refused file is staged anew: core has let go of what it was given.
  Object.assign(before, nothingSentYet());
  return answer.error;
}

const noAnswer: AppError = refusal('internal', { reference: noAnswerReference });

async function stageOnce(
  client: Client,
  before: Sent,
  which: 'file' | 'preview',
  contents: Blob,
  transfer: { onProgress: (bytes: number) => void; signal: AbortSignal },
): Promise<AppError | 'stopped' | null> {
  if (before[which] !== null) return null;
  // What a file is called elsewhere is no business of the folder it waits in.
  const staged = await stageSecret(client, new File([contents], which), transfer);
  if (staged === null) return 'stopped';
  if (!staged.ok) return staged.error;
  before[which] = staged.value.token;
  return null;
}
