import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Breakage, breakages } from './broken-core.ts';
import { invariants } from './invariants.ts';
import { syncDocument } from './invariants-text.ts';

const project = join(import.meta.dirname, '../../../..');

function sim(...args: readonly string[]) {
  return spawnSync(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args], {
    cwd: project,
    encoding: 'utf8',
  });
}

describe('the simulator', () => {
  test('finds nothing wrong in a few seeds', () => {
    const { status, stdout } = sim('--seeds', '6');
    expect(stdout).toContain('0 lost, 0 diverged, 0 leaked, 0 silent overwrites, 0 acks incomplete');
    expect(status).toBe(0);
  }, 120_000);

  test('does the same again from the same seed', () => {
    const [once, again] = [sim('--replay', '7', '--verbose'), sim('--replay', '7', '--verbose')].map(({ stdout }) =>
      stdout.replaceAll(/"ms":[^,}]*/g, ''),
    );
    expect(once).toBe(again);
    expect(once).toMatch(/"trace":"[0-9a-f]{16}"/);
  }, 120_000);

  test.each(Object.keys(breakages) as Breakage[])(
    'fails without %s, and says how to see it again',
    (name) => {
      const { status, stderr } = sim('--seeds', '60', '--first', '--without', name);
      expect(stderr).toMatch(new RegExp(`npm run sim -- --replay \\d+ --verbose --without ${name}`));
      expect(status).toBe(1);
    },
    240_000,
  );
});

describe('the list of invariants', () => {
  test('has all 36', () => {
    expect(Object.keys(invariants)).toEqual(Array.from({ length: 36 }, (_, i) => `I${String(i + 1).padStart(2, '0')}`));
  });

  test('stands in docs/sync.md as it is', () => {
    const { is, shouldBe } = syncDocument();
    expect(is).toBe(shouldBe);
  });

  test.each(Object.entries(invariants))('names what proves %s', (_name, { proof }) => {
    for (const one of proof) expect(one === 'sim' || one === 'later' || existsSync(join(project, one))).toBe(true);
  });
});
