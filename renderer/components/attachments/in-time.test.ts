import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inTime } from './in-time.ts';

const never = () => new Promise<string>(() => undefined);

describe('work in time', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('is answered with what it made, and leaves no timer behind', async () => {
    const { signal } = new AbortController();
    expect(await inTime(Promise.resolve('made'), 5, signal)).toBe('made');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('fails as the work fails, and leaves no timer behind', async () => {
    const { signal } = new AbortController();
    await expect(inTime(Promise.reject(new Error('broken')), 5, signal)).rejects.toThrow('broken');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is given up after so many seconds and no sooner', async () => {
    const answer = vi.fn();
    void inTime(never(), 5, new AbortController().signal).then(answer);
    await vi.advanceTimersByTimeAsync(4999);
    expect(answer).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(answer).toHaveBeenCalledWith('slow');
  });

  it('is given up when nobody wants it any more, before or after it began', async () => {
    const stop = new AbortController();
    const answer = inTime(never(), 5, stop.signal);
    stop.abort();
    expect(await answer).toBe('cancelled');
    expect(await inTime(Promise.resolve('made'), 5, stop.signal)).toBe('cancelled');
    expect(vi.getTimerCount()).toBe(0);
  });
});
