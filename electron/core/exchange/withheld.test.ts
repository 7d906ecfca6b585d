/**
 * @file What stays at the office, and what stays on one computer: a marker in every field of every group the registry
 * calls restricted or local, looked for wherever it must not be. The list comes of the registry: a new group is in it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blobPath } from '#core/blobs/blob-files.ts';
import type { JsonObject, JsonValue } from '#core/changes/canonical.ts';
import type { FieldType, GroupSpec, LocalGroupSpec, RecordSpec } from '#core/changes/record-types/record-spec.ts';
import { isRecordType, registry } from '#core/changes/registry.ts';
import { all, get } from '#core/changes/statements.ts';
import { createWriter } from '#core/context.ts';
import { collect, openAge } from '#core/crypto/age.ts';
import { ageKeyOf } from '#core/crypto/age-identity.ts';
import { randomBytes } from '#core/crypto/random.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { readPieces } from '#core/files/file-grants.ts';
import type { BulkApp } from '#core/testing/bulk-app.ts';
import {
  sampleAsset,
  sampleDispute,
  sampleForum,
  sampleIssue,
  sampleMapping,
  sampleMeeting,
  sampleSite,
  sampleTraining,
} from '#core/testing/samples.ts';
import { samplePlan } from '#core/testing/plan-samples.ts';
import { createTwoBranches, type TwoBranches } from '#core/testing/two-branches.ts';
import { buildParcel } from './parcels.ts';
import { decompressSection } from './zstd.ts';

const marker = 'قنديل7Zq';

type Canary = {
  readonly type: string;
  readonly class: 'restricted' | 'local';
  readonly name: string;
  readonly text: string;
};

const canaries: Canary[] = [];
const groupsBeyondOpen = Object.entries(registry as Readonly<Record<string, RecordSpec>>).flatMap(([type, spec]) =>
  [...Object.entries(spec.groups), ...Object.entries(spec.local ?? {})]
    .filter(([, group]) => group.class !== 'open')
    .map(([name, group]) => ({ type, name, group: group as GroupSpec | LocalGroupSpec })),
);
const locals = () => canaries.filter((canary) => canary.class === 'local');

let tree: TwoBranches;
let dispute: string;
/** Every file that was carried, with the home it was for. */
const carried: { readonly file: string; readonly to: BulkApp }[] = [];

beforeAll(async () => {
  tree = await createTwoBranches();
  const { from, north, south, directorate, to } = tree;
  const forum = await from.call('forums.create', { fields: sampleForum() });
  const meeting = await from.call('meetings.create', { forumId: forum.id, fields: sampleMeeting([]) });
  const training = await from.call('trainings.create', { fields: sampleTraining() });
  const site = await from.call('sites.create', { fields: sampleSite() });
  const asset = await from.call('assets.create', { fields: sampleAsset() });
  ({ id: dispute } = await from.call('disputes.open', { fields: sampleDispute() }));
  const mapping = await from.call('mappings.create', { fields: sampleMapping() });
  const plan = await from.call('plans.create', { forumId: forum.id, fields: samplePlan() });
  const issue = await from.call('issues.create', { forumId: forum.id, fields: sampleIssue() });
  const records: Readonly<Record<string, string>> = {
    forum: forum.id,
    meeting: meeting.id,
    issue: issue.id,
    training: training.id,
    plan: plan.id,
    site: site.id,
    asset: asset.id,
    mapping: mapping.id,
    dispute,
  };
  for (const [type, record] of Object.entries(records)) await fill(type, record);
  // A type of its own without a record above would prove nothing.
  expect([...new Set(groupsBeyondOpen.map(({ type }) => type))].toSorted()).toEqual(Object.keys(records).toSorted());
  await pass(from, north, directorate, south, to);
}, 60_000);
afterAll(() => tree.close());

/** Writes a marker into every field of every restricted and local group of one record. */
async function fill(type: string, record: string): Promise<void> {
  if (!isRecordType(type)) throw new Error(`no such type: ${type}`);
  const heads = await tree.from.heads(record);
  const made: { class: Canary['class']; group: string; value: JsonObject }[] = [];
  for (const { name, group } of groupsBeyondOpen.filter((one) => one.type === type)) {
    const value = await valueFor(type, name, group);
    made.push({ class: group.class as Canary['class'], group: group.element ? `${name}:${uuidv7()}` : name, value });
  }
  const of = (wanted: Canary['class']) => made.filter((one) => one.class === wanted);
  const home = tree.from.home();
  const written = await inTransaction(home.store, async () =>
    createWriter(home, () => tree.from.clock).write({
      record,
      at: type,
      kind: 'test.filled',
      groups: of('restricted').map(({ group, value }) => ({ group, value })),
      local: of('local').map(({ group, value }) => ({ group, value })),
      heads,
    }),
  );
  expect(written).toEqual({ ok: true, value: null });
}

