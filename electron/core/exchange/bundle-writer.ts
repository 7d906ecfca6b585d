/** @file Writes a bundle: sections, signed header, padding, age (docs/bundle-format.md, section 4). */
import { canonicalize } from '#core/changes/canonical.ts';
import { changeLine, type SignedChange } from '#core/changes/change.ts';
import { limits } from '#core/changes/limits.ts';
import { concatBytes, toBase64Url, utf8 } from '#core/crypto/bytes.ts';
import type { Signer } from '#core/crypto/ed25519.ts';
import { sha256 } from '#core/crypto/hash.ts';
import { randomBytes } from '#core/crypto/random.ts';
import type { OutgoingPart } from './blob-queue.ts';
import {
  type BundleControl,
  type BundleHeader,
  contentLength,
  controlBytes,
  headerContext,
  magic,
  parseBundleHeader,
  recipientHash,
  type SectionEntry,
  signatureLength,
  suite,
} from './bundle-format.ts';
import { ageContainer, type Container } from './container.ts';
import { padmeLength } from './padme.ts';
import { compressSection } from './zstd.ts';

/** `n` lines of `raw`, each closed by a newline. */
export type SectionInput = { readonly t: string; readonly n: number; readonly raw: Uint8Array };

/** A section as it will stand in the file. */
export type PreparedSection = { readonly entry: SectionEntry; readonly compressed: Uint8Array };

export type HeaderParts = Pick<
  BundleHeader,
  'from' | 'to' | 'epoch' | 'bn' | 'a' | 'b' | 'Ha' | 'Hb' | 'ack' | 'roster' | 'schema' | 'hlc' | 'wall'
>;

export type BundleInput = {
  readonly parts: HeaderParts;
  readonly control: BundleControl;
  /** After `control`, in order of priority. */
  readonly sections: Iterable<SectionInput | PreparedSection> | AsyncIterable<SectionInput | PreparedSection>;
  /** After the sections. */
  readonly blobs?: readonly OutgoingPart[];
  readonly signer: Signer;
  /** age recipients of the receiving device. Throw-away ones fill up to four. */
  readonly recipients: readonly string[];
  /**
   * A throw-away recipient of the writer's own, to read the finished file back with. It is not listed in the header and
   * takes the place of one of the four stanzas.
   */
  readonly checkRecipient?: string;
  /** age unless a simulation says otherwise. */
  readonly container?: Container | undefined;
};

export type WrittenBundle = {
  readonly header: BundleHeader;
  /** Of the file, and of the plaintext in it. */
  readonly bytes: number;
  readonly plaintextBytes: number;
};

/**
 * Hands the file to `sink` piece by piece. Compressed sections are held until the header that names their hashes is
 * signed. Throws RangeError when the parts break the format: the caller has built them, so that is a bug.
 */
export async function writeBundle(
  input: BundleInput,
  sink: (piece: Uint8Array) => void | Promise<void>,
): Promise<WrittenBundle> {
  const prepared = [prepareSection({ t: 'control', n: 1, raw: controlBytes(input.control) })];
  for await (const section of input.sections) prepared.push('entry' in section ? section : prepareSection(section));
  const { header, headerBytes } = buildHeader(input, prepared);
  const signature = input.signer(headerContext, headerBytes);
  let bytes = 0;
  let plaintextBytes = 0;
  async function* plaintext(): AsyncGenerator<Uint8Array, void, undefined> {
    for (const piece of plaintextPieces(headerBytes, signature, prepared, input.blobs ?? [], header.padLen)) {
      plaintextBytes += piece.length;
      yield piece;
    }
  }
  const sealedTo = [...input.recipients, ...(input.checkRecipient === undefined ? [] : [input.checkRecipient])];
  const { seal } = input.container ?? ageContainer;
  for await (const piece of seal(sealedTo, plaintext(), { padStanzas: limits.paddedStanzas })) {
    bytes += piece.length;
    await sink(piece);
  }
  return { header, bytes, plaintextBytes };
}

/** Compresses and hashes. */
export function prepareSection({ t, n, raw }: SectionInput): PreparedSection {
  const compressed = compressSection(raw);
  const [csha, rsha] = [toBase64Url(sha256(compressed)), toBase64Url(sha256(raw))];
  return { entry: { t, n, clen: compressed.length, csha, rlen: raw.length, rsha }, compressed };
}

/** Cuts at change boundaries, into sections of at most 2 MiB and 20 000 changes. */
export function* changeSections(
  changes: Iterable<SignedChange>,
  mostRawBytes: number = limits.writtenSectionRawBytes,
): Generator<SectionInput, void, undefined> {
  let lines: Uint8Array[] = [];
  let length = 0;
  for (const change of changes) {
    const line = changeLine(change);
    const full = length + line.length + 1 > mostRawBytes || lines.length === limits.changesPerSection;
    if (full && lines.length > 0) {
      yield sectionOfLines('changes', lines);
      lines = [];
      length = 0;
    }
    lines.push(line);
    length += line.length + 1;
  }
  if (lines.length > 0) yield sectionOfLines('changes', lines);
}

export function sectionOfLines(t: string, lines: readonly Uint8Array[]): SectionInput {
  return { t, n: lines.length, raw: concatBytes(...lines.flatMap((line) => [line, newline])) };
}

const newline = utf8('\n');
const zeros = new Uint8Array(64 * 1024);

function buildHeader(
  { parts, recipients, blobs }: BundleInput,
  prepared: readonly PreparedSection[],
): { readonly header: BundleHeader; readonly headerBytes: Uint8Array } {
  const unpadded: BundleHeader = {
    ...parts,
    fmt: 1,
    minReader: 1,
    suite,
    id: toBase64Url(randomBytes(16)),
    rcpts: recipients.map(recipientHash).toSorted(),
    sections: prepared.map(({ entry }) => entry),
    blobs: (blobs ?? []).map(({ entry }) => entry),
    padLen: 0,
  };
  const headerBytes = canonicalize({ ...unpadded, padLen: paddingOf(unpadded) });
  const parsed = parseBundleHeader(headerBytes);
  if (!parsed.ok) throw new RangeError('the bundle header breaks the format');
  return { header: parsed.value, headerBytes };
}

/** The padding's own length is written in the header, whose length it changes: found by trying its number of digits. */
function paddingOf(header: BundleHeader): number {
  const bare = contentLength(header, canonicalize(header).length - 1);
  for (let target = padmeLength(bare + 1); ; target = padmeLength(target + 1)) {
    for (let digits = 1; digits <= 10; digits++) {
      const padding = target - bare - digits;
      if (padding >= 0 && String(padding).length === digits) return padding;
    }
  }
}

function* plaintextPieces(
  headerBytes: Uint8Array,
  signature: Uint8Array,
  prepared: readonly PreparedSection[],
  blobs: readonly OutgoingPart[],
  padLen: number,
): Generator<Uint8Array, void, undefined> {
  if (signature.length !== signatureLength) throw new RangeError('a signature has 64 bytes');
  const length = new DataView(new ArrayBuffer(4));
  length.setUint32(0, headerBytes.length);
  yield concatBytes(utf8(magic), new Uint8Array(length.buffer), headerBytes, signature);
  for (const { compressed } of prepared) yield compressed;
  for (const { read } of blobs) yield* read();
  for (let rest = padLen; rest > 0; rest -= zeros.length) yield zeros.subarray(0, rest);
}
