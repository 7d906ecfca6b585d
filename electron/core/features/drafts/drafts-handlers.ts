import type { HandlersOf, HomeContext } from '#core/context.ts';
import { ok } from '#shared/lib/result.ts';
import { deleteDraft, type DraftKey, listDrafts, readDraft, saveDraft } from './drafts-store.ts';

/** Drafts are a person's own: another user of the same PC never sees them. */
export const draftHandlers: HandlersOf<'drafts'> = {
  'drafts.put': async ({ services, session, trx }, { title, data, ...input }) => {
    if (trx === null) throw new Error('drafts.put runs in a transaction');
    const savedAt = new Date(services.ports.now()).toISOString();
    await saveDraft(trx, keyOf(session, input), { title, data, savedAt });
    return ok({ savedAt });
  },
  'drafts.get': async ({ db, session }, input) => ok(await readDraft(db, keyOf(session, input))),
  'drafts.list': async ({ db, session }) => ok(await listDrafts(db, session.access.user)),
  'drafts.discard': async ({ trx, session }, input) => {
    if (trx === null) throw new Error('drafts.discard runs in a transaction');
    await deleteDraft(trx, keyOf(session, input));
    return ok({});
  },
};

/** Named one by one: what else a call carries is no part of the key. */
const keyOf = (session: HomeContext['session'], { form, recordId, part }: Omit<DraftKey, 'user'>): DraftKey => ({
  user: session.access.user,
  form,
  recordId,
  part,
});
