/** @file A directorate takes in an office's bundle: whole, known by its file, known by its changes; and the memory of it. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rawInsertRate } from '#core/testing/floors.ts';
import { fillOffice } from './fill.ts';
import { type Bench, type Figure, median } from './measure.ts';
import { createBenchPair } from './office.ts';
import { createWorkload } from './workload.ts';

const changes = 20_000;
const runs = 3;
/** Very long minutes, and enough of them, make a bundle of more than twenty megabytes. */
const largeWordiness = 65;
const largeChanges = 28_000;

/** As `npm run jisr` has it, and the core thread by its resource limits. */
const memoryFlags = ['--max-semi-space-size=8'];

type Import = {
  readonly taken: readonly {
    readonly ms: number;
    readonly processorMs: number;
    readonly applied: number;
    readonly known: number;
  }[];
  readonly restMiB: number;
  readonly mostMiB: number;
};

export const mergeBench: Bench = {
  name: 'merge',
  run: async () => [...(await usual()), ...(await large())],
};

async function usual(): Promise<Figure[]> {
  const { home, files, bytes, floor, remove } = await prepare(1, changes);
  const [bundle = '', again = ''] = files;
  const imports = Array.from({ length: runs }, () => importIn(home, [bundle, bundle, again]));
  remove();
  const rates = imports.map(({ taken: [whole] }) => (whole ? (whole.applied / whole.ms) * 1000 : 0));
  const rate = median(rates);
  const perProcessor = median(
    imports.map(({ taken: [whole] }) => (whole ? (whole.applied / whole.processorMs) * 1000 : 0)),
  );
  const applied = imports[0]?.taken[0]?.applied ?? 0;
  const knownMs = median(imports.map(({ taken }) => taken[2]?.ms ?? 0));
  return [
    { what: 'changes in the bundle', value: applied, unit: '' },
    { what: 'its size', value: bytes / 1024, unit: 'KiB' },
    { what: 'changes merged a second', value: rate, unit: '/s', goal: { atLeast: 4000 } },
    { what: 'changes merged a second of processor time', value: perProcessor, unit: '/s' },
    { what: 'floor: rows of that size a second, same cipher', value: floor, unit: '/s' },
    { what: 'merged / floor', value: rate / floor, unit: 'x' },
    { what: 'same file again', value: median(imports.map(({ taken }) => taken[1]?.ms ?? 0)), unit: 'ms' },
    { what: 'same changes in another file', value: knownMs, unit: 'ms' },
    { what: 'known changes a second', value: (applied / knownMs) * 1000, unit: '/s' },
    { what: 'greatest memory', value: median(imports.map(({ mostMiB }) => mostMiB)), unit: 'MiB' },
  ];
}

async function large(): Promise<Figure[]> {
  const { home, files, bytes, remove } = await prepare(largeWordiness, largeChanges);
  const [bundle = ''] = files;
  const taken = importIn(home, [bundle]);
  remove();
  const [whole] = taken.taken;
  return [
    { what: 'large bundle: its size', value: bytes / 1024 / 1024, unit: 'MiB' },
    { what: 'large bundle: time', value: whole?.ms ?? 0, unit: 'ms' },
    { what: 'large bundle: processor time', value: whole?.processorMs ?? 0, unit: 'ms' },
    { what: 'large bundle: memory at rest', value: taken.restMiB, unit: 'MiB' },
    { what: 'large bundle: greatest memory', value: taken.mostMiB, unit: 'MiB', goal: { atMost: 300 } },
  ];
}

async function prepare(wordiness: number, least: number) {
  const home = mkdtempSync(path.join(tmpdir(), 'jisr-bench-'));
  const { office, close } = await createBenchPair({ folder: home });
  await fillOffice(office, createWorkload(1, wordiness), least);
  const write = () => office.call('exchange.write', { to: office.app.grantPath(home, 'folder') });
  const first = await write();
  const second = await write();
  const [sizes] = office.rows<{ mean: number }>(
    'SELECT avg(length(hdr) + ifnull(length(pay), 0) + 64) AS mean FROM chg',
  );
  const floor = rawInsertRate(office.folder, 50_000, Math.round(sizes?.mean ?? 0));
  await close();
  return {
    home,
    files: [first.file, second.file],
    bytes: statSync(first.file).size,
    floor,
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}

/** Each import begins with a directorate that holds nothing of the office yet. */
function importIn(home: string, files: readonly string[]): Import {
  const copy = mkdtempSync(path.join(tmpdir(), 'jisr-bench-'));
  cpSync(path.join(home, 'home'), path.join(copy, 'home'), { recursive: true });
  const child = path.join(import.meta.dirname, 'merge-child.ts');
  const printed = execFileSync(process.execPath, [...memoryFlags, child, copy, ...files], { encoding: 'utf8' });
  rmSync(copy, { recursive: true, force: true });
  return JSON.parse(printed) as Import;
}
