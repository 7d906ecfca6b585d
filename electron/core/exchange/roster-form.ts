/** @file Shapes of the roster and of certificates, and whether a parsed value has them (docs/bundle-format.md, section 5). */
import type { JsonObject, JsonValue } from '#core/changes/canonical.ts';
import { limits } from '#core/changes/limits.ts';
import { hasKeys, isListOf, isObject, isSortedSet } from '#core/changes/shape.ts';
import { isBytes8, isBytes16, isBytes32, isBytes64, isName, isPositive, isUuid } from '#core/changes/tokens.ts';
import { NODE_KINDS, type NodeKind, type Service } from '#shared/domain/node-kinds.ts';

/** One place in the tree. Ids are UUID text. */
export type RosterNode = {
  readonly id: string;
  readonly kind: NodeKind;
  readonly name: string;
  /** Place code; null where none was given. */
  readonly place: string | null;
  /** Null at the directorate alone. */
  readonly parent: string | null;
  /** Two letters and three digits, unique in the roster; offices have one, other nodes null. */
  readonly code: string | null;
  /** Sorted. */
  readonly services: readonly Service[];
  /** Parents it had before, each up to and including a roster version; ascending. */
  readonly formerly: readonly { readonly parent: string; readonly until: number }[];
};

/** What the authority certifies of one device. Bytes are base64url. */
export type Certificate = {
  /** First 16 bytes of SHA-256 of the signing key. */
  readonly dev: string;
  readonly node: string;
  /** Node ids from the directorate down to this node, both included. */
  readonly path: readonly string[];
  readonly signKey: string;
  /** age X25519 recipient, `age1…`. */
  readonly recipient: string;
  /** Roles it may use, sorted. */
  readonly roles: readonly string[];
  /** Roster version it holds from. */
  readonly from: number;
  /** Letter of its case numbers; null where no cases are numbered. X is kept for provisional series. */
  readonly series: string | null;
};

/**
 * The last change that still counts of each incarnation of a revoked device, ascending by incarnation; of an incarnation
 * that is not named, none does.
 */
export type Revocation = {
  readonly good: readonly { readonly inc: string; readonly seq: number; readonly id: string }[];
};

export type RosterDevice = {
  readonly cert: Certificate;
  readonly revoked: Revocation | null;
  /** Letters of later incarnations, ascending by incarnation; the certificate's is that of the one it was given to. */
  readonly incs: readonly { readonly inc: string; readonly series: string }[];
};

/** The root key's word for the authority's key; `sig` is over the rest of it. */
export type AuthorityStatement = { readonly key: string; readonly n: 1; readonly sig: string };

export type RosterBody = {
  readonly v: 1;
  readonly version: number;
  /** SHA-256 of the JSON of the version before; 32 zero bytes in the first. */
  readonly prev: string;
  readonly authority: AuthorityStatement;
  /** Sorted by id, complete. */
  readonly nodes: readonly RosterNode[];
  /** Sorted by device id, complete, revoked ones included. */
  readonly devices: readonly RosterDevice[];
  /** Milliseconds since 1970 at the directorate; for people, no decision rests on it. */
  readonly wall: number;
};

export function isRosterBody(value: JsonValue): value is RosterBody & JsonObject {
  return (
    isObject(value) &&
    hasKeys(value, ['authority', 'devices', 'nodes', 'prev', 'v', 'version', 'wall']) &&
    value.v === 1 &&
    isPositive(value.version) &&
    isBytes32(value.prev) &&
    isAuthorityStatement(value.authority) &&
    isListOf(value.nodes, limits.rosterNodes, isNode) &&
    isListOf(value.devices, limits.rosterDevices, isDevice) &&
    typeof value.wall === 'number'
  );
}

export function isAuthorityStatement(value: JsonValue | undefined): value is AuthorityStatement & JsonObject {
  return (
    isObject(value) &&
    hasKeys(value, ['key', 'n', 'sig']) &&
    isBytes32(value.key) &&
    value.n === 1 &&
    isBytes64(value.sig)
  );
}

