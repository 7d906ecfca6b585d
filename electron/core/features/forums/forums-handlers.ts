import type { HandlersOf } from '#core/context.ts';
import { frameOf, openRecord } from '#core/features/records/read-record.ts';
import { forumTransfer } from '#core/features/transfers/transfer-view.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { createForum } from './create-forum.ts';
import { editForum } from './edit-forum.ts';
import { forumDashboard } from './forum-dashboard.ts';
import { groupsToForum } from './forum-groups.ts';
import { turnsOf } from './forum-turns.ts';
import { listForums } from './forums-store.ts';
import { endForum, reviveForum } from './turn-forum.ts';

export const forumHandlers: HandlersOf<'forums'> = {
  'forums.list': async (context, input) => {
    const { rows, total } = await listForums(context.db, input);
    const named = rows.map(({ owner, ...row }) => ({ ...row, ownerName: context.home.rosters.nodeName(owner) }));
    return ok({ rows: named, total });
  },
  'forums.get': async (context, { forumId }) => {
    const record = await openRecord(context, forumId, 'forum');
    if (!record) return err(refusal('record/not-found', {}));
    const turns = await turnsOf(context, record.values);
    const moves = await forumTransfer(context, record);
    return ok({ ...(await frameOf(context, record)), ...groupsToForum(record.values), turns, ...moves });
  },
  'forums.dashboard': forumDashboard,
  'forums.create': createForum,
  'forums.edit': editForum,
  'forums.end': endForum,
  'forums.revive': reviveForum,
};
