import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runInProcess } from './testing/run-in-process.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'jisr-cli-backup-'));
const at = (name: string) => path.join(folder, name);
const env = { JISR_USER: 'sara', JISR_PASSPHRASE: 'four plain words here' };
const run = (home: string, argv: string[], more: Record<string, string> = {}) =>
  runInProcess([...argv, '--home', at(home), '--json'], { env: { ...env, ...more } });

let made: { node: string; recoveryCode: string };
let digest: unknown;
beforeAll(async () => {
  const init = await run('first/home', ['init', '--kind', 'directorate', '--name', 'N']);
  made = init.json().value as typeof made;
  digest = (await run('first/home', ['digest', '--class', 'all'])).json().value;
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('writes a backup and makes a home of it again, with the same records', async () => {
  const backup = (await run('first/home', ['backup', '--to', at('a.jisrbackup')])).json();
  expect(backup).toMatchObject({ ok: true, value: { file: at('a.jisrbackup') } });
  expect(Object.keys(backup.value as object).toSorted()).toEqual(['bytes', 'file', 'head']);
  const restored = (await run('second/home', ['restore', at('a.jisrbackup')])).json();
  expect(restored.value).toEqual({ node: made.node, incarnation: expect.stringMatching(/^[0-9a-f]{16}$/) });
  expect((await run('second/home', ['digest', '--class', 'all'])).json().value).toEqual(digest);
  expect((await run('second/home', ['verify'])).exit).toBe(0);
}, 60_000);

it('restores with the recovery code, for a person who was not there', async () => {
  const more = { JISR_RECOVERY: made.recoveryCode, JISR_USER: 'nur', JISR_PASSPHRASE: 'other words of a person' };
  expect((await run('third/home', ['restore', at('a.jisrbackup')], more)).exit).toBe(0);
  expect((await run('third/home', ['call', 'users.list'], more)).exit).toBe(0);
}, 60_000);

it('refuses what is no backup, a wrong passphrase, and a folder that is in use', async () => {
  writeFileSync(at('x'), 'something else altogether');
  expect((await run('fourth/home', ['restore', at('x')])).json()).toMatchObject({
    error: { code: 'backup/not-a-backup' },
  });
  const wrong = { JISR_PASSPHRASE: 'not these words at all' };
  const refused = await run('fourth/home', ['restore', at('a.jisrbackup')], wrong);
  expect(refused).toMatchObject({ exit: 1 });
  expect(refused.json()).toMatchObject({ error: { code: 'backup/refused' } });
  expect((await run('first/home', ['restore', at('a.jisrbackup')])).json()).toMatchObject({
    error: { code: 'home/exists' },
  });
}, 60_000);
