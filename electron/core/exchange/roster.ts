/**
 * @file The roster: the complete, signed list of nodes and certified devices, and the chain of keys behind it
 * (docs/bundle-format.md, section 5). Pure: no store, no clock.
 */
import { canonicalize } from '#core/changes/canonical.ts';
import { limits } from '#core/changes/limits.ts';
import { isSortedSet } from '#core/changes/shape.ts';
import { bytesEqual, fromBase64Url, toBase64Url, utf8 } from '#core/crypto/bytes.ts';
import { createVerifier, type Signer, type Verifier } from '#core/crypto/ed25519.ts';
import { sha256 } from '#core/crypto/hash.ts';
import { canStandUnder, servicesFit } from '#shared/domain/node-kinds.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import {
  type AuthorityStatement,
  type Certificate,
  isCertificate,
  isRosterBody,
  type RosterBody,
  type RosterDevice,
  type RosterNode,
  seriesLetters,
} from './roster-form.ts';
import { signLine, splitSignedLine } from './signed-line.ts';

/** A roster whose chain was checked. */
export type Roster = RosterBody & {
  /** Exactly as it travels: JSON TAB signature. */
  readonly line: Uint8Array;
  /** SHA-256 of the JSON; what bundle headers name. */
  readonly hash: Uint8Array;
  readonly authorityKey: Uint8Array;
  readonly nodesById: ReadonlyMap<string, RosterNode>;
  /** By base64url device id. */
  readonly devicesById: ReadonlyMap<string, RosterDevice>;
};

export type RosterFault = { readonly code: 'roster/bad-chain' };

/** Id of the device that holds a signing key: first 16 bytes of SHA-256 of the key. */
export function deviceId(signKey: Uint8Array): Uint8Array {
  return sha256(signKey).slice(0, 16);
}

/** The root key names the authority that signs rosters and certificates. */
export function signAuthority(rootSigner: Signer, authorityKey: Uint8Array): AuthorityStatement {
  const key = toBase64Url(authorityKey);
  return { key, n: 1, sig: toBase64Url(rootSigner(rootContext, statementBytes(key))) };
}

/** The key of a statement that the root signed; null when it did not. */
export function verifyAuthority(statement: AuthorityStatement, rootKey: Uint8Array): Uint8Array | null {
  const signature = fromBase64Url(statement.sig);
  if (signature === null || rootKey.length !== 32) return null;
  const good = createVerifier(rootKey)(rootContext, statementBytes(statement.key), signature);
  return good ? fromBase64Url(statement.key) : null;
}

/** What was never moved, and never began anew, need not say so. */
export type RosterEntries = {
  readonly nodes: readonly (Omit<RosterNode, 'formerly'> & Partial<Pick<RosterNode, 'formerly'>>)[];
  readonly devices: readonly (Omit<RosterDevice, 'incs'> & Partial<Pick<RosterDevice, 'incs'>>)[];
};

/** Version 1. Entries may come in any order. Throws RangeError when they break a rule of the tree. */
export function firstRoster(
  authority: AuthorityStatement,
  entries: RosterEntries,
  wall: number,
  authoritySigner: Signer,
): Uint8Array {
  return signRoster({ version: 1, prev: noRoster, authority, ...entries, wall }, authoritySigner);
}

/** The version after `previous`, or a later one, with other entries. Throws RangeError when they break a rule of the tree. */
export function nextRoster(
  previous: Roster,
  entries: RosterEntries,
  wall: number,
  authoritySigner: Signer,
  version = previous.version + 1,
): Uint8Array {
  const { hash, authority } = previous;
  return signRoster({ version, prev: toBase64Url(hash), authority, ...entries, wall }, authoritySigner);
}

/** Form, the chain from the pinned root key, and the rules of the tree; any fault is `roster/bad-chain`. */
export function verifyRoster(line: Uint8Array, rootKey: Uint8Array): Result<Roster, RosterFault> {
  const split = splitSignedLine(line, limits.rosterBytes);
  if (split === null || !isRosterBody(split.value)) return badChain;
  const body = split.value;
  const authorityKey = verifyAuthority(body.authority, rootKey);
  if (authorityKey === null || !split.isSignedBy(rosterContext, createVerifier(authorityKey))) return badChain;
  const roster = rosterOf(line, split.json, body, authorityKey);
  return ruleBroken(roster) === null ? ok(roster) : badChain;
}

/**
 * A roster as it was stored once it had been verified: the store's pages are authenticated, and a directorate reads
 * hundreds of versions, each with every office, while it takes in what they wrote. Throws when it is no roster.
 */
export function storedRoster(line: Uint8Array): Roster {
  const json = line.subarray(0, line.lastIndexOf(tab));
  const body = JSON.parse(Buffer.from(json).toString('utf8')) as RosterBody;
  return rosterOf(line, json, body, fromBase64Url(body.authority.key) ?? new Uint8Array(0));
}

const tab = 0x09;

