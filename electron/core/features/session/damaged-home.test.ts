/** @file What people are told when the files of a home are not what they were. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, it } from 'vitest';
import { createAppAndServices } from '#core/app.ts';
import type { Services } from '#core/context.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { createTestApp, initHome, type TestApp, testPassphrase, testUser } from '#core/testing/test-app.ts';

let close: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const one of close.toReversed()) await one();
  close = [];
});

type Opened = { readonly test: TestApp; readonly home: string; readonly services: Services; readonly code: string };

async function newHome(): Promise<Opened> {
  let services: Services | null = null;
  const test = await createTestApp({
    create: async (ports) => {
      const made = createAppAndServices(ports);
      services = made.services;
      return made.app;
    },
  });
  close.push(test.close);
  if (services === null) throw new Error('an application without services');
  const { recoveryCode } = await initHome(test, 'office');
  return { test, home: join(test.folder, 'home'), services, code: recoveryCode };
}

const person = { user: testUser, passphrase: testPassphrase };

describe('key files', () => {
  it('that are gone or damaged let nobody in', async () => {
    const { test, home, code } = await newHome();
    const change = { current: testPassphrase, next: testPassphrase };
    for (const name of ['keys.a', 'keys.b']) writeFileSync(join(home, name), 'damaged');
    await expectRefusal(test, 'home.confirmRecovery', 'home/damaged', { code });
    await expectRefusal(test, 'session.changePassphrase', 'home/damaged', change);
    await expectRefusal(test, 'session.unlock', 'home/damaged', person);
    await expectRefusal(test, 'session.recover', 'home/damaged', { ...person, code });
    for (const name of ['keys.a', 'keys.b']) rmSync(join(home, name));
    await expectRefusal(test, 'home.confirmRecovery', 'home/empty', { code });
    await expectRefusal(test, 'session.changePassphrase', 'home/empty', change);
  });

  it('of which one is damaged still open the home', async () => {
    const { test, home } = await newHome();
    await test.call('session.lock', {});
    for (const name of ['keys.a', 'keys.b']) {
      const good = readFileSync(join(home, name));
      writeFileSync(join(home, name), good.subarray(0, 100));
      await test.call('session.unlock', person);
      await test.call('session.lock', {});
    }
  });

  it('that cannot be written keep the passphrase as it was', async () => {
    const { test, home } = await newHome();
    rmSync(join(home, 'keys.a'));
    mkdirSync(join(home, 'keys.a'));
    const change = { current: testPassphrase, next: 'another passphrase' };
    await expectRefusal(test, 'session.changePassphrase', 'file/cannot-write', change);
  });
});

describe('a database', () => {
  it('that is open elsewhere is told as such', async () => {
    const { test, code } = await newHome();
    const second = await createTestApp({ folder: test.folder });
    close.push(second.close);
    await expectRefusal(second, 'session.unlock', 'store/open-elsewhere', person);
    await expectRefusal(second, 'session.recover', 'store/open-elsewhere', { ...person, code });
  }, 20_000);

  it('of a newer program is left alone', async () => {
    const { test, services, code } = await newHome();
    services.home.open?.store.raw.pragma('user_version = 99999');
    await test.call('session.lock', {});
    await expectRefusal(test, 'session.unlock', 'store/too-new', person);
    await expectRefusal(test, 'session.recover', 'store/too-new', { ...person, code });
  });

  it('of another home does not open', async () => {
    const { test, home, code } = await newHome();
    const other = await newHome();
    await test.call('session.lock', {});
    await other.test.call('session.lock', {});
    copyFileSync(join(other.home, 'jisr.db'), join(home, 'jisr.db'));
    await expectRefusal(test, 'session.unlock', 'store/wrong-key', person);
    await expectRefusal(test, 'session.recover', 'store/wrong-key', { ...person, code });
  });

  it('that is damaged inside is found out after an unclean end', async () => {
    const { test, home, code } = await newHome();
    await test.call('session.lock', {});
    const bytes = readFileSync(join(home, 'jisr.db'));
    bytes.fill(0x55, bytes.length - 3000, bytes.length - 100);
    writeFileSync(join(home, 'jisr.db'), bytes);
    for (const call of ['unlock', 'recover']) {
      writeFileSync(join(home, 'spool', 'session'), '');
      if (call === 'unlock') await expectRefusal(test, 'session.unlock', 'store/corrupt', person);
      else await expectRefusal(test, 'session.recover', 'store/corrupt', { ...person, code });
    }
  });

  it('that is gone is not made anew in silence', async () => {
    const { test, home, code } = await newHome();
    await test.call('session.lock', {});
    rmSync(join(home, 'jisr.db'));
    await expectRefusal(test, 'session.unlock', 'store/io', person);
    await expectRefusal(test, 'session.recover', 'store/io', { ...person, code });
    if (existsSync(join(home, 'jisr.db'))) throw new Error('an empty database was made');
  });
});
