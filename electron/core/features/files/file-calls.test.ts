import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createFileGrants } from '#core/files/file-grants.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { createTestApp, initHome } from '#core/testing/test-app.ts';
import { noToken } from '#core/testing/unlike-ids.ts';

const data = Buffer.from('piece').toString('base64');

it('takes a file in pieces; only tokens that were handed out stand for one', async () => {
  const test = await createTestApp();
  await initHome(test, 'office');
  const piece = { name: 'x.cpb', data, last: false };
  const { token } = await test.call('files.stage', piece);
  expect(await test.call('files.stage', { ...piece, token, last: true })).toEqual({ token, bytes: 10 });
  await expectRefusal(test, 'files.stage', 'file/unknown-token', { ...piece, token: noToken });
  await expectRefusal(test, 'files.piece', 'file/unknown-token', { token: noToken, offset: 0 });
  // What was staged is for the core to read, not to be fetched again.
  await expectRefusal(test, 'files.piece', 'file/unknown-token', { token, offset: 0 });
  rmSync(join(test.folder, 'home', 'spool'), { recursive: true });
  writeFileSync(join(test.folder, 'home', 'spool'), '');
  await expectRefusal(test, 'files.stage', 'file/cannot-write', piece);
  rmSync(join(test.folder, 'home', 'spool'));
  await test.close();
});

it('hands out a written file in pieces where the host has no dialog', async () => {
  const test = await createTestApp();
  await initHome(test, 'office');
  const { download, bytes, file } = await test.call('enrol.request', {});
  const whole = await test.call('files.piece', { token: download ?? '', offset: 0 });
  expect(whole).toMatchObject({ name: file, bytes, done: true });
  expect(await test.call('files.piece', { token: download ?? '', offset: bytes })).toMatchObject({ data: '' });
  await test.close();
});

it('refuses an upload that grows beyond the size of any bundle', async () => {
  const test = await createTestApp();
  const grants = createFileGrants(test.ports, 10);
  const first = await grants.stage({ token: null, name: 'x', data: new Uint8Array(8) });
  expect(first).toMatchObject({ ok: true, value: { bytes: 8 } });
  const token = first.ok ? first.value.token : '';
  const more = await grants.stage({ token, name: 'x', data: new Uint8Array(3) });
  expect(more).toEqual({ ok: false, error: { code: 'file/too-large', params: { maxBytes: 10 } } });
  expect(await grants.source(token)).toMatchObject({ ok: false });
  await test.close();
});

it('has no dialogs of its own', async () => {
  const test = await createTestApp();
  await initHome(test, 'office');
  await expectRefusal(test, 'host.pickFiles', 'host/no-dialog', { kind: 'bundle' });
  await expectRefusal(test, 'host.pickBackup', 'home/exists', {});
  await expectRefusal(test, 'host.pickFolder', 'host/no-dialog', {});
  expect(await test.call('host.capabilities', {})).toEqual({ dialogs: false, downloads: false });
  await test.close();
});
