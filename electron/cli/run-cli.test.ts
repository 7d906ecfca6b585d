import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { picture } from '#core/testing/pictures.ts';
import { sampleForum } from '#core/testing/samples.ts';
import { contract } from '#shared/contract/contract.ts';
import { COMMANDS } from './commands.ts';
import { runInProcess } from './testing/run-in-process.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'jisr-cli-'));
const at = (name: string) => path.join(folder, name);
const env = { JISR_USER: 'sara', JISR_PASSPHRASE: 'four plain words here' };
const jisr = (home: string, ...argv: string[]) => runInProcess([...argv, '--home', at(home), '--json'], { env });
const value = async <T = Record<string, never>>(home: string, ...argv: string[]): Promise<T> => {
  const run = await jisr(home, ...argv);
  expect(run.json(), run.notes).toMatchObject({ ok: true });
  return run.json().value as T;
};

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('arguments', () => {
  it.each([
    [[], 'cli/no-command'],
    [['fly'], 'cli/unknown-command'],
    [['backup'], 'cli/missing-option'],
    [['restore'], 'cli/missing-argument'],
    [['methods', '--nonsense'], 'cli/arguments'],
    [['methods', '--dir', 'x'], 'cli/foreign-option'],
    [['methods', 'extra'], 'cli/extra-argument'],
    [['export'], 'cli/missing-option'],
    [['import'], 'cli/missing-argument'],
    [['init', '--kind', 'shop', '--name', 'N'], 'cli/bad-value'],
    [['init', '--kind', 'office', '--name', 'N', '--services', 'hlp,tea'], 'cli/bad-value'],
    [['export', '--to', 'x', '--budget', '1e3'], 'cli/bad-value'],
    [['digest', '--class', 'secret'], 'cli/bad-value'],
    [['methods', '--lang', 'ku'], 'cli/bad-value'],
    [['call', 'session.state', '--input', '{'], 'cli/not-json'],
    [['call', 'session.state', '--input', '@/nowhere/at/all'], 'cli/cannot-read'],
  ])('%j is wrong usage', async (argv, code) => {
    const run = await runInProcess([...argv, '--json']);
    expect(run.exit).toBe(2);
    expect(run.json()).toMatchObject({ ok: false, error: { code } });
    expect(run.notes).not.toBe('');
  });

  it('prints the usage for a command it does not know, to standard error', async () => {
    const run = await runInProcess(['fly', '--lang', 'en']);
    expect(run).toMatchObject({ exit: 2, out: '' });
    expect(run.notes).toContain('enrol request --out FILE');
  });

  it('explains every command in every language', async () => {
    for (const lang of ['ar-IQ', 'ckb-IQ', 'en']) {
      const run = await runInProcess(['--help', '--lang', lang]);
      expect(run.exit).toBe(0);
      for (const { synopsis } of COMMANDS) expect(run.out).toContain(synopsis);
    }
    expect((await runInProcess(['verify', '--help', '--lang', 'en'])).out).not.toContain('enrol request');
  });
});

describe('without a home', () => {
  it('lists every method with its schemas', async () => {
    const listed = (await runInProcess(['methods', '--json'])).json().value as Record<string, unknown>[];
    expect(listed.map(({ name }) => name)).toEqual(Object.keys(contract));
    expect(listed.find(({ name }) => name === 'forums.create')).toMatchObject({
      kind: 'command',
      permission: 'policing.write',
      input: { type: 'object', required: ['fields', 'commandId'] },
    });
  });

  it('says so, and asks nobody who they are', async () => {
    for (const argv of [['status'], ['digest'], ['verify'], ['call', 'forums.list'], ['import', 'x'], ['batch', '-']]) {
      const run = await runInProcess([...argv, '--json', '--home', at('none')]);
      expect(run.exit).toBe(1);
      expect(run.json()).toMatchObject({ ok: false, error: { code: 'home/empty' } });
    }
  });
});

