/**
 * @file What stays at the office, and what stays on one computer: a marker in every field of every group the registry
 * calls restricted or local, looked for wherever it must not be. The list comes of the registry: a new group is in it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blobPath } from '#core/blobs/blob-files.ts';
import { all, get } from '#core/changes/statements.ts';
import { collect, openAge } from '#core/crypto/age.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { readPieces } from '#core/files/file-grants.ts';
import type { BulkApp } from '#core/testing/bulk-app.ts';
import { type Canary, canariesIn, holdsCanary, plantCanaries } from '#core/testing/canaries.ts';
import { canaryMarker } from '#core/testing/canary-text.ts';
import { createTwoBranches, type TwoBranches } from '#core/testing/two-branches.ts';
import { buildParcel } from './parcels.ts';
import { decompressSection } from './zstd.ts';

let tree: TwoBranches;
let canaries: readonly Canary[];
let dispute: string;
/** Every file that was carried, with the home it was for. */
const carried: { readonly file: string; readonly to: BulkApp }[] = [];
const locals = () => canaries.filter((canary) => canary.class === 'local');

beforeAll(async () => {
  tree = await createTwoBranches();
  const { from, north, south, directorate, to } = tree;
  const planted = await plantCanaries(from);
  canaries = planted.canaries;
  dispute = planted.records.ids.dispute ?? '';
  await pass(from, north, directorate, south, to);
}, 60_000);
afterAll(() => tree.close());

/** Carries a file over each link on the way and keeps it for the search. */
async function pass(...way: readonly BulkApp[]): Promise<void> {
  for (const [i, to] of way.slice(1).entries()) {
    const from = way[i] as BulkApp;
    const place = from.app.grantPath(from.folder, 'folder');
    const { file } = await from.call('exchange.write', { to: place, peer: tree.node(to) });
    carried.push({ file, to });
    const [report] = await to.call('exchange.takeIn', { files: [to.app.grantPath(file, 'file')] });
    expect(report).toMatchObject({ verdict: expect.stringMatching(/^(applied|nothing-new)$/), quarantined: [] });
  }
}

const identityOf = (app: BulkApp): string =>
  get<{ age_identity: string }>(app.home().store.raw, 'SELECT age_identity FROM self')?.age_identity ?? '';

/** All that the one who may open a file finds in it. */
async function contentsOf({ file, to }: (typeof carried)[number]): Promise<string> {
  const plain = Buffer.from(await collect(openAge(identityOf(to), readPieces(file))));
  const length = plain.readUInt32BE(5);
  const header = JSON.parse(plain.subarray(9, 9 + length).toString('utf8')) as {
    sections: { clen: number; rlen: number }[];
  };
  let at = 9 + length + 64;
  let text = plain.toString('latin1') + plain.toString('utf8');
  for (const { clen, rlen } of header.sections) {
    const bytes = plain.subarray(at, at + clen);
    const raw = decompressSection(bytes, rlen);
    // Parts of blobs are not compressed.
    text += Buffer.from(raw.ok ? raw.value : bytes).toString('utf8');
    at += clen;
  }
  return text;
}

/** Everything a home holds in its tables, as text. */
function rowsOf(app: BulkApp): string {
  const { raw } = app.home().store;
  const tables = all<{ name: string }>(
    raw,
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'",
  );
  expect(tables.length).toBeGreaterThan(15);
  return tables
    .flatMap(({ name }) => all<Record<string, unknown>>(raw, `SELECT * FROM "${name}"`))
    .flatMap((row) => Object.values(row).map(asText))
    .join('\n');
}

