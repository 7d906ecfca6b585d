/** @file The receipt on a stick finds out that a home went back, once, and is moved by nothing else. */
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sampleForum } from '#core/testing/samples.ts';
import { createPair, createTestApp, type TestApp, testPassphrase, testUser } from '#core/testing/test-app.ts';

let office: TestApp;
let directorate: TestApp;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ directorate, office, close } = await createPair());
  mkdirSync(join(office.folder, 'sticks', 'A'), { recursive: true });
});
afterEach(() => close());

const jisr = (app: TestApp, stick = 'A'): string => join(app.folder, 'sticks', stick, 'JISR');
const receiptsOn = (app: TestApp): string[] => readdirSync(jisr(app)).filter((name) => name.startsWith('receipt-'));

async function write(app: TestApp, label = 'A'): Promise<string> {
  const { sticks } = await app.call('sticks.list', {});
  const to = sticks.find((stick) => stick.label === label)?.token ?? '';
  return (await app.call('exchange.write', { to })).file;
}

const record = (app: TestApp) => app.call('forums.create', { fields: sampleForum() });

async function rollbacksTold(app: TestApp): Promise<number> {
  return (await app.call('notices.list', {})).filter(({ kind }) => kind === 'rolled-back').length;
}

async function open(folder: string): Promise<TestApp> {
  const app = await createTestApp({ folder });
  await app.call('session.unlock', { user: testUser, passphrase: testPassphrase });
  return app;
}

/** What the office was before `work`, witness and all: nothing but a stick can tell. */
async function wentBackAfter(work: (app: TestApp) => Promise<unknown>): Promise<TestApp> {
  const kept = join(office.folder, 'last-month');
  await office.app.close();
  for (const part of ['home', 'witness']) {
    mkdirSync(join(office.folder, part), { recursive: true });
    cpSync(join(office.folder, part), join(kept, part), { recursive: true });
  }
  const app = await open(office.folder);
  await work(app);
  await app.app.close();
  for (const part of ['home', 'witness']) {
    rmSync(join(office.folder, part), { recursive: true });
    renameSync(join(kept, part), join(office.folder, part));
  }
  return open(office.folder);
}

it('is left beside each bundle, one a device, small and without a name in it', async () => {
  await record(office);
  await write(office);
  await write(office);
  expect(receiptsOn(office)).toHaveLength(1);
  expect(receiptsOn(office)[0]).toMatch(/^receipt-[0-9a-f]{4}$/);
  const text = readFileSync(join(jisr(office), receiptsOn(office)[0] ?? ''), 'utf8');
  const [json = '', signature = ''] = text.split('\t');
  expect(Object.keys(JSON.parse(json) as object)).toEqual(['bns', 'dev', 'inc', 'seq', 'v']);
  expect(Object.values((JSON.parse(json) as { bns: Record<string, number> }).bns)).toEqual([2]);
  expect(signature).toHaveLength(86);
  expect(text.length).toBeLessThan(400);
});

it('finds out that the home went back, tells it once, and goes on in a new incarnation', async () => {
  await record(office);
  const app = await wentBackAfter(async (before) => {
    await record(before);
    await write(before);
  });
  expect(await rollbacksTold(app)).toBe(0);
  const file = await write(app);
  expect(await rollbacksTold(app)).toBe(1);
  expect((await app.call('exchange.status', {})).peers[0]).toMatchObject({ acked: 0, unsent: 0 });
  for (const notice of await app.call('notices.list', {})) await app.call('notices.dismiss', { noticeId: notice.id });
  await write(app);
  expect(await rollbacksTold(app)).toBe(0);
  const [report] = await directorate.call('exchange.takeIn', { files: [directorate.app.grantPath(file, 'file')] });
  expect(report).toMatchObject({ verdict: 'applied' });
  await app.app.close();
});

it('is moved neither by its own receipts, nor by others, nor by what only looks like one', async () => {
  await record(office);
  await write(office);
  const name = receiptsOn(office)[0] ?? '';
  const path = join(jisr(office), name);
  const own = readFileSync(path, 'utf8');
  const altered = own.replace('"seq":', '"seq":9');
  for (const text of [own, altered, 'nothing of the kind', '', `${own}\n`, '{"v":1}\t'.padEnd(94, 'A')]) {
    writeFileSync(path, text);
    await write(office);
    expect(await rollbacksTold(office)).toBe(0);
  }
  mkdirSync(join(directorate.folder, 'sticks', 'A', 'JISR'), { recursive: true });
  await write(directorate);
  const foreign = readFileSync(join(jisr(directorate), receiptsOn(directorate)[0] ?? ''), 'utf8');
  writeFileSync(path, foreign);
  await write(office);
  expect(await rollbacksTold(office)).toBe(0);
  rmSync(path);
  mkdirSync(path);
  await write(office);
  expect(await rollbacksTold(office)).toBe(0);
});

it('is heeded when files are taken in from the stick, too', async () => {
  const app = await wentBackAfter(async (before) => {
    await record(before);
    await write(before);
  });
  const path = join(jisr(app), 'CP-0000-000000.cpb');
  writeFileSync(path, 'no bundle');
  await app.call('exchange.takeIn', { files: [app.app.grantPath(path, 'file')] });
  expect(await rollbacksTold(app)).toBe(1);
  await app.app.close();
});
