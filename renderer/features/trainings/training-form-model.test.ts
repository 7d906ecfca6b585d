import { describe, expect, it } from 'vitest';
import { TrainingFields, TrainingFollowUp, TrainingResults } from '#shared/contract/trainings.ts';
import { followUpInputOf } from './follow-up-form-model.ts';
import { resultsInputOf } from './results-form-model.ts';
import {
  emptyTraining,
  membersToParticipants,
  namesTwice,
  newDay,
  newParticipant,
  newReached,
  type TrainingForm,
  trainingInputOf,
} from './training-form-model.ts';

const person = { ...newParticipant(), sex: 'female', ageBand: 'age_25_29', displacement: 'resident' };
const training: TrainingForm = {
  ...emptyTraining,
  title: 'x',
  audience: 'mixed',
  mode: 'workshop',
  topics: ['mediation'],
  place: 'IQG10',
};

describe('trainingInputOf', () => {
  it('takes no name and no phone of a row without a name', () => {
    const rows = [
      { ...person, name: 'هدى', phone: '0770' },
      { ...newParticipant(), ...person, id: newParticipant().id, anonymous: true, name: 'x', phone: '1' },
    ];
    const { participants } = TrainingFields.parse(trainingInputOf({ ...training, participants: rows }));
    expect(participants.map(({ name, phone }) => [name, phone])).toEqual([
      ['هدى', '0770'],
      [null, null],
    ]);
  });

  it('asks for the name of a row that has one', () => {
    const judged = TrainingFields.safeParse(trainingInputOf({ ...training, participants: [person] }));
    expect(judged.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['participants.0.name', 'field/required'],
    ]);
  });

  it('counts people without rows in an awareness session alone', () => {
    const reached = [{ ...newReached(), sex: 'male', ageBand: 'age_15_17', count: 20 }];
    const of = (mode: string) => TrainingFields.parse(trainingInputOf({ ...training, mode, reached })).reached;
    expect([of('workshop'), of('awareness_session')]).toEqual([[], [{ sex: 'male', ageBand: 'age_15_17', count: 20 }]]);
  });

  it('tells a day twice at the later of the two', () => {
    const days = [newDay(), newDay()].map((day) => ({ ...day, date: '2026-03-01', minutes: 60 }));
    const judged = TrainingFields.safeParse(trainingInputOf({ ...training, days }));
    expect(judged.error?.issues.map(({ path }) => path.join('.'))).toEqual(['days.1.date']);
  });
});

it('names that stand twice are told once, however they are spelt', () => {
  const rows = ['أحمد علي', 'هدى', ' احمد  على ', '', 'x'].map((name) => ({ ...person, name }));
  const unnamed = { ...person, anonymous: true, name: 'هدى' };
  expect(namesTwice([...rows, unnamed])).toEqual(['أحمد علي']);
});

describe('membersToParticipants', () => {
  it('takes active members over who are not there yet, and leaves out those whose name is not here', () => {
    const member = {
      id: person.id,
      phone: null,
      sex: 'female',
      ageBand: 'age_30_44',
      category: '',
      role: 'member',
      since: null,
      named: false,
      secondary: [],
      displacement: 'returnee',
      selection: null,
      institution: 'المدرسة',
      termFrom: null,
      termUntil: null,
      leftOn: null,
    };
    const members = [
      { ...member, name: 'هدى', status: 'active' },
      { ...member, name: 'مريم', status: 'active' },
      { ...member, name: 'سالم', status: 'resigned' },
      { ...member, name: 'أحمد علي', status: 'active' },
      { ...member, name: null, status: 'active' },
    ];
    const present = [' هدى ', 'احمد على'].map((name) => ({ ...person, name }));
    const added = membersToParticipants(members, present);
    expect(added).toMatchObject([{ name: 'مريم', displacement: 'returnee', institution: 'المدرسة', phone: '' }]);
  });
});

describe('what is recorded later', () => {
  const [first, second] = [newParticipant().id, newParticipant().id];
  const day = newDay().id;

  it('lists days with somebody there, and tests in the order of the participants', () => {
    const participants = [{ id: first }, { id: second }] as Parameters<typeof resultsInputOf>[1];
    const form = {
      attendance: { [day]: { [first]: 'whole' }, [newDay().id]: {} },
      scores: { [first]: { pre: 10, post: null } },
      left: [],
    };
    expect(TrainingResults.parse(resultsInputOf(form, participants))).toEqual({
      attendance: [{ day, rows: [{ participant: first, part: 'whole' }] }],
      tests: [
        { participant: first, pre: 10, post: null },
        { participant: second, pre: null, post: null },
      ],
      left: [],
    });
  });

  it('keeps the day of an answer that is as it was', () => {
    const form = {
      date: '2026-06-01',
      outcomes: { [first]: 'using', [second]: 'not_using' },
      asked: { [`${first} using`]: '2026-05-12' },
      note: '',
    };
    expect(TrainingFollowUp.parse(followUpInputOf(form)).answers).toEqual([
      { participant: first, date: '2026-05-12', outcome: 'using' },
      { participant: second, date: '2026-06-01', outcome: 'not_using' },
    ]);
  });
});
