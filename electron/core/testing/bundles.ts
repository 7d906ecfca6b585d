/** @file Two ends of a link and bundles between them, sound and forged, for tests of the formats. No database. */
import { canonicalize, type JsonObject, type JsonValue } from '#core/changes/canonical.ts';
import { buildChange, noPredecessor, type SignedChange } from '#core/changes/change.ts';
import { collect, generateAgeIdentity, oneAfterAnother, openAge, sealAge } from '#core/crypto/age.ts';
import { concatBytes, fromUtf8, toBase64Url, utf8 } from '#core/crypto/bytes.ts';
import { createSigner, createVerifier, generateSigningKey, type Signer, type Verifier } from '#core/crypto/ed25519.ts';
import { sha256 } from '#core/crypto/hash.ts';
import { randomBytes } from '#core/crypto/random.ts';
import type { OutgoingPart } from '#core/exchange/blob-queue.ts';
import {
  type BlobPartEntry,
  type BundleControl,
  type BundleHeader,
  headerContext,
  magic,
  recipientHash,
} from '#core/exchange/bundle-format.ts';
import { type OpenBundle, type ReaderContext, readBundle, type VerifiedSection } from '#core/exchange/bundle-reader.ts';
import {
  changeSections,
  type HeaderParts,
  type PreparedSection,
  type SectionInput,
  writeBundle,
} from '#core/exchange/bundle-writer.ts';
import { linkStart, linkStep } from '#core/exchange/link.ts';
import { certificateId, deviceId, firstRoster, signAuthority } from '#core/exchange/roster.ts';
import type { Certificate } from '#core/exchange/roster-form.ts';
import { err, ok } from '#shared/lib/result.ts';

export type TestDevice = {
  readonly node: string;
  /** Base64url. */
  readonly dev: string;
  readonly device: Uint8Array;
  readonly signKey: Uint8Array;
  readonly signer: Signer;
  readonly verifier: Verifier;
  readonly identity: string;
  readonly recipient: string;
};

export async function createTestDevice(node: string): Promise<TestDevice> {
  const key = generateSigningKey();
  const device = deviceId(key.publicKey);
  return {
    node,
    dev: toBase64Url(device),
    device,
    signKey: key.publicKey,
    signer: createSigner(key.privateKey),
    verifier: createVerifier(key.publicKey),
    ...(await generateAgeIdentity()),
  };
}

/**
 * A chain of changes of one incarnation. Every tenth has no payload, as one that was withheld. The change `brokenAt`
 * names a predecessor that does not exist.
 */
export function chainOfChanges(author: TestDevice, count: number, brokenAt = 0): readonly SignedChange[] {
  const inc = toBase64Url(randomBytes(8));
  const by = toBase64Url(randomBytes(16));
  const changes: SignedChange[] = [];
  let prev = noPredecessor;
  for (let seq = 1; seq <= count; seq++) {
    const withheld = seq % 10 === 0;
    if (seq === brokenAt) prev = toBase64Url(randomBytes(32));
    const agg = toBase64Url(randomBytes(16));
    const common = { dev: author.dev, inc, seq, prev, agg, at: 'forum', kv: 1, mu: 0, by, ros: 1, own: null } as const;
    const rest = {
      role: 'policing_clerk',
      hlc: `0198c0de${seq.toString(16).padStart(8, '0')}`,
      wall: seq,
      cq: 1,
    } as const;
    const { change } = withheld
      ? buildChange(
          { ...common, ...rest, aud: 'restricted', kind: 'restricted', w: [{ g: 'r1', p: [] }] },
          { d: { r1: { text: 'سر' } }, k: 'forum.noted' },
          author.signer,
        )
      : buildChange(
          { ...common, ...rest, aud: 'open', kind: 'forum.named', w: [{ g: 'name', p: [] }] },
          { d: { name: { ar: `منتدى الحي رقم ${seq}`, note: 'محضر اجتماع لجنة الحي حول توفير المياه' } } },
          author.signer,
        );
    changes.push(withheld ? { ...change, payloadBytes: null } : change);
    prev = toBase64Url(change.id);
  }
  return changes;
}

