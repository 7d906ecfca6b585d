import type { HandlersOf } from '#core/context.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { listConflicts } from './conflicts.ts';
import { historyOf } from './history.ts';
import { formHeadsOf, recordTypeOf } from './read-record.ts';
import { resolveConflict, resolveMany } from './resolve-conflict.ts';
import { listSettled, undoResolve } from './settled-conflicts.ts';
import { voidRecord } from './void-record.ts';

export const recordHandlers: HandlersOf<'records'> = {
  'records.history': async (context, { recordId }) => {
    if ((await recordTypeOf(context, recordId)) === null) return err(refusal('record/not-found', {}));
    return ok(await historyOf(context, recordId));
  },
  'records.heads': async (context, { recordId }) => {
    if ((await recordTypeOf(context, recordId)) === null) return err(refusal('record/not-found', {}));
    return ok({ heads: await formHeadsOf(context, recordId) });
  },
  'records.void': voidRecord,
  'records.conflicts': async (context) => ok(await listConflicts(context)),
  'records.resolve': resolveConflict,
  'records.resolveMany': resolveMany,
  'records.settled': async (context) => ok(await listSettled(context)),
  'records.undoResolve': undoResolve,
};
