import type { HandlersOf } from '#core/context.ts';
import { ok } from '#shared/lib/result.ts';
import { deleteDraft, listDrafts, readDraft, saveDraft } from './drafts-store.ts';

/** Drafts are a person's own: another user of the same PC never sees them. */
export const draftHandlers: HandlersOf<'drafts'> = {
  'drafts.put': async ({ services, session, trx }, { form, recordId, title, data }) => {
    if (trx === null) throw new Error('drafts.put runs in a transaction');
    const savedAt = new Date(services.ports.now()).toISOString();
    await saveDraft(trx, { user: session.access.user, form, recordId }, { title, data, savedAt });
    return ok({ savedAt });
  },
  'drafts.get': async ({ db, session }, { form, recordId }) =>
    ok(await readDraft(db, { user: session.access.user, form, recordId })),
  'drafts.list': async ({ db, session }) => ok(await listDrafts(db, session.access.user)),
  'drafts.discard': async ({ trx, session }, { form, recordId }) => {
    if (trx === null) throw new Error('drafts.discard runs in a transaction');
    await deleteDraft(trx, { user: session.access.user, form, recordId });
    return ok({});
  },
};