/** Header parts of a bundle that carries these changes from position `a` of a new epoch. */
export function headerParts(from: TestDevice, to: TestDevice, changes: readonly SignedChange[], a = 1): HeaderParts {
  const r = randomBytes(8);
  const start = linkStart({ n: 1, r }, from.device, to.device);
  const end = changes.reduce((hash, { id }) => linkStep(hash, id), start);
  return {
    from: { node: from.node, dev: from.dev, inc: toBase64Url(randomBytes(8)), certId: toBase64Url(randomBytes(32)) },
    to: { node: to.node, dev: to.dev },
    epoch: { n: 1, r: toBase64Url(r) },
    bn: 1,
    a,
    b: a - 1 + changes.length,
    Ha: toBase64Url(start),
    Hb: toBase64Url(end),
    ack: {
      epoch: { n: 1, r: toBase64Url(randomBytes(8)) },
      k: 3,
      H: toBase64Url(randomBytes(32)),
      bnSeen: 2,
      rejects: [{ id: toBase64Url(randomBytes(32)), code: 504 }],
      nationalHoldsUpTo: null,
    },
    roster: { ver: 1, hash: toBase64Url(randomBytes(32)) },
    schema: 1,
    hlc: '0198c0de00000000',
    wall: 1_760_000_000_000,
  };
}

export type TestBundle = {
  readonly from: TestDevice;
  readonly to: TestDevice;
  readonly changes: readonly SignedChange[];
  readonly parts?: Partial<HeaderParts>;
  /** Of the sender's certificate; random where no roster is looked at. */
  readonly certId?: string | undefined;
  readonly sections?: Iterable<SectionInput | PreparedSection>;
  readonly sectionBytes?: number;
  readonly blobs?: readonly OutgoingPart[];
  readonly control?: BundleControl;
};

export async function bundleBytes(bundle: TestBundle): Promise<Uint8Array> {
  const { from, to, changes } = bundle;
  const pieces: Uint8Array[] = [];
  await writeBundle(
    {
      parts: { ...partsOf(bundle), ...bundle.parts },
      control: bundle.control ?? { time: 1_760_000_000_000 },
      blobs: bundle.blobs ?? [],
      sections: bundle.sections ?? changeSections(changes, bundle.sectionBytes),
      signer: from.signer,
      recipients: [to.recipient],
    },
    (piece) => {
      pieces.push(piece);
    },
  );
  return concatBytes(...pieces);
}

function partsOf({ from, to, changes, certId }: TestBundle): HeaderParts {
  const parts = headerParts(from, to, changes);
  return certId === undefined ? parts : { ...parts, from: { ...parts.from, certId } };
}

export type TestRoster = {
  /** Root key as base64url, and the roster as it travels. */
  readonly root: string;
  readonly line: string;
  /** By base64url device id. */
  readonly certIds: ReadonlyMap<string, string>;
};

/** A directorate with one office under it. */
export function createTestRoster(hub: TestDevice, office: TestDevice): TestRoster {
  const root = generateSigningKey();
  const authority = generateSigningKey();
  const nodes = [
    { id: hub.node, kind: 'directorate', name: 'hub', place: null, parent: null, code: null, services: [] },
    {
      id: office.node,
      kind: 'office',
      name: 'office',
      place: null,
      parent: hub.node,
      code: 'KI017',
      services: ['hlp'],
    },
  ] as const;
  const certify = ({ node, dev, signKey, recipient }: TestDevice, path: readonly string[]): Certificate => {
    return {
      dev,
      node,
      path,
      signKey: toBase64Url(signKey),
      recipient,
      roles: ['policing_clerk'],
      from: 1,
      series: 'A',
    };
  };
  const certs = [certify(hub, [hub.node]), certify(office, [hub.node, office.node])];
  const statement = signAuthority(createSigner(root.privateKey), authority.publicKey);
  const devices = certs.map((cert) => ({ cert, revoked: null }));
  return {
    root: toBase64Url(root.publicKey),
    line: fromUtf8(firstRoster(statement, { nodes, devices }, 1, createSigner(authority.privateKey))) ?? '',
    certIds: new Map(certs.map((cert) => [cert.dev, toBase64Url(certificateId(cert))])),
  };
}

