/** @file Enrolment through dispatch: who may, which files are taken, and what is refused. */
import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toBase64Url } from '#core/crypto/bytes.ts';
import { generateAgeIdentity } from '#core/crypto/age.ts';
import { createSigner, generateSigningKey } from '#core/crypto/ed25519.ts';
import { writeRequest } from '#core/exchange/enrolment.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { createTestApp, enrol, initHome, type TestApp } from '#core/testing/test-app.ts';
import { noRecord, noToken } from '#core/testing/unlike-ids.ts';

const noFingerprint = '0000 0000 0000 0000 0000 0000';

let directorate: TestApp;
let office: TestApp;
/** Of the office, not yet accepted. */
let request: { readonly path: string; readonly fingerprint: string };
beforeAll(async () => {
  directorate = await createTestApp();
  office = await createTestApp();
  await initHome(directorate, 'directorate');
  await initHome(office, 'office');
  const path = join(office.folder, 'request.cpr');
  const { fingerprint } = await office.call('enrol.request', { to: office.app.grantPath(path, 'file') });
  request = { path, fingerprint };
}, 30_000);
afterAll(async () => {
  await office.close();
  await directorate.close();
});

const grant = (app: TestApp, name: string, content?: string | Uint8Array): string => {
  const path = join(app.folder, name);
  if (content !== undefined) writeFileSync(path, content);
  return app.app.grantPath(path, 'file');
};

/** A well-formed request with a key of low order, which every signature seems to fit. */
async function requestWithBadKey(): Promise<Uint8Array> {
  const { recipient } = await generateAgeIdentity();
  const signer = createSigner(generateSigningKey().privateKey);
  const signKey = toBase64Url(new Uint8Array(32));
  return writeRequest({ kind: 'office', name: 'x', place: 'IQG10', services: ['hlp'], signKey, recipient }, signer);
}

describe('a request', () => {
  it('is read at the directorate alone', async () => {
    const file = grant(office, 'request.cpr');
    await expectRefusal(office, 'enrol.readRequest', 'node/not-the-directorate', { file });
    const accept = { file, fingerprint: request.fingerprint };
    await expectRefusal(office, 'enrol.accept', 'node/not-the-directorate', accept);
    const there = directorate.app.grantPath(request.path, 'file');
    const read = await directorate.call('enrol.readRequest', { file: there });
    expect(read).toMatchObject({ kind: 'office', fingerprint: request.fingerprint, alreadyEnrolled: false });
  });

  it('that is none, too large, gone or never handed out is refused', async () => {
    const none = { file: grant(directorate, 'none.cpr', 'nothing of the kind') };
    const large = { file: grant(directorate, 'large.cpr', 'x'.repeat(20_000)) };
    const gone = { file: grant(directorate, 'gone.cpr') };
    const fingerprint = noFingerprint;
    await expectRefusal(directorate, 'enrol.readRequest', 'enrol/not-a-request', none);
    await expectRefusal(directorate, 'enrol.readRequest', 'file/too-large', large);
    await expectRefusal(directorate, 'enrol.readRequest', 'file/not-found', gone);
    await expectRefusal(directorate, 'enrol.readRequest', 'file/unknown-token', { file: noToken });
    await expectRefusal(directorate, 'enrol.accept', 'enrol/not-a-request', { ...none, fingerprint });
    await expectRefusal(directorate, 'enrol.accept', 'file/too-large', { ...large, fingerprint });
    await expectRefusal(directorate, 'enrol.accept', 'file/not-found', { ...gone, fingerprint });
    await expectRefusal(directorate, 'enrol.accept', 'file/unknown-token', { file: noToken, fingerprint });
  });

  it('with a key that must not be certified, or a forged word, is refused', async () => {
    const bad = { file: grant(directorate, 'bad.cpr', await requestWithBadKey()) };
    await expectRefusal(directorate, 'enrol.readRequest', 'enrol/bad-key', bad);
    await expectRefusal(directorate, 'enrol.accept', 'enrol/bad-key', { ...bad, fingerprint: noFingerprint });
    const forged = readFileSync(request.path, 'utf8').replace('"name":"office"', '"name":"Office"');
    const file = grant(directorate, 'forged.cpr', forged);
    expect(await directorate.refused('enrol.readRequest', { file })).toBe('enrol/bad-key');
  });

  it('is accepted only with the fingerprint that people compared, a known parent and a free code', async () => {
    const file = directorate.app.grantPath(request.path, 'file');
    const { fingerprint } = request;
    const accept = { file, fingerprint };
    await expectRefusal(directorate, 'enrol.accept', 'enrol/fingerprint-differs', { file, fingerprint: noFingerprint });
    await expectRefusal(directorate, 'enrol.accept', 'enrol/parent-unknown', { ...accept, under: noRecord });
    await expectRefusal(directorate, 'enrol.accept', 'enrol/code-taken', { ...accept, code: '!' });
    const nowhere = directorate.app.grantPath(join(request.path, 'below-a-file'), 'folder');
    await expectRefusal(directorate, 'enrol.accept', 'file/cannot-write', { ...accept, to: nowhere });
  });
});

