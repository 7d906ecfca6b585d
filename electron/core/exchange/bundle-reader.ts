/**
 * @file Reads a bundle and trusts nothing (docs/bundle-format.md, section 4.6). A section is given out only when it is
 * whole and everything before it was in order; at most one section is in memory.
 */
import { parseChangeLine, type SignedChange } from '#core/changes/change.ts';
import { limits } from '#core/changes/limits.ts';
import { bytesEqual, fromBase64Url, fromUtf8, toBase64Url } from '#core/crypto/bytes.ts';
import type { Verifier } from '#core/crypto/ed25519.ts';
import { sha256, sha256Stream } from '#core/crypto/hash.ts';
import type { ExchangeCode } from '#shared/errors/exchange-codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import {
  type BlobPartEntry,
  blobPartFault,
  type BundleControl,
  type BundleHeader,
  headerContext,
  magic,
  parseBundleHeader,
  parseControl,
  type SectionEntry,
  signatureLength,
} from './bundle-format.ts';
import { ageContainer, type Container } from './container.ts';
import { createExactReader, type EndOfBytes, type ExactReader } from './exact-reader.ts';
import { linkStep } from './link.ts';
import { decompressSection } from './zstd.ts';

export type ReaderContext = {
  /** Secret age identity of this device. */
  readonly identity: string;
  /** Node as UUID text, device as base64url. */
  readonly self: { readonly node: string; readonly dev: string };
  /** `recipientHash` of this device's recipient. */
  readonly recipientHash: string;
  /** Finds the sender's key in the roster: never in the file. */
  readonly resolveSender: (
    header: BundleHeader,
  ) => Result<{ readonly verifier: Verifier }, { readonly code: 'bundle/unknown-device' | 'bundle/revoked' }>;
  /** age unless a simulation says otherwise. */
  readonly container?: Container | undefined;
};

export type VerifiedSection =
  | { readonly t: 'control'; readonly index: number; readonly control: BundleControl }
  | {
      readonly t: 'changes';
      readonly index: number;
      /** Link positions of the first and the last change. */
      readonly first: number;
      readonly last: number;
      readonly changes: readonly SignedChange[];
      /** Link hash at the position of each, as these changes make it. */
      readonly linkHashes: readonly Uint8Array[];
    }
  | { readonly t: 'refdata' | 'audit'; readonly index: number; readonly lines: readonly Uint8Array[] };

export type BundleEnd = {
  /**
   * `complete`: read to the end. `cut`: sections given out so far are good, the rest is missing or spoilt. `refused`: the
   * whole file is to be dropped, with what was given out.
   */
  readonly verdict: 'complete' | 'cut' | 'refused';
  /** Why not complete. */
  readonly code: ExchangeCode | null;
  /** Sections found whole, skipped ones included. */
  readonly sections: number;
  readonly changes: number;
  /** Changes whose payload was left out. */
  readonly withheld: number;
  /** Sections of types this version does not know. */
  readonly skipped: readonly SectionEntry[];
  /** Parts that fit their hash, and those that could not be used, with the code of the first of these. */
  readonly blobParts: number;
  readonly badBlobParts: number;
  readonly blobCode: ExchangeCode | null;
  /** Whether the changes lead from Ha to Hb; null when not all have come. */
  readonly linkFollows: boolean | null;
};

/** Takes blob parts as they are decrypted. Synchronous: the file behind it is local, and the pieces are small. */
export type BlobSink = {
  /** A code: the part cannot be used. Null: it is not needed; its hash is checked all the same. */
  begin(part: BlobPartEntry): PartSink | ExchangeCode | null;
};

export type PartSink = {
  write(piece: Uint8Array): void;
  /** Called once. `sound`: all bytes came and their hash fits; else what was written does not count. */
  end(sound: boolean): ExchangeCode | null;
};

export type OpenBundle = {
  /** Signature, destination and form checked. */
  readonly header: BundleHeader;
  /** To be iterated once. Ends silently where the bundle does or where it is spoilt: then ask `end`. */
  sections(blobs?: BlobSink): AsyncGenerator<VerifiedSection, void, undefined>;
  /** Throws before `sections` has ended. */
  end(): BundleEnd;
  /** Needed only where `sections` is not iterated. */
  close(): Promise<void>;
};

export type BundleFault = { readonly code: ExchangeCode };

/**
 * Reads up to the signature of the header. A fault here rejects the file: codes 1xx and 2xx. Errors of the source itself
 * are thrown.
 */
export async function readBundle(
  source: AsyncIterable<Uint8Array>,
  context: ReaderContext,
): Promise<Result<OpenBundle, BundleFault>> {
  const reader = createExactReader((context.container ?? ageContainer).open(context.identity, source));
  try {
    const header = await readHeader(reader, context);
    if (header.ok) return ok(openBundle(reader, header.value));
    await reader.close();
    return header;
  } catch (error) {
    await reader.close();
    throw error;
  }
}

