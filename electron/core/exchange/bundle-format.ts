/** @file The signed header of a bundle and its control section, parsed strictly (docs/bundle-format.md, section 4). */
import { canonicalize, type JsonObject, type JsonValue, parseCanonical } from '#core/changes/canonical.ts';
import { limits } from '#core/changes/limits.ts';
import { hasKeys, isArray, isListOf, isObject, isSortedSet } from '#core/changes/shape.ts';
import { isBytes8, isBytes16, isBytes32, isCount, isHlc, isPositive, isUuid } from '#core/changes/tokens.ts';
import { toBase64Url, utf8 } from '#core/crypto/bytes.ts';
import { sha256 } from '#core/crypto/hash.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';

/** Bytes are base64url, node ids UUID text. */
export type BundleHeader = {
  readonly fmt: 1;
  readonly minReader: 1;
  readonly suite: typeof suite;
  /** 16 random bytes. */
  readonly id: string;
  readonly from: { readonly node: string; readonly dev: string; readonly inc: string; readonly certId: string };
  readonly to: { readonly node: string; readonly dev: string };
  /** SHA-256 of each age recipient, sorted; throw-away recipients are not listed. */
  readonly rcpts: readonly string[];
  readonly epoch: WireEpoch;
  /** Number of this bundle on its link; never used for other bytes. */
  readonly bn: number;
  /** Link positions of the changes in it; b = a - 1 when there are none. */
  readonly a: number;
  readonly b: number;
  /** Link hash at a - 1 and at b. */
  readonly Ha: string;
  readonly Hb: string;
  readonly ack: BundleAck | null;
  /** What the sender holds. */
  readonly roster: { readonly ver: number; readonly hash: string };
  /** Version of the sender's registry of record types and groups. */
  readonly schema: number;
  readonly hlc: string;
  readonly wall: number;
  readonly sections: readonly SectionEntry[];
  readonly blobs: readonly BlobPartEntry[];
  /** Zero bytes at the end of the plaintext. */
  readonly padLen: number;
};

export type WireEpoch = { readonly n: number; readonly r: string };

/** What the sender has durably taken from the receiver's link. */
export type BundleAck = {
  readonly epoch: WireEpoch;
  readonly k: number;
  readonly H: string;
  /** Highest bundle number seen in that epoch. */
  readonly bnSeen: number;
  readonly rejects: readonly Reject[];
  /** Position up to which the directorate holds the receiver's changes; null when not known. */
  readonly nationalHoldsUpTo: number | null;
};

/** A change that was stored but not projected, by its full id, and the number of the code. */
export type Reject = { readonly id: string; readonly code: number };

export type SectionEntry = {
  /** `control`, `changes`, `refdata`, `audit`; other types are skipped. */
  readonly t: string;
  /** Lines of raw content; 1 for `control`. */
  readonly n: number;
  readonly clen: number;
  readonly csha: string;
  readonly rlen: number;
  readonly rsha: string;
};

export type BlobPartEntry = {
  /** SHA-256 of the whole ciphertext. */
  readonly id: string;
  readonly total: number;
  readonly off: number;
  readonly len: number;
  readonly sha: string;
};

/** What the sender holds and lacks of the blobs that the receiver's changes name, or that it names itself. */
export type BlobControl = {
  /** Blobs that are whole at the sender; told to whom offered them. */
  readonly have: readonly string[];
  /** Blobs it lacks, with the ranges that are missing as `[offset, length]`. */
  readonly want: readonly { readonly id: string; readonly ranges: readonly (readonly [number, number])[] }[];
};

/** First section of every bundle. */
export type BundleControl = {
  /** Milliseconds since 1970 at the sender. */
  readonly time: number;
  /** Base64url of the newest roster line, when the receiver lacks it. */
  readonly roster?: string;
  /** Base64url of certificate lines. */
  readonly certs?: readonly string[];
  /** Rejects that found no room in the ack. */
  readonly rejects?: readonly Reject[];
  readonly blobs?: BlobControl;
  /** Version of the sender's program, for people to see. */
  readonly app?: string;
};

export const magic = 'CPB1\n';
export const signatureLength = 64;
export const headerContext = 'cp1-bundle\n';
export const suite = 'age-x25519+ed25519+sha256+zstd';

/** How the signed header names an age recipient. */
export function recipientHash(recipient: string): string {
  return toBase64Url(sha256(utf8(recipient)));
}