function rosterOf(line: Uint8Array, json: Uint8Array, body: RosterBody, authorityKey: Uint8Array): Roster {
  const nodesById = new Map(body.nodes.map((node) => [node.id, node]));
  const devicesById = new Map(body.devices.map((device) => [device.cert.dev, device]));
  return { ...body, line, hash: sha256(json), authorityKey, nodesById, devicesById };
}

/**
 * Whether a verified roster may follow the one held: versions only go up. The same version with other content, or a
 * next version that does not build on ours, is `roster/conflicting`.
 */
export function compareRosters(
  held: Roster | null,
  candidate: Roster,
): Result<'newer' | 'same', { readonly code: 'roster/old' | 'roster/conflicting' }> {
  if (held === null) return ok('newer');
  if (candidate.version < held.version) return err({ code: 'roster/old' });
  if (candidate.version === held.version) {
    return bytesEqual(candidate.hash, held.hash) ? ok('same') : err({ code: 'roster/conflicting' });
  }
  const next = candidate.version === held.version + 1;
  return next && candidate.prev !== toBase64Url(held.hash) ? err({ code: 'roster/conflicting' }) : ok('newer');
}

/**
 * Node ids from the directorate down to `node`, both included; null for a node the roster does not list. With a version:
 * as the tree stood then.
 */
export function pathOf(
  roster: Pick<Roster, 'nodesById'>,
  node: string,
  version = Number.MAX_SAFE_INTEGER,
): readonly string[] | null {
  const path: string[] = [];
  for (let at: string | null = node; at !== null; at = parentAt(roster.nodesById.get(at), version)) {
    if (!roster.nodesById.has(at) || path.includes(at)) return null;
    path.unshift(at);
  }
  return path;
}

/** Whether node `above` is a true ancestor of node `below`; with a version, as the tree stood then. */
export function isAncestor(roster: Pick<Roster, 'nodesById'>, above: string, below: string, version?: number): boolean {
  return above !== below && (pathOf(roster, below, version)?.includes(above) ?? false);
}

/** Next hop from `from` towards `to`: a child on the way down, else the parent. Null at `to` and for unknown nodes. */
export function nextHop(roster: Pick<Roster, 'nodesById'>, from: string, to: string): string | null {
  const path = pathOf(roster, to);
  if (from === to || path === null || !roster.nodesById.has(from)) return null;
  const at = path.indexOf(from);
  return at >= 0 ? (path[at + 1] ?? null) : (roster.nodesById.get(from)?.parent ?? null);
}

/** Devices of a node that are not revoked. */
export function devicesOf(roster: Roster, node: string): readonly RosterDevice[] {
  return roster.devices.filter((device) => device.cert.node === node && device.revoked === null);
}

/** The letter for a node's next device or incarnation; null when its 25 are used up. */
export function nextSeries(roster: Pick<RosterBody, 'devices'>, node: string): string | null {
  const used = new Set(roster.devices.filter(({ cert }) => cert.node === node).flatMap(lettersOf));
  return [...seriesLetters].find((letter) => !used.has(letter)) ?? null;
}

/**
 * The certificate behind a bundle's `from`, and its verifier. A sender that knows of a move before us, or not yet, names
 * another certificate of the same key.
 */
export function findSender(
  roster: Roster,
  from: { readonly dev: string; readonly node: string; readonly certId: string },
  senderRoster = roster.version,
): Result<
  { readonly cert: Certificate; readonly verifier: Verifier },
  { readonly code: 'bundle/unknown-device' | 'bundle/revoked' }
> {
  const device = roster.devicesById.get(from.dev);
  if (!device || device.cert.node !== from.node) return err({ code: 'bundle/unknown-device' });
  if (device.revoked !== null) return err({ code: 'bundle/revoked' });
  if (senderRoster <= roster.version && !certIdsOf(roster, device.cert).includes(from.certId)) {
    return err({ code: 'bundle/unknown-device' });
  }
  const signKey = fromBase64Url(device.cert.signKey);
  if (signKey === null) return err({ code: 'bundle/unknown-device' });
  return ok({ cert: device.cert, verifier: createVerifier(signKey) });
}

/** Ids of the certificate as it is and as it was before each move of its node; the path alone differs. */
function certIdsOf(roster: Roster, cert: Certificate): readonly string[] {
  const moves = cert.path.flatMap((node) => roster.nodesById.get(node)?.formerly.map(({ until }) => until) ?? []);
  const paths = [cert.path, ...moves.flatMap((until) => [pathOf(roster, cert.node, until) ?? []])];
  return paths.map((path) => toBase64Url(certificateId({ ...cert, path })));
}

/** SHA-256("cp1-cert\n" || canonical JSON). */
export function certificateId(cert: Certificate): Uint8Array {
  return sha256(utf8(certificateContext), canonicalize(cert));
}

/** A certificate outside a roster; inside one the roster's signature covers it. */
export function certificateLine(cert: Certificate, authoritySigner: Signer): Uint8Array {
  return signLine(cert, certificateContext, authoritySigner);
}

