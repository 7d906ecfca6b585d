import { useState } from 'react';
import type { FieldErrors } from '#renderer/client/use-command.ts';

const none: readonly string[] = [];

/**
 * What an attempt told of its fields, less those touched since. `attempt`: another object with every attempt, so that
 * the same fault made again is told again.
 */
export function useOpenErrors(
  fieldErrors: FieldErrors,
  attempt: object | null,
): { readonly errors: FieldErrors; readonly onEdit: (name: string) => void } {
  const [edited, setEdited] = useState({ of: attempt, names: none });
  const names = edited.of === attempt ? edited.names : none;
  return {
    errors: Object.fromEntries(Object.entries(fieldErrors).filter(([name]) => !names.includes(name))),
    onEdit: (name) =>
      setEdited((before) => {
        const kept = before.of === attempt ? before.names : none;
        return kept.includes(name) ? before : { of: attempt, names: [...kept, name] };
      }),
  };
}
