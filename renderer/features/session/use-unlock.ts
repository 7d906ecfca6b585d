import { useState } from 'react';
import type { SessionState } from '#shared/contract/session.ts';
import type { AppError } from '#shared/errors/codes.ts';
import { type CommandInput, useCommand } from '#renderer/client/use-command.ts';
import { useSecondsUntil } from '#renderer/components/countdown.ts';

type Opening = 'session.unlock' | 'session.recover';

/** Opens the session; after a refusal it knows how long the next attempt has to wait. */
export function useUnlock<M extends Opening>(method: M, onOpen: (session: SessionState) => void) {
  const command = useCommand(method);
  const [waitUntil, setWaitUntil] = useState<number | null>(null);
  const waitSeconds = useSecondsUntil(waitUntil);

  async function run(input: CommandInput<M>): Promise<void> {
    const answer = await command.run(input);
    if (answer.ok) onOpen(answer.value as SessionState);
    else setWaitUntil(waitOf(answer.error));
  }

  return { run, busy: command.busy, error: command.error, fieldErrors: command.fieldErrors, waitSeconds };
}

function waitOf(error: AppError): number | null {
  if (error.code === 'session/refused') return performance.now() + error.params.waitMs;
  return error.code === 'session/wait' ? performance.now() + error.params.seconds * 1000 : null;
}
