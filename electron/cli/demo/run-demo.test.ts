import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runInProcess } from '#electron/cli/testing/run-in-process.ts';
import type { DemoReport } from './run-demo.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'jisr-demo-'));

async function demo(name: string): Promise<DemoReport> {
  const run = await runInProcess([
    'demo',
    '--dir',
    path.join(folder, name),
    '--offices',
    '1',
    '--months',
    '1',
    '--json',
  ]);
  expect(run.exit, run.notes).toBe(0);
  return run.json().value as DemoReport;
}

async function digestsOf({ homes, user, passphrase }: DemoReport): Promise<unknown[]> {
  const env = { JISR_USER: user, JISR_PASSPHRASE: passphrase };
  const digests = [];
  for (const { dir } of homes) {
    digests.push((await runInProcess(['digest', '--class', 'all', '--home', dir, '--json'], { env })).json().value);
  }
  return digests;
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('jisr demo', () => {
  it('makes the same records of the same seed', { timeout: 60_000 }, async () => {
    const [first, second] = [await demo('a'), await demo('b')];
    for (const report of [first, second]) expect(report).toMatchObject({ digestsAgree: true, conflicts: 1 });
    expect(first.records).toBe(second.records);
    expect(await digestsOf(first)).toEqual(await digestsOf(second));

    const kept = path.join(folder, 'a');
    const nodes = first.homes.map(({ node }) => node);
    expect(
      readdirSync(kept)
        .filter((name) => !name.startsWith('.'))
        .sort(),
    ).toEqual([...nodes, 'bundles', 'keys'].sort());
    expect(readdirSync(path.join(kept, 'bundles'))).toHaveLength(first.bundles);
    for (const node of nodes) {
      expect(readFileSync(path.join(kept, 'keys', `${node}.agekey`), 'utf8')).toMatch(/^AGE-SECRET-KEY-1[A-Z0-9]+\n$/);
    }
    const roster = JSON.parse(readFileSync(path.join(kept, 'keys', 'roster.json'), 'utf8')) as Record<string, string>;
    expect(Object.keys(roster)).toEqual(['root', 'roster']);
  });

  it('touches no folder that holds anything', async () => {
    const full = path.join(folder, 'full');
    mkdirSync(full);
    writeFileSync(path.join(full, 'mine.txt'), 'mine');
    const run = await runInProcess(['demo', '--dir', full, '--json']);
    expect(run.exit).toBe(1);
    expect(run.json()).toMatchObject({ error: { code: 'file/exists' } });
    expect(existsSync(path.join(full, 'mine.txt'))).toBe(true);
  });
});
