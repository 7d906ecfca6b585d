import { describe, expect, it } from 'vitest';
import {
  completes,
  followUpDue,
  isTrained,
  minutesAttended,
  outsiders,
  spanOf,
  totalMinutes,
  traineeResult,
} from './training.ts';
import { courseFaults, resultsFaults } from './training-faults.ts';
import { trainingFigures, type Trainee } from './training-figures.ts';

const days = [
  { id: 'one', date: '2026-03-02', minutes: 300 },
  { id: 'two', date: '2026-03-01', minutes: 245 },
];

describe('hours', () => {
  it('are those of the days somebody was there, half a day for half of its length', () => {
    const attended = minutesAttended(days, [
      {
        day: 'one',
        rows: [
          { participant: 'a', part: 'whole' },
          { participant: 'b', part: 'half' },
        ],
      },
      {
        day: 'two',
        rows: [
          { participant: 'a', part: 'half' },
          { participant: 'c', part: 'of a newer program' },
        ],
      },
      { day: 'taken out', rows: [{ participant: 'b', part: 'whole' }] },
    ]);
    expect([...attended]).toEqual([
      ['a', 422],
      ['b', 150],
      ['c', 0],
    ]);
    expect(totalMinutes(days)).toBe(545);
    expect(spanOf(days)).toEqual({ first: '2026-03-01', last: '2026-03-02' });
    expect(spanOf([])).toBeNull();
  });

  it('complete a training from four fifths on', () => {
    expect([completes(480, 600), completes(479, 600), completes(0, 0)]).toEqual([true, false, false]);
  });
});

