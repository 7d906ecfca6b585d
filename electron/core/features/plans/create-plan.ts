import type { Handler } from '#core/context.ts';
import { newGroups } from '#core/features/records/group-changes.ts';
import { canRecord, openForChange } from '#core/features/records/guards.ts';
import { createdBy } from '#core/features/records/write-results.ts';
import { isSensitiveIssue } from '#core/features/reference/code-lists.ts';
import { rulesInForce } from '#core/features/rules/rules-in-force.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { planToGroups } from './plan-groups.ts';
import { linkIssues } from './plan-issues.ts';
import { checkSessions } from './plan-sessions.ts';
import { nextPlanNumber } from './plans-store.ts';

export const createPlan: Handler<'plans.create'> = async (context, { forumId, fields }) => {
  const allowed = canRecord(context, 'policing');
  if (!allowed.ok) return allowed;
  const forum = await openForChange(context, forumId, 'forum');
  if (!forum.ok) return forum;
  // A plan is made where the forum is owned; here there are no others to choose from.
  if (!forum.value.mine) return err(refusal('record/not-found', {}));
  const { sspMaxPriorityProblems: max } = await rulesInForce(context);
  if (fields.problems.length > max) return err(refusal('plan/too-many-problems', { max }));
  const sessions = await checkSessions(context, forumId, fields.consultations);
  if (!sessions.ok) return sessions;
  const year = Number(fields.startsOn.slice(0, 4));
  const number = await nextPlanNumber(context.db, forumId, year);
  const id = context.services.ports.newId();
  createdBy(
    context.write({
      record: id,
      at: 'plan',
      kind: 'plan.drafted',
      creates: true,
      groups: [
        { group: 'place', value: { forum: forumId, year, number } },
        { group: 'status', value: { status: 'draft', since: fields.draftedOn } },
        ...newGroups(planToGroups(fields, isSensitiveIssue(context.services.ports))),
      ],
    }),
  );
  const linked = await linkIssues(context, id, fields.problems);
  if (!linked.ok) throw new Error(`an issue was not linked: ${linked.error.code}`);
  return ok({ id, number, year });
};
