/** @file The independent checker agrees with what our writer makes, and finds what was forged. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  blobPart,
  blobWireId,
  bundleBytes,
  chainOfChanges,
  createTestDevice,
  createTestRoster,
  forge,
  openPlaintext,
  type TestDevice,
  type TestRoster,
  takeApart,
} from '#core/testing/bundles.ts';

type Change = ReturnType<typeof chainOfChanges>[number];

const folder = mkdtempSync(join(tmpdir(), 'verify-bundle-'));
let office: TestDevice;
let hub: TestDevice;
let roster: TestRoster;
let changes: readonly Change[];

beforeAll(async () => {
  office = await createTestDevice('0198c0de-0000-7000-8000-000000000001');
  hub = await createTestDevice('0198c0de-0000-7000-8000-000000000002');
  roster = createTestRoster(hub, office);
  changes = chainOfChanges(office, 50);
  writeFileSync(join(folder, 'key'), hub.identity);
  writeFileSync(join(folder, 'roster.json'), JSON.stringify({ root: roster.root, roster: roster.line }));
});
afterAll(() => rmSync(folder, { recursive: true }));

const write = (from: TestDevice, sent: readonly Change[], parts = {}) =>
  bundleBytes({ from, to: hub, changes: sent, certId: roster.certIds.get(from.dev), parts, sectionBytes: 10_000 });

function verify(file: Uint8Array): { ok: boolean; failures: readonly string[]; [count: string]: unknown } {
  const path = join(folder, 'bundle.cpb');
  writeFileSync(path, file);
  const options = ['--key', join(folder, 'key'), '--roster', join(folder, 'roster.json')];
  const run = spawnSync('python3', ['build/verify-bundle.py', path, ...options], { encoding: 'utf8' });
  const answer = JSON.parse(run.stdout);
  expect(run.status).toBe(answer.ok ? 0 : 1);
  return answer;
}

describe('verify-bundle.py', () => {
  it('has at most two hundred lines', () => {
    expect(readFileSync('build/verify-bundle.py', 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(200);
  });

  it('finds nothing wrong with a sound bundle and counts what is in it', async () => {
    const file = await write(office, changes);
    const { header } = takeApart(await openPlaintext(hub, file));
    expect(verify(file)).toEqual({
      ok: true,
      changes: 50,
      withheld: 5,
      sections: header.sections.length,
      bytes: file.length,
      blobParts: 0,
      padding: header.padLen,
      failures: [],
    });
  });

  const flipped = (bytes: Uint8Array) => bytes.map((byte, i) => (i === 5 ? byte ^ 1 : byte));
  const cases: [string, () => Promise<Uint8Array>, RegExp][] = [
    ['a cut file', async () => (await write(office, changes)).slice(0, -100), /^container/],
    [
      'a change signed by another',
      async () => write(office, withFirst({ signature: flipped((changes[0] as Change).signature) })),
      /signature$/,
    ],
    [
      'a payload of another change',
      async () => write(office, withFirst({ payloadBytes: (changes[1] as Change).payloadBytes })),
      /commitment$/,
    ],
    ['a broken chain', () => write(office, chainOfChanges(office, 9, 6)), /prev$/],
    ['a wrong end of the link', () => write(office, changes, { Hb: `${'-'.repeat(42)}8` }), /^link: end/],
    [
      'a wrong start of the link',
      () => write(office, [], { Ha: `${'A'.repeat(43)}`, Hb: 'A'.repeat(43) }),
      /^link: start/,
    ],
    [
      'another certificate',
      () =>
        write(office, changes, {
          from: { node: office.node, dev: office.dev, inc: 'AAAAAAAAAAA', certId: 'A'.repeat(43) },
        }),
      /certificate$/,
    ],
    ['a signature of another', () => write({ ...office, signer: hub.signer }, changes), /^header: signature/],
    ['a forged section hash', () => tampered('rsha'), /length or hash$/],
    ['a forged compressed hash', () => tampered('csha'), /compressed hash$/],
  ];
  const withFirst = (change: Partial<Change>) => [{ ...(changes[0] as Change), ...change }, ...changes.slice(1)];
  const tampered = async (field: 'rsha' | 'csha') => {
    const { header, rest } = takeApart(await openPlaintext(hub, await write(office, changes)));
    const sections = header.sections.map((entry, i) => (i === 1 ? { ...entry, [field]: 'A'.repeat(43) } : entry));
    return forge(office, hub, { ...header, sections }, rest);
  };
  it.each(cases)('%s', async (_name, make, failure) => {
    const { ok, failures } = verify(await make());
    if (failure.source === '^$') expect({ ok, failures }).toEqual({ ok: true, failures: [] });
    else
      expect(
        failures.some((text) => failure.test(text)),
        failures.join('\n'),
      ).toBe(true);
  });

  const blob = new Uint8Array(300_000).fill(7);
  const withParts = (...blobs: ReturnType<typeof blobPart>[]) =>
    bundleBytes({ from: office, to: hub, changes, certId: roster.certIds.get(office.dev), blobs });

  it('counts parts of blobs in any order, and what is told of them', async () => {
    const control = {
      time: 1,
      blobs: { have: [blobWireId(blob)], want: [{ id: 'A'.repeat(43), ranges: [[0, 5] as const] }] },
    };
    const blobs = [blobPart(blob, 262_144, 37_856), blobPart(blob, 0, 262_144)];
    const certId = roster.certIds.get(office.dev);
    const file = await bundleBytes({ from: office, to: hub, changes, certId, blobs, control });
    expect(verify(file)).toMatchObject({ ok: true, blobParts: 2, failures: [] });
  });

  it.each([
    ['another hash of a part', [blobPart(blob, 0, 1000, { sha: 'A'.repeat(43) })], 'blob part: hash'],
    ['a part beyond its blob', [blobPart(blob, 0, 1000, { total: 999 })], 'blob part: range'],
    ['a blob that is too large', [blobPart(blob, 0, 1000, { total: 40_000_001 })], 'blob part: range'],
    ['parts that are not the blob', [blobPart(blob, 0, 300_000, { id: 'A'.repeat(43) })], 'blob: hash'],
  ])('finds %s', async (_name, parts, failure) => {
    expect(verify(await withParts(...parts)).failures).toEqual([failure]);
  });

  it('checks 2 000 changes in under a minute', async () => {
    const many = await write(office, chainOfChanges(office, 2000));
    const start = performance.now();
    expect(verify(many)).toMatchObject({ ok: true, changes: 2000 });
    expect(performance.now() - start).toBeLessThan(60_000);
  }, 90_000);
});