async function readHeader(reader: ExactReader, context: ReaderContext): Promise<Result<BundleHeader, BundleFault>> {
  const start = await reader.read(magic.length + 4);
  if (!start.ok) return fileFault(start.error);
  const named = fromUtf8(start.value.subarray(0, magic.length));
  if (named !== magic) return err({ code: laterMagic.test(named ?? '') ? 'bundle/too-new' : 'bundle/bad-form' });
  const length = new DataView(start.value.buffer).getUint32(magic.length);
  if (length === 0 || length > limits.bundleHeaderBytes) return err({ code: 'bundle/bad-form' });
  const bytes = await reader.read(length);
  if (!bytes.ok) return fileFault(bytes.error);
  const signature = await reader.read(signatureLength);
  if (!signature.ok) return fileFault(signature.error);
  const header = parseBundleHeader(bytes.value);
  if (!header.ok) return header;
  if (!isForUs(header.value, context)) return err({ code: 'bundle/wrong-destination' });
  const sender = context.resolveSender(header.value);
  if (!sender.ok) return sender;
  const signed = sender.value.verifier(headerContext, bytes.value, signature.value);
  return signed ? header : err({ code: 'bundle/bad-signature' });
}

const laterMagic = /^CPB[2-9]\n$/;

/** Whoever could open a bundle could seal it again for somebody else: the signed header says for whom it was. */
function isForUs({ from, to, rcpts }: BundleHeader, { self, recipientHash }: ReaderContext): boolean {
  const addressed = to.node === self.node && to.dev === self.dev && from.dev !== self.dev;
  return addressed && rcpts.includes(recipientHash);
}

function fileFault(end: EndOfBytes): Result<never, BundleFault> {
  return err({ code: end === 'ended' ? 'bundle/bad-form' : end });
}

type Progress = {
  sections: number;
  changes: number;
  withheld: number;
  blobParts: number;
  badBlobParts: number;
  blobCode: ExchangeCode | null;
  position: number;
  linkHash: Uint8Array;
  readonly skipped: SectionEntry[];
};

/** Why reading stopped; null when it reached the end. */
type Stop = { readonly verdict: 'cut' | 'refused'; readonly code: ExchangeCode } | null;

function openBundle(reader: ExactReader, header: BundleHeader): OpenBundle {
  const progress: Progress = {
    sections: 0,
    changes: 0,
    withheld: 0,
    blobParts: 0,
    badBlobParts: 0,
    blobCode: null,
    position: header.a - 1,
    linkHash: fromBase64Url(header.Ha) ?? new Uint8Array(0),
    skipped: [],
  };
  let end: BundleEnd | null = null;
  async function* sections(blobs?: BlobSink): AsyncGenerator<VerifiedSection, void, undefined> {
    try {
      const stop = (yield* readSections(reader, header, progress)) ?? (await readRest(reader, header, progress, blobs));
      end = endOf(header, progress, stop);
    } finally {
      await reader.close();
    }
  }
  return {
    header,
    sections,
    end: () => {
      if (end === null) throw new Error('the bundle was not read to its end');
      return end;
    },
    close: () => reader.close(),
  };
}

async function* readSections(
  reader: ExactReader,
  header: BundleHeader,
  progress: Progress,
): AsyncGenerator<VerifiedSection, Stop, undefined> {
  for (const [index, entry] of header.sections.entries()) {
    if (!knownTypes.has(entry.t)) {
      const skipped = await skipSection(reader, entry);
      if (!skipped.ok) return { verdict: 'cut', code: skipped.error };
      progress.skipped.push(entry);
    } else {
      const raw = await readRaw(reader, entry);
      const section = raw.ok ? parseSection(index, entry, raw.value, progress) : raw;
      // Acks and rosters stand in control: without it nothing of the file is used.
      if (!section.ok) return { verdict: entry.t === 'control' ? 'refused' : 'cut', code: section.error };
      yield section.value;
    }
    progress.sections++;
  }
  return null;
}

const knownTypes = new Set(['control', 'changes', 'refdata', 'audit']);

/** Length and hash as they came, counted decompression, length and hash of what comes out. */
async function readRaw(reader: ExactReader, entry: SectionEntry): Promise<Result<Uint8Array, ExchangeCode>> {
  const compressed = await reader.read(entry.clen);
  if (!compressed.ok) return err(compressed.error === 'ended' ? 'section/length' : compressed.error);
  if (toBase64Url(sha256(compressed.value)) !== entry.csha) return err('section/hash');
  const raw = decompressSection(compressed.value, entry.rlen);
  if (!raw.ok) return err(raw.error.code);
  return toBase64Url(sha256(raw.value)) === entry.rsha ? ok(raw.value) : err('section/hash');
}

