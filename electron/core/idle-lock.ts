/**
 * @file When an open session ends by itself: after some minutes without use, warned shortly before, and in any
 * case after ten hours. Knows no thread and no window; the caller locks.
 */
export type TimerHandle = { unref?(): unknown };

/** Timers of the host; tests pass their own. `now` is monotonic, in milliseconds. */
export type Timers = {
  readonly now: () => number;
  readonly setTimeout: (work: () => void, ms: number) => TimerHandle;
  readonly clearTimeout: (handle: TimerHandle) => void;
};

export const systemTimers: Timers = {
  now: () => performance.now(),
  setTimeout: (work, ms) => setTimeout(work, ms).unref(),
  clearTimeout: (handle) => clearTimeout(handle as NodeJS.Timeout),
};

export type IdleLock = {
  /** A session was opened: both clocks start. */
  opened(): void;
  /** No session is open any more: both clocks stop. */
  closed(): void;
  /** The person did something. */
  active(): void;
  /** The setting of the home, 1 to 15 minutes; other numbers are brought into that range. */
  setIdleMinutes(minutes: number): void;
};

export type IdleLockOptions = {
  readonly timers: Timers;
  /** True while a command runs: a long import is use, not idleness. */
  readonly isBusy: () => boolean;
  readonly onWarning: (seconds: number) => void;
  readonly onLock: () => void;
};

export const warningSeconds = 30;
const defaultIdleMinutes = 5;
const longestSessionMs = 10 * 60 * 60 * 1000;

export function createIdleLock({ timers, isBusy, onWarning, onLock }: IdleLockOptions): IdleLock {
  let idleMs = defaultIdleMinutes * 60_000;
  let openedAt: number | undefined;
  let activeAt = 0;
  let warned = false;
  let timer: TimerHandle | undefined;

  function plan(): void {
    if (timer !== undefined) timers.clearTimeout(timer);
    timer = undefined;
    if (openedAt === undefined) return;
    const idleEnd = activeAt + idleMs;
    const next = warned ? idleEnd : idleEnd - warningSeconds * 1000;
    const due = Math.min(next, openedAt + longestSessionMs);
    timer = timers.setTimeout(check, Math.max(0, due - timers.now()));
  }

  function check(): void {
    if (openedAt === undefined) return;
    const now = timers.now();
    if (isBusy()) activeAt = now;
    if (now >= openedAt + longestSessionMs || now >= activeAt + idleMs) {
      stop();
      onLock();
      return;
    }
    if (!warned && now >= activeAt + idleMs - warningSeconds * 1000) {
      warned = true;
      onWarning(warningSeconds);
    }
    plan();
  }

  function stop(): void {
    openedAt = undefined;
    plan();
  }

  return {
    opened() {
      openedAt = activeAt = timers.now();
      warned = false;
      plan();
    },
    closed: stop,
    active() {
      activeAt = timers.now();
      // Re-planning on each of many calls would only churn timers: the check finds the newer time by itself.
      if (warned) {
        warned = false;
        plan();
      }
    },
    setIdleMinutes(minutes) {
      idleMs = Math.min(15, Math.max(1, minutes)) * 60_000;
      plan();
    },
  };
}
