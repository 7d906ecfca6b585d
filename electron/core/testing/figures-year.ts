/**
 * @file A small office whose figures of the first quarter of 2026 can be counted by hand. `figures.test.ts` says how each is.
 * Four forums: A meets every month, B was founded in February, C was dissolved in March, D has not met since December.
 */
import { v7 as uuidv7 } from 'uuid';
import type { ForumFields } from '#shared/contract/forums.ts';
import type { IssueFields } from '#shared/contract/issues.ts';
import type { MeetingFields } from '#shared/contract/meetings.ts';
import { sampleAction, samplePlan, samplePlanReview, sampleProblem } from './plan-samples.ts';
import {
  sampleAsset,
  sampleForum,
  sampleHandover,
  sampleIssue,
  sampleMapping,
  sampleMeeting,
  sampleMember,
  sampleParticipant,
  sampleSheet,
  sampleSite,
  sampleTraining,
} from './samples.ts';
import type { TestApp } from './test-app.ts';

/** Whatever answers calls: a core in this process, or a host. */
type Office = Pick<TestApp, 'call' | 'heads'>;

type Member = ForumFields['members'][number];
type Attendance = MeetingFields['attendance'];

export type FiguresYear = { readonly forums: Readonly<Record<'A' | 'B' | 'C' | 'D', string>> };

export async function makeFiguresYear(office: Office): Promise<FiguresYear> {
  const site = await office.call('sites.create', {
    // Some ten kilometres from the seat of the district of forum A.
    fields: sampleSite({ place: 'IQG10Q01', position: { lat: 33_745_000, lon: 44_600_000 } }),
  });
  const { a, b, forums } = await makeForums(office, site.id);
  const lamps = await makeIssues(office, forums);
  const meetings = await makeMeetings(office, forums, a, b, lamps);
  await makePlan(office, forums.A, meetings);
  await makeMapping(office, forums.A);
  await makeTrainings(office);
  await makeAssets(office);
  return { forums };
}

const member = (more: Partial<Member>): Member => ({ ...sampleMember('اسم'), ...more });

async function makeForums(office: Office, site: string) {
  const a = {
    chair: member({ role: 'chair', sex: 'female', ageBand: 'age_30_44', displacement: 'resident' }),
    vice: member({ role: 'vice_chair', sex: 'male', ageBand: 'age_45_59', category: 'mukhtar' }),
    young: member({ sex: 'male', ageBand: 'age_18_24', category: 'youth_representative' }),
    displaced: member({ sex: 'female', ageBand: 'age_25_29', displacement: 'idp', category: 'idp_representative' }),
    unknown: member({ sex: 'not_stated', ageBand: 'unknown', category: 'civil_society' }),
    observer: member({ sex: 'male', ageBand: 'age_30_44', role: 'observer', category: 'media' }),
    leftBefore: member({ sex: 'male', ageBand: 'age_30_44', status: 'resigned', leftOn: '2026-03-15' }),
    leftAfter: member({ sex: 'female', ageBand: 'age_60_plus', status: 'resigned', leftOn: '2026-04-10' }),
    later: member({ sex: 'male', ageBand: 'age_30_44', since: '2026-04-05' }),
    pupil: member({ sex: 'male', ageBand: 'age_15_17', category: 'youth_representative' }),
  };
  const b = {
    chair: member({ role: 'chair', sex: 'male', ageBand: 'age_30_44', since: '2026-02-01' }),
    woman: member({ sex: 'female', ageBand: 'age_30_44', since: '2026-02-01' }),
    man: member({ sex: 'male', ageBand: 'age_45_59', since: '2026-02-01' }),
  };
  const make = async (fields: Partial<ForumFields>) =>
    (await office.call('forums.create', { fields: sampleForum(fields) })).id;
  const forums = {
    A: await make({ name: 'A', place: 'IQG10Q01', members: Object.values(a), site }),
    B: await make({ name: 'B', place: 'IQG08Q01', foundedOn: '2026-02-01', members: Object.values(b) }),
    C: await make({ name: 'C', place: 'IQG10Q01', foundedOn: '2024-01-01', members: [member({})] }),
    D: await make({ name: 'D', place: 'IQG10Q01', foundedOn: '2025-01-01', members: [] }),
  };
  const end = { forumId: forums.C, how: 'dissolved' as const, on: '2026-03-01', reason: 'x' };
  await office.call('forums.end', { ...end, heads: await office.heads(forums.C) });
  return { a, b, forums };
}

const present = (...members: readonly Member[]): Attendance =>
  members.map(({ id }) => ({ member: id, status: 'present' }));

