/**
 * @file A spoilt file at the store: refused without a trace, or used up to a whole verified section; never a crash,
 * never part of a record. Each damage meets a fresh copy of the same directorate. The seed is printed with a failure.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '#core/crypto/hash.ts';
import { toHex, utf8 } from '#core/crypto/bytes.ts';
import { createBulkApp } from '#core/testing/bulk-app.ts';
import { sampleDispute, sampleForum } from '#core/testing/samples.ts';
import { createTestApp, enrol, initHome, testPassphrase, testUser } from '#core/testing/test-app.ts';

const seed = process.env.JISR_SEED ?? '1';
const folder = mkdtempSync(join(tmpdir(), 'jisr-damage-'));
let bundle: Buffer;
/** Changes in the first n whole sections, and the digest of a store that took in just these. */
const counts: number[] = [];
const digests = new Map<number, string>();

beforeAll(async () => {
  const directorate = await createTestApp({ folder: join(folder, 'directorate') });
  const office = await createBulkApp();
  await initHome(directorate, 'directorate');
  await initHome(office, 'office');
  await enrol(directorate, office);
  await office.bulk(async (act) => {
    for (let i = 0; i < 130; i++) {
      await act('forums.create', { fields: sampleForum({ name: `منتدى ${i}` }) });
      await act('disputes.open', { fields: sampleDispute() });
    }
  });
  // A budget makes small sections; this one is never reached.
  const written = await office.call('exchange.write', {
    to: office.app.grantPath(folder, 'folder'),
    budgetBytes: 50_000_000,
  });
  bundle = readFileSync(written.file);
  const about = await directorate.call('exchange.inspect', { file: directorate.app.grantPath(written.file, 'file') });
  for (const { type, changes } of about.sections) if (type === 'changes') counts.push((counts.at(-1) ?? 0) + changes);
  await office.close();
  await directorate.close();
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Taken = { readonly verdict: string; readonly applied: number; readonly digest: string; readonly sound: boolean };

async function takeInCopy(bytes: Uint8Array): Promise<Taken> {
  const copy = mkdtempSync(join(folder, 'copy-'));
  cpSync(join(folder, 'directorate', 'home'), join(copy, 'home'), { recursive: true });
  const file = join(copy, 'CP-0000-000000.cpb');
  writeFileSync(file, bytes);
  const app = await createTestApp({ folder: copy });
  await app.call('session.unlock', { user: testUser, passphrase: testPassphrase });
  const [report] = await app.call('exchange.takeIn', { files: [app.app.grantPath(file, 'file')] });
  const { digest } = await app.call('exchange.digest', { class: 'all' });
  const { ok } = await app.call('exchange.verify', {});
  await app.close();
  expect(readFileSync(file).equals(bytes)).toBe(true);
  rmSync(copy, { recursive: true, force: true });
  return { verdict: report?.verdict ?? '', applied: report?.applied ?? -1, digest, sound: ok };
}

/** A place in the file for the nth damage: spread over it, and moved by the seed. */
const placeOf = (n: number, of: number, length: number): number => {
  const part = Number.parseInt(toHex(sha256(utf8(`${seed} ${n}`))).slice(0, 8), 16) / 2 ** 32;
  return Math.floor(((n + part) / of) * length);
};

async function expectWholeSections(bytes: Uint8Array, what: string): Promise<number> {
  const taken = await takeInCopy(bytes);
  const known = [0, ...counts];
  expect(known, `${what}, seed ${seed}`).toContain(taken.applied);
  expect(taken.sound, `${what}, seed ${seed}`).toBe(true);
  // Whatever the damage was, the same sections make the same records.
  const before = digests.get(taken.applied);
  if (before === undefined) digests.set(taken.applied, taken.digest);
  else expect(taken.digest, `${what}, seed ${seed}`).toBe(before);
  if (taken.applied === 0) expect(taken.verdict).toBe('refused');
  return taken.applied;
}

describe('a spoilt bundle', () => {
  it('is one of several sections, and good as it was written', async () => {
    expect(counts.length).toBeGreaterThan(3);
    expect(await expectWholeSections(bundle, 'whole file')).toBe(counts.at(-1));
  });

  it('cut at 200 places: whole sections or nothing', async () => {
    const applied = new Set<number>();
    for (let n = 0; n < 200; n++) {
      const at = placeOf(n, 200, bundle.length);
      applied.add(await expectWholeSections(bundle.subarray(0, at), `cut at ${at}`));
    }
    expect(applied.size).toBeGreaterThan(1);
  }, 240_000);

  it('with one byte flipped at 100 places: whole sections or nothing', async () => {
    for (let n = 0; n < 100; n++) {
      const at = placeOf(n, 100, bundle.length);
      const bytes = Buffer.from(bundle);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (n % 8));
      const applied = await expectWholeSections(bytes, `flipped at ${at}`);
      expect(applied, `flipped at ${at}, seed ${seed}`).toBeLessThanOrEqual(counts.at(-1) ?? 0);
    }
  }, 240_000);
});