async function valueFor(type: string, name: string, group: GroupSpec | LocalGroupSpec): Promise<JsonObject> {
  const value: Record<string, JsonValue> = {};
  const before = canaries.length;
  for (const [field, kind] of Object.entries(group.fields)) {
    const text = `${marker}.${type}.${name}.${field}`;
    const made = await fieldOf(kind, text);
    value[field] = made.value;
    if (made.text !== null) canaries.push({ type, class: group.class as Canary['class'], name, text: made.text });
  }
  // Numbers alone cannot be looked for: such a group needs a test of its own.
  if (canaries.length === before) throw new Error(`no field of ${type}.${name} can hold a marker`);
  return value;
}

async function fieldOf(kind: FieldType, text: string): Promise<{ value: JsonValue; text: string | null }> {
  switch (kind) {
    case 'text':
    case 'text?':
      return { value: text, text };
    case 'texts':
      return { value: [text], text };
    case 'rows':
      return { value: [{ text }], text };
    case 'blob':
    case 'blob?': {
      // The file itself is sealed; what betrays it is its key.
      const { identity: key } = await ageKeyOf(randomBytes(32));
      return { value: { id: Buffer.from(randomBytes(32)).toString('hex'), total: 400, bytes: 100, key }, text: key };
    }
    case 'int':
    case 'int?':
      return { value: 7, text: null };
    case 'flag':
      return { value: true, text: null };
    case 'parcel?':
      return { value: null, text: null };
    case 'parcels':
      return { value: [], text: null };
  }
}

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

const found = (text: string, of: readonly Canary[]): string[] =>
  of.filter((canary) => text.includes(canary.text)).map(({ type, name }) => `${type}.${name}`);

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
      expect(found(text, canaries)).toEqual([]);
      expect(text).not.toContain(marker);
      expect(text).not.toContain('protectionLocal');
    }
  });

  it('is in no row of those who took the files in', () => {
    for (const app of [tree.north, tree.directorate, tree.south, tree.to]) {
      const rows = rowsOf(app);
      expect(found(rows, canaries)).toEqual([]);
      expect(rows).not.toContain(marker);
    }
  });

  it('is in the clear in no file, neither of the office nor of those on the way', () => {
    for (const app of [tree.from, tree.north, tree.directorate, tree.south, tree.to]) {
      expect(filesBelow(app.folder).some((file) => file.endsWith('jisr.db'))).toBe(true);
      expect(filesBelow(app.folder).filter((file) => holdsMarker(readFileSync(file)))).toEqual([]);
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
      expect(found(text, ofDispute)).toEqual(restricted.map(({ type, name }) => `${type}.${name}`));
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
    for (const text of await Promise.all(carried.map(contentsOf))) expect(found(text, canaries)).toEqual([]);
    expect(
      found(
        rowsOf(to),
        canaries.filter((one) => one.name === 'narrative'),
      ),
    ).toEqual(['dispute.narrative']);
    for (const app of [north, directorate, south, to]) {
      expect(found(rowsOf(app), locals())).toEqual([]);
      expect(app.rows('SELECT 1 FROM local_entry')).toEqual([]);
    }
    expect(found(rowsOf(from), locals())).toEqual(locals().map(({ type, name }) => `${type}.${name}`));
  }, 60_000);
});

describe('after closing', () => {
  it('nothing of it lies in the clear', async () => {
    await tree.from.app.close();
    expect(filesBelow(tree.from.folder).filter((file) => holdsMarker(readFileSync(file)))).toEqual([]);
  });
});

const asText = (value: unknown): string =>
  value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : String(value);

const needles = [Buffer.from(marker, 'utf8'), Buffer.from(marker, 'utf16le'), Buffer.from(marker, 'utf16le').swap16()];
const holdsMarker = (bytes: Buffer): boolean =>
  [...needles, ...canaries.map(({ text }) => Buffer.from(text, 'utf8'))].some((needle) => bytes.includes(needle));

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
