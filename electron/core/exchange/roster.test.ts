import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalize, type JsonValue } from '#core/changes/canonical.ts';
import { fromUtf8, toBase64Url, utf8 } from '#core/crypto/bytes.ts';
import { createSigner, generateSigningKey } from '#core/crypto/ed25519.ts';
import { randomBytes } from '#core/crypto/random.ts';
import { createTestDevice, type TestDevice } from '#core/testing/bundles.ts';
import {
  certificateId,
  certificateLine,
  compareRosters,
  devicesOf,
  findSender,
  firstRoster,
  isAncestor,
  nextHop,
  nextRoster,
  nextSeries,
  pathOf,
  type Roster,
  type RosterEntries,
  signAuthority,
  verifyCertificateLine,
  verifyRoster,
} from './roster.ts';
import type { Certificate, RosterDevice, RosterNode } from './roster-form.ts';
import { signLine } from './signed-line.ts';

const rootKey = generateSigningKey();
const authorityKey = generateSigningKey();
const rootSigner = createSigner(rootKey.privateKey);
const authoritySigner = createSigner(authorityKey.privateKey);
const authority = signAuthority(rootSigner, authorityKey.publicKey);

const id = (n: number) => `0198c0de-0000-7000-8000-${String(n).padStart(12, '0')}`;
const root: RosterNode = {
  id: id(1),
  kind: 'directorate',
  name: 'المديرية',
  place: null,
  parent: null,
  code: null,
  services: [],
  formerly: [],
};
const department: RosterNode = { ...root, id: id(2), kind: 'department', parent: id(1) };
const near: RosterNode = { ...root, id: id(3), kind: 'office', parent: id(1), code: 'KI017', services: ['hlp'] };
const far: RosterNode = { ...near, id: id(11), parent: id(2), code: 'BG001', services: ['hlp', 'policing'] };
const nodes = [far, near, department, root];
const paths: { readonly [node: string]: readonly string[] } = {
  [id(1)]: [id(1)],
  [id(2)]: [id(1), id(2)],
  [id(3)]: [id(1), id(3)],
  [id(11)]: [id(1), id(2), id(11)],
};

const incarnation = (n: number) => toBase64Url(new Uint8Array(8).fill(n));

let devices: TestDevice[];
const certify = (device: TestDevice, change: Partial<Certificate> = {}): RosterDevice => ({
  cert: {
    dev: device.dev,
    node: device.node,
    path: paths[device.node] ?? [],
    signKey: toBase64Url(device.signKey),
    recipient: device.recipient,
    roles: ['policing_clerk', 'policing_officer'],
    from: 1,
    series: 'A',
    ...change,
  },
  revoked: null,
  incs: [],
});
const entries = (): RosterEntries => ({ nodes, devices: devices.map((device) => certify(device)) });
const verified = (line: Uint8Array): Roster => {
  const roster = verifyRoster(line, rootKey.publicKey);
  if (!roster.ok) throw new Error(roster.error.code);
  return roster.value;
};
let first: Roster;

beforeAll(async () => {
  devices = await Promise.all([id(1), id(2), id(3), id(11)].map(createTestDevice));
  first = verified(firstRoster(authority, entries(), 5, authoritySigner));
});

