import type { JsonObject } from '#core/changes/canonical.ts';
import { currentScores } from '#core/changes/plan-scores.ts';
import { type RecordValues, textIn } from '#core/changes/record-values.ts';
import type { GroupChange } from '#core/changes/write.ts';
import type { Handler, HomeContext } from '#core/context.ts';
import { changedGroups } from '#core/features/records/group-changes.ts';
import { openForChange } from '#core/features/records/guards.ts';
import { isSensitiveIssue } from '#core/features/reference/code-lists.ts';
import { rulesInForce } from '#core/features/rules/rules-in-force.ts';
import type { PlanFields } from '#shared/contract/plan-fields.ts';
import { isEndorsed } from '#shared/domain/plan-status.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { groupsToContents, planSets, planToGroups } from './plan-groups.ts';
import { linkIssues } from './plan-issues.ts';
import { checkSessions } from './plan-sessions.ts';
import { contentsAfter, nextVersionNumber, versionGroups } from './plan-versions.ts';

export const editPlan: Handler<'plans.edit'> = async (context, { planId, fields, revision, heads }) => {
  const record = await openForChange(context, planId, 'plan');
  if (!record.ok) return record;
  const { values } = record.value;
  const checked = await checkContents(context, fields, values);
  if (!checked.ok) return checked;
  const isSensitive = isSensitiveIssue(context.services.ports);
  const wanted = planToGroups(fields, isSensitive);
  const endorsed = isEndorsed(textIn(values.one('status'), 'status'));
  if (endorsed) {
    const mayRevise = revision !== null && context.session.access.permissions.has('policing.approve');
    if (!mayRevise) return err(refusal('plan/locked', {}));
    const kept = keepScores(fields, values, wanted);
    if (!kept.ok) return kept;
  }
  const groups: GroupChange[] = changedGroups(values, wanted, planSets);
  if (groups.length === 0) return ok({ id: planId, changedGroups: [] });
  const version =
    endorsed && revision !== null
      ? versionGroups(
          context.services.ports.newId(),
          { number: nextVersionNumber(values), cause: 'revised', ...revision },
          groupsToContents(contentsAfter(values, groups)),
          isSensitive,
        )
      : [];
  const written = context.write({
    record: planId,
    at: 'plan',
    kind: endorsed ? 'plan.revised' : 'plan.edited',
    groups: [...groups, ...version],
    heads,
  });
  if (!written.ok) return written;
  if (record.value.mine) {
    const linked = await linkIssues(context, planId, fields.problems);
    if (!linked.ok) return linked;
  }
  return ok({ id: planId, changedGroups: groups.map(({ group }) => group) });
};

async function checkContents(
  context: HomeContext,
  fields: PlanFields,
  values: RecordValues,
): Promise<Result<null, AppError<'plan/too-many-problems' | 'plan/unknown-session'>>> {
  const { sspMaxPriorityProblems: max } = await rulesInForce(context);
  // A rule that was tightened later leaves what is there alone.
  const allowed = Math.max(max, values.elements('problem').length);
  if (fields.problems.length > allowed) return err(refusal('plan/too-many-problems', { max }));
  return checkSessions(context, textIn(values.one('place'), 'forum'), fields.consultations, values);
}

/** Once the plan is endorsed its problems are scored anew by a review alone; what was scored first stays. */
function keepScores(
  fields: PlanFields,
  values: RecordValues,
  wanted: Map<string, JsonObject | null>,
): Result<null, AppError<'plan/score-by-review'>> {
  const now = currentScores(values);
  for (const { id, likelihood, impact, vulnerable } of fields.problems) {
    const score = now.get(id);
    if (!score) continue;
    const isSame = score.likelihood === likelihood && score.impact === impact && score.vulnerable === vulnerable;
    if (!isSame) return err(refusal('plan/score-by-review', {}));
    wanted.set(`score:${id}`, null);
  }
  return ok(null);
}
