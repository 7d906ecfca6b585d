import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { InputOf, MethodName, OutputOf } from '#shared/contract/contract.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, type Result } from '#shared/lib/result.ts';
import { callUntilAnswered } from './call-until-answered.ts';
import { noAnswerReference } from './client.ts';
import { refreshAreas, useClient } from './client-context.tsx';

export type CommandName = {
  // An empty input is a record of any key that is never there.
  [M in MethodName]: string extends keyof InputOf<M> ? never : 'commandId' extends keyof InputOf<M> ? M : never;
}[MethodName];
export type CommandInput<M extends CommandName> = Omit<InputOf<M>, 'commandId'>;

/** Path of a field in the input (`fields.members.0.name`) to the code of its sentence. */
export type FieldErrors = Readonly<Record<string, string>>;

export type Command<M extends CommandName> = {
  readonly run: (input: CommandInput<M>) => Promise<Result<OutputOf<M>, AppError>>;
  readonly busy: boolean;
  /** Of the last run; field errors stand in `fieldErrors` as well. */
  readonly error: AppError | null;
  readonly fieldErrors: FieldErrors;
  readonly clear: () => void;
};

export function useCommand<M extends CommandName>(method: M): Command<M> {
  const client = useClient();
  const cache = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  /** Kept while the outcome of an attempt is unknown, so that trying again cannot do it twice. */
  const pending = useRef<{ readonly id: string; readonly input: string } | null>(null);

  async function run(input: CommandInput<M>): Promise<Result<OutputOf<M>, AppError>> {
    setBusy(true);
    setError(null);
    const text = JSON.stringify(input);
    const id = pending.current?.input === text ? pending.current.id : crypto.randomUUID();
    pending.current = { id, input: text };
    const answer = await callUntilAnswered(client, method, { ...input, commandId: id } as unknown as InputOf<M>);
    if (answer !== null) pending.current = null;
    const result = answer ?? err(refusal('internal', { reference: noAnswerReference }));
    // After a refusal because of a newer version, screens show that version before anyone tries again.
    if (result.ok || result.error.code === 'record/changed') refreshAreas(cache, [method.split('.')[0] ?? '']);
    if (!result.ok) setError(result.error);
    setBusy(false);
    return result;
  }

  return { run, busy, error, fieldErrors: fieldErrorsOf(error), clear: () => setError(null) };
}

export function fieldErrorsOf(error: AppError | null): FieldErrors {
  if (error?.code !== 'call/bad-input') return {};
  return Object.fromEntries(error.params.fields.map(({ path, code }) => [path, code]));
}