export function verifyCertificateLine(line: Uint8Array, authorityKey: Uint8Array): Result<Certificate, RosterFault> {
  const split = splitSignedLine(line, limits.enrolmentRequestBytes);
  if (split === null || !isCertificate(split.value)) return badChain;
  return split.isSignedBy(certificateContext, createVerifier(authorityKey)) ? ok(split.value) : badChain;
}

const rootContext = 'cp1-root\n';
const rosterContext = 'cp1-roster\n';
const certificateContext = 'cp1-cert\n';
const noRoster = toBase64Url(new Uint8Array(32));
const badChain = err<RosterFault>({ code: 'roster/bad-chain' });

function statementBytes(key: string): Uint8Array {
  return canonicalize({ key, n: 1 });
}

function signRoster(
  body: Omit<RosterBody, 'v' | 'nodes' | 'devices'> & RosterEntries,
  authoritySigner: Signer,
): Uint8Array {
  const sorted: RosterBody = {
    ...body,
    v: 1,
    nodes: body.nodes
      .map((node) => ({ ...node, formerly: node.formerly ?? [] }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    devices: body.devices
      .map((device) => ({ ...device, incs: device.incs?.toSorted((a, b) => (a.inc < b.inc ? -1 : 1)) ?? [] }))
      .toSorted((a, b) => (a.cert.dev < b.cert.dev ? -1 : 1)),
  };
  const line = signLine(sorted, rosterContext, authoritySigner);
  const nodesById = new Map(sorted.nodes.map((node) => [node.id, node]));
  const broken = line.length > limits.rosterBytes ? 'too large' : ruleBroken({ ...sorted, nodesById });
  if (broken !== null) throw new RangeError(`roster: ${broken}`);
  if (!isRosterBody(splitSignedLine(line, limits.rosterBytes)?.value ?? null)) throw new RangeError('roster: form');
  return line;
}

/** The rules of the tree; null when all hold. Kinds nest strictly, so there is no room for a cycle. */
function ruleBroken(roster: RosterBody & Pick<Roster, 'nodesById'>): string | null {
  if (!isSortedSet(roster.nodes.map((node) => node.id))) return 'nodes unsorted or repeated';
  if (!isSortedSet(roster.devices.map((device) => device.cert.dev))) return 'devices unsorted or repeated';
  if (roster.nodes.filter((node) => node.parent === null).length !== 1) return 'not one directorate';
  if (!roster.nodes.every((node) => standsRight(roster, node))) return 'node out of place';
  if (!roster.nodes.every((node) => wasMovedRightly(roster, node))) return 'moved out of order';
  const codes = roster.nodes.flatMap((node) => node.code ?? []);
  if (new Set(codes).size !== codes.length) return 'office code given twice';
  if (!roster.devices.every((device) => isRightlyCertified(roster, device.cert))) return 'certificate out of place';
  const series = roster.devices.flatMap((device) => lettersOf(device).map((letter) => `${device.cert.node} ${letter}`));
  return new Set(series).size === series.length ? null : 'series given twice';
}

/** Letters of its incarnations, the first one's from the certificate. */
export const lettersOf = ({ cert, incs }: Pick<RosterDevice, 'cert' | 'incs'>): readonly string[] => [
  ...(cert.series === null ? [] : [cert.series]),
  ...incs.map(({ series }) => series),
];

/** A version up to which it stood elsewhere, else where it stands now. */
const parentAt = (node: RosterNode | undefined, version: number): string | null =>
  node?.formerly.find(({ until }) => version <= until)?.parent ?? node?.parent ?? null;

const wasMovedRightly = (roster: RosterBody & Pick<Roster, 'nodesById'>, node: RosterNode): boolean =>
  node.formerly.every(({ parent, until }, i) => {
    const stood = roster.nodesById.get(parent);
    const before = node.formerly[i - 1]?.until ?? 0;
    return until > before && until < roster.version && stood !== undefined && canStandUnder(node.kind, stood.kind);
  });

function standsRight(roster: Pick<Roster, 'nodesById'>, node: RosterNode): boolean {
  if (!servicesFit(node.kind, node.services) || (node.kind === 'office') !== (node.code !== null)) return false;
  if (node.parent === null) return node.kind === 'directorate';
  const parent = roster.nodesById.get(node.parent);
  return parent !== undefined && canStandUnder(node.kind, parent.kind);
}

function isRightlyCertified(roster: RosterBody & Pick<Roster, 'nodesById'>, cert: Certificate): boolean {
  const path = pathOf(roster, cert.node);
  const signKey = fromBase64Url(cert.signKey);
  return (
    signKey !== null &&
    toBase64Url(deviceId(signKey)) === cert.dev &&
    cert.from <= roster.version &&
    path !== null &&
    path.length === cert.path.length &&
    path.every((node, i) => node === cert.path[i])
  );
}
