import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MeetingFields } from '#shared/contract/meetings.ts';
import { REMINDER_KINDS, type ReminderKind } from '#shared/contract/reminders.ts';
import { createPeopledOffice, type PeopledOffice, signIn } from '#core/testing/peopled-office.ts';
import { createPlanner } from '#core/testing/planned-forum.ts';
import {
  sampleAsset,
  sampleForum,
  sampleHandover,
  sampleMeeting,
  sampleMember,
  sampleTraining,
} from '#core/testing/samples.ts';
import { carry } from '#core/testing/test-app.ts';

let place: PeopledOffice;
beforeAll(async () => {
  place = await createPeopledOffice();
  await signIn(place.office, 'policing_officer');
}, 30_000);
afterAll(() => place.close());

const { hold, newForum, endorsedPlan } = createPlanner(() => place.office);

/** What one kind reminds of on a day, of one record. */
async function told(kind: ReminderKind, today: string, of: string) {
  const { reminders } = await place.office.call('home.overview', { today });
  const found = reminders.find((one) => one.kind === kind);
  return found?.rows.find(({ id }) => id === of) ?? null;
}

const bare: Partial<MeetingFields> = { issues: [], decisions: [] };

describe('the first screen reminds', () => {
  it('of actions whose day has come, until they are done', async () => {
    const action = { id: uuidv7(), what: 'إنارة الشارع', responsible: 'municipality', due: '2025-03-05' } as const;
    const forum = await newForum();
    const meetingId = await hold(forum, { ...bare, date: '2025-03-01', actions: [{ ...action, status: 'open' }] });
    expect(await told('action', '2025-03-04', action.id)).toBeNull();
    expect(await told('action', '2025-03-05', action.id)).toMatchObject({ name: action.what, day: '2025-03-05' });
    const progress = { date: '2025-03-06', status: 'done', note: 'نُفّذ' } as const;
    await place.office.call('actions.progress', { meetingId, actionId: action.id, progress });
    expect(await told('action', '2025-03-07', action.id)).toBeNull();
  });

  it('of actions of a plan in force, and of its review from fourteen days before', async () => {
    const { planId, fields } = await endorsedPlan();
    const days = fields.actions.map(({ due }) => due).toSorted();
    const [first = ''] = days;
    expect(await told('planAction', first, planId)).toMatchObject({ day: first });
    expect(await told('review', '2026-08-16', planId)).toBeNull();
    expect(await told('review', '2026-08-17', planId)).toMatchObject({ name: fields.title, day: '2026-08-31' });
  });

  it('of meetings of the next fourteen days, then of minutes that are missing, until they are approved', async () => {
    const forum = await newForum();
    const planned: Partial<MeetingFields> = {
      ...bare,
      actions: [],
      status: 'planned',
      attendance: [],
      date: '2024-05-20',
    };
    const meeting = await hold(forum, planned);
    expect(await told('meeting', '2024-05-05', meeting)).toBeNull();
    expect(await told('meeting', '2024-05-06', meeting)).toMatchObject({ type: 'regular', day: '2024-05-20' });
    expect(await told('minutes', '2024-05-20', meeting)).toBeNull();
    expect(await told('minutes', '2024-05-21', meeting)).toMatchObject({ day: '2024-05-27' });
    const held = await hold(forum, { ...bare, actions: [], date: '2024-05-10' });
    expect(await told('minutes', '2024-05-18', held)).toMatchObject({ day: '2024-05-17' });
    const heads = await place.office.heads(held);
    await place.office.call('meetings.approve', { meetingId: held, approvedOn: '2024-05-18', heads });
    expect(await told('minutes', '2024-05-19', held)).toBeNull();
  });

  it('of a term that ends, of a forum that does not meet, and of neither once it ended', async () => {
    const { office } = place;
    const chair = { ...sampleMember('x'), role: 'chair', since: '2020-01-01' } as const;
    const founded = sampleForum({ foundedOn: '2020-01-01', members: [chair] });
    const { id: forumId } = await office.call('forums.create', { fields: founded });
    const fields = sampleMeeting([], { ...bare, actions: [], date: '2020-02-01' });
    await office.call('meetings.create', { forumId, fields });
    expect(await told('dormant', '2020-05-01', forumId)).toBeNull();
    expect(await told('dormant', '2020-05-02', forumId)).toMatchObject({ day: '2020-02-01', name: '' });
    expect(await told('term', '2021-10-31', forumId)).toBeNull();
    expect(await told('term', '2021-11-01', forumId)).toMatchObject({ day: '2022-01-01' });
    const turn = { how: 'dissolved', on: '2020-06-01', reason: 'x' } as const;
    await office.call('forums.end', { forumId, ...turn, heads: await office.heads(forumId) });
    expect(await told('term', '2022-01-01', forumId)).toBeNull();
    expect(await told('dormant', '2022-01-01', forumId)).toBeNull();
  });

  it('of trainees to be asked, and of what nobody has looked at for a year', async () => {
    const { office } = place;
    const { id: trainingId } = await office.call('trainings.create', { fields: sampleTraining() });
    const { followUpDue, title } = await office.call('trainings.get', { trainingId });
    expect(await told('followUp', followUpDue ?? '', trainingId)).toMatchObject({ name: title, day: followUpDue });
    const { id: recordId } = await office.call('assets.create', { fields: sampleAsset({ name: 'سيارة الدورية' }) });
    const handed = { recordId, fields: sampleHandover(), heads: await office.heads(recordId) };
    await office.call('holdings.handOver', handed);
    expect(await told('check', '2027-01-31', recordId)).toBeNull();
    expect(await told('check', '2027-02-01', recordId)).toMatchObject({ name: 'سيارة الدورية', day: '2027-02-01' });
  });

  it('each of what they may see, and nobody of what is void', async () => {
    const { office } = place;
    const forum = await newForum();
    const meeting = await hold(forum, { ...bare, actions: [], date: '2023-05-10' });
    const reminders = async () => (await office.call('home.overview', { today: '2026-09-01' })).reminders;
    const kinds = (await reminders()).map(({ kind }) => kind);
    expect(kinds).toEqual(REMINDER_KINDS.filter((kind) => kinds.includes(kind)));
    expect((await reminders()).every(({ total, rows }) => rows.length > 0 && total >= rows.length)).toBe(true);
    await office.call('records.void', { recordId: meeting, reason: 'x', heads: await office.heads(meeting) });
    expect(await told('minutes', '2023-06-01', meeting)).toBeNull();
    for (const login of ['hlp_supervisor', 'administrator'] as const) {
      await signIn(office, login);
      expect(await reminders()).toEqual([]);
    }
    await signIn(office, 'policing_officer');
  });

  it('at the directorate of what its offices sent', async () => {
    const { office, directorate } = place;
    const forum = await newForum();
    const meeting = await hold(forum, { ...bare, actions: [], date: '2022-05-10' });
    await signIn(office, 'first');
    await carry(office, directorate);
    await signIn(directorate, 'first');
    const { reminders } = await directorate.call('home.overview', { today: '2022-06-01' });
    const minutes = reminders.find(({ kind }) => kind === 'minutes');
    expect(minutes?.rows.map(({ id }) => id)).toContain(meeting);
  });
});
