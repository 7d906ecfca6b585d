import type { Kysely } from 'kysely';
import type { Tables } from '#core/db/tables.ts';
import { isLate } from '#shared/domain/action-rules.ts';
import { listActions } from './actions-store.ts';

/** What is still to be done of what meetings of a forum agreed on, due first at the top; `rows`: at most `limit` of them. */
export async function openActions(
  db: Kysely<Tables>,
  { forumId, today, limit }: { readonly forumId: string; readonly today: string; readonly limit: number },
) {
  const filter = { search: '', today, escalatedBefore: today, forumId, office: null, issueId: null, plan: null };
  const ofForum = { ...filter, before: null, offset: 0 };
  const [open, late] = await Promise.all([
    listActions(db, { ...ofForum, show: 'open', limit }),
    listActions(db, { ...ofForum, show: 'late', limit: 1 }),
  ]);
  return {
    open: open.total,
    late: late.total,
    rows: open.rows.map(({ actionId, meetingId, what, due, status }) => ({
      id: actionId,
      meetingId,
      what,
      due,
      status,
      late: isLate({ status, due }, today),
    })),
  };
}
