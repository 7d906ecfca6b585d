import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAppAndServices } from '#core/app.ts';
import type { Services } from '#core/context.ts';
import { listNotices } from '#core/exchange/notices.ts';
import { createTestApp, initHome, type TestApp, testPassphrase, testUser } from '#core/testing/test-app.ts';
import { openWitness } from './witness.ts';

let app: TestApp;
let services: Services;
let home: string;
let folder: string;
let users = 0;

beforeEach(async () => {
  app = await createTestApp({
    create: async (ports) => {
      const made = createAppAndServices(ports);
      services = made.services;
      return made.app;
    },
  });
  await initHome(app, 'directorate');
  home = app.ports.settings.homeFolder;
  folder = app.ports.settings.witnessFolder;
});
afterEach(() => app.close());

const lock = () => app.call('session.lock', {});
const unlock = () => app.call('session.unlock', { user: testUser, passphrase: testPassphrase });
const raw = () => {
  const open = services.home.open;
  if (!open) throw new Error('locked');
  return open.store.raw;
};
const write = () =>
  app.call('users.create', {
    loginName: `user ${++users}`,
    displayName: 'x',
    roles: ['auditor'],
    passphrase: testPassphrase,
  });
const incarnations = () => raw().prepare('SELECT why FROM inc ORDER BY ordinal').pluck().all();
const witnessFile = () => join(folder, readdirSync(folder)[0] ?? '');
const check = () => {
  const witness = openWitness(folder, services.home.dek(), raw());
  try {
    return witness.check();
  } finally {
    witness.close();
  }
};

/** As a backup program copies a folder: while nobody works in it. */
async function copyAway(): Promise<string> {
  await lock();
  const copy = join(app.folder, 'copy');
  cpSync(home, copy, { recursive: true });
  await unlock();
  return copy;
}

async function putBack(copy: string): Promise<void> {
  await lock();
  rmSync(home, { recursive: true });
  cpSync(copy, home, { recursive: true });
  await unlock();
}

describe('a home', () => {
  it('has a witness outside from the start, and goes on with it', async () => {
    expect(readdirSync(folder)).toHaveLength(1);
    await write();
    expect(check()).toBe('agrees');
    await lock();
    await unlock();
    expect(check()).toBe('agrees');
    expect(incarnations()).toEqual(['first']);
  });

  it('that was put back to an earlier state goes on in a new incarnation, and says so once', async () => {
    await write();
    const copy = await copyAway();
    await write();
    await putBack(copy);
    expect(incarnations()).toEqual(['first', 'witness']);
    expect(listNotices(raw()).map(({ kind }) => kind)).toContain('rolled-back');
    await write();
    await lock();
    await unlock();
    expect(incarnations()).toEqual(['first', 'witness']);
    expect(await app.call('exchange.verify', {})).toMatchObject({ ok: true });
  });

  it('that has lost nothing but the number of a file goes on in a new incarnation', async () => {
    raw().exec(`INSERT INTO peer (dev, node, out_epoch_n, out_epoch_r, acked, acked_bn, bn, sent_to, in_k, in_bn, roster)
      VALUES (x'00112233445566778899aabbccddeeff', 'n', 1, x'0011223344556677', 0, 0, 2, 0, 0, 0, 1)`);
    const copy = await copyAway();
    raw().exec('UPDATE peer SET bn = 3');
    services.home.open?.store.onCommit();
    await putBack(copy);
    expect(incarnations()).toEqual(['first', 'witness']);
  });

  it('that was put back and then written to where the witness is not, is found out by its chain', async () => {
    const copy = await copyAway();
    await write();
    const name = witnessFile();
    const here = readFileSync(name);
    await putBack(copy);
    // As if the other PC had not noticed: the same incarnation, and more changes than the witness has seen.
    raw().exec("DELETE FROM inc WHERE why = 'witness'");
    await write();
    await write();
    await lock();
    writeFileSync(name, here);
    await unlock();
    expect(incarnations()).toEqual(['first', 'witness']);
  });

  it('that was copied to another computer without its witness goes on in a new incarnation', async () => {
    await write();
    await lock();
    rmSync(folder, { recursive: true });
    await unlock();
    expect(incarnations()).toEqual(['first', 'witness']);
  });

  it('that is ahead of its witness has crashed, and nothing is said', async () => {
    await lock();
    const earlier = readFileSync(witnessFile());
    await unlock();
    await write();
    await lock();
    writeFileSync(witnessFile(), earlier);
    await unlock();
    expect(incarnations()).toEqual(['first']);
    expect(check()).toBe('agrees');
  });

  it('survives a torn write of its witness: the other slot was flushed', async () => {
    await write();
    await lock();
    await unlock();
    const before = readFileSync(witnessFile());
    await write();
    const after = readFileSync(witnessFile());
    const changed = [...after.keys()].filter((at) => after[at] !== before[at]);
    const [first = 0] = changed;
    expect(changed.length).toBeGreaterThan(0);
    await lock();
    writeFileSync(witnessFile(), after.fill(0xff, first, first + 20));
    await unlock();
    expect(incarnations()).toEqual(['first']);
  });

  it('cannot keep one where the folder cannot be written to, and works all the same', async () => {
    await lock();
    rmSync(folder, { recursive: true });
    writeFileSync(folder, 'a file in the way');
    await unlock();
    expect(incarnations()).toEqual(['first', 'witness']);
    await lock();
    await unlock();
    await write();
    expect(incarnations()).toEqual(['first', 'witness']);
    rmSync(folder);
  });

  it('takes the witness of another home, or a changed one, for none', async () => {
    await lock();
    writeFileSync(witnessFile(), Buffer.alloc(200_000, 7));
    await unlock();
    expect(incarnations()).toEqual(['first', 'witness']);
  });
});

it('costs a save next to nothing, with three hundred links too', () => {
  const peer = raw().prepare(
    `INSERT INTO peer (dev, node, out_epoch_n, out_epoch_r, acked, acked_bn, bn, sent_to, in_k, in_bn, roster)
     VALUES (randomblob(16), 'n', 1, randomblob(8), 0, 0, 7, 0, 0, 0, 0)`,
  );
  for (let i = 0; i < 300; i++) peer.run();
  const witness = openWitness(folder, services.home.dek(), raw());
  const samples: number[] = [];
  for (let i = 0; i < 200; i++) {
    raw().prepare('UPDATE inc SET seq = seq + 1').run();
    const begun = performance.now();
    witness.note();
    samples.push(performance.now() - begun);
  }
  witness.close();
  const middle = samples.toSorted((a, b) => a - b)[100] ?? 0;
  expect(middle).toBeLessThan(5);
  if (process.env.JISR_SHOW_TIMES === '1') process.stderr.write(`witness: ${middle.toFixed(3)} ms\n`);
});
