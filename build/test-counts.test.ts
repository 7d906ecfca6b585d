import { describe, expect, it } from 'vitest';
import { addCounts, countPlaywright, countVitest, formatCounts, noTests } from './test-counts.ts';

const report = { success: true, numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 2 };

describe('counts of the test runners', () => {
  it('takes pending and planned tests as skipped', () => {
    expect(countVitest(report)).toEqual({ passed: 5, failed: 0, skipped: 3 });
  });

  it('counts a run that failed without a failed test as one failure', () => {
    expect(countVitest({ ...report, success: false }).failed).toBe(1);
    expect(countVitest({ ...report, success: false, numFailedTests: 4 }).failed).toBe(4);
  });

  it('counts a journey that passed on the second try as failed', () => {
    const counts = countPlaywright({ stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 0 } });
    expect(counts).toEqual({ passed: 7, failed: 2, skipped: 0 });
  });

  it('names skipped tests only where there are any', () => {
    expect(formatCounts(noTests)).toBe('0 passed, 0 failed');
    expect(formatCounts(addCounts({ passed: 1, failed: 2, skipped: 3 }, { passed: 1, failed: 0, skipped: 0 }))).toBe(
      '2 passed, 2 failed, 3 skipped',
    );
  });
});
