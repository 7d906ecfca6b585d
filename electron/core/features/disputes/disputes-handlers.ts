import type { HandlersOf, HomeContext } from '#core/context.ts';
import { nullableTextIn, rowsIn, textIn, textsIn } from '#core/changes/record-values.ts';
import { authorNames } from '#core/features/records/authors.ts';
import { localValuesOf } from '#core/features/records/local-values.ts';
import { frameOf, type OpenRecord, openRecord } from '#core/features/records/read-record.ts';
import { isEntitled, sharedWith, standingOf } from '#core/features/transfers/transfer-state.ts';
import { transferOf } from '#core/features/transfers/transfer-view.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { addStep } from './add-step.ts';
import { agreementHandlers } from './agreements/agreement-handlers.ts';
import { assignMediators } from './assign-mediators.ts';
import { groupsToDispute } from './dispute-groups.ts';
import { listDisputes, mediatorsOf, stepAuthors } from './disputes-store.ts';
import { editDispute } from './edit-dispute.ts';
import { moveDispute } from './move-dispute.ts';
import { openDispute } from './open-dispute.ts';
import { referralHandlers } from './referrals/referral-handlers.ts';

export const disputeHandlers: HandlersOf<'disputes'> = {
  ...agreementHandlers,
  ...referralHandlers,
  'disputes.list': async (context, input) => {
    const { rows, total } = await listDisputes(context.db, input, context.home.rosters.self().node);
    const named = rows.map(({ owner, ...row }) => ({ ...row, ownerName: context.home.rosters.nodeName(owner) }));
    return ok({ rows: named, total });
  },
  'disputes.get': async (context, { disputeId }) => {
    const record = await openRecord(context, disputeId, 'dispute');
    if (!record) return err(refusal('record/not-found', {}));
    return ok({
      ...(await frameOf(context, record)),
      ...groupsToDispute(record.values, await localValuesOf(context, disputeId)),
      ...(await peopleOf(context, record)),
      ...(await movesOf(context, record)),
    });
  },
  'disputes.open': openDispute,
  'disputes.edit': editDispute,
  'disputes.move': moveDispute,
  'disputes.addStep': addStep,
  'disputes.assign': assignMediators,
  'disputes.mediators': async (context) => ok(await mediatorsOf(context.db, context.home.rosters.self().node)),
};

async function movesOf(context: HomeContext, { id, values }: OpenRecord) {
  const standing = await standingOf(context, id);
  const withheld = [...values.all.values()].some(({ state }) => state === 'withheld');
  return {
    transfer: await transferOf(context, { id, at: 'dispute' }, standing),
    sharedWith: sharedWith(context, standing),
    incomplete: withheld && isEntitled(context, standing),
  };
}

/** Steps in the order of their dates, and mediators, with the names of those who did them. */
async function peopleOf(context: HomeContext, { id, values }: OpenRecord) {
  const [authors, names] = [await stepAuthors(context.db, id), await authorNames(context)];
  const steps = values.elements('step').map((step) => {
    const text = values.one(`stepText:${step.id}`);
    return {
      id: step.id,
      kind: textIn(step.value, 'kind'),
      date: textIn(step.value, 'date'),
      text: nullableTextIn(text, 'text'),
      next: nullableTextIn(text, 'next'),
      corrects: nullableTextIn(step.value, 'corrects'),
      parties: [...textsIn(step.value, 'parties')],
      others: textIn(text, 'others'),
      said: rowsIn(text, 'said').map((one) => ({ party: textIn(one, 'party'), text: textIn(one, 'text') })),
      nextDue: nullableTextIn(text, 'nextDue'),
      by: names.get(authors.get(step.id) ?? '') ?? '',
    };
  });
  const mediators = values.elements('mediator').map(({ id: userId }) => ({ userId, name: names.get(userId) ?? '' }));
  return { steps: steps.toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date))), mediators };
}
