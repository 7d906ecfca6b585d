import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { toBase64Url, toHex, utf8 } from '#core/crypto/bytes.ts';
import { sha256 } from '#core/crypto/hash.ts';
import { randomBytes } from '#core/crypto/random.ts';
import { readKeyFile } from './key-file.ts';
import {
  addUserSlot,
  createKeyFiles,
  type KeyFiles,
  keyFilesState,
  openKeyFiles,
  readDatabaseSalt,
  removeUserSlot,
  replaceRecoverySlot,
  rewrapUserSlot,
  setDatabaseSalt,
  wipeKeyFiles,
} from './key-files.ts';
import { generateRecoveryCode } from './recovery-code.ts';
import { unlockWithPassphrase, unlockWithRecovery } from './unlock.ts';

const cheap = { memoryKiB: 64, passes: 1 };
const passphrase = 'نهر دجلة يجري جنوبا';
const dek = randomBytes(32);
let folder = '';
let clock = 0;
let keys: KeyFiles;

const start = (): KeyFiles => openKeyFiles(folder, { monotonic: () => clock, cost: cheap });
const file = (name: 'keys.a' | 'keys.b') => join(folder, name);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jisr-home-'));
  clock = 1000;
  keys = start();
  await createKeyFiles(keys);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function add(user: string, words = passphrase): Promise<string> {
  const added = await addUserSlot(keys, { dek, user, passphrase: words });
  if (!added.ok) throw new Error(added.error.code);
  return added.value.slotId;
}

const unlock = async (user: string, words = passphrase): Promise<string> => {
  const result = await unlockWithPassphrase(keys, user, words);
  return result.ok ? 'ok' : result.error.code;
};

test('makes two files and nothing else, and not over existing ones', async () => {
  expect(readdirSync(folder).sort()).toEqual(['keys.a', 'keys.b']);
  expect(await createKeyFiles(keys)).toEqual({ ok: false, error: { code: 'home/exists', params: {} } });
  expect(await keyFilesState(keys)).toBe('ready');
});

test('each user opens the home with his or her own passphrase', async () => {
  const slotId = await add('Zainab');
  await add('Karwan', 'چیا و دەشت و ڕووبار');
  const opened = await unlockWithPassphrase(keys, ' zainab ', passphrase);
  expect(opened).toEqual({ ok: true, value: { dek, slotId } });
  expect(await unlock('karwan', 'چیا و دەشت و ڕووبار')).toBe('ok');
  expect(await unlock('karwan', passphrase)).toBe('session/refused');
});

test('the digits of the keyboard do not matter', async () => {
  await add('user7', 'the code is 2468');
  expect(await unlock('user٧', 'the code is ٢٤٦٨')).toBe('ok');
});

test('holds no name and no key, sealed or in the clear, of any other size than a slot', async () => {
  await add('Zainab');
  for (const name of ['keys.a', 'keys.b'] as const) {
    const bytes = readFileSync(file(name));
    for (const hidden of ['Zainab', 'zainab', toBase64Url(dek), toHex(dek)]) expect(bytes.includes(hidden)).toBe(false);
    expect(bytes.includes(Buffer.from(dek))).toBe(false);
  }
});

test('a name is taken whatever its case and digits', async () => {
  await add('Zainab1');
  const again = await addUserSlot(keys, { dek, user: 'ZAINAB١', passphrase });
  expect(again).toEqual({ ok: false, error: { code: 'user/name-taken', params: {} } });
});

test('refuses short passphrases for new and changed slots', async () => {
  const short = { ok: false, error: { code: 'passphrase/too-short', params: {} } };
  expect(await addUserSlot(keys, { dek, user: 'a', passphrase: '123456' })).toEqual(short);
  expect(await rewrapUserSlot(keys, await add('a'), { dek, passphrase: '123456' })).toEqual(short);
});

test('a changed passphrase opens, the old one opens neither file', async () => {
  const slotId = await add('zainab');
  expect(await rewrapUserSlot(keys, slotId, { dek, passphrase: 'another long passphrase' })).toEqual({
    ok: true,
    value: null,
  });
  for (const lost of ['keys.a', 'keys.b'] as const) {
    const kept = readFileSync(file(lost));
    rmSync(file(lost));
    keys = start();
    clock += 120_000;
    expect(await unlock('zainab', passphrase)).toBe('session/refused');
    clock += 120_000;
    expect(await unlock('zainab', 'another long passphrase')).toBe('ok');
    writeFileSync(file(lost), kept);
  }
});