describe('the result of a trainee', () => {
  const held = { status: 'held', attended: 480, total: 600, certified: false, left: false };
  it.each([
    [{ ...held }, 'completed'],
    [{ ...held, certified: true }, 'certificate'],
    [{ ...held, left: true }, 'completed'],
    [{ ...held, attended: 479 }, 'partial'],
    [{ ...held, attended: 479, certified: true }, 'partial'],
    [{ ...held, attended: 60, left: true }, 'dropped_out'],
    [{ ...held, attended: 0 }, 'no_show'],
    [{ ...held, attended: 0, left: true }, 'no_show'],
    [{ ...held, status: 'running' }, null],
    [{ ...held, attended: 0, total: 0 }, null],
  ])('of %j is %s', (trainee, result) => {
    expect(traineeResult(trainee)).toBe(result);
  });

  it('makes a trained person of whoever completed it or attended a part', () => {
    expect(['completed', 'certificate', 'partial', 'dropped_out', 'no_show', null].map(isTrained)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('the follow-up', () => {
  it('is due three months after the last day of a training that was held', () => {
    expect(followUpDue({ status: 'held', mode: 'workshop', last: '2026-11-30' })).toBe('2027-02-28');
    expect(followUpDue({ status: 'running', mode: 'workshop', last: '2026-11-30' })).toBeNull();
    expect(followUpDue({ status: 'held', mode: 'awareness_session', last: '2026-11-30' })).toBeNull();
    expect(followUpDue({ status: 'held', mode: 'workshop', last: null })).toBeNull();
  });
});

const participants = [
  { sex: 'male', ageBand: 'age_18_24' },
  { sex: 'female', ageBand: 'age_45_59' },
  { sex: 'not_stated', ageBand: 'unknown' },
];

describe('people an edition is not kept for', () => {
  it.each([
    ['everyone', 'mixed', 0, 0],
    ['women', 'mixed', 1, 0],
    ['everyone', 'women_community', 1, 0],
    ['everyone', 'police_women', 1, 0],
    ['youth', 'mixed', 0, 1],
    ['everyone', 'youth_community', 0, 1],
  ])('%s for %s: %i men, %i beyond the age', (edition, audience, men, notYoung) => {
    expect(outsiders({ edition, audience, participants })).toEqual({ men, notYoung });
  });
});

describe('what a training cannot say', () => {
  const course = {
    status: 'held',
    edition: 'everyone',
    audience: 'mixed',
    topics: ['mediation'],
    otherTopic: '',
    reason: '' as string | null,
    days: [{ date: '2026-03-01' }],
    participants,
  };
  it.each([
    [{}, []],
    [{ topics: ['mediation', 'other'] }, ['otherTopic field/required']],
    [{ topics: ['other'], otherTopic: 'x' }, []],
    [{ days: [] }, ['days field/no-training-day']],
    [{ days: [], status: 'planned' }, []],
    [{ days: [], status: 'running' }, ['days field/no-training-day']],
    [
      { days: [{ date: '2026-03-01' }, { date: '2026-03-02' }, { date: '2026-03-01' }] },
      ['days.2.date field/day-twice'],
    ],
    [{ status: 'cancelled' }, ['reason field/required']],
    [{ status: 'cancelled', reason: 'x' }, []],
    [{ edition: 'women' }, ['reason field/required']],
    [{ edition: 'women', reason: 'x' }, []],
    [{ edition: 'youth', reason: null }, []],
  ])('%j', (change, told) => {
    const faults = courseFaults({ ...course, ...change });
    expect(faults.map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual(told);
  });

  it('a test of somebody who never was there', () => {
    const attendance = [{ rows: [{ participant: 'a' }] }];
    const tests = [
      { participant: 'a', pre: 10, post: 80 },
      { participant: 'b', pre: 20, post: null },
      { participant: 'c', pre: null, post: null },
    ];
    expect(resultsFaults({ attendance, tests })).toEqual([
      { path: ['tests', 1, 'pre'], code: 'field/test-without-attendance' },
    ]);
  });
});

describe('the figures of a training', () => {
  const trainee = (more: Partial<Trainee>): Trainee => ({
    sex: 'female',
    ageBand: 'age_30_44',
    result: 'completed',
    minutes: 300,
    pre: null,
    post: null,
    ...more,
  });
  const trainees = [
    trainee({ pre: 40, post: 70 }),
    trainee({ pre: 80, post: 69, sex: 'male', ageBand: 'age_15_17', result: 'certificate' }),
    trainee({ pre: 20, post: 40, sex: 'not_stated', result: 'partial', minutes: 100 }),
    trainee({ pre: 50, result: 'dropped_out', minutes: 60 }),
    trainee({ result: 'no_show', minutes: 0 }),
  ];

  it('count trained people, hours and gain of a course', () => {
    expect(trainingFigures('workshop', trainees, [{ sex: 'female', count: 30 }])).toEqual({
      trained: { total: 3, bySex: { female: 1, male: 1, unknown: 1 }, youth: 1 },
      reached: { total: 0, bySex: { female: 0, male: 0, unknown: 0 } },
      minutes: { total: 760, bySex: { female: 360, male: 300, unknown: 100 } },
      // (30 - 11 + 20) / 3 = 13; 70 is enough, so are twenty more.
      gain: { both: 3, meanTenths: 130, reachedGoal: 2 },
    });
  });

  it('count those an awareness session reached, and train nobody', () => {
    const figures = trainingFigures('awareness_session', trainees, [{ sex: 'male', count: 30 }]);
    expect(figures.trained.total).toBe(0);
    expect(figures.minutes.total).toBe(0);
    expect(figures.reached).toEqual({ total: 34, bySex: { female: 2, male: 31, unknown: 1 } });
  });

  it('have no mean where nobody took both tests, and round losses as gains', () => {
    expect(trainingFigures('workshop', [trainee({ pre: 5 })], []).gain.meanTenths).toBeNull();
    const loss = [
      trainee({ pre: 1, post: 0 }),
      trainee({ pre: 0, post: 0 }),
      ...[0, 0].map(() => trainee({ pre: 0, post: 0 })),
    ];
    expect(trainingFigures('workshop', loss, []).gain.meanTenths).toBe(-3);
  });
});