/** `CP-<first 4 hex digits of the device it is for>-<6 random hex digits>.cpb`. */
export function bundleFileName(toDevice: Uint8Array, random: Uint8Array): string {
  const hex = (bytes: Uint8Array, length: number) => Buffer.from(bytes).toString('hex').slice(0, length);
  if (toDevice.length !== 16 || random.length < 3) throw new RangeError('a device id has 16 bytes, the rest 3');
  return `CP-${hex(toDevice, 4)}-${hex(random, 6)}.cpb`;
}

export type HeaderFault = { readonly code: 'bundle/bad-form' | 'bundle/too-new' };

/** Newer formats and other suites are told apart first, since their fields cannot be known. */
export function parseBundleHeader(bytes: Uint8Array): Result<BundleHeader, HeaderFault> {
  const parsed = parseCanonical(bytes, { maxBytes: limits.bundleHeaderBytes });
  if (!parsed.ok || !isObject(parsed.value)) return err({ code: 'bundle/bad-form' });
  const { fmt, minReader, suite: named } = parsed.value;
  if (!isPositive(fmt) || !isPositive(minReader) || typeof named !== 'string') return err({ code: 'bundle/bad-form' });
  if (fmt > 1 || minReader > 1 || named !== suite) return err({ code: 'bundle/too-new' });
  return isBundleHeader(parsed.value) ? ok(parsed.value) : err({ code: 'bundle/bad-form' });
}

export function parseControl(bytes: Uint8Array): Result<BundleControl, { readonly code: 'section/form' }> {
  const maxBytes = limits.sectionRawBytes;
  const parsed = parseCanonical(bytes, { maxBytes, maxStringLength: maxBytes });
  return parsed.ok && isControl(parsed.value) ? ok(parsed.value) : err({ code: 'section/form' });
}

export function controlBytes(control: BundleControl): Uint8Array {
  const bytes = canonicalize(JSON.parse(JSON.stringify(control)) as JsonValue);
  if (!parseControl(bytes).ok) throw new RangeError('not a control section');
  return bytes;
}

/** Length of the plaintext before its padding. */
export function contentLength(header: BundleHeader, headerLength: number): number {
  const sections = header.sections.reduce((sum, { clen }) => sum + clen, 0);
  const blobs = header.blobs.reduce((sum, { len }) => sum + len, 0);
  return magic.length + 4 + headerLength + signatureLength + sections + blobs;
}

/** Compressed sections may exceed raw ones by a frame's overhead. */
export const largestCompressedSection = limits.sectionRawBytes + 64 * 1024;

const headerKeys = [
  'Ha',
  'Hb',
  'a',
  'ack',
  'b',
  'blobs',
  'bn',
  'epoch',
  'fmt',
  'from',
  'hlc',
  'id',
  'minReader',
  'padLen',
  'rcpts',
  'roster',
  'schema',
  'sections',
  'suite',
  'to',
  'wall',
];

function isBundleHeader(value: JsonObject): value is BundleHeader & JsonObject {
  return (
    hasKeys(value, headerKeys) &&
    isBytes16(value.id) &&
    isEnd(value.from, ['certId', 'dev', 'inc', 'node']) &&
    isBytes32(value.from.certId) &&
    isBytes8(value.from.inc) &&
    isEnd(value.to, ['dev', 'node']) &&
    isRecipientList(value.rcpts) &&
    isEpoch(value.epoch) &&
    isPositive(value.bn) &&
    isPositive(value.a) &&
    isCount(value.b) &&
    value.b >= value.a - 1 &&
    isBytes32(value.Ha) &&
    isBytes32(value.Hb) &&
    (value.b >= value.a || value.Ha === value.Hb) &&
    isAck(value.ack) &&
    isHeldRoster(value.roster) &&
    isPositive(value.schema) &&
    isHlc(value.hlc) &&
    typeof value.wall === 'number' &&
    isCount(value.padLen) &&
    areSections(value.sections, value.b - value.a + 1) &&
    isListOf(value.blobs, limits.blobPartsPerBundle, isBlobPart) &&
    fitsFile(value as JsonObject & BundleHeader)
  );
}

function isEnd(value: JsonValue | undefined, keys: readonly string[]): value is JsonObject {
  return isObject(value) && hasKeys(value, keys) && isUuid(value.node) && isBytes16(value.dev);
}

function isRecipientList(value: JsonValue | undefined): boolean {
  return isListOf(value, limits.ageStanzas, isBytes32) && value.length > 0 && isSortedSet(value);
}

function isEpoch(value: JsonValue | undefined): boolean {
  return isObject(value) && hasKeys(value, ['n', 'r']) && isPositive(value.n) && isBytes8(value.r);
}

