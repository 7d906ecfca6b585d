/**
 * @file A directorate takes in an office's bundle: whole, known by its file, known by its changes; and the memory of it.
 * Beside it, in the same run, the raw floor of the same cipher and PouchDB with the same history.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rawInsertRate } from '#core/testing/floors.ts';
import { fillOffice } from './fill.ts';
import { type Bench, type Figure, median } from './measure.ts';
import { importEach } from './merge-import.ts';
import { createBenchPair } from './office.ts';
import { type PouchRow, pouchRates } from './pouch.ts';
import { createWorkload } from './workload.ts';

const changes = 20_000;
const runs = 3;
/** Very long minutes, and enough of them, make a bundle of more than twenty megabytes. */
const largeWordiness = 65;
const largeChanges = 28_000;

export const mergeBench: Bench = {
  name: 'merge',
  run: async () => [...(await usual()), ...(await large())],
};

async function usual(): Promise<Figure[]> {
  const { home, files, bytes, floors, pouch, groupsPerChange, remove } = await prepare(1, changes, true);
  const [bundle = '', again = ''] = files;
  const imports = Array.from({ length: runs }, () => importEach(home, [bundle, bundle, again]));
  remove();
  const applied = imports[0]?.taken[0]?.applied ?? 0;
  const rateOf = (which: number, unit: 'ms' | 'processorMs'): number =>
    median(imports.map(({ taken }) => (applied / (taken[which]?.[unit] ?? 0)) * 1000));
  const rate = rateOf(0, 'ms');
  const operations = rate * groupsPerChange;
  return [
    { what: 'changes in the bundle', value: applied, unit: '' },
    { what: 'its size', value: bytes / 1024, unit: 'KiB' },
    { what: 'changes merged a second', value: rate, unit: '/s', goal: { atLeast: 15_000 } },
    { what: 'changes merged a second of processor time', value: rateOf(0, 'processorMs'), unit: '/s' },
    { what: 'field operations merged a second', value: operations, unit: '/s' },
    { what: 'floor: rows as large as a change a second, same cipher', value: floors.change, unit: '/s' },
    { what: 'floor: rows as large as a field operation, same cipher', value: floors.operation, unit: '/s' },
    { what: 'changes merged / floor', value: rate / floors.change, unit: 'x' },
    {
      what: 'field operations merged / floor',
      value: operations / floors.operation,
      unit: 'x',
      goal: { atLeast: 0.35 },
    },
    { what: 'PouchDB in memory, plain: changes a second', value: pouch.first, unit: '/s' },
    { what: 'changes merged / PouchDB', value: rate / pouch.first, unit: 'x', goal: { atLeast: 1.5 } },
    { what: 'same file again', value: (applied / rateOf(1, 'ms')) * 1000, unit: 'ms' },
    { what: 'same changes in another file, a second', value: rateOf(2, 'ms'), unit: '/s' },
    { what: 'PouchDB: known changes a second', value: pouch.again, unit: '/s' },
    { what: 'same file again / PouchDB', value: rateOf(1, 'ms') / pouch.again, unit: 'x', goal: { atLeast: 10 } },
    { what: 'same changes in another file / PouchDB', value: rateOf(2, 'ms') / pouch.again, unit: 'x' },
    { what: 'greatest memory', value: median(imports.map(({ mostMiB }) => mostMiB)), unit: 'MiB' },
  ];
}

async function large(): Promise<Figure[]> {
  const { home, files, bytes, remove } = await prepare(largeWordiness, largeChanges, false);
  const [bundle = ''] = files;
  const taken = importEach(home, [bundle]);
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

/** `peers`: also measures what others do with the same history. */
async function prepare(wordiness: number, least: number, peers: boolean) {
  const home = mkdtempSync(path.join(tmpdir(), 'jisr-bench-'));
  const { office, close } = await createBenchPair({ folder: home });
  await fillOffice(office, createWorkload(1, wordiness), least);
  const write = () => office.call('exchange.write', { to: office.app.grantPath(home, 'folder') });
  const first = await write();
  const second = await write();
  const [sizes] = office.rows<{ bytes: number; groups: number }>(
    `SELECT avg(length(hdr) + ifnull(length(pay), 0) + 64) AS bytes,
       avg(json_array_length(CAST(hdr AS TEXT), '$.w')) AS groups FROM chg`,
  );
  const { bytes: changeBytes, groups } = sizes ?? { bytes: 0, groups: 1 };
  // What is restricted goes without its payload.
  const travels = "SELECT agg, id16, iif(aud = 'open', pay, NULL) AS pay FROM chg ORDER BY n";
  const pouch = peers ? await pouchRates(office.rows<PouchRow>(travels)) : { first: 0, again: 0 };
  const floors = {
    change: peers ? rawInsertRate(office.folder, floorRows, Math.round(changeBytes)) : 0,
    operation: peers ? rawInsertRate(office.folder, floorRows * groups, Math.round(changeBytes / groups)) : 0,
  };
  await close();
  return {
    home,
    files: [first.file, second.file],
    bytes: statSync(first.file).size,
    floors,
    pouch,
    groupsPerChange: groups,
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}

const floorRows = 50_000;
