import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '#core/changes/canonical.ts';
import { concatBytes, fromUtf8, toBase64Url, utf8 } from '#core/crypto/bytes.ts';
import { createSigner, generateSigningKey } from '#core/crypto/ed25519.ts';
import { createTestDevice, seal, type TestDevice } from '#core/testing/bundles.ts';
import { type EnrolmentRequest, fingerprint, openAnswer, readRequest, sealAnswer, writeRequest } from './enrolment.ts';
import { firstRoster, signAuthority } from './roster.ts';
import { signLine } from './signed-line.ts';

const hubNode = '0198c0de-0000-7000-8000-000000000001';
const officeNode = '0198c0de-0000-7000-8000-000000000002';
const rootKey = generateSigningKey();
const authorityKey = generateSigningKey();
const authoritySigner = createSigner(authorityKey.privateKey);
const chain = signAuthority(createSigner(rootKey.privateKey), authorityKey.publicKey);
let office: TestDevice;
let stranger: TestDevice;

beforeAll(async () => {
  [office, stranger] = (await Promise.all([officeNode, officeNode].map(createTestDevice))) as [TestDevice, TestDevice];
});

const request = (): Omit<EnrolmentRequest, 'v'> => ({
  kind: 'office',
  name: 'مكتب كركوك',
  place: 'IQG08',
  services: ['policing', 'hlp'],
  signKey: toBase64Url(office.signKey),
  recipient: office.recipient,
});
const rosterLine = () =>
  firstRoster(
    chain,
    {
      nodes: [
        { id: hubNode, kind: 'directorate', name: 'hub', place: null, parent: null, code: null, services: [] },
        {
          id: officeNode,
          kind: 'office',
          name: 'office',
          place: null,
          parent: hubNode,
          code: 'KI017',
          services: ['hlp'],
        },
      ],
      devices: [
        {
          cert: {
            dev: office.dev,
            node: officeNode,
            path: [hubNode, officeNode],
            signKey: toBase64Url(office.signKey),
            recipient: office.recipient,
            roles: ['hlp_mediator'],
            from: 1,
            series: 'A',
          },
          revoked: null,
        },
      ],
    },
    7,
    authoritySigner,
  );
const answer = () => ({
  root: toBase64Url(rootKey.publicKey),
  chain,
  rosterLine: rosterLine(),
  node: officeNode,
  code: 'KI017',
  series: 'A',
  refdata: [{ places: 135 }],
});

describe('fingerprint', () => {
  it('is the first 80 bits of SHA-256 modulo 10^24 in six groups of four', () => {
    const key = new Uint8Array(32).fill(5);
    const hex = createHash('sha256').update(key).digest('hex').slice(0, 20);
    const digits = (BigInt(`0x${hex}`) % 10n ** 24n).toString().padStart(24, '0');
    expect(fingerprint(key).replaceAll(' ', '')).toBe(digits);
    expect(fingerprint(key)).toMatch(/^\d{4}( \d{4}){5}$/);
  });
});

