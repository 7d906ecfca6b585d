import { describe, expect, it } from 'vitest';
import {
  bandOf,
  changeOf,
  impactCode,
  impactValue,
  likelihoodCode,
  likelihoodValue,
  raisedAbove,
  scoreOf,
} from './plan-score.ts';

describe('the score of a problem', () => {
  it.each([
    [1, 1, false, 1, 'low'],
    [1, 2, true, 4, 'low'],
    [2, 2, false, 4, 'low'],
    [1, 3, true, 5, 'medium'],
    [1, 5, false, 5, 'medium'],
    [3, 3, false, 9, 'medium'],
    [2, 4, true, 10, 'high'],
    [2, 5, false, 10, 'high'],
    [4, 4, false, 16, 'high'],
    [3, 5, true, 17, 'critical'],
    [4, 4, true, 18, 'critical'],
    [5, 5, false, 25, 'critical'],
    [5, 5, true, 25, 'critical'],
  ])('of likelihood %i and impact %i, vulnerable %s, is %i: %s', (likelihood, impact, vulnerable, score, band) => {
    expect(scoreOf({ likelihood, impact, vulnerable })).toBe(score);
    expect(bandOf(score)).toBe(band);
  });

  it.each([
    [12, 9, 'less'],
    [12, 10, 'same'],
    [12, 12, 'same'],
    [12, 14, 'same'],
    [12, 15, 'more'],
  ])('that was %i and is %i counts as %s', (first, last, change) => {
    expect(changeOf(first, last)).toBe(change);
  });
});

describe('codes and the numbers stored for them', () => {
  it('belong to each other', () => {
    expect([1, 2, 3, 4, 5].map((value) => likelihoodValue(likelihoodCode(value)))).toEqual([1, 2, 3, 4, 5]);
    expect([1, 2, 3, 4, 5].map((value) => impactValue(impactCode(value)))).toEqual([1, 2, 3, 4, 5]);
    expect([likelihoodValue('frequent'), impactValue('severe')]).toEqual([5, 5]);
    expect([likelihoodCode(0), impactCode(6), likelihoodValue(null), impactValue('often')]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('an order that differs from the scores', () => {
  it.each([
    [[20, 12, 12, 4], []],
    [[], []],
    [[12, 20], [0]],
    [[20, 4, 12, 12], [1]],
    [
      [4, 4, 20],
      [0, 1],
    ],
  ])('%j is told at %j', (scores, raised) => {
    expect(raisedAbove(scores)).toEqual(raised);
  });
});