describe('what is restricted or local', () => {
  it('is there at the office, in every field of every such group', () => {
    expect(canaries.length).toBeGreaterThan(15);
    expect(locals().length).toBeGreaterThan(0);
    const rows = rowsOf(tree.from);
    expect(canaries.filter(({ text }) => !rows.includes(text))).toEqual([]);
  });

  it('is in no file for the department, the directorate or another office', async () => {
    expect(carried).toHaveLength(4);
    const texts = await Promise.all(carried.map(contentsOf));
    // The search would find it: what is open is there, and the bare headers of what is restricted.
    expect(texts[0]).toContain('منتدى حي النصر');
    expect(texts[1]).toContain('"restricted"');
    for (const text of texts) {
      expect(canariesIn(text, canaries)).toEqual([]);
      expect(text).not.toContain(canaryMarker);
      expect(text).not.toContain('protectionLocal');
    }
  });

  it('is in no row of those who took the files in', () => {
    for (const app of [tree.north, tree.directorate, tree.south, tree.to]) {
      const rows = rowsOf(app);
      expect(canariesIn(rows, canaries)).toEqual([]);
      expect(rows).not.toContain(canaryMarker);
    }
  });

  it('is in the clear in no file, neither of the office nor of those on the way', () => {
    for (const app of [tree.from, tree.north, tree.directorate, tree.south, tree.to]) {
      expect(filesBelow(app.folder).some((file) => file.endsWith('jisr.db'))).toBe(true);
      expect(filesBelow(app.folder).filter((file) => holdsCanary(readFileSync(file), canaries))).toEqual([]);
    }
  });
});

describe('the check before a file is written', () => {
  it('counts what never came here neither as going nor as staying', async () => {
    const { from, north, directorate } = tree;
    const at = await north.call('sticks.contents', { peer: tree.node(directorate) });
    const sum = (of: 'goes' | 'stays') => at.types.reduce((all, row) => all + row[of], 0);
    expect([sum('stays'), at.local]).toEqual([0, 0]);
    expect(sum('goes')).toBeGreaterThan(0);
    expect(sum('goes')).toBeLessThan(at.changes);
    const office = await from.call('sticks.contents', { peer: tree.node(north) });
    expect(office.local).toBe(new Set(locals().map(({ type, name }) => `${type}.${name}`)).size);
  });
});

describe('a parcel of a case that is handed over or shared', () => {
  it('brings all that is restricted in it, and nothing that is local', async () => {
    const ofDispute = canaries.filter(({ type }) => type === 'dispute');
    const restricted = ofDispute.filter((canary) => canary.class === 'restricted');
    for (const reader of [tree.to, tree.directorate]) {
      const home = tree.from.home();
      const parcel = await inTransaction(home.store, async () =>
        buildParcel(tree.from, home, [dispute], tree.node(reader)),
      );
      if (!parcel.ok || !parcel.value) throw new Error('no parcel');
      const opened = await collect(openAge(identityOf(reader), readPieces(blobPath(tree.from, parcel.value.id))));
      const text = Buffer.from(opened).toString('utf8');
      expect(canariesIn(text, ofDispute)).toEqual(restricted.map(({ type, name }) => `${type}.${name}`));
      expect(text).not.toContain('protectionLocal');
    }
  });

  it('leaves what is local on its computer when the case has gone', async () => {
    const { from, north, directorate, south, to } = tree;
    const { offer } = await from.call('transfers.offer', {
      recordId: dispute,
      to: tree.node(to),
      reason: 'workload',
    });
    await pass(from, north, directorate, south, to);
    await to.call('transfers.accept', { recordId: dispute, offer });
    await pass(to, south, directorate, north, from);
    for (const text of await Promise.all(carried.map(contentsOf))) expect(canariesIn(text, canaries)).toEqual([]);
    expect(
      canariesIn(
        rowsOf(to),
        canaries.filter((one) => one.name === 'narrative'),
      ),
    ).toEqual(['dispute.narrative']);
    for (const app of [north, directorate, south, to]) {
      expect(canariesIn(rowsOf(app), locals())).toEqual([]);
      expect(app.rows('SELECT 1 FROM local_entry')).toEqual([]);
    }
    expect(canariesIn(rowsOf(from), locals())).toEqual(locals().map(({ type, name }) => `${type}.${name}`));
  }, 60_000);
});

describe('after closing', () => {
  it('nothing of it lies in the clear', async () => {
    await tree.from.app.close();
    expect(filesBelow(tree.from.folder).filter((file) => holdsCanary(readFileSync(file), canaries))).toEqual([]);
  });
});

const asText = (value: unknown): string =>
  value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : String(value);

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