describe('an answer', () => {
  it('is installed once, at the office it is for, with the fingerprint that people compared', async () => {
    const answer = join(directorate.folder, 'answer.cpa');
    const { fingerprint } = request;
    const to = directorate.app.grantPath(answer, 'file');
    await directorate.call('enrol.accept', { file: directorate.app.grantPath(request.path, 'file'), fingerprint, to });
    const other = await createTestApp();
    await initHome(other, 'office');
    copyFileSync(answer, join(other.folder, 'answer.cpa'));
    const theirs = { file: grant(other, 'answer.cpa') };
    await expectRefusal(other, 'enrol.readAnswer', 'enrol/not-for-us', theirs);
    await expectRefusal(other, 'enrol.install', 'enrol/not-for-us', { ...theirs, fingerprint });

    const file = office.app.grantPath(answer, 'file');
    const { root } = await directorate.call('enrol.fingerprints', {});
    const read = await office.call('enrol.readAnswer', { file });
    expect(read).toMatchObject({ parentName: 'directorate', fingerprint: root });
    await expectRefusal(office, 'enrol.install', 'enrol/fingerprint-differs', { file, fingerprint: noFingerprint });
    expect((await office.call('session.state', {})).node).toMatchObject({ enrolled: false });
    await office.call('enrol.install', { file, fingerprint: root ?? '' });
    expect((await office.call('session.state', {})).node).toMatchObject({ enrolled: true, code: read.code });
    await expectRefusal(office, 'enrol.readAnswer', 'node/already-enrolled', { file });
    await expectRefusal(office, 'enrol.install', 'node/already-enrolled', { file, fingerprint: root ?? '' });
    await expectRefusal(office, 'enrol.request', 'node/already-enrolled', {});

    // The code of the first office is taken; under an office stands nothing.
    const { node } = await office.call('exchange.status', {});
    const path = join(other.folder, 'request.cpr');
    const made = await other.call('enrol.request', { to: other.app.grantPath(path, 'file') });
    const accept = { file: directorate.app.grantPath(path, 'file'), fingerprint: made.fingerprint };
    await expectRefusal(directorate, 'enrol.accept', 'enrol/code-taken', { ...accept, code: read.code });
    await expectRefusal(directorate, 'enrol.accept', 'enrol/parent-unknown', { ...accept, under: node });
    await other.close();
  });

  it('that is none, too large, gone or never handed out is refused', async () => {
    const fresh = await createTestApp();
    await initHome(fresh, 'office');
    const none = { file: grant(fresh, 'none.cpa', 'nothing of the kind') };
    const large = { file: grant(fresh, 'large.cpa', '') };
    truncateSync(join(fresh.folder, 'large.cpa'), 65 * 1024 * 1024);
    const gone = { file: grant(fresh, 'gone.cpa') };
    const fingerprint = noFingerprint;
    await expectRefusal(fresh, 'enrol.readAnswer', 'enrol/not-an-answer', none);
    await expectRefusal(fresh, 'enrol.readAnswer', 'file/too-large', large);
    await expectRefusal(fresh, 'enrol.readAnswer', 'file/not-found', gone);
    await expectRefusal(fresh, 'enrol.readAnswer', 'file/unknown-token', { file: noToken });
    await expectRefusal(fresh, 'enrol.install', 'enrol/not-an-answer', { ...none, fingerprint });
    await expectRefusal(fresh, 'enrol.install', 'file/too-large', { ...large, fingerprint });
    await expectRefusal(fresh, 'enrol.install', 'file/not-found', { ...gone, fingerprint });
    await expectRefusal(fresh, 'enrol.install', 'file/unknown-token', { file: noToken, fingerprint });
    await expectRefusal(fresh, 'enrol.request', 'file/unknown-token', { to: noToken });
    const nowhere = fresh.app.grantPath(join(fresh.folder, 'none.cpa', 'below-a-file'), 'folder');
    await expectRefusal(fresh, 'enrol.request', 'file/cannot-write', { to: nowhere });
    await fresh.close();
  });

  it('is noted in the audit as installed, once', async () => {
    const fresh = await createTestApp();
    await initHome(fresh, 'office');
    await enrol(directorate, fresh);
    const { rows } = await fresh.call('audit.list', {});
    expect(rows.filter(({ method, outcome }) => method === 'enrol.install' && outcome === 'ok')).toHaveLength(1);
    await fresh.close();
  });
});
