import { describe, expect, it } from 'vitest';
import { forumFaults, type GuardedForum } from './forum-guards.ts';

type Member = GuardedForum['members'][number];
type Election = NonNullable<GuardedForum['elections']>[number];
type Candidate = Election['candidates'][number];

const member = (more: Partial<Member> = {}): Member => ({
  id: 'a',
  role: 'member',
  status: 'active',
  category: 'mukhtar',
  since: '2025-01-01',
  ...more,
});
const stands = (more: Partial<Candidate> = {}): Candidate => ({ member: null, votes: null, elected: false, ...more });
const election = (more: Partial<Election> = {}): Election => ({
  role: 'chair',
  counted: true,
  voters: 10,
  reason: '',
  candidates: [stands({ votes: 6, elected: true }), stands({ votes: 4 })],
  ...more,
});
const told = (forum: GuardedForum) => forumFaults(forum).map(({ path, code }) => `${path.join('.')} ${code}`);

describe('members', () => {
  const cases: readonly [string, readonly Member[], readonly string[]][] = [
    ['of which one is chair', [member({ role: 'chair' }), member()], []],
    [
      'with a chair who left and a new one',
      [member({ role: 'chair', status: 'resigned' }), member({ role: 'chair' })],
      [],
    ],
    ['with two chairs', [member({ role: 'chair' }), member({ role: 'chair' })], ['members.1.role field/second-chair']],
    ['who left the day they came', [member({ leftOn: '2025-01-01' })], []],
    ['who left before they came', [member({ leftOn: '2024-12-31' })], ['members.0.leftOn field/left-before-since']],
    [
      'whose term ends before it begins',
      [member({ termFrom: '2025-06-01', termUntil: '2025-05-31' })],
      ['members.0.termUntil field/term-ends-before-start'],
    ],
    [
      'whose term ends before they came',
      [member({ termUntil: '2024-05-31' })],
      ['members.0.termUntil field/term-ends-before-start'],
    ],
    [
      'with a group named twice',
      [member({ secondary: ['mukhtar'] })],
      ['members.0.secondary field/same-category-twice'],
    ],
  ];
  it.each(cases)('%s', (_what, members, expected) => {
    expect(told({ members })).toEqual(expected);
  });
});

describe('elections', () => {
  const at = 'elections.0.';
  const cases: readonly [string, Partial<Election>, readonly string[]][] = [
    ['with a clear winner', {}, []],
    ['of nobody yet', { candidates: [stands({ votes: 4 })] }, []],
    ['by a member', { candidates: [stands({ member: 'a', votes: 5, elected: true })] }, []],
    [
      'by somebody who is no member any more',
      { candidates: [stands({ member: 'z' })] },
      [`${at}candidates.0.member field/not-a-member`],
    ],
    ['agreed without counting', { counted: false, voters: null, candidates: [stands({ elected: true })] }, []],
    [
      'not counted but with votes',
      { counted: false, candidates: [stands({ votes: 3 })] },
      [`${at}candidates.0.votes field/votes-not-counted`],
    ],
    [
      'one with more votes than voters',
      { candidates: [stands({ votes: 11, elected: true })] },
      [`${at}candidates.0.votes field/votes-above-voters`],
    ],
    [
      'more votes in all than voters',
      { candidates: [stands({ votes: 6, elected: true }), stands({ votes: 5 })] },
      [`${at}voters field/votes-above-voters`],
    ],
    [
      'several seats, several votes each',
      { role: 'member', candidates: [stands({ votes: 9, elected: true }), stands({ votes: 8, elected: true })] },
      [],
    ],
    [
      'two elected for one seat',
      { candidates: [stands({ votes: 5, elected: true }), stands({ votes: 5, elected: true })] },
      [`${at}candidates.1.elected field/second-elected`],
    ],
    [
      'the loser elected without a reason',
      { candidates: [stands({ votes: 3, elected: true }), stands({ votes: 6 })] },
      [`${at}reason field/reason-fewer-votes`],
    ],
    [
      'the loser elected for a reason',
      { reason: 'اعتذر', candidates: [stands({ votes: 3, elected: true }), stands({ votes: 6 })] },
      [],
    ],
    ['of a tie', { candidates: [stands({ votes: 5, elected: true }), stands({ votes: 5 })] }, []],
  ];
  it.each(cases)('%s', (_what, more, expected) => {
    expect(told({ members: [member()], elections: [election(more)] })).toEqual(expected);
  });
});
