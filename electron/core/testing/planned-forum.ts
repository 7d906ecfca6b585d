/** @file Forums with plans at every step of their life, made through calls, for tests. */
import type { MeetingFields } from '#shared/contract/meetings.ts';
import type { PlanFields } from '#shared/contract/plan-fields.ts';
import { samplePlan } from './plan-samples.ts';
import { sampleForum, sampleMeeting } from './samples.ts';
import type { TestApp } from './test-app.ts';

export type PlannedForum = { readonly forumId: string; readonly members: readonly string[] };

/** `office`: where the records are made; asked for when it is needed. */
export function createPlanner(office: () => TestApp) {
  async function newForum(): Promise<PlannedForum> {
    const fields = sampleForum();
    const { id } = await office().call('forums.create', { fields });
    return { forumId: id, members: fields.members.map((member) => member.id) };
  }

  const hold = async (forum: PlannedForum, more: Partial<MeetingFields>): Promise<string> => {
    const fields = sampleMeeting(forum.members, {
      issues: [],
      decisions: [],
      actions: [],
      agenda: [],
      guests: [],
      ...more,
    });
    return (await office().call('meetings.create', { forumId: forum.forumId, fields })).id;
  };

  async function newPlan(more: Partial<PlanFields> = {}, forum?: PlannedForum) {
    const of = forum ?? (await newForum());
    const fields = samplePlan(more);
    const { id: planId } = await office().call('plans.create', { forumId: of.forumId, fields });
    return { ...of, planId, fields };
  }

  const heads = (planId: string) => office().heads(planId);
  const read = (planId: string) => office().call('plans.get', { planId });

  async function consult(planId: string): Promise<void> {
    const input = { planId, to: 'consultation' as const, date: '2026-02-20', heads: await heads(planId) };
    await office().call('plans.move', input);
  }

  /** A plan with both voices, endorsed by a meeting of 1 March. */
  async function endorsedPlan(more: Partial<PlanFields> = {}, forum?: PlannedForum) {
    const of = forum ?? (await newForum());
    const women = await hold(of, { type: 'women_session', date: '2026-02-18' });
    const youth = await hold(of, { type: 'youth_session', date: '2026-02-19', mixedReason: 'x' });
    const consultations = [women, youth].map((id) => ({ id, kind: 'meeting' as const }));
    const plan = await newPlan({ consultations, ...more }, of);
    await consult(plan.planId);
    const meetingId = await hold(of, { type: 'regular', date: '2026-03-01' });
    await office().call('plans.endorse', { planId: plan.planId, meetingId, heads: await heads(plan.planId) });
    return { ...plan, meetingId };
  }

  return { newForum, hold, newPlan, heads, read, consult, endorsedPlan };
}