export function isCertificate(value: JsonValue | undefined): value is Certificate & JsonObject {
  return (
    isObject(value) &&
    hasKeys(value, ['dev', 'from', 'node', 'path', 'recipient', 'roles', 'series', 'signKey']) &&
    isBytes16(value.dev) &&
    isPositive(value.from) &&
    isUuid(value.node) &&
    isListOf(value.path, longestPath, isUuid) &&
    isRecipient(value.recipient) &&
    isListOf(value.roles, mostRoles, isName) &&
    isSortedSet(value.roles) &&
    (value.series === null || isSeries(value.series)) &&
    isBytes32(value.signKey)
  );
}

export const isRecipient = (value: unknown): value is string => typeof value === 'string' && recipient.test(value);
export const isOfficeCode = (value: unknown): value is string => typeof value === 'string' && officeCode.test(value);
/** A name people gave: not empty, at most 200 UTF-16 code units. */
export const isNodeName = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= 200;
export const isPlaceCode = (value: unknown): value is string => typeof value === 'string' && placeCode.test(value);
export const isNodeKind = (value: unknown): value is NodeKind => NODE_KINDS.some((kind) => kind === value);

/** Letters in the order in which a node's devices get them. */
export const seriesLetters = 'ABCDEFGHIJKLMNOPQRSTUVWYZ';

const longestPath = 16;
const mostRoles = 32;
const recipient = /^age1[02-9ac-hj-np-z]{58}$/;
const officeCode = /^[A-Z]{2}[0-9]{3}$/;
const placeCode = /^[A-Za-z0-9_.-]{1,32}$/;

const isSeries = (value: JsonValue | undefined): value is string =>
  typeof value === 'string' && value.length === 1 && seriesLetters.includes(value);

function isNode(value: JsonValue): value is RosterNode & JsonObject {
  return (
    isObject(value) &&
    hasKeys(value, ['code', 'formerly', 'id', 'kind', 'name', 'parent', 'place', 'services']) &&
    (value.code === null || isOfficeCode(value.code)) &&
    isListOf(value.formerly, limits.movesPerNode, isFormerParent) &&
    isUuid(value.id) &&
    isNodeKind(value.kind) &&
    isNodeName(value.name) &&
    (value.parent === null || isUuid(value.parent)) &&
    (value.place === null || isPlaceCode(value.place)) &&
    isListOf(value.services, mostRoles, isName) &&
    isSortedSet(value.services)
  );
}

function isFormerParent(value: JsonValue): value is RosterNode['formerly'][number] & JsonObject {
  return isObject(value) && hasKeys(value, ['parent', 'until']) && isUuid(value.parent) && isPositive(value.until);
}

function isLetter(value: JsonValue): value is RosterDevice['incs'][number] & JsonObject {
  return isObject(value) && hasKeys(value, ['inc', 'series']) && isBytes8(value.inc) && isSeries(value.series);
}

function isDevice(value: JsonValue): value is RosterDevice & JsonObject {
  return (
    isObject(value) &&
    hasKeys(value, ['cert', 'incs', 'revoked']) &&
    isCertificate(value.cert) &&
    isListOf(value.incs, limits.incarnationsPerDevice, isLetter) &&
    isSortedSet(value.incs.map(({ inc }) => inc)) &&
    (value.revoked === null || isRevocation(value.revoked))
  );
}

function isRevocation(value: JsonValue | undefined): boolean {
  return (
    isObject(value) &&
    hasKeys(value, ['good']) &&
    isListOf(value.good, limits.incarnationsPerDevice, isGoodEnd) &&
    isSortedSet(value.good.map(({ inc }) => inc))
  );
}

function isGoodEnd(value: JsonValue): value is Revocation['good'][number] & JsonObject {
  return (
    isObject(value) &&
    hasKeys(value, ['id', 'inc', 'seq']) &&
    isBytes8(value.inc) &&
    isPositive(value.seq) &&
    isBytes32(value.id)
  );
}