describe('roster', () => {
  it('is verified from the pinned root key alone', () => {
    expect(first.version).toBe(1);
    expect(first.nodesById.get(id(3))).toEqual(near);
    expect(first.devicesById.size).toBe(4);
    expect(verifyRoster(first.line, authorityKey.publicKey).ok).toBe(false);
  });

  it('grows by versions that name the one before', () => {
    const second = verified(nextRoster(first, { nodes, devices: [] }, 6, authoritySigner));
    expect(second.version).toBe(2);
    expect(second.prev).toBe(toBase64Url(first.hash));
    expect(compareRosters(null, first)).toEqual({ ok: true, value: 'newer' });
    expect(compareRosters(first, second)).toEqual({ ok: true, value: 'newer' });
    expect(compareRosters(first, first)).toEqual({ ok: true, value: 'same' });
    expect(compareRosters(second, first)).toEqual({ ok: false, error: { code: 'roster/old' } });
  });

  it('103 tells another list under the same version, or one built on another, apart', () => {
    const other = verified(firstRoster(authority, entries(), 6, authoritySigner));
    const onOther = verified(nextRoster(other, entries(), 7, authoritySigner));
    const conflicting = { ok: false, error: { code: 'roster/conflicting' } };
    expect(compareRosters(first, other)).toEqual(conflicting);
    expect(compareRosters(first, onOther)).toEqual(conflicting);
  });

  it('refuses any changed byte', () => {
    for (let at = 0; at < first.line.length; at += 13) {
      const line = first.line.slice();
      line[at] = (line[at] ?? 0) ^ 1;
      expect(verifyRoster(line, rootKey.publicKey)).toEqual({ ok: false, error: { code: 'roster/bad-chain' } });
    }
  });

  it('refuses an authority the root did not name', () => {
    const thief = generateSigningKey();
    const self = signAuthority(createSigner(thief.privateKey), thief.publicKey);
    const line = firstRoster(self, entries(), 5, createSigner(thief.privateKey));
    expect(verifyRoster(line, rootKey.publicKey).ok).toBe(false);
    const borrowed = firstRoster(authority, entries(), 5, createSigner(thief.privateKey));
    expect(verifyRoster(borrowed, rootKey.publicKey).ok).toBe(false);
  });

  const broken: [string, (e: RosterEntries) => RosterEntries][] = [
    ['node twice', (e) => ({ ...e, nodes: [...nodes, near] })],
    ['two directorates', (e) => ({ ...e, nodes: [...nodes, { ...root, id: id(9) }] })],
    ['no directorate', (e) => ({ ...e, nodes: [near] })],
    ['unknown parent', (e) => ({ ...e, nodes: [...nodes, { ...near, id: id(9), code: 'KI018', parent: id(8) }] })],
    [
      'office under an office',
      (e) => ({ ...e, nodes: [...nodes, { ...near, id: id(9), code: 'KI018', parent: id(3) }] }),
    ],
    ['106 cycle', (e) => ({ ...e, nodes: [root, near, far, { ...department, parent: id(2) }] })],
    ['office code twice', (e) => ({ ...e, nodes: [...nodes, { ...near, id: id(9) }] })],
    ['office without a code', (e) => ({ ...e, nodes: [root, department, far, { ...near, code: null }] })],
    ['office without a service', (e) => ({ ...e, nodes: [root, department, far, { ...near, services: [] }] })],
    ['device twice', (e) => ({ ...e, devices: [...e.devices, ...e.devices.slice(0, 1)] })],
    ['105 wider path', (e) => changeFirst(e, { path: [id(1)], node: id(3) })],
    ['83 path of a node whose id begins alike', (e) => changeFirst(e, { path: [id(1), id(1)] })],
    ['device of an unknown node', (e) => changeFirst(e, { node: id(77), path: [id(1), id(77)] })],
    ['id that is not that of the key', (e) => changeFirst(e, { dev: toBase64Url(randomBytes(16)) })],
    ['certificate from the future', (e) => changeFirst(e, { from: 2 })],
    ['series X, kept for provisional numbers', (e) => changeFirst(e, { series: 'X' })],
    ['post-quantum recipient', (e) => changeFirst(e, { recipient: `age1pq1${'q'.repeat(55)}` })],
    ['a move that is still to come', (e) => moveNear(e, [{ parent: id(2), until: 1 }])],
    ['a move from a node unknown', (e) => moveNear(e, [{ parent: id(8), until: 1 }])],
    ['letter given twice', (e) => letterNear(e, [{ inc: incarnation(1), series: 'A' }])],
    ['letter X', (e) => letterNear(e, [{ inc: incarnation(1), series: 'X' }])],
    ['unsorted roles', (e) => changeFirst(e, { roles: ['b', 'a'] })],
  ];
  const changeFirst = (e: RosterEntries, change: Partial<Certificate>): RosterEntries => {
    const [one, ...rest] = e.devices;
    return one ? { ...e, devices: [{ ...one, cert: { ...one.cert, ...change } }, ...rest] } : e;
  };
  const moveNear = (e: RosterEntries, formerly: RosterNode['formerly']): RosterEntries => ({
    ...e,
    nodes: e.nodes.map((node) => (node.id === id(3) ? { ...node, formerly } : node)),
  });
  const letterNear = (e: RosterEntries, incs: RosterDevice['incs']): RosterEntries => ({
    ...e,
    devices: e.devices.map((device) => (device.cert.node === id(3) ? { ...device, incs } : device)),
  });
  it.each(broken)('is neither written nor read with %s', (_name, change) => {
    const changed = change(entries());
    expect(() => firstRoster(authority, changed, 5, authoritySigner)).toThrow(RangeError);
    const body = JSON.parse(fromUtf8(first.line.slice(0, -87)) ?? '');
    const sorted = {
      ...body,
      nodes: changed.nodes.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      devices: changed.devices.toSorted((a, b) => (a.cert.dev < b.cert.dev ? -1 : 1)),
    };
    expect(verifyRoster(signLine(sorted, 'cp1-roster\n', authoritySigner), rootKey.publicKey).ok).toBe(false);
  });

  it('takes 10 000 nodes in time, and not one more', () => {
    const many = (count: number) =>
      Array.from({ length: count - 1 }, (_, i) => ({ ...near, id: id(100 + i), code: codeOf(i) }));
    const line = firstRoster(authority, { nodes: [root, ...many(10_000)], devices: [] }, 5, authoritySigner);
    const start = performance.now();
    expect(verifyRoster(line, rootKey.publicKey).ok).toBe(true);
    expect(performance.now() - start).toBeLessThan(3000);
    expect(() => firstRoster(authority, { nodes: [root, ...many(10_001)], devices: [] }, 5, authoritySigner)).toThrow();
  });
  const codeOf = (i: number) =>
    `${String.fromCharCode(65 + Math.floor(i / 1000))}A${String(i % 1000).padStart(3, '0')}`;
});