test('a removed user opens neither file', async () => {
  const slotId = await add('zainab');
  await removeUserSlot(keys, slotId);
  expect(await unlock('zainab')).toBe('session/refused');
  rmSync(file('keys.a'));
  clock += 120_000;
  expect(await unlock('zainab')).toBe('session/refused');
  expect((await removeUserSlot(keys, slotId)).ok).toBe(false);
});

test('the recovery code opens; a mistyped and a wrong one are told apart; a new one ends the old', async () => {
  const first = generateRecoveryCode();
  await replaceRecoverySlot(keys, { dek, secret: first.secret });
  const opened = await unlockWithRecovery(keys, first.code.toLowerCase());
  expect(opened.ok && opened.value.dek).toEqual(dek);
  const mistyped = await unlockWithRecovery(keys, first.code.slice(1));
  expect(mistyped).toMatchObject({ error: { code: 'recovery/mistyped' } });
  const second = generateRecoveryCode();
  await replaceRecoverySlot(keys, { dek, secret: second.secret });
  expect(await unlockWithRecovery(keys, first.code)).toMatchObject({ error: { code: 'recovery/wrong' } });
  clock += 60_000;
  expect((await unlockWithRecovery(keys, second.code)).ok).toBe(true);
});

test('the newest whole file counts: cutting or spoiling it gives the generation before', async () => {
  await add('zainab');
  const before = await readKeyFile(folder);
  await add('karwan', 'چیا و دەشت و ڕووبار');
  const after = await readKeyFile(folder);
  if (!before.ok || !after.ok) throw new Error('unreadable');
  const newest = file(after.value.generation % 2 === 0 ? 'keys.a' : 'keys.b');
  const whole = readFileSync(newest);
  for (const length of [0, 1, 10, Math.floor(whole.length / 2), whole.length - 1]) {
    truncateSync(newest, length);
    expect(await readKeyFile(folder)).toEqual(before);
    writeFileSync(newest, whole);
  }
  for (let at = 0; at < whole.length; at += 7) {
    const spoilt = Buffer.from(whole);
    spoilt[at] = (spoilt[at] ?? 0) ^ 1;
    writeFileSync(newest, spoilt);
    expect(await readKeyFile(folder)).toEqual(before);
  }
  writeFileSync(newest, Buffer.alloc(whole.length));
  expect(await unlock('zainab')).toBe('ok');
});

test('tells a home without key files from one where both are spoilt', async () => {
  rmSync(file('keys.a'));
  writeFileSync(file('keys.b'), 'nothing of use');
  expect(await unlockWithPassphrase(keys, 'zainab', passphrase)).toMatchObject({ error: { code: 'home/damaged' } });
  expect(await keyFilesState(keys)).toBe('damaged');
  rmSync(file('keys.b'));
  expect(await unlockWithPassphrase(keys, 'zainab', passphrase)).toMatchObject({ error: { code: 'home/empty' } });
  expect(await keyFilesState(keys)).toBe('none');
});

/** The file of an attacker who can write the folder and knows the checksum. */
function forge(change: (text: string) => string): void {
  for (const name of ['keys.a', 'keys.b'] as const) {
    const [magic = '', body = ''] = readFileSync(file(name), 'utf8').split('\n');
    const signed = `${magic}\n${change(body)}\n`;
    writeFileSync(file(name), `${signed}${toHex(sha256(utf8(signed)))}\n`);
  }
}

test.each([
  ['memory', (body: string) => body.replaceAll('"memoryKiB":64', '"memoryKiB":1048577')],
  ['passes', (body: string) => body.replaceAll('"passes":1', '"passes":21')],
  ['an unknown field', (body: string) => body.replace('{', '{"a":1,')],
  ['another spelling', (body: string) => body.replace(':', ': ')],
])('refuses a file with %s beyond what we write, before deriving anything', async (_, change) => {
  await add('zainab');
  await add('karwan');
  forge(change);
  const started = performance.now();
  expect(await unlock('zainab')).toBe('home/damaged');
  expect(performance.now() - started).toBeLessThan(2000);
});

