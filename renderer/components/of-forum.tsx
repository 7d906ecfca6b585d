import type { ReactNode } from 'react';
import { useCan } from '#renderer/client/session-context.tsx';
import { useCall } from '#renderer/client/use-call.ts';
import { QueryState } from './query-state.tsx';

/** The forum whose records a list shows. */
export type ListForum = {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  /** This person may record more of them: the forum is of this office, and not void. */
  readonly mayAdd: boolean;
};

/** A list of the records of all forums (`null`), or with `forumId` of one, as soon as that forum is known. */
export function OfForum({
  forumId,
  children,
}: {
  forumId: string | undefined;
  children: (forum: ListForum | null) => ReactNode;
}) {
  return forumId === undefined ? children(null) : <OfOne forumId={forumId}>{children}</OfOne>;
}

function OfOne({ forumId, children }: { forumId: string; children: (forum: ListForum) => ReactNode }) {
  const mayWrite = useCan('policing.write');
  const forum = useCall('forums.get', { forumId });
  return (
    <QueryState of={forum}>
      {({ id, name, place, owner, voided }) =>
        children({ id, name, place, mayAdd: mayWrite && owner.mine && voided === null })
      }
    </QueryState>
  );
}