/** Any plaintext in an age file for `to`. */
export function seal(to: TestDevice, plaintext: Uint8Array): Promise<Uint8Array> {
  return collect(sealAge([to.recipient], oneAfterAnother(plaintext)));
}

export function openPlaintext(to: TestDevice, file: Uint8Array): Promise<Uint8Array> {
  return collect(openAge(to.identity, oneAfterAnother(file)));
}

/** Header bytes, signature and what follows, as one plaintext; `length` to lie about. */
export function framed(
  headerBytes: Uint8Array,
  signature: Uint8Array,
  rest: Uint8Array,
  length = headerBytes.length,
): Uint8Array {
  const prefix = new DataView(new ArrayBuffer(4));
  prefix.setUint32(0, length);
  return concatBytes(utf8(magic), new Uint8Array(prefix.buffer), headerBytes, signature, rest);
}

/** A header as an insider might sign it: any canonical JSON, over any bytes. */
export function forge(
  from: TestDevice,
  to: TestDevice,
  header: JsonObject | BundleHeader,
  rest: Uint8Array,
): Promise<Uint8Array> {
  const headerBytes = canonicalize(header as JsonValue);
  return seal(to, framed(headerBytes, from.signer(headerContext, headerBytes), rest));
}

/** Takes a sound bundle's plaintext apart: header, signature, everything after. */
export function takeApart(plaintext: Uint8Array): {
  readonly header: BundleHeader;
  readonly signature: Uint8Array;
  readonly rest: Uint8Array;
} {
  const length = new DataView(plaintext.buffer, plaintext.byteOffset).getUint32(5);
  const header = JSON.parse(Buffer.from(plaintext.subarray(9, 9 + length)).toString('utf8')) as BundleHeader;
  return { header, signature: plaintext.slice(9 + length, 73 + length), rest: plaintext.slice(73 + length) };
}

export function readerContext(self: TestDevice, ...known: readonly TestDevice[]): ReaderContext {
  return {
    identity: self.identity,
    self,
    recipientHash: recipientHash(self.recipient),
    resolveSender: ({ from }) => {
      const sender = known.find(({ dev, node }) => dev === from.dev && node === from.node);
      return sender ? ok(sender) : err({ code: 'bundle/unknown-device' });
    },
  };
}

export type ReadThrough = {
  readonly open: OpenBundle | null;
  readonly sections: readonly VerifiedSection[];
  readonly code: string;
};

/** Everything a reader gives out; `code` is that of the refusal or the cut, else the verdict. */
export async function readThrough(file: Uint8Array, context: ReaderContext): Promise<ReadThrough> {
  const open = await readBundle(pieces(file), context);
  if (!open.ok) return { open: null, sections: [], code: open.error.code };
  const sections: VerifiedSection[] = [];
  for await (const section of open.value.sections()) sections.push(section);
  const end = open.value.end();
  return { open: open.value, sections, code: end.code ?? end.verdict };
}

async function* pieces(file: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < file.length; at += 64 * 1024) yield file.subarray(at, at + 64 * 1024);
}

/** How the wire names a blob. */
export const blobWireId = (blob: Uint8Array): string => toBase64Url(sha256(blob));

/** A part of a blob for a bundle; `more` to lie about it. */
export function blobPart(blob: Uint8Array, off: number, len: number, more: Partial<BlobPartEntry> = {}): OutgoingPart {
  const piece = blob.subarray(off, off + len);
  const entry = { id: blobWireId(blob), total: blob.length, off, len, sha: toBase64Url(sha256(piece)), ...more };
  return { entry, read: () => [piece] };
}