describe('request', () => {
  it('comes back, with the fingerprint people compare', async () => {
    const read = await readRequest(writeRequest(request(), office.signer));
    expect(read).toEqual({
      ok: true,
      value: {
        request: { ...request(), v: 1, services: ['hlp', 'policing'] },
        signKey: office.signKey,
        device: office.device,
        fingerprint: fingerprint(office.signKey),
      },
    });
  });

  it('refuses any changed byte', async () => {
    const line = writeRequest(request(), office.signer);
    for (let at = 0; at < line.length; at += 3) {
      const changed = line.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect((await readRequest(changed)).ok).toBe(false);
    }
  });

  const codeOf = async (bytes: Uint8Array) => {
    const read = await readRequest(bytes);
    return read.ok ? 'ok' : read.error.code;
  };
  const forged = (change: JsonObject) =>
    signLine({ ...request(), services: ['hlp'], v: 1, ...change }, 'cp1-enrol-request\n', office.signer);
  it.each<[string, JsonObject, string]>([
    ['control', {}, 'ok'],
    ['another version', { v: 2 }, 'enrol/not-a-request'],
    ['an unknown field', { extra: 1 }, 'enrol/not-a-request'],
    ['an unknown kind', { kind: 'station' }, 'enrol/not-a-request'],
    ['an office without services', { services: [] }, 'enrol/not-a-request'],
    ['an empty name', { name: ' ' }, 'enrol/not-a-request'],
    ['a long name', { name: 'x'.repeat(201) }, 'enrol/not-a-request'],
    ['a key of low order', { signKey: toBase64Url(new Uint8Array(32)) }, 'enrol/bad-key'],
    ['a recipient with a wrong checksum', { recipient: `age1${'q'.repeat(58)}` }, 'enrol/bad-key'],
    ['a key it was not signed with', { signKey: toBase64Url(rootKey.publicKey) }, 'enrol/bad-key'],
  ])('%s', async (_name, change, code) => {
    expect(await codeOf(forged(change))).toBe(code);
  });

  it('is not taken under another context, from other files, or beyond 16 KiB', async () => {
    expect(await codeOf(signLine({ ...request(), services: ['hlp'], v: 1 }, 'cp1-cert\n', office.signer))).toBe(
      'enrol/bad-key',
    );
    for (const bytes of [utf8(''), utf8('hello'), new Uint8Array(20_000), utf8(`{}\t${'A'.repeat(86)}`)]) {
      expect(await codeOf(bytes)).toBe('enrol/not-a-request');
    }
  });
});

describe('answer', () => {
  const self = (device: TestDevice) => ({ identity: device.identity, signKey: device.signKey });
  const codeOf = async (bytes: Uint8Array, device = office) => {
    const opened = await openAnswer(bytes, self(device));
    return opened.ok ? 'ok' : opened.error.code;
  };

  it('comes back with a verified roster and the fingerprint of its root', async () => {
    const opened = await openAnswer(await sealAnswer(answer(), office.recipient, authoritySigner), self(office));
    expect(opened.ok && opened.value).toMatchObject({
      answer: { v: 1, node: officeNode, code: 'KI017', series: 'A', refdata: [{ places: 135 }] },
      rootKey: rootKey.publicKey,
      fingerprint: fingerprint(rootKey.publicKey),
      node: { id: officeNode, code: 'KI017' },
      device: { cert: { dev: office.dev } },
    });
    expect(opened.ok && fromUtf8(opened.value.roster.line)).toBe(fromUtf8(rosterLine()));
  });

  it('is for one device', async () => {
    const sealed = await sealAnswer(answer(), office.recipient, authoritySigner);
    expect(await codeOf(sealed, stranger)).toBe('enrol/not-for-us');
    const toStranger = await sealAnswer(answer(), stranger.recipient, authoritySigner);
    expect(await codeOf(toStranger, stranger)).toBe('enrol/not-for-us');
    expect(await codeOf(await sealAnswer({ ...answer(), node: hubNode }, office.recipient, authoritySigner))).toBe(
      'enrol/not-for-us',
    );
  });

  it('is refused when it was damaged, signed by another, or disagrees with its roster', async () => {
    const sealed = await sealAnswer(answer(), office.recipient, authoritySigner);
    expect(await codeOf(sealed.slice(0, -1))).toBe('enrol/not-an-answer');
    expect(await codeOf(concatBytes(sealed, utf8('x')))).toBe('enrol/not-an-answer');
    expect(await codeOf(utf8('hello'))).toBe('enrol/not-an-answer');
    expect(await codeOf(await seal(office, utf8('hello')))).toBe('enrol/not-an-answer');
    expect(await codeOf(await sealAnswer(answer(), office.recipient, stranger.signer))).toBe('enrol/not-an-answer');
    for (const change of [{ code: 'KI018' }, { series: 'B' }, { root: toBase64Url(authorityKey.publicKey) }]) {
      const changed = await sealAnswer({ ...answer(), ...change }, office.recipient, authoritySigner);
      expect(await codeOf(changed)).toBe('enrol/not-an-answer');
    }
    const lowOrder = { ...answer(), root: toBase64Url(new Uint8Array(32)) };
    expect(await codeOf(await sealAnswer(lowOrder, office.recipient, authoritySigner))).toBe('enrol/bad-key');
  });
});
