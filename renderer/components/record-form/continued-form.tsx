import type { ReactNode } from 'react';
import { Redirect } from 'wouter';
import { useCall } from '#renderer/client/use-call.ts';
import { QueryState } from '#renderer/components/query-state.tsx';
import type { DraftForm } from '#renderer/components/use-draft.ts';
import type { FormState } from './use-record-form.ts';

type Props = {
  form: DraftForm;
  /** Where to go when there is no draft any more. */
  otherwise: string;
  children: (forumId: string) => ReactNode;
};

/** Takes up the draft of a new record of a forum: only the draft knows of which. */
export function ContinuedForm({ form, otherwise, children }: Props) {
  const draft = useCall('drafts.get', { form, recordId: null });
  return (
    <QueryState of={draft}>
      {(kept) => {
        const forumId = kept === null ? null : (JSON.parse(kept.data) as FormState<unknown>).parent;
        return forumId === null ? <Redirect to={otherwise} /> : children(forumId);
      }}
    </QueryState>
  );
}