function isAck(value: JsonValue | undefined): boolean {
  if (value === null) return true;
  return (
    isObject(value) &&
    hasKeys(value, ['H', 'bnSeen', 'epoch', 'k', 'nationalHoldsUpTo', 'rejects']) &&
    isBytes32(value.H) &&
    isCount(value.bnSeen) &&
    isEpoch(value.epoch) &&
    isCount(value.k) &&
    (value.nationalHoldsUpTo === null || isCount(value.nationalHoldsUpTo)) &&
    isListOf(value.rejects, limits.rejectsPerAck, isReject)
  );
}

function isReject(value: JsonValue): value is Reject & JsonObject {
  return isObject(value) && hasKeys(value, ['code', 'id']) && isPositive(value.code) && isBytes32(value.id);
}

function isHeldRoster(value: JsonValue | undefined): boolean {
  return isObject(value) && hasKeys(value, ['hash', 'ver']) && isPositive(value.ver) && isBytes32(value.hash);
}

/** Control stands first and once, no section comes twice, the lines of all `changes` are the positions a to b. */
function areSections(value: JsonValue | undefined, changes: number): boolean {
  if (!isListOf(value, limits.sectionsPerBundle, isSection) || value.length === 0) return false;
  const lines = value.reduce((sum, { t, n }) => sum + (t === 'changes' ? n : 0), 0);
  const different = new Set(value.map(({ t, rsha }) => `${t} ${rsha}`)).size === value.length;
  return value.every(({ t }, i) => (t === 'control') === (i === 0)) && different && lines === changes;
}

function isSection(value: JsonValue): value is SectionEntry & JsonObject {
  return (
    isObject(value) &&
    hasKeys(value, ['clen', 'csha', 'n', 'rlen', 'rsha', 't']) &&
    isCount(value.clen) &&
    value.clen <= largestCompressedSection &&
    isBytes32(value.csha) &&
    isCount(value.n) &&
    (value.t !== 'control' || value.n === 1) &&
    (value.t !== 'changes' || (value.n >= 1 && value.n <= limits.changesPerSection)) &&
    isCount(value.rlen) &&
    value.rlen <= limits.sectionRawBytes &&
    isBytes32(value.rsha) &&
    typeof value.t === 'string' &&
    sectionType.test(value.t)
  );
}

function isBlobPart(value: JsonValue): value is BlobPartEntry & JsonObject {
  return (
    isObject(value) &&
    hasKeys(value, ['id', 'len', 'off', 'sha', 'total']) &&
    isBytes32(value.id) &&
    isPositive(value.len) &&
    isCount(value.off) &&
    isBytes32(value.sha) &&
    isPositive(value.total)
  );
}

/** What is wrong with a part by itself. Such a part is passed over; the file around it is not spoilt by it. */
export function blobPartFault({ off, len, total }: BlobPartEntry): 'blob/range' | 'blob/size' | null {
  if (total > limits.blobBytes) return 'blob/size';
  return off + len > total ? 'blob/range' : null;
}

function fitsFile(header: BundleHeader): boolean {
  return contentLength(header, limits.bundleHeaderBytes) + header.padLen <= limits.bundleFileBytes;
}

function isControl(value: JsonValue): value is BundleControl & JsonObject {
  if (!isObject(value) || typeof value.time !== 'number') return false;
  const { roster, certs, rejects, blobs, app } = value;
  return (
    Object.keys(value).every((key) => controlKeys.includes(key)) &&
    (roster === undefined || typeof roster === 'string') &&
    (certs === undefined || isListOf(certs, limits.rosterDevices, isText)) &&
    (rejects === undefined || isListOf(rejects, limits.changesPerSection * limits.sectionsPerBundle, isReject)) &&
    (blobs === undefined || isBlobControl(blobs)) &&
    (app === undefined || (typeof app === 'string' && app.length <= limits.appVersionLength))
  );
}

function isBlobControl(value: JsonValue): boolean {
  return (
    isObject(value) &&
    hasKeys(value, ['have', 'want']) &&
    isListOf(value.have, limits.blobsInControl, (id): id is string => isBytes32(id)) &&
    isListOf(value.want, limits.blobsInControl, isWantedBlob)
  );
}

const isWantedBlob = (value: JsonValue): value is JsonObject =>
  isObject(value) &&
  hasKeys(value, ['id', 'ranges']) &&
  isBytes32(value.id) &&
  isListOf(value.ranges, limits.rangesOfBlob, isRange);

const isRange = (value: JsonValue): value is readonly JsonValue[] =>
  isArray(value) && value.length === 2 && isCount(value[0]) && isPositive(value[1]);

const controlKeys = ['app', 'blobs', 'certs', 'rejects', 'roster', 'time'];
const sectionType = /^[a-z][a-z0-9:_-]{0,63}$/;
const isText = (value: JsonValue): value is string => typeof value === 'string';
