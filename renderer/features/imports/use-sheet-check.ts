import { useState } from 'react';
import type { InputOf } from '#shared/contract/contract.ts';
import type { SheetReport } from '#shared/contract/imports.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { noAnswerReference } from '#renderer/client/client.ts';
import { useClient } from '#renderer/client/client-context.tsx';

export type Source = {
  readonly kind: InputOf<'imports.check'>['kind'];
  readonly forumId: string | null;
  readonly file: string;
  readonly sheet: string;
  readonly columns: { readonly column: number; readonly field: string }[];
};

/** Asked for by a person and never from the cache: a file may have changed since it was asked about last. */
export function useSheetCheck() {
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);

  async function check(source: Source): Promise<SheetReport | null> {
    setBusy(true);
    setError(null);
    const answer = await client.call('imports.check', source).catch(() => null);
    setBusy(false);
    if (answer?.ok) return answer.value;
    setError(answer?.error ?? refusal('internal', { reference: noAnswerReference }));
    return null;
  }

  return { check, busy, error };
}
