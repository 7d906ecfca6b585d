/**
 * @file The demo as a stranger would check it: its bundles opened with stock tools and judged by verify-bundle.py, and
 * no invented name anywhere in the clear.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '#core/app.ts';
import type { App } from '#core/app-types.ts';
import { createNodePorts } from '#core/ports.ts';
import { demoPlan } from '#electron/cli/demo/run-demo.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import { projectFolder } from './project-folder.ts';

type Demo = {
  readonly homes: readonly { readonly node: string; readonly kind: string; readonly dir: string }[];
  readonly user: string;
  readonly passphrase: string;
  readonly records: number;
  readonly bundles: number;
  readonly conflicts: number;
  readonly digestsAgree: boolean;
};
type Inspection = OutputOf<'exchange.inspect'>;

const size = { seed: 1, offices: 3, months: 6 };
const folder = mkdtempSync(path.join(tmpdir(), 'jisr-demo-'));
const apps = new Map<string, App>();
let demo: Demo;
let bundles: string[];

beforeAll(async () => {
  const flags = Object.entries(size).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const run = spawnSync('node', ['electron/cli/main.ts', 'demo', '--dir', folder, ...flags, '--json'], {
    cwd: projectFolder,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  expect(run.stderr).not.toContain('Error');
  const answer = JSON.parse(run.stdout) as { ok: boolean; value: Demo };
  expect(answer.ok).toBe(true);
  demo = answer.value;
  bundles = readdirSync(path.join(folder, 'bundles')).filter((name) => name.endsWith('.cpb'));
}, 240_000);

afterAll(async () => {
  for (const app of apps.values()) await app.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the demo', () => {
  it('ends with equal records at both ends, one conflict and hundreds of records', () => {
    expect(demo).toMatchObject({ digestsAgree: true, conflicts: 1 });
    expect(demo.records).toBeGreaterThan(150);
    expect(bundles).toHaveLength(demo.bundles);
  });

  it('leaves no name of its people as plain bytes in homes or bundles', () => {
    const needles = peopleOfThePlan().flatMap((name) => [
      Buffer.from(name, 'utf8'),
      Buffer.from(name, 'utf16le'),
      Buffer.from(name, 'utf16le').swap16(),
    ]);
    expect(needles.length).toBeGreaterThan(300);
    const files = [...filesBelow(path.join(folder, 'bundles')), ...demo.homes.flatMap(({ dir }) => filesBelow(dir))];
    const found = files.filter((file) => {
      const bytes = readFileSync(file);
      return !isReserve(file, bytes) && needles.some((needle) => bytes.includes(needle));
    });
    expect(found).toEqual([]);
  }, 120_000);

  it('lets the directorate read no name of a person out of any bundle', () => {
    const names = peopleOfThePlan();
    const key = keyFile(nodeOf('directorate'));
    let opened = 0;
    let changes = 0;
    for (const name of bundles) {
      const plain = decrypt(name, key);
      if (!plain) continue;
      opened += 1;
      const text = sectionsOf(plain).join('\n');
      changes += text.split('"agg":').length - 1;
      expect(names.filter((person) => text.includes(person))).toEqual([]);
    }
    expect(opened).toBeGreaterThanOrEqual(size.offices * 6);
    expect(changes).toBeGreaterThan(1000);
  }, 120_000);

  it('makes bundles that the independent reader and the program count alike', async () => {
    for (const name of bundles) {
      const home = demo.homes.find(({ node }) => decrypt(name, keyFile(node)) !== null);
      if (!home) throw new Error(`${name} opens with no key of the demo`);
      const ours = await inspect(home, name);
      const theirs = verify(name, home.node);
      expect(theirs).toMatchObject({
        ok: true,
        changes: ours.changes,
        withheld: ours.withheld,
        sections: ours.sections.length,
        blobParts: ours.blobParts,
        padding: ours.padding,
        failures: [],
      });
      expect(ours).toMatchObject({ verdict: 'readable', code: null });
    }
  }, 240_000);
});

/** Whole names only: a first name may be a word. */
function peopleOfThePlan(): string[] {
  const { offices } = demoPlan(size);
  const names = offices.flatMap(({ events }) =>
    events.flatMap((event) => {
      if (event.kind === 'forum-founded') return event.fields.members.map(({ name }) => name);
      return event.kind === 'dispute-opened' ? event.fields.parties.map(({ name }) => name) : [];
    }),
  );
  return [...new Set(names.filter((name) => name !== null && name.length >= 6))] as string[];
}

function filesBelow(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** The space kept back for a full disk: nothing but zeros. */
const isReserve = (file: string, bytes: Buffer): boolean =>
  path.basename(file) === 'reserve' && bytes.equals(Buffer.alloc(bytes.length));

const nodeOf = (kind: string): string => demo.homes.find((home) => home.kind === kind)?.node ?? '';
const keyFile = (node: string): string => path.join(folder, 'keys', `${node}.agekey`);
const bundleFile = (name: string): string => path.join(folder, 'bundles', name);

/** Null when the file is not for this key. */
function decrypt(name: string, key: string): Buffer | null {
  const run = spawnSync('age', ['-d', '-i', key, bundleFile(name)], { maxBuffer: 1 << 28 });
  return run.status === 0 ? run.stdout : null;
}

/** Sections of a plaintext, decompressed (docs/bundle-format.md, section 4). */
function sectionsOf(plain: Buffer): string[] {
  const length = plain.readUInt32BE(5);
  const header = JSON.parse(plain.subarray(9, 9 + length).toString('utf8')) as { sections: { clen: number }[] };
  let at = 9 + length + 64;
  return header.sections.map(({ clen }) => {
    const raw = zstdDecompressSync(plain.subarray(at, at + clen));
    at += clen;
    return raw.toString('utf8');
  });
}

function verify(name: string, node: string): Record<string, unknown> {
  const roster = path.join(folder, 'keys', 'roster.json');
  const args = ['build/verify-bundle.py', bundleFile(name), '--key', keyFile(node), '--roster', roster];
  return JSON.parse(execFileSync('python3', args, { cwd: projectFolder, encoding: 'utf8' })) as Record<string, unknown>;
}

async function inspect(home: Demo['homes'][number], name: string): Promise<Inspection> {
  const app = apps.get(home.node) ?? (await open(home.dir));
  apps.set(home.node, app);
  const file = app.grantPath(bundleFile(name), 'file');
  const answer = await app.dispatch({ method: 'exchange.inspect', input: { file } });
  if (!answer.ok) throw new Error(`inspect: ${answer.error.code}`);
  return answer.value as Inspection;
}

async function open(dir: string): Promise<App> {
  const settings = {
    homeFolder: dir,
    witnessFolder: path.join(folder, 'witness'),
    resourcesFolder: path.join(projectFolder, 'resources'),
    appVersion: '0',
  };
  const app = await createApp(createNodePorts(settings));
  const answer = await app.dispatch({
    method: 'session.unlock',
    input: { commandId: crypto.randomUUID(), user: demo.user, passphrase: demo.passphrase },
  });
  if (!answer.ok) throw new Error(`unlock: ${answer.error.code}`);
  return app;
}
