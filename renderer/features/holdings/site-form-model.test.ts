import { expect, it } from 'vitest';
import { emptySite, hasOfficeFields } from './site-form-model.ts';

it.each([
  ['an office', { kind: 'community_police_office' }, true],
  ['a hall', { kind: 'meeting_hall' }, false],
  ['a hall that was an office, with staff', { kind: 'meeting_hall', women: 1 }, true],
  ['a hall that was an office, with a ramp', { kind: 'meeting_hall', features: ['ramp'] }, true],
  ['what has no kind yet', {}, false],
])('staff and ways in belong to %s: %s', (_, change, shown) => {
  expect(hasOfficeFields({ ...emptySite, ...change })).toBe(shown);
});
