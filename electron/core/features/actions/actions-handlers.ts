import type { HandlersOf, HomeContext } from '#core/context.ts';
import { progressOf } from '#core/changes/action-progress.ts';
import { nullableTextIn, textIn } from '#core/changes/record-values.ts';
import { sensitiveCodes } from '#core/features/issues/issue-codes.ts';
import { frameOf, openRecord } from '#core/features/records/read-record.ts';
import { rulesInForce } from '#core/features/rules/rules-in-force.ts';
import { daysLate, isEscalated, isLate } from '#shared/domain/action-rules.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { addDays } from '#shared/text/calendar.ts';
import { getAction, listActions, sensitiveAmong } from './actions-store.ts';
import { countPromises } from './promises.ts';
import { takeBackProgress } from './take-back-progress.ts';
import { tellProgress } from './tell-progress.ts';

export const actionHandlers: HandlersOf<'actions'> = {
  'actions.list': async (context, input) => {
    const { actionEscalationDays: after } = await rulesInForce(context, input.today);
    const escalatedBefore = addDays(input.today, -after);
    const { rows, total } = await listActions(context.db, { ...input, escalatedBefore });
    const sensitive = await sensitiveIn(context, rows);
    return ok({ rows: rows.map((row) => rowOn(context, row, sensitive, input.today, after)), total });
  },
  'actions.get': async (context, { actionId, today }) => {
    const action = await getAction(context.db, actionId);
    const record = action && (await openRecord(context, action.meetingId, 'meeting'));
    if (!action || !record) return err(refusal('record/not-found', {}));
    const { actionEscalationDays: after } = await rulesInForce(context, today);
    const { heads, may } = await frameOf(context, record);
    const agreed = record.values.one(`action:${actionId}`);
    return ok({
      ...rowOn(context, action, await sensitiveIn(context, [action]), today, after),
      resources: textIn(agreed, 'resources'),
      problem: nullableTextIn(agreed, 'problem'),
      planAction: nullableTextIn(agreed, 'planAction'),
      progress: [...progressOf(record.values, actionId)],
      heads,
      may: { tell: may.edit || may.correct },
    });
  },
  'actions.progress': tellProgress,
  'actions.takeBack': takeBackProgress,
  'actions.promises': async (context, period) => {
    const { total, forums, offices, bodies } = await countPromises(context.db, period);
    const named = offices.map(({ owner, ...counts }) => ({
      ...counts,
      office: owner,
      officeName: context.home.rosters.nodeName(owner),
    }));
    return ok({ total, forums, offices: named, bodies });
  },
};

type Stored = Awaited<ReturnType<typeof listActions>>['rows'][number];

const sensitiveIn = ({ db, services }: HomeContext, rows: readonly Stored[]) =>
  sensitiveAmong(
    db,
    rows.map(({ actionId }) => actionId),
    sensitiveCodes(services.ports),
  );

/** What depends on the day it is looked at. */
const rowOn = (
  { home }: HomeContext,
  { owner, ...row }: Stored,
  sensitive: ReadonlySet<string>,
  today: string,
  escalatedAfter: number,
) => ({
  ...row,
  sensitive: sensitive.has(row.actionId),
  late: isLate(row, today),
  daysLate: daysLate(row, today),
  escalated: isEscalated(row, today, escalatedAfter),
  ownerName: home.rosters.nodeName(owner),
  mine: owner === home.rosters.self().node,
});
