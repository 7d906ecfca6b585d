import { readdirSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createApp } from '#core/app.ts';
import { generateRecoveryCode } from '#core/home/recovery-code.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { createTestApp, initHome, type TestApp, testPassphrase, testUser } from '#core/testing/test-app.ts';

let close: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const one of close.toReversed()) await one();
  close = [];
});

/** Waits run on a clock that the test moves. */
type Clock = { ms: number };

async function newApp(options: { clock?: Clock; folder?: string; memoryKiB?: number } = {}): Promise<TestApp> {
  const { clock = { ms: 0 }, folder, memoryKiB = 64 } = options;
  const test = await createTestApp({
    ...(folder === undefined ? {} : { folder }),
    argonCost: { memoryKiB, passes: 1 },
    create: (ports) => createApp({ ...ports, monotonic: () => clock.ms }),
  });
  close.push(test.close);
  return test;
}

const right = { user: testUser, passphrase: testPassphrase };
const wrong = { user: testUser, passphrase: 'not the right passphrase' };

describe('unlocking', () => {
  it('answers the same for a wrong name and a wrong passphrase', async () => {
    const clock = { ms: 0 };
    const test = await newApp({ clock });
    await initHome(test, 'office');
    const answers = [];
    for (const input of [wrong, { ...right, user: 'nobody' }]) {
      await test.call('session.unlock', right);
      answers.push(await test.answer('session.unlock', input));
      clock.ms += 1000;
    }
    expect(answers[0]).toEqual({ ok: false, error: { code: 'session/refused', params: { waitMs: 1000 } } });
    expect(answers[1]).toEqual(answers[0]);
  });

  it('takes about the same time for both', async () => {
    const clock = { ms: 0 };
    const test = await newApp({ clock, memoryKiB: 8192 });
    await initHome(test, 'office');
    const times = { name: [] as number[], passphrase: [] as number[] };
    for (let i = 0; i < 9; i++) {
      for (const kind of ['name', 'passphrase'] as const) {
        const input = kind === 'name' ? { ...right, user: 'nobody' } : wrong;
        const began = performance.now();
        await expectRefusal(test, 'session.unlock', 'session/refused', input);
        times[kind].push(performance.now() - began);
        clock.ms += 60_000;
      }
    }
    const ratio = median(times.name) / median(times.passphrase);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });

  it('makes people wait longer after each failure, one minute at most, and nobody after a success', async () => {
    const clock = { ms: 0 };
    const test = await newApp({ clock });
    await initHome(test, 'office');
    const waits = [];
    for (let i = 0; i < 8; i++) {
      const answer = await test.answer('session.unlock', wrong);
      const waitMs = answer.ok ? 0 : Number(answer.error.params.waitMs);
      waits.push(waitMs / 1000);
      await expectRefusal(test, 'session.unlock', 'session/wait', right);
      clock.ms += waitMs;
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
    await test.call('session.unlock', right);
    expect(await test.answer('session.unlock', wrong)).toMatchObject({ error: { params: { waitMs: 1000 } } });
  });

  it('starts the wait anew when the program is started again: neither that nor the clock shortens it', async () => {
    const first = await newApp();
    const clock = { ms: 0 };
    await initHome(first, 'office');
    await first.call('session.lock', {});
    await expectRefusal(first, 'session.unlock', 'session/refused', wrong);
    await first.app.close();
    const again = await newApp({ clock, folder: first.folder });
    again.clock += 3_600_000;
    await expectRefusal(again, 'session.unlock', 'session/wait', right);
    clock.ms = 1000;
    expect(await again.call('session.unlock', right)).toMatchObject({ state: 'open' });
  });

  it('is refused where there is no home', async () => {
    const empty = await newApp();
    const code = generateRecoveryCode().code;
    await expectRefusal(empty, 'session.unlock', 'home/empty', right);
    await expectRefusal(empty, 'session.recover', 'home/empty', { ...right, code });
  });
});

describe('locking', () => {
  it('closes the database; what is called after it needs a session', async () => {
    const test = await newApp();
    await initHome(test, 'office');
    expect(openFiles(test.folder)).not.toEqual([]);
    const late = test.answer('users.list');
    await test.call('session.lock', {});
    await late;
    expect(openFiles(test.folder)).toEqual([]);
    expect(readdirSync(join(test.folder, 'home'))).not.toContain('jisr.db-wal');
    expect(await test.refused('settings.get', {})).toBe('session/required');
    expect(await test.call('session.state', {})).toMatchObject({ state: 'locked', node: null, user: null });
    expect(test.events).toContainEqual({ type: 'session', state: 'locked' });
  });

  it('answers calls that came too late as locked, not as a bug', async () => {
    const test = await newApp();
    await initHome(test, 'directorate');
    const [me] = await test.call('users.list', {});
    const edit = { userId: me?.id ?? '', displayName: 'x', roles: ['administrator'], heads: me?.heads };
    const calls = [...Array(5)].map(() => test.answer('users.edit', edit));
    const locked = test.call('session.lock', {});
    const later = [...Array(5)].map(() => test.answer('users.list'));
    await locked;
    const codes = [...(await Promise.all(calls)), ...(await Promise.all(later))].map((answer) =>
      answer.ok ? 'ok' : answer.error.code,
    );
    expect(codes).not.toContain('internal');
    expect(codes.slice(-5)).toEqual(Array(5).fill('session/required'));
  });
});

describe('a new home', () => {
  it('is not made over another', async () => {
    const test = await newApp();
    const input = { kind: 'office', name: 'x', user: 'x', passphrase: testPassphrase } as const;
    await expectRefusal(test, 'home.init', 'passphrase/too-short', { ...input, passphrase: '1234' });
    expect(await test.call('session.state', {})).toMatchObject({ state: 'empty' });
    await initHome(test, 'office');
    await expectRefusal(test, 'home.init', 'home/exists', input);
    await test.call('session.lock', {});
    await expectRefusal(test, 'home.init', 'home/exists', input);
  });

  it('is not made where nothing can be written', async () => {
    const test = await newApp();
    writeFileSync(join(test.folder, 'home'), 'a file in the way');
    const input = { kind: 'office', name: 'x', user: 'x', passphrase: testPassphrase } as const;
    await expectRefusal(test, 'home.init', 'file/cannot-write', input);
  });
});

describe('the recovery code', () => {
  it('is typed back once, however it is typed', async () => {
    const clock = { ms: 0 };
    const test = await newApp({ clock });
    const { recoveryCode } = await initHome(test, 'office');
    expect((await test.call('session.state', {})).recoveryPending).toBe(true);
    await expectRefusal(test, 'home.confirmRecovery', 'recovery/mistyped', { code: 'x' });
    const other = generateRecoveryCode().code;
    await expectRefusal(test, 'home.confirmRecovery', 'recovery/wrong', { code: other });
    await expectRefusal(test, 'home.confirmRecovery', 'session/wait', { code: recoveryCode });
    clock.ms += 60_000;
    await test.call('home.confirmRecovery', { code: recoveryCode.toLowerCase() });
    expect((await test.call('session.state', {})).recoveryPending).toBe(false);
  });

  it('gives a person who is known here a new passphrase, and nobody else anything', async () => {
    const clock = { ms: 0 };
    const test = await newApp({ clock });
    const { recoveryCode: code } = await initHome(test, 'office');
    await test.call('session.lock', {});
    const next = { code, user: testUser, passphrase: 'a quite new passphrase' };
    await expectRefusal(test, 'session.recover', 'recovery/mistyped', { ...next, code: 'x' });
    await expectRefusal(test, 'session.recover', 'passphrase/too-short', { ...next, passphrase: 'short' });
    const other = generateRecoveryCode().code;
    await expectRefusal(test, 'session.recover', 'recovery/wrong', { ...next, code: other });
    await expectRefusal(test, 'session.recover', 'session/wait', next);
    clock.ms += 60_000;
    await expectRefusal(test, 'session.recover', 'user/not-found', { ...next, user: 'nobody' });
    expect(await test.call('session.state', {})).toMatchObject({ state: 'locked' });
    expect(await test.call('session.recover', next)).toMatchObject({
      state: 'open',
      user: { displayName: 'amal office' },
    });
    await test.call('session.lock', {});
    await expectRefusal(test, 'session.unlock', 'session/refused', right);
    clock.ms += 60_000;
    await test.call('session.unlock', { user: testUser, passphrase: next.passphrase });
  });
});

describe('changing the own passphrase', () => {
  it('needs the one in force, and takes it out of force', async () => {
    const clock = { ms: 0 };
    const test = await newApp({ clock });
    await initHome(test, 'office');
    const next = 'another passphrase';
    const change = { current: testPassphrase, next };
    await expectRefusal(test, 'session.changePassphrase', 'passphrase/too-short', { ...change, next: 'short' });
    await expectRefusal(test, 'session.changePassphrase', 'session/refused', { ...change, current: 'not this one' });
    await expectRefusal(test, 'session.changePassphrase', 'session/wait', change);
    clock.ms += 60_000;
    await test.call('session.changePassphrase', change);
    await test.call('session.lock', {});
    await expectRefusal(test, 'session.unlock', 'session/refused', right);
    clock.ms += 60_000;
    await test.call('session.unlock', { user: testUser, passphrase: next });
  });
});

/** Files below the folder that this process holds open. */
function openFiles(folder: string): string[] {
  return readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      const path = readlinkSync(`/proc/self/fd/${fd}`);
      return path.startsWith(folder) ? [path] : [];
    } catch {
      return [];
    }
  });
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
