/** @file What stays at the office: marker words in every restricted field, looked for wherever they must not be. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { all } from '#core/changes/statements.ts';
import { readPieces } from '#core/files/file-grants.ts';
import { openAge, collect } from '#core/crypto/age.ts';
import { type BulkApp, createBulkApp } from '#core/testing/bulk-app.ts';
import { sampleDispute, sampleForum, sampleMeeting } from '#core/testing/samples.ts';
import { enrol, initHome } from '#core/testing/test-app.ts';
import { decompressSection } from './zstd.ts';

const marker = 'قنديل7Zq';
let directorate: BulkApp;
let office: BulkApp;
let bundle: string;

beforeAll(async () => {
  [directorate, office] = [await createBulkApp(), await createBulkApp()];
  await initHome(directorate, 'directorate');
  await initHome(office, 'office');
  await enrol(directorate, office);
  await fillRestrictedFields();
  const written = await office.call('exchange.write', { to: office.app.grantPath(office.folder, 'folder') });
  bundle = written.file;
  const files = [directorate.app.grantPath(bundle, 'file')];
  expect(await directorate.call('exchange.takeIn', { files })).toMatchObject([{ verdict: 'applied', quarantined: [] }]);
});
afterAll(async () => {
  await directorate.close();
  await office.close();
});

async function fillRestrictedFields(): Promise<void> {
  const forum = sampleForum();
  const [first] = forum.members;
  if (!first) throw new Error('a sample forum without members');
  const member = { ...first, name: marker, phone: marker };
  const { id: forumId } = await office.call('forums.create', { fields: { ...forum, members: [member] } });
  const meeting = sampleMeeting([member.id]);
  const [issue] = meeting.issues;
  if (!issue) throw new Error('a sample meeting without issues');
  const issues = [{ ...issue, issue: 'domestic_violence' as const, statement: marker }];
  await office.call('meetings.create', { forumId, fields: { ...meeting, issues } });
  const dispute = sampleDispute();
  const parties = dispute.parties.map((party) => ({ ...party, name: marker, phone: marker }));
  const fields = { ...dispute, parties, narrative: marker, propertyDescription: marker };
  const { id: disputeId } = await office.call('disputes.open', { fields });
  await office.call('disputes.addStep', { disputeId, kind: 'visit', date: '2026-02-12', text: marker, next: marker });
  const heads = await office.heads(disputeId);
  await office.call('disputes.move', { disputeId, to: 'screening', date: '2026-02-13', reason: marker, heads });
  await office.call('records.void', { recordId: disputeId, reason: marker, heads: await office.heads(disputeId) });
}

/** Every restricted group of the office holds the marker, or the search below proves nothing. */
const restrictedGroups = [
  'memberName',
  'issueSecret',
  'partyName',
  'narrative',
  'property',
  'stepText',
  'stageNote',
  'voidReason',
];

describe('what is restricted', () => {
  it('is there at the office, in every restricted group', () => {
    for (const group of restrictedGroups) {
      const rows = all<{ v: string }>(
        office.home().store.raw,
        `SELECT v FROM val WHERE grp = ? OR grp LIKE ? || ':%'`,
        group,
        group,
      );
      expect([group, rows.some(({ v }) => v.includes(marker))]).toEqual([group, true]);
    }
  });

  it('is in no bundle that the directorate can open', async () => {
    const identity = all<{ age_identity: string }>(directorate.home().store.raw, 'SELECT age_identity FROM self')[0];
    const plain = Buffer.from(await collect(openAge(identity?.age_identity ?? '', readPieces(bundle))));
    const length = plain.readUInt32BE(5);
    const header = JSON.parse(plain.subarray(9, 9 + length).toString('utf8')) as {
      sections: { clen: number; rlen: number }[];
    };
    let at = 9 + length + 64;
    let text = '';
    for (const { clen, rlen } of header.sections) {
      const raw = decompressSection(plain.subarray(at, at + clen), rlen);
      if (!raw.ok) throw new Error(raw.error.code);
      text += Buffer.from(raw.value).toString('utf8');
      at += clen;
    }
    expect(text).toContain('"restricted"');
    expect(text).toContain('منتدى حي النصر');
    expect(text).not.toContain(marker);
  });

  it('is in no row of the directorate', () => {
    const { raw } = directorate.home().store;
    const tables = all<{ name: string }>(
      raw,
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'",
    );
    expect(tables.length).toBeGreaterThan(15);
    for (const { name } of tables) {
      const rows = all<Record<string, unknown>>(raw, `SELECT * FROM "${name}"`);
      const text = rows.flatMap((row) => Object.values(row).map(asText)).join('\n');
      expect([name, text.includes(marker)]).toEqual([name, false]);
    }
  });

  it('is in the clear in no file of the office, while open and after closing', async () => {
    const plain = (): string[] => filesBelow(office.folder).filter((file) => holdsMarker(readFileSync(file)));
    expect(filesBelow(office.folder).some((file) => file.endsWith('jisr.db'))).toBe(true);
    expect(plain()).toEqual([]);
    await office.app.close();
    expect(plain()).toEqual([]);
  });
});

const asText = (value: unknown): string =>
  value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : String(value);

const needles = [Buffer.from(marker, 'utf8'), Buffer.from(marker, 'utf16le'), Buffer.from(marker, 'utf16le').swap16()];
const holdsMarker = (bytes: Buffer): boolean => needles.some((needle) => bytes.includes(needle));

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
