import { describe, expect, it } from 'vitest';
import { type BodyConsent, bodyTold, consentToRefer, isUnanswered } from './referral-rules.ts';

const at = { day: '2026-03-01', validMonths: 12 };
const to = { body: 'court_first_instance', name: '', claimants: ['a'] };
const given = (more: Partial<BodyConsent> = {}): BodyConsent => ({
  status: 'given',
  date: '2026-02-01',
  party: 'a',
  body: 'court_first_instance',
  recipient: '',
  withdrawn: null,
  ...more,
});

describe('the consent to a referral', () => {
  it.each([
    ['is there for this body', [given()], 'given'],
    ['of all who came counts for each', [given({ party: null })], 'given'],
    ['was never asked', [], 'missing'],
    ['for another body counts for nothing', [given({ body: 'notary' })], 'missing'],
    ['of another person counts for nothing', [given({ party: 'b' })], 'missing'],
    ['was refused', [given({ status: 'refused' })], 'refused'],
    ['was taken back', [given({ withdrawn: '2026-02-10' })], 'withdrawn'],
    ['taken back later still held that day', [given({ withdrawn: '2026-03-02' })], 'given'],
    ['marked as withdrawn without a day counts as withdrawn', [given({ status: 'withdrawn' })], 'withdrawn'],
    ['is too old', [given({ date: '2025-02-28' })], 'expired'],
    ['is valid to the day', [given({ date: '2025-03-01' })], 'given'],
    ['was given after the day', [given({ date: '2026-03-02' })], 'missing'],
    ['was not asked yet', [given({ status: 'not_asked' })], 'missing'],
    [
      'given anew after a withdrawal holds',
      [given({ withdrawn: '2026-02-10' }), given({ date: '2026-02-20' })],
      'given',
    ],
    ['refused after all is refused', [given(), given({ status: 'refused', date: '2026-02-20' })], 'refused'],
    ['given and refused on one day is refused', [given(), given({ status: 'refused' })], 'refused'],
    [
      'of all is undone by one of them',
      [given({ party: null }), given({ status: 'refused', date: '2026-02-02' })],
      'refused',
    ],
  ] as const)('%s', (_, consents, answer) => {
    expect(consentToRefer(consents, to, at)).toBe(answer);
  });

  it('names one organisation among several, however its name is written', () => {
    const consents = [given({ recipient: 'منظمة القانون' })];
    const answer = (name: string) => consentToRefer(consents, { ...to, name }, at);
    expect([answer('منظمه القانون'), answer('منظمة أخرى'), answer('')]).toEqual(['given', 'missing', 'given']);
  });

  it('is asked of each whom the office serves', () => {
    const both = { ...to, claimants: ['a', 'b'] };
    expect(consentToRefer([given()], both, at)).toBe('missing');
    expect(consentToRefer([given(), given({ party: 'b' })], both, at)).toBe('given');
  });
});

it('a referral is unanswered from the day after the limit on', () => {
  const sent = { status: 'sent', sent: '2026-02-01' };
  expect(isUnanswered(sent, '2026-02-15', 14)).toBe(false);
  expect(isUnanswered(sent, '2026-02-16', 14)).toBe(true);
  expect(isUnanswered({ ...sent, status: 'received' }, '2026-12-31', 14)).toBe(false);
  expect(isUnanswered({ status: 'no_response', sent: null }, '2026-02-02', 14)).toBe(true);
});

it('a body whose name tells what happened to a person is told as another body', () => {
  expect([bodyTold('gbv_service'), bodyTold('shelter'), bodyTold('notary')]).toEqual(['other', 'other', 'notary']);
});