describe('tree', () => {
  it('knows paths and ancestors by segments', () => {
    expect(pathOf(first, id(11))).toEqual([id(1), id(2), id(11)]);
    expect(pathOf(first, id(99))).toBeNull();
    expect(isAncestor(first, id(1), id(11))).toBe(true);
    expect(isAncestor(first, id(2), id(11))).toBe(true);
    expect(isAncestor(first, id(2), id(3))).toBe(false);
    expect(isAncestor(first, id(11), id(11))).toBe(false);
    expect(isAncestor(first, id(11), id(1))).toBe(false);
  });

  it('routes up and down', () => {
    expect(nextHop(first, id(11), id(1))).toBe(id(2));
    expect(nextHop(first, id(1), id(11))).toBe(id(2));
    expect(nextHop(first, id(11), id(3))).toBe(id(2));
    expect(nextHop(first, id(3), id(3))).toBeNull();
    expect(nextHop(first, id(3), id(99))).toBeNull();
  });

  it('gives the next series letter and leaves X out', () => {
    expect(nextSeries(first, id(3))).toBe('B');
    expect(nextSeries(first, id(99))).toBe('A');
    const all = [...'ABCDEFGHIJKLMNOPQRSTUVW'].map((series) => certify(devices[2] as TestDevice, { series }));
    expect(nextSeries({ ...first, devices: all }, id(3))).toBe('Y');
    const again = all.map((device, i) =>
      i === 0 ? { ...device, incs: [{ inc: incarnation(1), series: 'Y' }] } : device,
    );
    expect(nextSeries({ ...first, devices: again }, id(3))).toBe('Z');
  });
});