async function makeMeetings(
  office: Office,
  forums: FiguresYear['forums'],
  a: Readonly<Record<'chair' | 'vice' | 'young' | 'displaced' | 'unknown', Member>>,
  b: Readonly<Record<'chair' | 'woman' | 'man', Member>>,
  lamps: string,
) {
  const bare = { agenda: [], guests: [], issues: [], decisions: [], actions: [] } as const;
  const hold = async (forumId: string, date: string, more: Partial<MeetingFields>) => {
    const fields = sampleMeeting([], { ...bare, date, ...more } as Partial<MeetingFields>);
    return (await office.call('meetings.create', { forumId, fields })).id;
  };
  const action = (due: string, status: 'open' | 'dropped' = 'open') => ({
    ...{ id: uuidv7(), what: 'كتاب', responsible: 'municipality' as const },
    due,
    status,
  });
  const [inTime, late, dropped, afterwards] = [
    action('2026-02-05'),
    action('2026-03-05'),
    action('2026-03-31', 'dropped'),
    action('2026-04-05'),
  ];
  const january = await hold(forums.A, '2026-01-10', {
    attendance: present(a.chair, a.vice, a.young, a.displaced),
    actions: [inTime, late, dropped, afterwards],
  });
  await hold(forums.A, '2026-02-10', {
    attendance: present(a.chair, a.vice),
    issues: [{ id: uuidv7(), issue: 'street_lighting', agendaItem: null, record: lamps, statement: 'مظلم' }],
  });
  const women = await hold(forums.A, '2026-02-20', {
    type: 'women_session',
    attendance: present(a.chair, a.displaced),
  });
  const youth = await hold(forums.A, '2026-02-21', {
    type: 'youth_session',
    attendance: present(a.young, a.displaced),
    mixedReason: 'x',
  });
  const march = await hold(forums.A, '2026-03-10', {
    attendance: [
      ...present(a.chair, a.unknown),
      { member: a.vice.id, status: 'substitute', substitute: { name: 'بديلة', sex: 'female', ageBand: 'age_30_44' } },
      { member: a.young.id, status: 'present_remote' },
      { member: a.displaced.id, status: 'absent' },
    ],
  });
  await hold(forums.A, '2026-03-25', { status: 'planned' });
  await hold(forums.B, '2026-02-15', {
    attendance: present(b.chair, b.woman, b.man),
    actions: [action('2026-03-01')],
  });
  await hold(forums.D, '2025-12-01', { attendance: [] });
  const tell = (actionId: string, date: string) =>
    office.call('actions.progress', {
      meetingId: january,
      actionId,
      progress: { date, status: 'done', note: 'تم', evidence: '' },
    });
  await tell(inTime.id, '2026-02-01');
  await tell(late.id, '2026-03-20');
  return { women, youth, march };
}

async function makeIssues(office: Office, forums: FiguresYear['forums']): Promise<string> {
  const raise = async (forumId: string, more: Partial<IssueFields>) =>
    (await office.call('issues.create', { forumId, fields: sampleIssue(more) })).id;
  const lamps = await raise(forums.A, { raisedOn: '2026-02-10', status: 'resolved', statusOn: '2026-03-02' });
  await raise(forums.A, {
    issue: 'theft_burglary',
    raisedOn: '2025-10-01',
    raisedBy: 'male',
    status: 'resolved',
    statusOn: '2026-04-05',
  });
  await raise(forums.A, { issue: 'theft_burglary', raisedOn: '2026-03-10', raisedBy: null });
  await raise(forums.B, { raisedOn: '2026-02-15', status: 'not_in_mandate', statusOn: '2026-03-01' });
  await raise(forums.A, { raisedOn: '2024-01-01', status: 'resolved', statusOn: '2024-02-01' });
  await raise(forums.A, { raisedOn: '2025-06-01', raisedBy: 'male', status: 'resolved', statusOn: '2025-06-11' });
  return lamps;
}

type Sessions = Readonly<Record<'women' | 'youth' | 'march', string>>;

async function makePlan(office: Office, forumId: string, { women, youth, march }: Sessions): Promise<void> {
  const dark = sampleProblem({ likelihood: 4, impact: 4, vulnerable: true });
  const thefts = sampleProblem({ issue: 'theft_burglary', likelihood: 3, impact: 2 });
  const [done, waiting, later] = [
    sampleAction(dark.id, { due: '2026-03-20', startsOn: '2026-03-12' }),
    sampleAction(thefts.id, { due: '2026-03-30', startsOn: '2026-03-12', type: 'patrol_presence' }),
    sampleAction(dark.id, { due: '2026-06-30', startsOn: '2026-03-12' }),
  ];
  const fields = samplePlan({
    problems: [dark, thefts],
    actions: [done, waiting, later],
    consultations: [women, youth].map((id) => ({ id, kind: 'meeting' as const })),
  });
  const { id: planId } = await office.call('plans.create', { forumId, fields });
  const heads = () => office.heads(planId);
  await office.call('plans.move', { planId, to: 'consultation', date: '2026-02-22', heads: await heads() });
  await office.call('plans.endorse', { planId, meetingId: march, heads: await heads() });
  const state = { status: 'completed', doneOn: '2026-03-25', newDue: null, note: '' } as const;
  await office.call('plans.progress', { planId, actionId: done.id, state, heads: await heads() });
  const scores = [
    { problem: dark.id, likelihood: 3, impact: 3, vulnerable: true },
    { problem: thefts.id, likelihood: 3, impact: 2, vulnerable: false },
  ];
  const review = samplePlanReview({ date: '2026-03-26', scores });
  await office.call('plans.review', { planId, fields: review, heads: await heads() });
}

