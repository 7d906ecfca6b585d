import { textIn } from '#core/changes/record-values.ts';
import type { Handler, HomeContext } from '#core/context.ts';
import { openForChange } from '#core/features/records/guards.ts';
import { headsOf, type OpenRecord } from '#core/features/records/read-record.ts';
import { isSensitiveIssue } from '#core/features/reference/code-lists.ts';
import { missingVoices } from '#shared/domain/plan-status.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { notBefore, statusGroups } from './move-plan.ts';
import { groupsToContents } from './plan-groups.ts';
import { includeIssues } from './plan-issues.ts';
import { consultationsOf, heldMeetingOf, heldSessions } from './plan-sessions.ts';
import { nextVersionNumber, versionGroups } from './plan-versions.ts';
import { plansInForce } from './plans-store.ts';

/** The forum endorses its plan; the plan that was in force until then is replaced by it in the same act. */
export const endorsePlan: Handler<'plans.endorse'> = async (context, { planId, meetingId, gapReason, heads }) => {
  const record = await openForChange(context, planId, 'plan');
  if (!record.ok) return record;
  // An act of the forum is recorded where the forum is.
  if (!record.value.mine) return err(refusal('record/not-yours', {}));
  const { values } = record.value;
  if (textIn(values.one('status'), 'status') !== 'consultation') {
    return err(refusal('plan/not-in-consultation', {}));
  }
  const contents = groupsToContents(values);
  if (contents.problems.length === 0) return err(refusal('plan/no-problems', {}));
  const endorsement = await judgeMeeting(context, record.value, meetingId);
  if (!endorsement.ok) return endorsement;
  const { date } = endorsement.value;
  const voices = missingVoices(heldSessions(await consultationsOf(context, values)), date);
  if ((voices.women || voices.youth) && gapReason === '') return err(refusal('plan/voices-missing', voices));
  const { newId } = context.services.ports;
  const version = { number: nextVersionNumber(values), date, cause: 'endorsed', reason: '' } as const;
  const written = context.write({
    record: planId,
    at: 'plan',
    kind: 'plan.endorsed',
    groups: [
      { group: 'endorsement', value: { ...endorsement.value, gapReason } },
      ...statusGroups(newId(), { to: 'endorsed', date, reason: gapReason }),
      ...versionGroups(newId(), version, contents, isSensitiveIssue(context.services.ports)),
    ],
    heads,
  });
  if (!written.ok) return written;
  const included = await includeIssues(context, contents.problems);
  if (!included.ok) return included;
  const replaced = await replaceOthers(context, record.value, date);
  return replaced.ok ? ok({ id: planId, status: 'endorsed' }) : replaced;
};

type Endorsement = {
  readonly meeting: string;
  readonly date: string;
  readonly present: number;
  readonly needed: number;
};

async function judgeMeeting(
  context: HomeContext,
  { values }: OpenRecord,
  meetingId: string,
): Promise<Result<Endorsement, AppError<'plan/unknown-meeting' | 'plan/no-quorum' | 'plan/date-too-early'>>> {
  const meeting = await heldMeetingOf(context, textIn(values.one('place'), 'forum'), meetingId);
  if (meeting === null) return err(refusal('plan/unknown-meeting', {}));
  const inTime = notBefore(values, meeting.date);
  if (!inTime.ok) return inTime;
  const { quorum } = meeting;
  if (!quorum?.reached) {
    return err(refusal('plan/no-quorum', { present: quorum?.present ?? 0, needed: quorum?.needed ?? 0 }));
  }
  return ok({ meeting: meetingId, date: meeting.date, present: quorum.present, needed: quorum.needed });
}

async function replaceOthers(context: HomeContext, plan: OpenRecord, date: string) {
  const forum = textIn(plan.values.one('place'), 'forum');
  for (const other of await plansInForce(context.db, forum, plan.id)) {
    const record = await openForChange(context, other, 'plan');
    if (!record.ok || !record.value.mine) continue;
    const since = textIn(record.value.values.one('status'), 'since');
    const groups = statusGroups(context.services.ports.newId(), {
      to: 'superseded',
      date: since > date ? since : date,
      reason: '',
    });
    // Nobody had a form of it open: whatever stands there now is what is replaced.
    const heads = await headsOf(context, other);
    const written = context.write({ record: other, at: 'plan', kind: 'plan.superseded', groups, heads });
    if (!written.ok) return written;
  }
  return ok(null);
}
