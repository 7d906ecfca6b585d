/** @file A file between being chosen and being stored. */
import type { AttachmentClass } from '#shared/contract/attachments.ts';
import type { AppError } from '#shared/errors/codes.ts';
import type { PreparedFile, PrepareFault } from './prepare-file.ts';

export type ChosenFields = {
  readonly name: string;
  /** Code of the kind of document; null: not told. */
  readonly what: string | null;
  readonly taken: string | null;
  readonly class: AttachmentClass;
};

export type ChosenState =
  | { readonly at: 'preparing' }
  | { readonly at: 'faulty'; readonly fault: PrepareFault }
  | { readonly at: 'ready'; readonly file: PreparedFile; readonly error: AppError | null }
  | { readonly at: 'sending'; readonly file: PreparedFile; readonly doneBytes: number; readonly totalBytes: number };

export type ChosenFile = {
  readonly id: string;
  readonly original: File;
  readonly fields: ChosenFields;
  readonly state: ChosenState;
};