async function skipSection(reader: ExactReader, entry: SectionEntry): Promise<Result<null, ExchangeCode>> {
  const hash = sha256Stream();
  const passed = await reader.pass(entry.clen, hash.update);
  if (!passed.ok) return err(passed.error === 'ended' ? 'section/length' : passed.error);
  return toBase64Url(hash.digest()) === entry.csha ? ok(null) : err('section/hash');
}

function parseSection(
  index: number,
  entry: SectionEntry,
  raw: Uint8Array,
  progress: Progress,
): Result<VerifiedSection, ExchangeCode> {
  if (entry.t === 'control') {
    const control = parseControl(raw);
    return control.ok ? ok({ t: 'control', index, control: control.value }) : err(control.error.code);
  }
  const lines = splitLines(raw, entry.n);
  if (lines === null) return err('section/form');
  if (entry.t !== 'changes') return ok({ t: entry.t === 'audit' ? 'audit' : 'refdata', index, lines });
  const changes: SignedChange[] = [];
  for (const line of lines) {
    const change = parseChangeLine(line);
    if (!change.ok) return err(change.error.code);
    changes.push(change.value);
  }
  return ok(advance(index, changes, progress));
}

function advance(index: number, changes: readonly SignedChange[], progress: Progress): VerifiedSection {
  const first = progress.position + 1;
  const linkHashes: Uint8Array[] = [];
  for (const change of changes) {
    progress.linkHash = linkStep(progress.linkHash, change.id);
    linkHashes.push(progress.linkHash);
    if (change.payloadBytes === null) progress.withheld++;
  }
  progress.position += changes.length;
  progress.changes += changes.length;
  return { t: 'changes', index, first, last: progress.position, changes, linkHashes };
}

const newline = 0x0a;

/** Exactly `count` lines, each closed by a newline, none empty; null otherwise. */
function splitLines(raw: Uint8Array, count: number): readonly Uint8Array[] | null {
  const lines: Uint8Array[] = [];
  for (let start = 0; start < raw.length; ) {
    const end = raw.indexOf(newline, start);
    if (end <= start || lines.length === count) return null;
    lines.push(raw.subarray(start, end));
    start = end + 1;
  }
  return lines.length === count ? lines : null;
}

/** Blob parts and padding: a file is complete only with them. */
async function readRest(
  reader: ExactReader,
  header: BundleHeader,
  progress: Progress,
  blobs: BlobSink | undefined,
): Promise<Stop> {
  for (const part of header.blobs) {
    const passed = await readBlobPart(reader, part, blobs);
    if (!passed.ok) return stopAt(passed.error);
    if (passed.value === null) progress.blobParts++;
    else progress.badBlobParts++;
    progress.blobCode ??= passed.value;
  }
  let zero = true;
  const pad = await reader.pass(header.padLen, (piece) => {
    zero &&= piece.every((byte) => byte === 0);
  });
  if (!pad.ok) return stopAt(pad.error);
  const after = await reader.read(1);
  if (!zero || after.ok) return { verdict: 'refused', code: 'bundle/bad-form' };
  return after.error === 'ended' ? null : stopAt(after.error);
}

/** Why a part cannot be used; null when it fits its hash and is in place or not needed. */
async function readBlobPart(
  reader: ExactReader,
  part: BlobPartEntry,
  blobs: BlobSink | undefined,
): Promise<Result<ExchangeCode | null, EndOfBytes>> {
  const begun = blobPartFault(part) ?? blobs?.begin(part) ?? null;
  const target = typeof begun === 'object' ? begun : null;
  const hash = sha256Stream();
  let sound = false;
  let fault: ExchangeCode | null = null;
  try {
    const passed = await reader.pass(part.len, (piece) => {
      hash.update(piece);
      target?.write(piece);
    });
    if (!passed.ok) return passed;
    sound = toBase64Url(hash.digest()) === part.sha;
  } finally {
    fault = target?.end(sound) ?? null;
  }
  if (typeof begun === 'string') return ok(begun);
  return ok(sound ? fault : 'blob/hash');
}

/** A whole file that is shorter than its signed header says was made wrong; one that is not whole was cut. */
function stopAt(end: EndOfBytes): Stop {
  return end === 'ended' ? { verdict: 'refused', code: 'bundle/bad-form' } : { verdict: 'cut', code: end };
}

function endOf(header: BundleHeader, progress: Progress, stop: Stop): BundleEnd {
  const { sections, changes, withheld, skipped, blobParts, badBlobParts, blobCode } = progress;
  const expected = fromBase64Url(header.Hb);
  const all = progress.position === header.b;
  const linkFollows = all ? expected !== null && bytesEqual(progress.linkHash, expected) : null;
  const verdict = stop?.verdict ?? 'complete';
  const code = stop?.code ?? null;
  return { verdict, code, sections, changes, withheld, skipped, blobParts, badBlobParts, blobCode, linkFollows };
}
