/** @file The window's only way to anything: typed calls over the contract, and events. */
import type { InputOf, MethodName, OutputOf } from '#shared/contract/contract.ts';
import type { AppError } from '#shared/errors/codes.ts';
import type { Result } from '#shared/lib/result.ts';

export type Answer<M extends MethodName> = Result<OutputOf<M>, AppError>;

export type ClientEvent = { readonly type: string; readonly [key: string]: unknown };

export type Client = {
  /** Rejects with `NoAnswer` when the host could not be reached: the outcome is unknown then. */
  call<M extends MethodName>(method: M, input: InputOf<M>): Promise<Answer<M>>;
  /** Answers how to stop listening. */
  onEvent(listener: (event: ClientEvent) => void): () => void;
};

/** The host gave no answer. A command may have been done; it is safe to repeat it with the same `commandId`. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** Reference that the screen shows when no host answered, in the place of one from the log. */
export const noAnswerReference = 'no-answer';
