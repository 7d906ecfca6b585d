/** @file What a forum's page gathers, and what the list tells of its meetings and terms. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPeopledOffice, type PeopledOffice, signIn } from '#core/testing/peopled-office.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { sampleForum, sampleMeeting, sampleMember } from '#core/testing/samples.ts';
import { noRecord } from '#core/testing/unlike-ids.ts';

let place: PeopledOffice;
beforeAll(async () => {
  place = await createPeopledOffice();
  await signIn(place.office, 'policing_officer');
}, 30_000);
afterAll(() => place.close());

const today = '2026-03-20';

async function forumWithMeetings() {
  const { office } = place;
  const women = [sampleMember('هدى'), sampleMember('نور')];
  const man = { ...sampleMember('سالم'), sex: 'male' as const, role: 'secretary' as const };
  const members = [...women, man];
  const { id: forumId } = await office.call('forums.create', { fields: sampleForum({ members }) });
  const ids = members.map(({ id }) => id);
  const meet = async (date: string, more: Parameters<typeof sampleMeeting>[1] = {}) =>
    (await office.call('meetings.create', { forumId, fields: sampleMeeting(ids, { date, ...more }) })).id;
  return { forumId, members, meet };
}

describe('the page of a forum', () => {
  it('tells what comes next, what is owed, and who came', async () => {
    const { office } = place;
    const { forumId, members, meet } = await forumWithMeetings();
    const [first, second] = members;
    if (!first || !second) throw new Error('a forum without members');
    await meet('2026-01-10', { actions: [] });
    await meet('2026-02-10', {
      attendance: [
        { member: first.id, status: 'present' },
        { member: second.id, status: 'absent' },
      ],
    });
    await meet('2026-04-20', { status: 'planned', attendance: [], actions: [] });
    const next = await meet('2026-04-01', { status: 'planned', attendance: [], actions: [] });
    await meet('2026-03-25', { status: 'cancelled', attendance: [], actions: [], statusReason: 'مطر' } as never);
    const page = await office.call('forums.dashboard', { forumId, today });
    expect(page).toMatchObject({
      lastMeeting: '2026-02-10',
      lastWomenSession: null,
      nextMeeting: { id: next, date: '2026-04-01' },
      actions: { open: 1, late: 1, rows: [{ due: '2026-03-05', late: true }] },
    });
    expect(page.attendance.map(({ date, present, women }) => [date, present, women])).toEqual([
      ['2026-01-10', 3, 2],
      ['2026-02-10', 1, 1],
    ]);
    const early = await office.call('forums.dashboard', { forumId, today: '2026-03-05' });
    expect(early.actions).toMatchObject({ open: 1, late: 0 });
  });

  it('leaves out what is void, and shows twelve meetings at most', async () => {
    const { office } = place;
    const { forumId, meet } = await forumWithMeetings();
    for (let day = 10; day < 24; day += 1) await meet(`2026-01-${day}`, { actions: [] });
    const last = await meet('2026-01-25');
    await office.call('records.void', { recordId: last, reason: 'مكرر', heads: await office.heads(last) });
    const page = await office.call('forums.dashboard', { forumId, today });
    expect(page.attendance).toHaveLength(12);
    expect(page.attendance.at(-1)?.date).toBe('2026-01-23');
    expect(page).toMatchObject({ lastMeeting: '2026-01-23', actions: { open: 0 } });
  });

  it('is not there for a forum that is not', async () => {
    await expectRefusal(place.office, 'forums.dashboard', 'record/not-found', { forumId: noRecord, today });
  });
});

describe('the list of forums', () => {
  it('tells the last meeting, the women and the terms', async () => {
    const { office } = place;
    const { forumId, meet } = await forumWithMeetings();
    await meet('2026-02-10');
    await meet('2026-03-15', { type: 'safety_walk' });
    const row = (await office.call('forums.list', { limit: 200 })).rows.find(({ id }) => id === forumId);
    expect(row).toMatchObject({
      members: 3,
      women: 2,
      men: 1,
      leadingWomen: 0,
      lastMeeting: '2026-02-10',
      termFrom: '2025-02-03',
      termUntil: null,
    });
  });
});