describe('an office that moved', () => {
  const moved = (): Roster => {
    const under = { ...near, parent: id(2), formerly: [{ parent: id(1), until: 1 }] };
    const path = [id(1), id(2), id(3)];
    const changed = entries().devices.map((d) => (d.cert.node === id(3) ? { ...d, cert: { ...d.cert, path } } : d));
    return verified(nextRoster(first, { nodes: [far, under, department, root], devices: changed }, 6, authoritySigner));
  };

  it('stands in each version where it stood then', () => {
    const second = moved();
    expect([1, 2, 3].map((version) => pathOf(second, id(3), version)?.length)).toEqual([2, 3, 3]);
    expect([1, 2].map((version) => isAncestor(second, id(2), id(3), version))).toEqual([false, true]);
    expect(isAncestor(second, id(2), id(11), 1)).toBe(true);
    expect(nextHop(second, id(1), id(3))).toBe(id(2));
  });

  it('sends under the certificate it knows, be that older or newer than ours', () => {
    const second = moved();
    const certId = (roster: Roster) => {
      const cert = roster.devices.find((device) => device.cert.node === id(3))?.cert;
      return { dev: cert?.dev ?? '', node: id(3), certId: cert ? toBase64Url(certificateId(cert)) : '' };
    };
    expect(findSender(second, certId(second)).ok).toBe(true);
    expect(findSender(second, certId(first)).ok).toBe(true);
    expect(findSender(first, certId(second), 2).ok).toBe(true);
    expect(findSender(first, certId(second), 1)).toEqual({ ok: false, error: { code: 'bundle/unknown-device' } });
  });
});

describe('certificates', () => {
  const from = (device: RosterDevice) => ({
    dev: device.cert.dev,
    node: device.cert.node,
    certId: toBase64Url(certificateId(device.cert)),
  });
  const office = () => certify(devices[2] as TestDevice);

  it('find the sender of a bundle', () => {
    const found = findSender(first, from(office()));
    expect(found.ok && found.value.cert).toEqual(office().cert);
    const unknown = { ok: false, error: { code: 'bundle/unknown-device' } };
    expect(findSender(first, { ...from(office()), node: id(1) })).toEqual(unknown);
    expect(findSender(first, { ...from(office()), dev: toBase64Url(randomBytes(16)) })).toEqual(unknown);
    expect(findSender(first, { ...from(office()), certId: toBase64Url(randomBytes(32)) })).toEqual(unknown);
  });

  it('are refused once revoked', () => {
    const revoked = { good: [{ inc: toBase64Url(randomBytes(8)), seq: 4, id: toBase64Url(randomBytes(32)) }] };
    const changed = entries().devices.map((d) => (d.cert.node === id(3) ? { ...d, revoked } : d));
    const second = verified(nextRoster(first, { nodes, devices: changed }, 6, authoritySigner));
    expect(findSender(second, from(office()))).toEqual({ ok: false, error: { code: 'bundle/revoked' } });
    expect(devicesOf(second, id(3))).toEqual([]);
    expect(devicesOf(first, id(3))).toHaveLength(1);
  });

  it('travel alone under the signature of the authority', () => {
    const line = certificateLine(office().cert, authoritySigner);
    expect(verifyCertificateLine(line, authorityKey.publicKey)).toEqual({ ok: true, value: office().cert });
    expect(verifyCertificateLine(line, rootKey.publicKey).ok).toBe(false);
    const asRoster = signLine(office().cert, 'cp1-roster\n', authoritySigner);
    expect(verifyCertificateLine(asRoster, authorityKey.publicKey).ok).toBe(false);
  });

  it('have one id', () => {
    const shuffled = Object.fromEntries(Object.entries(office().cert).toReversed()) as Certificate;
    expect(certificateId(shuffled)).toEqual(certificateId(office().cert));
    expect(canonicalize(office().cert as unknown as JsonValue)).not.toEqual(utf8(''));
  });
});