describe('with homes', () => {
  let forumId = '';

  beforeAll(async () => {
    const made = await value<Record<string, string>>('hub', 'init', '--kind', 'directorate', '--name', 'مديرية');
    expect(Object.keys(made).sort()).toEqual(['device', 'kind', 'node', 'recoveryCode']);
    await value('office', 'init', '--kind', 'office', '--name', 'مكتب', '--place', 'IQG13Q04');
    const asked = await value<Record<string, string>>('office', 'enrol', 'request', '--out', at('r.cpr'));
    expect(Object.keys(asked).sort()).toEqual(['file', 'fingerprint']);
    const accepted = await value('hub', 'enrol', 'accept', at('r.cpr'), '--out', at('a.cpa'));
    expect(accepted).toMatchObject({ fingerprint: asked.fingerprint, file: at('a.cpa') });
    const installed = await value<Record<string, unknown>>('office', 'enrol', 'install', at('a.cpa'));
    expect(installed).toEqual({ node: expect.any(String), parent: made.node, roster: expect.any(Number) });
  }, 60_000);

  it('makes no second home in the same place', async () => {
    const run = await jisr('hub', 'init', '--kind', 'directorate', '--name', 'again');
    expect(run.exit).toBe(1);
    expect(run.json()).toMatchObject({ error: { code: 'home/exists' } });
  });

  it('refuses a wrong passphrase, and wants one where nobody can be asked', async () => {
    const argv = ['status', '--home', at('hub'), '--json'];
    const wrong = await runInProcess(argv, { env: { ...env, JISR_PASSPHRASE: 'not these four words' } });
    expect(wrong.exit).toBe(1);
    expect(wrong.json()).toMatchObject({ error: { code: 'session/refused' } });
    expect((await runInProcess(argv, { env: { JISR_USER: 'sara' } })).json()).toMatchObject({
      error: { code: 'cli/no-passphrase' },
    });
    expect(await runInProcess(argv, { env: {} })).toMatchObject({ exit: 2 });
  });

  it('asks a person for name and passphrase, and sits out the wait', async () => {
    const run = await runInProcess(['status', '--home', at('hub'), '--lang', 'en'], {
      answers: ['sara', env.JISR_PASSPHRASE],
    });
    expect(run, run.notes).toMatchObject({ exit: 0 });
    expect(run.out).toContain('Node:');
  });

  it('fills in command id and heads', async () => {
    const fields = sampleForum();
    const input = (more: object) => JSON.stringify({ fields, ...more });
    const made = await value<{ id: string }>('office', 'call', 'forums.create', '--input', input({}));
    forumId = made.id;
    const edit = JSON.stringify({ forumId, fields: { ...fields, name: 'منتدى آخر' } });
    expect(await value('office', 'call', 'forums.edit', '--input', edit)).toMatchObject({
      changedGroups: ['identity'],
    });
    const gone = JSON.stringify({ forumId: '0191d3c5-7a00-7000-8000-000000000001', fields });
    const refused = await jisr('office', 'call', 'forums.edit', '--input', gone);
    expect(refused.json()).toMatchObject({ error: { code: 'record/not-found' } });
    expect(refused.exit).toBe(1);
  });

  it('reads input from a file and from standard input', async () => {
    writeFileSync(at('input.json'), JSON.stringify({ forumId }));
    expect(await value('office', 'call', 'forums.get', '--input', `@${at('input.json')}`)).toMatchObject({
      id: forumId,
    });
    const run = await runInProcess(['call', 'forums.get', '--input', '-', '--home', at('office'), '--json'], {
      env,
      stdin: JSON.stringify({ forumId }),
    });
    expect(run.json()).toMatchObject({ value: { id: forumId } });
  });

  it('attaches a file that is named by its path', async () => {
    writeFileSync(at('photo.png'), picture('png'));
    const input = { recordId: forumId, name: 'photo.png', file: { path: at('photo.png') } };
    const { attachmentId } = await value<{ attachmentId: string }>(
      'office',
      'call',
      'attachments.add',
      '--input',
      JSON.stringify(input),
    );
    const of = JSON.stringify({ recordId: forumId });
    expect(await value('office', 'call', 'attachments.of', '--input', of)).toMatchObject({
      attachments: [{ id: attachmentId, type: 'image/png', preview: 'none', state: 'here' }],
    });
  });

  it('stops a batch at the first refusal, or goes on', async () => {
    const lines = [
      { method: 'forums.get', input: { forumId } },
      { method: 'forums.get', input: { forumId: 'no' } },
      { method: 'forums.create', input: { fields: sampleForum() } },
    ].map((line) => JSON.stringify(line));
    const text = `${lines.join('\n')}\n\nnot json\n`;
    const batch = (...more: string[]) =>
      runInProcess(['batch', '-', '--home', at('office'), '--json', ...more], { env, stdin: text });
    const stopped = await batch();
    expect(stopped.exit).toBe(1);
    expect(stopped.json()).toMatchObject({ ok: true, value: { done: 1, refused: [{ line: 2 }] } });
    const whole = await batch('--continue');
    expect(whole.exit).toBe(1);
    expect(whole.json()).toMatchObject({
      ok: true,
      value: {
        done: 2,
        refused: [{ line: 2 }, { line: 5, error: { code: 'call/bad-input' } }],
        ms: expect.any(Number),
      },
    });
  });

  it('carries a bundle, tells what is in it, and takes it in twice', async () => {
    const written = await value<{ file: string; changes: number }>('office', 'export', '--to', at('stick'));
    expect(Object.keys(written).sort()).toEqual(
      ['blobParts', 'bundleNumber', 'bytes', 'changes', 'file', 'from', 'peer', 'to'].sort(),
    );
    expect(await value('hub', 'inspect', written.file)).toMatchObject({
      verdict: 'readable',
      changes: written.changes,
    });
    const first = await value<Record<string, unknown>[]>('hub', 'import', written.file);
    expect(first).toEqual([
      {
        file: written.file,
        verdict: 'applied',
        applied: written.changes,
        alreadyKnown: 0,
        held: 0,
        quarantined: [],
        blobParts: 1,
      },
    ]);
    expect(await value('hub', 'import', written.file)).toMatchObject([{ verdict: 'nothing-new' }]);
    const status = await value<{ node: string; peers: object[] }>('office', 'status');
    expect(Object.keys(status.peers[0] ?? {}).sort()).toEqual(['acked', 'lastBundle', 'missing', 'node', 'waiting']);
    const mine = await value('office', 'digest', '--owner', status.node);
    expect(await value('hub', 'digest', '--owner', status.node)).toEqual(mine);
  });

  it('ends with 1 when one of several files is refused', async () => {
    writeFileSync(at('junk.cpb'), 'no bundle');
    const run = await jisr('hub', 'import', at('junk.cpb'));
    expect(run.exit).toBe(1);
    expect(run.json()).toMatchObject({ ok: true, value: [{ verdict: 'refused', code: expect.any(String) }] });
  });

  it('finds a healthy home healthy', async () => {
    expect(await value('office', 'verify')).toMatchObject({ ok: true });
  });

  it('speaks to people in their language', async () => {
    const words = async (lang: string) =>
      (await runInProcess(['digest', '--home', at('office'), '--lang', lang], { env })).out;
    expect(await words('en')).toMatch(/records/);
    expect(await words('ar-IQ')).toMatch(/سجل/);
    expect(await words('ckb-IQ')).toMatch(/تۆمار/);
  });
});
