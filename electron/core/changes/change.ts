/**
 * @file One signed change: a header that is hashed, chained and signed, a payload bound to it by a salted commitment,
 * and the device's signature (docs/bundle-format.md, section 2). Bytes are kept and passed on as they came; nothing here
 * writes a received value again.
 */
import { concatBytes, fromBase64Url, toBase64Url, utf8 } from '#core/crypto/bytes.ts';
import type { Signer, Verifier } from '#core/crypto/ed25519.ts';
import { sha256 } from '#core/crypto/hash.ts';
import { randomBytes } from '#core/crypto/random.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { canonicalize, type JsonObject, type JsonValue, parseCanonical } from './canonical.ts';
import type { Audience, ChangeHeader } from './change-header.ts';
import { limits } from './limits.ts';
import { hasKeys, isArray, isObject } from './shape.ts';
import {
  isBytes8,
  isBytes16,
  isBytes32,
  isCount,
  isHlc,
  isName,
  isOpenGroup,
  isPositive,
  isRestrictedGroup,
} from './tokens.ts';
import { parseUsualHeader } from './usual-header.ts';

export type { Audience, ChangeHeader, GroupWrite } from './change-header.ts';

export type ChangePayload = {
  /** 16 bytes. */
  readonly salt: string;
  /** New value by group token; null removes the element of a set. */
  readonly d: { readonly [group: string]: JsonObject | null };
  /** True kind; in restricted changes only, and always there. */
  readonly k?: string;
};

/** Verbatim bytes. `payloadBytes` is null when the payload was withheld. */
export type SignedChange = {
  readonly id: Uint8Array;
  readonly headerBytes: Uint8Array;
  readonly payloadBytes: Uint8Array | null;
  readonly signature: Uint8Array;
};

export type ChangeFault = { readonly code: 'change/form' | 'change/commitment' };

/** 32 zero bytes: `prev` of the first change of a first incarnation. */
export const noPredecessor: string = toBase64Url(new Uint8Array(32));

/**
 * Signs a new change. Predecessors may come in any order. Throws RangeError when the result would break the format or
 * its limits: commands check lengths before, so that is a bug.
 */
export function buildChange(
  header: Omit<ChangeHeader, 'v' | 'pc'>,
  payload: Omit<ChangePayload, 'salt'>,
  signer: Signer,
): { readonly change: SignedChange; readonly header: ChangeHeader; readonly payload: ChangePayload } {
  const salt = randomBytes(16);
  const salted = { ...payload, salt: toBase64Url(salt) };
  const payloadBytes = canonicalize(salted);
  const w = header.w.map(({ g, p }) => ({ g, p: p.toSorted() }));
  const whole = { ...header, w, v: 1 as const, pc: toBase64Url(sha256(salt, payloadBytes)) };
  const headerBytes = canonicalize(whole);
  const parsed = parseHeader(headerBytes);
  if (!parsed.ok) throw new RangeError('the change header breaks the format');
  const parsedPayload = parsePayload(parsed.value, payloadBytes);
  if (!parsedPayload.ok) throw new RangeError('the change payload breaks the format');
  const signature = signer(changeContext, headerBytes);
  const change = { id: changeId(headerBytes), headerBytes, payloadBytes, signature };
  return { change, header: parsed.value, payload: parsedPayload.value };
}

/** Header and payload schema, commitment not included; every fault is `change/form`. */
export function parseHeader(bytes: Uint8Array): Result<ChangeHeader, ChangeFault> {
  const usual = parseUsualHeader(bytes);
  if (usual) return ok(usual);
  const parsed = parseCanonical(bytes, { maxBytes: limits.changeHeaderBytes });
  return parsed.ok && isChangeHeader(parsed.value) ? ok(parsed.value) : err({ code: 'change/form' });
}

/** A payload that belongs to this header: `change/commitment` when it does not, `change/form` when it is malformed. */
export function parsePayload(header: ChangeHeader, bytes: Uint8Array): Result<ChangePayload, ChangeFault> {
  const parsed = parseCanonical(bytes, { maxBytes: limits.changePayloadBytes });
  if (!parsed.ok || !isChangePayload(parsed.value, header)) return err({ code: 'change/form' });
  const salt = fromBase64Url(parsed.value.salt);
  if (salt === null || toBase64Url(sha256(salt, bytes)) !== header.pc) return err({ code: 'change/commitment' });
  return ok(parsed.value);
}

/** The identity of a change: its signature does not enter, so signing again makes no second change. 32 bytes. */
export function changeId(headerBytes: Uint8Array): Uint8Array {
  return sha256(idContext, headerBytes);
}

/** How predecessor lists and `own` name a change: the first 16 bytes of its id, base64url. */
export function shortId(id: Uint8Array): string {
  return toBase64Url(id.subarray(0, 16));
}

/** `verifier` is that of the key of the header's device: the caller finds it in the roster. */
export function verifyChangeSignature(verifier: Verifier, change: SignedChange): boolean {
  return verifier(changeContext, change.headerBytes, change.signature);
}

