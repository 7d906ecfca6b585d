import { describe, expect, it } from 'vitest';
import {
  defaultRuleValues,
  isInBounds,
  isRuleKey,
  periodOn,
  RULE_AREAS,
  RULE_KEYS,
  RULE_UNITS,
  RULES,
} from './rules.ts';

describe('the rules of the programme', () => {
  it('have a default within their bounds, a known unit and a known area', () => {
    for (const key of RULE_KEYS) {
      expect(isInBounds(key, RULES[key].default), key).toBe(true);
      expect(RULE_UNITS).toContain(RULES[key].unit);
      expect(RULE_AREAS).toContain(RULES[key].area);
    }
  });

  it('are whole numbers within their bounds, both included', () => {
    expect(isInBounds('officeMaxForums', 1)).toBe(true);
    expect(isInBounds('officeMaxForums', 50)).toBe(true);
    expect(isInBounds('officeMaxForums', 51)).toBe(false);
    expect(isInBounds('officeMaxForums', 0)).toBe(false);
    expect(isInBounds('officeMaxForums', 2.5)).toBe(false);
    expect(isInBounds('officeMaxForums', Number.NaN)).toBe(false);
  });

  it('may hide more small numbers than is shipped, never fewer', () => {
    expect(RULES.exportSmallCell.min).toBe(RULES.exportSmallCell.default);
  });

  it('are told apart from keys of a newer program', () => {
    expect(isRuleKey('forumQuorumRatio')).toBe(true);
    expect(isRuleKey('constructor')).toBe(false);
    expect(defaultRuleValues.forumQuorumRatio).toBe(500);
  });
});

describe('the period in force', () => {
  const first = { id: 'a', since: '2026-01-01', value: 1 };
  const second = { id: 'b', since: '2026-06-01', value: 2 };
  const twin = { id: 'c', since: '2026-06-01', value: 3 };

  it.each([
    ['before anything was set', '2025-12-31', null],
    ['on the first day', '2026-01-01', 1],
    ['on the day before the next one', '2026-05-31', 1],
    ['on the day of the next one', '2026-06-01', 2],
    ['long after', '2030-01-01', 2],
  ])('%s', (_, day, value) => {
    expect(periodOn([second, first], day)?.value ?? null).toBe(value);
  });

  it('is the last one without a day', () => {
    expect(periodOn([second, first], null)).toBe(second);
    expect(periodOn([], null)).toBeNull();
  });

  it('is the same on every node where two computers set one for the same day', () => {
    expect(periodOn([twin, first, second], '2026-07-01')).toBe(twin);
    expect(periodOn([second, first, twin], '2026-07-01')).toBe(twin);
  });
});
