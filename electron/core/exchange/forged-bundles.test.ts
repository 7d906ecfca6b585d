/** @file Files that an insider with real keys might make: sealed for the directorate, and still not what was signed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { collect, oneAfterAnother, openAge, sealAge } from '#core/crypto/age.ts';
import { type BulkApp, createBulkApp } from '#core/testing/bulk-app.ts';
import { sampleForum } from '#core/testing/samples.ts';
import { enrol, initHome } from '#core/testing/test-app.ts';

let directorate: BulkApp;
let office: BulkApp;
let plain: Buffer;

beforeAll(async () => {
  [directorate, office] = [await createBulkApp(), await createBulkApp()];
  await initHome(directorate, 'directorate');
  await initHome(office, 'office');
  await enrol(directorate, office);
  await office.call('forums.create', { fields: sampleForum() });
  const { file } = await office.call('exchange.write', { to: office.app.grantPath(office.folder, 'folder') });
  const { age_identity } = keys();
  plain = Buffer.from(await collect(openAge(age_identity, oneAfterAnother(readFileSync(file)))));
});
afterAll(async () => {
  await directorate.close();
  await office.close();
});

const keys = () => {
  const [own] = directorate.rows<{ age_identity: string; age_recipient: string }>('SELECT * FROM self');
  if (!own) throw new Error('no keys');
  return own;
};
const headerLength = () => plain.readUInt32BE(5);

/** Seals a changed plaintext for the directorate and lets it take that in. */
async function takeForged(change: (bytes: Buffer) => Buffer) {
  const file = join(directorate.folder, 'CP-0000-000000.cpb');
  const sealed = await collect(sealAge([keys().age_recipient], oneAfterAnother(change(Buffer.from(plain)))));
  writeFileSync(file, sealed);
  const before = await directorate.call('exchange.digest', { class: 'all' });
  const [report] = await directorate.call('exchange.takeIn', { files: [directorate.app.grantPath(file, 'file')] });
  expect(await directorate.call('exchange.digest', { class: 'all' })).toEqual(before);
  expect((await directorate.call('exchange.status', {})).peers).toMatchObject([{ lastReceived: null }]);
  return report;
}

const setByte = (at: (bytes: Buffer) => number, value: number) => (bytes: Buffer) => {
  bytes[at(bytes)] = value;
  return bytes;
};

it.each<[string, (bytes: Buffer) => Buffer, string]>([
  ['padding that is not zero', setByte((bytes) => bytes.length - 1, 1), 'bundle/bad-form'],
  ['bytes after the padding', (bytes) => Buffer.concat([bytes, Buffer.from('x')]), 'bundle/bad-form'],
  ['padding cut short', (bytes) => bytes.subarray(0, -1), 'bundle/bad-form'],
  ['a later format', setByte(() => 3, 0x32), 'bundle/too-new'],
  ['other magic', setByte(() => 0, 0x58), 'bundle/bad-form'],
  ['an empty signature', (bytes) => bytes.fill(0, 9 + headerLength(), 9 + headerLength() + 64), 'bundle/bad-signature'],
  [
    'another number in the signed header',
    (bytes) => Buffer.from(bytes.toString('latin1').replace('"bn":1,', '"bn":2,'), 'latin1'),
    'bundle/bad-signature',
  ],
])('refuses %s, and nothing of the file stays', async (_what, change, code) => {
  expect(await takeForged(change)).toMatchObject({ verdict: 'refused', code, applied: 0 });
});

it('takes the same plaintext, sealed anew and unchanged, as what it is', async () => {
  const file = join(directorate.folder, 'CP-1111-111111.cpb');
  writeFileSync(file, await collect(sealAge([keys().age_recipient], oneAfterAnother(plain))));
  const files = [directorate.app.grantPath(file, 'file')];
  expect(await directorate.call('exchange.takeIn', { files })).toMatchObject([{ verdict: 'applied', quarantined: [] }]);
});
