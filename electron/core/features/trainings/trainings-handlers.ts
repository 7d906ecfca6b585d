import type { HandlersOf } from '#core/context.ts';
import { forumNameOf } from '#core/features/forums/forum-name.ts';
import { frameOf, openRecord } from '#core/features/records/read-record.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { certify, withdraw } from './certificates.ts';
import { createTraining } from './create-training.ts';
import { editTraining } from './edit-training.ts';
import { followUp } from './follow-up.ts';
import { readTraining } from './read-training.ts';
import { recordResults } from './record-results.ts';
import { listTrainings } from './trainings-store.ts';

export const trainingHandlers: HandlersOf<'trainings'> = {
  'trainings.list': async (context, input) => {
    const { rows, total } = await listTrainings(context.db, input);
    const named = rows.map(({ owner, ...row }) => ({ ...row, ownerName: context.home.rosters.nodeName(owner) }));
    return ok({ rows: named, total });
  },
  'trainings.get': async (context, { trainingId }) => {
    const record = await openRecord(context, trainingId, 'training');
    if (!record) return err(refusal('record/not-found', {}));
    const training = readTraining(record.values);
    const frame = await frameOf(context, record);
    const forumName = await forumNameOf(context.db, training.forum);
    return ok({
      ...frame,
      ...training,
      // A forum that was not sent here cannot be opened here.
      forum: forumName === null ? null : training.forum,
      forumName: forumName ?? '',
      mayCertify: frame.may.edit && context.session.access.permissions.has('policing.approve'),
    });
  },
  'trainings.create': createTraining,
  'trainings.edit': editTraining,
  'trainings.record': recordResults,
  'trainings.certify': certify,
  'trainings.withdraw': withdraw,
  'trainings.followUp': followUp,
};
