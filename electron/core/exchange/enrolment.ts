/**
 * @file How a device joins: a request that it signs itself, and an answer sealed to it by the authority
 * (docs/bundle-format.md, section 6). Neither is trusted for its signature: people compare fingerprints.
 */
import type { JsonObject, JsonValue } from '#core/changes/canonical.ts';
import { limits } from '#core/changes/limits.ts';
import { hasKeys, isListOf, isObject, isSortedSet } from '#core/changes/shape.ts';
import { isBytes32, isName, isUuid } from '#core/changes/tokens.ts';
import { AgeError, collect, isAcceptableRecipient, oneAfterAnother, openAge, sealAge } from '#core/crypto/age.ts';
import { bytesEqual, fromBase64Url, toBase64Url } from '#core/crypto/bytes.ts';
import { createVerifier, isAcceptablePublicKey, type Signer } from '#core/crypto/ed25519.ts';
import { sha256 } from '#core/crypto/hash.ts';
import { type NodeKind, type Service, servicesFit } from '#shared/domain/node-kinds.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { deviceId, type Roster, verifyAuthority, verifyRoster } from './roster.ts';
import {
  type AuthorityStatement,
  isAuthorityStatement,
  isNodeKind,
  isNodeName,
  isOfficeCode,
  isPlaceCode,
  isRecipient,
  type RosterDevice,
  type RosterNode,
} from './roster-form.ts';
import { signLine, splitSignedLine } from './signed-line.ts';

/** Nothing in it is secret. `signKey` is base64url, `recipient` an age X25519 recipient. */
export type EnrolmentRequest = {
  readonly v: 1;
  readonly kind: NodeKind;
  readonly name: string;
  readonly place: string | null;
  /** Sorted. */
  readonly services: readonly Service[];
  readonly signKey: string;
  readonly recipient: string;
};

export type EnrolmentAnswer = {
  readonly v: 1;
  /** Root public key, base64url: pinned once people have compared its fingerprint. */
  readonly root: string;
  readonly chain: AuthorityStatement;
  /** Base64url of the roster line. */
  readonly roster: string;
  readonly node: string;
  readonly code: string | null;
  readonly series: string | null;
  /** Reference data, as the features that own it write it. */
  readonly refdata: JsonValue;
};

/**
 * Twenty-four digits in six groups, readable in any language: the first 80 bits of SHA-256 of the key as a big-endian
 * number, modulo 10^24, with leading zeros.
 */
export function fingerprint(publicKey: Uint8Array): string {
  const bits = BigInt(`0x${Buffer.from(sha256(publicKey).subarray(0, 10)).toString('hex')}`);
  const digits = (bits % 10n ** 24n).toString().padStart(24, '0');
  return (digits.match(/.{4}/g) ?? []).join(' ');
}

/** Contents of a `*.cpr` file. */
export function writeRequest(request: Omit<EnrolmentRequest, 'v'>, signer: Signer): Uint8Array {
  const whole = { ...request, v: 1 as const, services: request.services.toSorted() };
  const line = signLine(whole, requestContext, signer);
  const back = splitSignedLine(line, limits.enrolmentRequestBytes);
  if (back === null || !isRequest(back.value)) throw new RangeError('not an enrolment request');
  return line;
}

export type ReadRequest = {
  readonly request: EnrolmentRequest;
  readonly signKey: Uint8Array;
  readonly device: Uint8Array;
  /** Of the signing key: to be compared before the device is certified. */
  readonly fingerprint: string;
};

/** `enrol/bad-key`: well-formed, but a key that must not be certified, or not signed by it. */
export async function readRequest(
  bytes: Uint8Array,
): Promise<Result<ReadRequest, { readonly code: 'enrol/not-a-request' | 'enrol/bad-key' }>> {
  const split = splitSignedLine(bytes, limits.enrolmentRequestBytes);
  if (split === null || !isRequest(split.value)) return err({ code: 'enrol/not-a-request' });
  const request = split.value;
  const signKey = fromBase64Url(request.signKey);
  if (signKey === null || !isAcceptablePublicKey(signKey)) return err({ code: 'enrol/bad-key' });
  if (!split.isSignedBy(requestContext, createVerifier(signKey))) return err({ code: 'enrol/bad-key' });
  if (!(await isAcceptableRecipient(request.recipient))) return err({ code: 'enrol/bad-key' });
  return ok({ request, signKey, device: deviceId(signKey), fingerprint: fingerprint(signKey) });
}

