import { expect, test } from 'vitest';
import { createIdleLock, type IdleLock } from './idle-lock.ts';
import { createFakeTimers } from './testing/fake-timers.ts';

const minute = 60_000;

function setUp(isBusy = () => false) {
  const timers = createFakeTimers();
  const heard: string[] = [];
  const idle: IdleLock = createIdleLock({
    timers,
    isBusy,
    onWarning: (seconds) => heard.push(`warning ${seconds}`),
    onLock: () => heard.push('lock'),
  });
  return { timers, heard, idle };
}

test('warns half a minute before five idle minutes are over, then locks', () => {
  const { timers, heard, idle } = setUp();
  idle.opened();
  timers.advance(4.5 * minute - 1);
  expect(heard).toEqual([]);
  timers.advance(1);
  expect(heard).toEqual(['warning 30']);
  timers.advance(30_000);
  expect(heard).toEqual(['warning 30', 'lock']);
  timers.advance(60 * minute);
  expect(heard).toHaveLength(2);
});

test('starts anew when a person comes back after the warning', () => {
  const { timers, heard, idle } = setUp();
  idle.opened();
  timers.advance(4.75 * minute);
  idle.active();
  timers.advance(4.25 * minute);
  expect(heard).toEqual(['warning 30']);
  timers.advance(0.75 * minute);
  expect(heard).toEqual(['warning 30', 'warning 30', 'lock']);
});

test('uses the minutes of the home, kept between 1 and 15', () => {
  const { timers, heard, idle } = setUp();
  idle.opened();
  idle.setIdleMinutes(0);
  timers.advance(minute);
  expect(heard).toEqual(['warning 30', 'lock']);
  idle.opened();
  idle.setIdleMinutes(90);
  timers.advance(14 * minute);
  expect(heard).toHaveLength(2);
  timers.advance(minute);
  expect(heard).toHaveLength(4);
});

test('locks after ten hours however busy a person is', () => {
  const { timers, heard, idle } = setUp();
  idle.opened();
  for (let i = 0; i < 599; i += 1) {
    timers.advance(minute);
    idle.active();
  }
  expect(heard).toEqual([]);
  timers.advance(minute);
  expect(heard).toEqual(['lock']);
});

test('does not lock while a command runs', () => {
  let busy = true;
  const { timers, heard, idle } = setUp(() => busy);
  idle.opened();
  timers.advance(30 * minute);
  expect(heard).toEqual([]);
  busy = false;
  timers.advance(10 * minute);
  expect(heard).toEqual(['warning 30', 'lock']);
});

test('does nothing without an open session', () => {
  const { timers, heard, idle } = setUp();
  idle.active();
  timers.advance(60 * minute);
  idle.opened();
  idle.closed();
  timers.advance(60 * minute);
  expect(heard).toEqual([]);
});
