/** @file Timers that run when a test says so. */
import type { Timers } from '#core/idle-lock.ts';

export type FakeTimers = Timers & {
  /** Lets that much time pass and runs, in order, what becomes due. */
  advance(ms: number): void;
};

export function createFakeTimers(): FakeTimers {
  let now = 0;
  const due = new Map<object, { at: number; work: () => void }>();
  return {
    now: () => now,
    setTimeout(work, ms) {
      const handle = {};
      due.set(handle, { at: now + ms, work });
      return handle;
    },
    clearTimeout: (handle) => void due.delete(handle),
    advance(ms) {
      const end = now + ms;
      for (;;) {
        const next = [...due].filter(([, timer]) => timer.at <= end).sort(([, a], [, b]) => a.at - b.at)[0];
        if (!next) break;
        due.delete(next[0]);
        now = Math.max(now, next[1].at);
        next[1].work();
      }
      now = end;
    },
  };
}
