import { afterEach, expect, test } from 'vitest';
import type { AppEvent } from './app-types.ts';
import { type CoreThread, startCoreThread } from './core-thread.ts';
import { createFakeTimers } from './testing/fake-timers.ts';
import { standInCore, standInSettings } from './testing/stand-in-core.ts';

const running: CoreThread[] = [];

function start() {
  const timers = createFakeTimers();
  const faults: string[] = [];
  const core = startCoreThread(standInSettings, {
    workerUrl: standInCore,
    timers,
    onFault: (reference) => faults.push(reference),
  });
  running.push(core);
  const events: AppEvent[] = [];
  core.onEvent((event) => events.push(event));
  const state = async () => {
    const answer = await core.call({ method: 'session.state', input: {} });
    return (answer.ok ? answer.value : undefined) as { open: boolean; threadId: number };
  };
  const unlock = () => core.call({ method: 'session.unlock', input: {} });
  return { core, timers, events, faults, state, unlock };
}

const until = async (condition: () => boolean) => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
};

afterEach(async () => {
  await Promise.all(running.splice(0).map((core) => core.close()));
});

test('ends the thread when the session is locked, and tells listeners once it is gone', async () => {
  const { core, events, state, unlock } = start();
  await unlock();
  const before = await state();
  expect(before.open).toBe(true);
  expect(await core.call({ method: 'session.lock', input: {} })).toEqual({ ok: true, value: {} });
  expect(events).toEqual([
    { type: 'session', state: 'open' },
    { type: 'session', state: 'locked' },
  ]);
  const after = await state();
  expect(after.open).toBe(false);
  expect(after.threadId).not.toBe(before.threadId);
});

test('calls made during a lock are answered by the fresh thread', async () => {
  const { core, state, unlock } = start();
  await unlock();
  const locking = core.lock();
  expect((await state()).open).toBe(false);
  await locking;
});

test('a call that the lock overtook is told that the session is over', async () => {
  const { core, unlock } = start();
  await unlock();
  const pending = core.call({ method: 'never', input: {} });
  await core.call({ method: 'session.state', input: {} });
  await core.lock();
  expect(await pending).toEqual({ ok: false, error: { code: 'session/required', params: {} } });
});

test('locks after the idle minutes of the home, with a warning', async () => {
  const { core, timers, events, state, unlock } = start();
  await unlock();
  await core.call({ method: 'settings.setIdle', input: { idleMinutes: 1 } });
  timers.advance(30_000);
  expect(events.at(-1)).toEqual({ type: 'idle-warning', seconds: 30 });
  timers.advance(30_000);
  await until(() => events.at(-1)?.state === 'locked');
  expect((await state()).open).toBe(false);
});

test('commands and session.active hold off the lock, queries do not', async () => {
  const { core, timers, events, state, unlock } = start();
  await unlock();
  timers.advance(4 * 60_000);
  await core.call({ method: 'session.active', input: {} });
  timers.advance(4 * 60_000);
  expect(events).toHaveLength(1);
  await state();
  timers.advance(30_000);
  expect(events.at(-1)).toEqual({ type: 'idle-warning', seconds: 30 });
});

test('a crash answers every pending call with a reference and leaves a locked thread', async () => {
  const { core, events, faults, state, unlock } = start();
  await unlock();
  const pending = core.call({ method: 'never', input: {} });
  const crashed = await core.call({ method: 'crash', input: {} });
  expect(faults).toHaveLength(1);
  const internal = { ok: false, error: { code: 'internal', params: { reference: faults[0] } } };
  expect(crashed).toEqual(internal);
  expect(await pending).toEqual(internal);
  expect(events.at(-1)).toEqual({ type: 'session', state: 'locked' });
  expect((await state()).open).toBe(false);
});

test('hands out tokens for granted paths', async () => {
  const { core } = start();
  expect(await core.grantPath('/media/stick', 'folder')).toBe('folder:/media/stick');
});
