import { useState } from 'react';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { noAnswerReference } from '#renderer/client/client.ts';
import { useClient } from '#renderer/client/client-context.tsx';
import { useCall } from '#renderer/client/use-call.ts';

/**
 * Asks the person for a folder where the host has dialogs. Without dialogs there is nothing to ask: `run` gets null
 * and the file is fetched from the core afterwards. `run` is not called when the dialog is closed.
 */
export function useSaveFolder() {
  const client = useClient();
  const capabilities = useCall('host.capabilities', {});
  const [error, setError] = useState<AppError | null>(null);

  async function askHost(): Promise<{ readonly dialogs: boolean } | null> {
    const answer = await client.call('host.capabilities', {}).catch(() => null);
    return answer?.ok ? answer.value : null;
  }

  async function withFolder(run: (token: string | null) => Promise<unknown>): Promise<void> {
    setError(null);
    // A click that comes before the host has said what it can do must not be lost.
    const host = capabilities.value ?? (await askHost());
    if (host === null) {
      setError(refusal('internal', { reference: noAnswerReference }));
      return;
    }
    if (!host.dialogs) {
      await run(null);
      return;
    }
    const answer = await client.call('host.pickFolder', {}).catch(() => null);
    if (answer === null) setError(refusal('internal', { reference: noAnswerReference }));
    else if (!answer.ok) setError(answer.error);
    else if (answer.value !== null) await run(answer.value.token);
  }

  return { withFolder, hasDialogs: capabilities.value?.dialogs ?? false, error };
}