async function makeMapping(office: Office, forumId: string): Promise<void> {
  const sheets = Array.from({ length: 13 }, (_, index) =>
    sampleSheet({
      safeNight: index === 12 ? 'refused' : index < 6 ? 'high' : 'low',
      safeDay: 'high',
      turnTo: [
        { actor: 'community_police', answer: index < 7 ? 'very_high' : 'low' },
        { actor: 'mukhtar', answer: 'medium' },
      ],
      reports: index < 6 ? 'yes' : 'no',
      reportsToWoman: 'yes',
    }),
  );
  const participants = [{ sex: 'female' as const, ageBand: 'age_30_44' as const, count: 13 }];
  const fields = sampleMapping({ place: 'IQG10Q01', forumId, sheets, participants });
  const { id: mappingId } = await office.call('mappings.create', { fields });
  await office.call('mappings.close', { mappingId, closedOn: '2026-02-11', heads: await office.heads(mappingId) });
}

async function makeTrainings(office: Office): Promise<void> {
  const huda = sampleParticipant('هدى كاظم');
  const salim = sampleParticipant('سالم جبار', 'male');
  const days = [
    { id: uuidv7(), date: '2026-02-10', minutes: 300, subject: 'x' },
    { id: uuidv7(), date: '2026-02-11', minutes: 300, subject: 'y' },
  ];
  const first = await office.call('trainings.create', {
    fields: sampleTraining({ place: 'IQG10Q01', days, participants: [huda, salim] }),
  });
  await office.call('trainings.record', {
    trainingId: first.id,
    fields: {
      attendance: days.map(({ id: day }) => ({
        day,
        rows: [huda, salim].map(({ id }) => ({ participant: id, part: 'whole' as const })),
      })),
      tests: [
        { participant: huda.id, pre: 40, post: 70 },
        { participant: salim.id, pre: 50, post: 60 },
      ],
      left: [],
    },
    heads: await office.heads(first.id),
  });
  const again = sampleParticipant('هدى كاظم');
  const ali = sampleParticipant('علي حسن', 'male');
  const day = { id: uuidv7(), date: '2026-03-05', minutes: 120, subject: 'z' };
  const second = await office.call('trainings.create', {
    fields: sampleTraining({
      place: 'IQG10Q01',
      audience: 'police_women',
      topics: ['mediation'],
      days: [day],
      participants: [again, ali],
      reason: 'x',
    }),
  });
  await office.call('trainings.record', {
    trainingId: second.id,
    fields: {
      attendance: [
        {
          day: day.id,
          rows: [
            { participant: again.id, part: 'whole' },
            { participant: ali.id, part: 'half' },
          ],
        },
      ],
      tests: [],
      left: [],
    },
    heads: await office.heads(second.id),
  });
  await office.call('trainings.create', {
    fields: sampleTraining({
      place: 'IQG10Q01',
      mode: 'awareness_session',
      days: [{ id: uuidv7(), date: '2026-03-15', minutes: 60, subject: 'w' }],
      participants: [],
      reached: [{ sex: 'female', ageBand: 'age_30_44', count: 20 }],
    }),
  });
  // Ends after the quarter.
  await office.call('trainings.create', {
    fields: sampleTraining({
      days: [{ id: uuidv7(), date: '2026-04-02', minutes: 60, subject: 'v' }],
      status: 'planned',
    }),
  });
}

async function makeAssets(office: Office): Promise<void> {
  const make = async (more: Parameters<typeof sampleAsset>[0], handover: Parameters<typeof sampleHandover>[0]) => {
    const { id: recordId } = await office.call('assets.create', {
      fields: sampleAsset({ place: 'IQG10Q01', acquiredOn: '2025-01-01', ...more }),
    });
    const fields = sampleHandover(handover);
    await office.call('holdings.handOver', { recordId, fields, heads: await office.heads(recordId) });
    return recordId;
  };
  await make({ amount: 3_500_000, currency: 'USD' }, { date: '2026-02-01' });
  const radios = await make(
    { kind: 'radio_set', quantity: 10, plate: '', amount: null, currency: null },
    { date: '2025-06-01' },
  );
  const check = { date: '2026-01-10', condition: 'good', status: 'in_use', note: '' } as const;
  await office.call('holdings.check', { recordId: radios, fields: check, heads: await office.heads(radios) });
  await make({ kind: 'generator', plate: '', amount: null, currency: null }, { date: '2025-07-01' });
  await make({ kind: 'furniture', plate: '' }, { date: '2026-02-05', signed: false, unsignedWhy: 'x' });
}
