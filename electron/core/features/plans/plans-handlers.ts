import type { HandlersOf, HomeContext } from '#core/context.ts';
import { reviewsIn } from '#core/changes/plan-scores.ts';
import { intIn, type RecordValues, textIn } from '#core/changes/record-values.ts';
import { frameOf, openRecord } from '#core/features/records/read-record.ts';
import { rulesInForce } from '#core/features/rules/rules-in-force.ts';
import { missingVoices, reviewDueOn } from '#shared/domain/plan-status.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { createPlan } from './create-plan.ts';
import { editPlan } from './edit-plan.ts';
import { endorsePlan } from './endorse-plan.ts';
import { movePlan } from './move-plan.ts';
import { groupsToContents, groupsToPlan } from './plan-groups.ts';
import { progressPlan } from './plan-progress.ts';
import { consultationsOf, heldSessions } from './plan-sessions.ts';
import { contentsOfVersion, versionsIn } from './plan-versions.ts';
import { listPlans } from './plans-store.ts';
import { reviewPlan } from './review-plan.ts';

export const planHandlers: HandlersOf<'plans'> = {
  'plans.list': async (context, input) => {
    const { rows, total } = await listPlans(context.db, input);
    const { sspReviewIntervalDays } = await rulesInForce(context);
    const named = rows.map(({ owner, endorsedOn, reviewedOn, ...row }) => ({
      ...row,
      reviewDueOn: reviewDueOn({ status: row.status, endorsedOn, reviewedOn }, sspReviewIntervalDays),
      ownerName: context.home.rosters.nodeName(owner),
    }));
    return ok({ rows: named, total });
  },
  'plans.get': async (context, { planId }) => {
    const record = await openRecord(context, planId, 'plan');
    if (!record) return err(refusal('record/not-found', {}));
    return ok({ ...(await frameOf(context, record)), ...(await planView(context, record.values)) });
  },
  'plans.version': async (context, { planId, versionId }) => {
    const record = await openRecord(context, planId, 'plan');
    if (!record) return err(refusal('record/not-found', {}));
    const { values } = record;
    const contents = versionId === null ? groupsToContents(values) : contentsOfVersion(values, versionId);
    return contents === null ? err(refusal('record/not-found', {})) : ok(contents);
  },
  'plans.create': createPlan,
  'plans.edit': editPlan,
  'plans.move': movePlan,
  'plans.endorse': endorsePlan,
  'plans.review': reviewPlan,
  'plans.progress': progressPlan,
};

async function planView(context: HomeContext, values: RecordValues) {
  const plan = groupsToPlan(values);
  const forum = await openRecord(context, plan.forumId, 'forum');
  const consultations = await consultationsOf(context, values);
  const endorsement = endorsementIn(values);
  const reviews = reviewsIn(values);
  const { sspReviewIntervalDays } = await rulesInForce(context);
  const endorsedOn = endorsement?.date ?? null;
  return {
    ...plan,
    forumName: textIn(forum?.values.one('identity'), 'name'),
    consultations,
    missingVoices: missingVoices(heldSessions(consultations), endorsedOn),
    endorsement,
    reviews,
    versions: versionsIn(values),
    reviewDueOn: reviewDueOn(
      { status: plan.status, endorsedOn, reviewedOn: reviews.at(-1)?.date ?? null },
      sspReviewIntervalDays,
    ),
  };
}

function endorsementIn(values: RecordValues) {
  const value = values.one('endorsement');
  return (
    value && {
      meetingId: textIn(value, 'meeting'),
      date: textIn(value, 'date'),
      present: intIn(value, 'present'),
      needed: intIn(value, 'needed'),
      gapReason: textIn(value, 'gapReason'),
    }
  );
}