/** Header TAB payload-or-`-` TAB signature, without a final newline. */
export function changeLine(change: SignedChange): Uint8Array {
  return concatBytes(
    change.headerBytes,
    tab,
    change.payloadBytes ?? withheld,
    tab,
    utf8(toBase64Url(change.signature)),
  );
}

/**
 * Takes a line apart, without its newline, and looks into neither header nor payload: a change whose form is wrong is
 * kept by its id and quarantined, while a line that cannot be taken apart (`section/form`) condemns its section. The
 * parts are views of `line`: they live as long as it does.
 */
export function parseChangeLine(line: Uint8Array): Result<SignedChange, { readonly code: 'section/form' }> {
  const first = line.indexOf(tabByte);
  const second = line.indexOf(tabByte, first + 1);
  if (first < 1 || second <= first + 1) return err({ code: 'section/form' });
  const headerBytes = line.subarray(0, first);
  const rest = line.subarray(first + 1, second);
  const tooLong = first > limits.changeHeaderBytes || rest.length > limits.changePayloadBytes;
  if (tooLong || line.length - second - 1 !== signatureCharacters) return err({ code: 'section/form' });
  const signature = fromBase64Url(asciiText(line.subarray(second + 1)));
  if (signature === null) return err({ code: 'section/form' });
  const payloadBytes = rest.length === 1 && rest[0] === withheld[0] ? null : rest;
  return ok({ id: changeId(headerBytes), headerBytes, payloadBytes, signature });
}

/** The longest line that `parseChangeLine` takes. */
export const longestChangeLine = limits.changeHeaderBytes + 1 + limits.changePayloadBytes + 1 + 86;

const signatureCharacters = 86;
const changeContext = 'cp1-change\n';
const idContext = utf8('cp1-id\n');
const tabByte = 0x09;
const tab = Uint8Array.of(tabByte);
const withheld = utf8('-');

function asciiText(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

const headerKeys = [
  'agg',
  'at',
  'aud',
  'by',
  'cq',
  'dev',
  'hlc',
  'inc',
  'kind',
  'kv',
  'mu',
  'own',
  'pc',
  'prev',
  'role',
  'ros',
  'seq',
  'v',
  'w',
  'wall',
];
const writeKeys = ['g', 'p'];
const openPayloadKeys = ['d', 'salt'];
const restrictedPayloadKeys = ['d', 'k', 'salt'];

function isChangeHeader(value: JsonValue): value is ChangeHeader & JsonObject {
  if (!isObject(value) || !hasKeys(value, headerKeys)) return false;
  return (
    value.v === 1 &&
    isBytes16(value.dev) &&
    isBytes8(value.inc) &&
    isPositive(value.seq) &&
    isBytes32(value.prev) &&
    isBytes16(value.agg) &&
    isName(value.at) &&
    isName(value.kind) &&
    isPositive(value.kv) &&
    (value.mu === 0 || value.mu === 1) &&
    isBytes16(value.by) &&
    isName(value.role) &&
    (value.aud === 'open' || value.aud === 'restricted') &&
    (value.kind === 'restricted') === (value.aud === 'restricted') &&
    isPositive(value.ros) &&
    (value.own === null || isBytes16(value.own)) &&
    isHlc(value.hlc) &&
    typeof value.wall === 'number' &&
    isCount(value.cq) &&
    value.cq <= 3 &&
    isBytes32(value.pc) &&
    isWriteList(value.w, value.aud)
  );
}

function isWriteList(value: JsonValue | undefined, audience: Audience): boolean {
  if (!isArray(value) || value.length < 1 || value.length > limits.groupsPerChange) return false;
  const isGroup = audience === 'open' ? isOpenGroup : isRestrictedGroup;
  const seen = new Set<string>();
  for (const write of value) {
    if (!isObject(write) || !hasKeys(write, writeKeys)) return false;
    if (!isGroup(write.g) || seen.has(write.g) || !isPredecessorList(write.p)) return false;
    seen.add(write.g);
  }
  return true;
}

function isPredecessorList(value: JsonValue | undefined): boolean {
  if (!isArray(value) || value.length > limits.predecessorsPerGroup) return false;
  let previous = '';
  for (const id of value) {
    if (!isBytes16(id) || id <= previous) return false;
    previous = id;
  }
  return true;
}

function isChangePayload(value: JsonValue, header: ChangeHeader): value is ChangePayload & JsonObject {
  const restricted = header.aud === 'restricted';
  if (!isObject(value) || !hasKeys(value, restricted ? restrictedPayloadKeys : openPayloadKeys)) return false;
  if (!isBytes16(value.salt) || (restricted && !isName(value.k))) return false;
  const d = value.d;
  if (!isObject(d) || Object.keys(d).length !== header.w.length) return false;
  return header.w.every(({ g }) => {
    const group = d[g];
    return group === null || isObject(group);
  });
}