test('a slot whose parameters or id were changed does not open', async () => {
  await add('zainab');
  await removeUserSlot(keys, await add('other'));
  forge((body) => body.replaceAll('"memoryKiB":64', '"memoryKiB":65'));
  expect(await unlock('zainab')).toBe('session/refused');
});

test('an unknown name gets the same answer as a wrong passphrase, after a derivation of the same cost', async () => {
  keys = openKeyFiles(folder, { monotonic: () => clock, cost: { memoryKiB: 32 * 1024, passes: 3 } });
  await add('zainab');
  const timed = async (user: string): Promise<number> => {
    const started = performance.now();
    expect(await unlock(user, 'a wrong passphrase')).toBe('session/refused');
    clock += 120_000;
    return performance.now() - started;
  };
  // The least of three: other work on the PC only ever adds.
  const leastOf = async (user: string) => Math.min(await timed(user), await timed(user), await timed(user));
  const known = await leastOf('zainab');
  const unknown = await leastOf('nobody');
  expect(unknown).toBeGreaterThan(known / 4);
  expect(unknown).toBeLessThan(known * 4);
});

test('waits 1, 2, 4 … 60 seconds after failures and starts over after a success', async () => {
  await add('zainab');
  const waits: number[] = [];
  for (let i = 0; i < 8; i++) {
    const refused = await unlockWithPassphrase(keys, 'zainab', 'a wrong passphrase');
    if (refused.ok || refused.error.code !== 'session/refused') throw new Error('not refused');
    waits.push(refused.error.params.waitMs);
    clock += refused.error.params.waitMs;
  }
  expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
  expect(await unlock('zainab')).toBe('ok');
  expect(await unlock('zainab', 'a wrong passphrase')).toBe('session/refused');
  clock += 1000;
  expect(await unlock('zainab')).toBe('ok');
});

test('answers with the seconds left while the wait runs, without trying or counting, the right passphrase included', async () => {
  await add('zainab');
  for (const waitMs of [1000, 2000]) {
    await unlock('zainab', 'a wrong passphrase');
    clock += waitMs;
  }
  await unlock('zainab', 'a wrong passphrase');
  clock += 1500;
  const generation = (await readKeyFile(folder)) as { value?: { generation: number } };
  expect(await unlockWithPassphrase(keys, 'zainab', passphrase)).toEqual({
    ok: false,
    error: { code: 'session/wait', params: { seconds: 3 } },
  });
  expect(await unlockWithRecovery(keys, generateRecoveryCode().code)).toMatchObject({
    error: { code: 'session/wait' },
  });
  expect(await readKeyFile(folder)).toEqual(generation);
  clock += 2500;
  expect(await unlock('zainab')).toBe('ok');
});

test('the wait starts anew after a restart, from the count on disk', async () => {
  await add('zainab');
  for (let i = 0; i < 4; i++) {
    await unlock('zainab', 'a wrong passphrase');
    clock += 60_000;
  }
  // The monotonic clock of the next start knows nothing of this one.
  clock = 5;
  keys = start();
  expect(await unlockWithPassphrase(keys, 'zainab', passphrase)).toMatchObject({ error: { params: { seconds: 8 } } });
  clock += 8000;
  expect(await unlock('zainab')).toBe('ok');
});

test('attempts at the same time are worked one after another', async () => {
  await add('zainab');
  const codes = await Promise.all([1, 2, 3].map(() => unlock('zainab', 'a wrong passphrase')));
  expect(codes).toEqual(['session/refused', 'session/wait', 'session/wait']);
});

test('keeps the salt of the database and writes only when it changed', async () => {
  expect(await readDatabaseSalt(keys)).toEqual({ ok: true, value: null });
  const salt = randomBytes(16);
  await setDatabaseSalt(keys, salt);
  const before = await readKeyFile(folder);
  await setDatabaseSalt(keys, salt);
  expect(await readKeyFile(folder)).toEqual(before);
  expect(await readDatabaseSalt(keys)).toEqual({ ok: true, value: salt });
});

test('wiping destroys both files, and wiping again is no error', async () => {
  await add('zainab');
  await wipeKeyFiles(keys);
  expect(existsSync(file('keys.a')) || existsSync(file('keys.b'))).toBe(false);
  expect(await unlock('zainab')).toBe('home/empty');
  await wipeKeyFiles(keys);
});
