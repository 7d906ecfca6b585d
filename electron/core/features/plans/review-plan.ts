import { reviewsIn } from '#core/changes/plan-scores.ts';
import { textIn } from '#core/changes/record-values.ts';
import type { GroupChange } from '#core/changes/write.ts';
import type { Handler } from '#core/context.ts';
import { openForChange } from '#core/features/records/guards.ts';
import { isSensitiveIssue } from '#core/features/reference/code-lists.ts';
import { isInForce } from '#shared/domain/plan-status.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { notBefore, statusGroups } from './move-plan.ts';
import { groupsToContents } from './plan-groups.ts';
import { heldMeetingOf } from './plan-sessions.ts';
import { contentsAfter, nextVersionNumber, versionGroups } from './plan-versions.ts';

/** The forum looks at its plan again: every problem gets a new score, which stands beside the earlier ones. */
export const reviewPlan: Handler<'plans.review'> = async (context, { planId, fields, heads }) => {
  const record = await openForChange(context, planId, 'plan');
  if (!record.ok) return record;
  // An act of the forum is recorded where the forum is.
  if (!record.value.mine) return err(refusal('record/not-yours', {}));
  const { values } = record.value;
  const status = textIn(values.one('status'), 'status');
  if (!isInForce(status)) return err(refusal('plan/not-in-force', {}));
  const { date, meetingId, findings, next, scores, result } = fields;
  const inTime = notBefore(values, date);
  if (!inTime.ok) return inTime;
  const last = reviewsIn(values).at(-1);
  if (last && date < last.date) return err(refusal('plan/date-too-early', { since: last.date }));
  if (meetingId !== null && (await heldMeetingOf(context, textIn(values.one('place'), 'forum'), meetingId)) === null) {
    return err(refusal('plan/unknown-meeting', {}));
  }
  const problems = values.elements('problem').map(({ id }) => id);
  const scored = new Set(scores.map(({ problem }) => problem));
  if (scores.length !== problems.length || problems.some((id) => !scored.has(id))) {
    return err(refusal('plan/scores-incomplete', {}));
  }
  const { newId } = context.services.ports;
  const review: GroupChange = {
    group: `review:${newId()}`,
    value: { date, meeting: meetingId, findings, next, scores: scores.map((score) => ({ ...score })) },
  };
  const version = versionGroups(
    newId(),
    { number: nextVersionNumber(values), date, cause: 'reviewed', reason: '' },
    groupsToContents(contentsAfter(values, [review])),
    isSensitiveIssue(context.services.ports),
  );
  const moved = status === result ? [] : statusGroups(newId(), { to: result, date, reason: '' });
  const written = context.write({
    record: planId,
    at: 'plan',
    kind: 'plan.reviewed',
    groups: [review, ...moved, ...version],
    heads,
  });
  return written.ok ? ok({ id: planId, status: result }) : written;
};
