import { describe, expect, it } from 'vitest';
import {
  agreementInDraft,
  agreementInForce,
  followUpDays,
  isLateTerm,
  needsMinorsCare,
  type SettlingParty,
  shareHolders,
  signingGaps,
  unsignedParties,
} from './agreement-rules.ts';

const party = (id: string, more: Partial<SettlingParty> = {}): SettlingParty => ({
  id,
  role: 'heir',
  sex: 'male',
  ageBand: 'age_30_44',
  ...more,
});
const brother = party('brother');
const sister = party('sister', { sex: 'female' });
const child = party('child', { ageBand: 'age_5_11' });
const guardian = party('guardian', { role: 'guardian' });
const acting = [{ by: 'guardian', of: 'child', until: '2026-06-30' }];

describe('which agreement holds', () => {
  const first = { id: '1', signed: '2026-01-10', supersedes: null };
  it('is the one signed last, also while a new one is only drafted', () => {
    const draft = { id: '2', signed: null, supersedes: '1' };
    expect(agreementInForce([first, draft])?.id).toBe('1');
    expect(agreementInDraft([first, draft])?.id).toBe('2');
    const signed = { ...draft, signed: '2026-05-01' };
    expect(agreementInForce([signed, first])?.id).toBe('2');
    expect(agreementInDraft([first, signed])).toBeNull();
  });
  it('is none before anyone signed, and of drafts the one that replaced the other', () => {
    const [a, b] = [
      { ...first, signed: null },
      { id: '2', signed: null, supersedes: '1' },
    ];
    expect(agreementInForce([a, b])).toBeNull();
    expect(agreementInDraft([a, b])?.id).toBe('2');
  });
});

describe('shares of women and minors', () => {
  it('are listed for those whose dispute it is, with whether a term names them', () => {
    const parties = [brother, sister, child, party('witness', { role: 'witness', sex: 'female' })];
    expect(shareHolders(parties, new Set(['sister']), [{ to: ['sister'] }])).toEqual([
      { party: 'sister', woman: true, minor: false, holds: true, inTerms: true },
      { party: 'child', woman: false, minor: true, holds: true, inTerms: false },
    ]);
  });
  it('of a minor ask for the minors care, a minor without any right does not', () => {
    expect(needsMinorsCare(shareHolders([child], new Set(), []))).toBe(true);
    const tenant = party('t', { role: 'tenant', ageBand: 'age_15_17' });
    expect(needsMinorsCare(shareHolders([tenant], new Set(), []))).toBe(false);
    expect(needsMinorsCare(shareHolders([tenant], new Set(['t']), []))).toBe(true);
  });
});

describe('what is missing before the signature', () => {
  const parties = [brother, sister, child];
  const terms = [{ due: '2026-04-01', to: ['sister', 'child'] }];
  const holders = shareHolders(parties, new Set(), terms);
  const ready = { readAloud: true, womensShare: 'yes', minorsShare: 'yes', terms, parties, holders };
  it('is nothing where all is said', () => {
    expect(signingGaps(ready)).toEqual([]);
  });
  it.each([
    ['one_party', { parties: [sister] }],
    ['no_term_due', { terms: [{ due: null, to: ['sister'] }] }],
    ['not_read_aloud', { readAloud: false }],
    ['women_unchecked', { womensShare: null }],
    ['women_unchecked', { womensShare: 'none' }],
    ['minors_unchecked', { minorsShare: null }],
    ['minors_unchecked', { minorsShare: 'none' }],
    ['women_not_in_terms', { holders: shareHolders([brother, sister], new Set(), []) }],
    ['minors_not_in_terms', { holders: shareHolders([brother, child], new Set(), []) }],
  ] as const)('%s', (gap, without) => {
    expect(signingGaps({ ...ready, ...without })).toEqual([gap]);
  });
  it('is not a share that is said not to be respected, and why', () => {
    const none = shareHolders(parties, new Set(), []);
    expect(signingGaps({ ...ready, holders: none, womensShare: 'no', minorsShare: 'no' })).toEqual([]);
  });
});

describe('who has not signed', () => {
  const parties = [brother, sister, child, guardian];
  const signed = (...ids: string[]) => ids.map((id) => ({ party: id, date: '2026-03-01' }));
  const open = (...args: Parameters<typeof unsignedParties>) => unsignedParties(...args).map(({ id }) => id);
  it('are those whose dispute it is, unless they or who acts for them signed', () => {
    expect(open(parties, acting, signed('brother'))).toEqual(['sister', 'child']);
    expect(open(parties, acting, signed('brother', 'sister', 'guardian'))).toEqual([]);
  });
  it('is a minor who signed alone', () => {
    expect(open(parties, acting, signed('brother', 'sister', 'child'))).toEqual(['child']);
  });
  it('is one whose representative signed after the authority ended', () => {
    expect(open(parties, acting, [...signed('brother', 'sister'), { party: 'guardian', date: '2026-07-01' }])).toEqual([
      'child',
    ]);
  });
});

it('a term is late from the day after on, until it is kept, broken or agreed anew', () => {
  const term = { due: '2026-03-01', status: 'pending' };
  expect([isLateTerm(term, '2026-03-01'), isLateTerm(term, '2026-03-02')]).toEqual([false, true]);
  const statuses = ['fulfilled', 'partly_fulfilled', 'breached', 'renegotiated'];
  const late = statuses.map((status) => isLateTerm({ ...term, status }, '2026-03-02'));
  expect(late).toEqual([false, true, false, false]);
});

it('follow-ups fall due so many days after the signature', () => {
  const rules = { disputeFirstFollowupDays: 30, disputeSecondFollowupDays: 90 };
  expect(followUpDays('2026-01-31', rules)).toEqual({ '30': '2026-03-02', '90': '2026-05-01' });
});