/** Contents of a `*.cpa` file. */
export async function sealAnswer(
  answer: Omit<EnrolmentAnswer, 'v' | 'roster'> & { readonly rosterLine: Uint8Array },
  recipient: string,
  authoritySigner: Signer,
): Promise<Uint8Array> {
  const { rosterLine, ...rest } = answer;
  const whole: EnrolmentAnswer = { ...rest, v: 1, roster: toBase64Url(rosterLine) };
  const line = signLine(whole, answerContext, authoritySigner);
  if (line.length > limits.enrolmentAnswerBytes) throw new RangeError('enrolment answer too large');
  return collect(sealAge([recipient], oneAfterAnother(line), { padStanzas: limits.paddedStanzas }));
}

export type OpenedAnswer = {
  readonly answer: EnrolmentAnswer;
  readonly rootKey: Uint8Array;
  /** Verified under `rootKey`. */
  readonly roster: Roster;
  readonly node: RosterNode;
  readonly device: RosterDevice;
  /** Of the root key: to be compared before anything is installed. */
  readonly fingerprint: string;
};

export type AnswerFault = { readonly code: 'enrol/not-an-answer' | 'enrol/not-for-us' | 'enrol/bad-key' };

/** `self` are the keys of the request. Nothing may be installed before people have compared the fingerprint. */
export async function openAnswer(
  bytes: Uint8Array,
  self: { readonly identity: string; readonly signKey: Uint8Array },
): Promise<Result<OpenedAnswer, AnswerFault>> {
  const line = await decryptAnswer(bytes, self.identity);
  return line.ok ? readAnswer(line.value, self.signKey) : line;
}

const requestContext = 'cp1-enrol-request\n';
const answerContext = 'cp1-enrol-answer\n';
const notAnAnswer = err<AnswerFault>({ code: 'enrol/not-an-answer' });
const notForUs = err<AnswerFault>({ code: 'enrol/not-for-us' });

async function decryptAnswer(bytes: Uint8Array, identity: string): Promise<Result<Uint8Array, AnswerFault>> {
  if (bytes.length > limits.enrolmentAnswerBytes * 1.01) return notAnAnswer;
  try {
    return ok(await collect(openAge(identity, oneAfterAnother(bytes))));
  } catch (error) {
    if (!(error instanceof AgeError)) throw error;
    return error.code === 'bundle/not-for-us' ? notForUs : notAnAnswer;
  }
}

function readAnswer(line: Uint8Array, signKey: Uint8Array): Result<OpenedAnswer, AnswerFault> {
  const split = splitSignedLine(line, limits.enrolmentAnswerBytes);
  if (split === null || !isAnswer(split.value)) return notAnAnswer;
  const answer = split.value;
  const rootKey = fromBase64Url(answer.root);
  const rosterLine = fromBase64Url(answer.roster);
  if (rootKey === null || rosterLine === null) return notAnAnswer;
  if (!isAcceptablePublicKey(rootKey)) return err({ code: 'enrol/bad-key' });
  const authorityKey = verifyAuthority(answer.chain, rootKey);
  const roster = verifyRoster(rosterLine, rootKey);
  if (authorityKey === null || !roster.ok || !bytesEqual(roster.value.authorityKey, authorityKey)) return notAnAnswer;
  if (!split.isSignedBy(answerContext, createVerifier(authorityKey))) return notAnAnswer;
  const device = roster.value.devicesById.get(toBase64Url(deviceId(signKey)));
  const node = roster.value.nodesById.get(answer.node);
  if (!device || !node || device.cert.node !== answer.node || device.revoked !== null) return notForUs;
  if (node.code !== answer.code || device.cert.series !== answer.series) return notAnAnswer;
  return ok({ answer, rootKey, roster: roster.value, node, device, fingerprint: fingerprint(rootKey) });
}

function isRequest(request: JsonValue): request is EnrolmentRequest & JsonObject {
  return (
    isObject(request) &&
    hasKeys(request, ['kind', 'name', 'place', 'recipient', 'services', 'signKey', 'v']) &&
    isNodeKind(request.kind) &&
    isNodeName(request.name) &&
    (request.place === null || isPlaceCode(request.place)) &&
    isRecipient(request.recipient) &&
    isListOf(request.services, 32, isName) &&
    isSortedSet(request.services) &&
    servicesFit(request.kind, request.services) &&
    isBytes32(request.signKey) &&
    request.v === 1
  );
}

function isAnswer(value: JsonValue): value is EnrolmentAnswer & JsonObject {
  return (
    isObject(value) &&
    hasKeys(value, ['chain', 'code', 'node', 'refdata', 'root', 'roster', 'series', 'v']) &&
    isAuthorityStatement(value.chain) &&
    (value.code === null || isOfficeCode(value.code)) &&
    isUuid(value.node) &&
    isBytes32(value.root) &&
    typeof value.roster === 'string' &&
    (value.series === null || typeof value.series === 'string') &&
    value.v === 1
  );
}
