/** @file A stick that is full, and one whose files are held for a moment by another program. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { randomBytes } from '#core/crypto/random.ts';
import { writeFileAtomically } from '#core/files/atomic-write.ts';
import { sampleForum } from '#core/testing/samples.ts';
import { createPair } from '#core/testing/test-app.ts';
import { whyNot } from './why-not.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jisr-trouble-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const noMount = whyNot(['root']);
const noStrace = whyNot(['root', { command: 'strace' }]);

async function withSmallStick(mountPoint: string, size: string, work: () => Promise<void>): Promise<void> {
  mkdirSync(mountPoint, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', mountPoint]);
  try {
    await work();
  } finally {
    execFileSync('umount', ['-l', mountPoint]);
  }
}

it(noMount ?? 'leaves nothing of a file that does not fit, and the old file as it was', async () => {
  if (noMount !== null) return;
  const stick = join(folder, 'stick');
  await withSmallStick(stick, '256k', async () => {
    writeFileSync(join(stick, 'a.cpb'), 'old');
    const written = await writeFileAtomically(join(stick, 'a.cpb'), randomBytes(400_000), { readBack: true });
    expect(written).toMatchObject({ ok: false, error: { code: 'file/no-space' } });
    expect(readdirSync(stick)).toEqual(['a.cpb']);
    expect(readFileSync(join(stick, 'a.cpb'), 'utf8')).toBe('old');
  });
});

it(
  noMount ?? 'says that a stick is too full before it writes, marks nothing as sent, and goes on when there is room',
  async () => {
    if (noMount !== null) return;
    const { office, close } = await createPair();
    const stick = join(office.folder, 'sticks', 'FULL');
    try {
      await withSmallStick(stick, '4m', async () => {
        await office.call('forums.create', { fields: sampleForum() });
        writeFileSync(join(stick, 'holiday.mp4'), randomBytes(3_900_000));
        const to = (await office.call('sticks.list', {})).sticks[0]?.token ?? '';
        const refused = await office.answer('exchange.write', { to });
        expect(refused).toMatchObject({ ok: false, error: { code: 'file/no-space' } });
        const [peer] = (await office.call('exchange.status', {})).peers;
        expect(peer).toMatchObject({ unsent: peer?.waiting, lastBundle: null });
        expect(readdirSync(join(stick, 'JISR'))).toEqual([]);
        rmSync(join(stick, 'holiday.mp4'));
        expect(statfsSync(stick).bavail).toBeGreaterThan(0);
        await office.call('exchange.write', { to });
        expect((await office.call('exchange.status', {})).peers[0]?.unsent).toBe(0);
      });
    } finally {
      await close();
    }
  },
);

it(noStrace ?? 'waits for a program that holds the file while it gets its name', () => {
  if (noStrace !== null) return;
  const module = pathToFileURL(join(import.meta.dirname, '../../files/atomic-write.ts')).href;
  const script = `const { writeFileAtomically } = await import(${JSON.stringify(module)});
    const written = await writeFileAtomically(${JSON.stringify(join(folder, 'a'))}, Buffer.from('whole'), { readBack: true });
    process.exitCode = written.ok ? 0 : 3;`;
  const held = ['-e', 'trace=rename', '-e', 'inject=rename:error=EBUSY:when=1..4'];
  // Strace counts per thread: with one thread for files, the first four tries fail.
  const run = spawnSync(
    'strace',
    ['-f', '-o', join(folder, 'trace'), ...held, process.execPath, '--input-type=module', '-e', script],
    { env: { ...process.env, UV_THREADPOOL_SIZE: '1' } },
  );
  expect(run.stderr.toString()).toBe('');
  expect(run.status).toBe(0);
  expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('whole');
  expect(readFileSync(join(folder, 'trace'), 'utf8').match(/EBUSY/g)?.length).toBe(4);
});
