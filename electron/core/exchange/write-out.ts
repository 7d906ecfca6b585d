/**
 * @file Writing a bundle for one peer: everything it has not confirmed, oldest first, with our acks. The bundle number
 * is burnt before the file exists, and the file is read with the receiver's own code before anyone is told it is there.
 */
import { hashAt, lastPosition } from '#core/changes/link-log.ts';
import { canonicalize } from '#core/changes/canonical.ts';
import type { SignedChange } from '#core/changes/change.ts';
import { formatHlc, type HlcState } from '#core/changes/hlc.ts';
import { limits } from '#core/changes/limits.ts';
import { all, get, run } from '#core/changes/statements.ts';
import type { Services } from '#core/context.ts';
import type { OpenHome } from '#core/home/open-home.ts';
import { generateAgeIdentity } from '#core/crypto/age.ts';
import { fromBase64Url, toBase64Url, toHex } from '#core/crypto/bytes.ts';
import { randomBytes } from '#core/crypto/random.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { type Written, writeFileAtomically } from '#core/files/atomic-write.ts';
import { readPieces } from '#core/files/file-grants.ts';
import type { FileError } from '#core/files/file-error.ts';
import { ensureFreeBytes } from '#core/files/free-space.ts';
import { pulled } from '#core/files/pulled.ts';
import { placeFile } from '#core/files/place-file.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { blobControlFor } from './blob-control.ts';
import { type BlobPlan, partEntryBytes, planBlobParts } from './blob-queue.ts';
import { type BundleHeader, bundleFileName, controlBytes, type Reject, recipientHash } from './bundle-format.ts';
import { readBundle } from './bundle-reader.ts';
import {
  type BundleInput,
  changeSections,
  type PreparedSection,
  prepareSection,
  writeBundle,
} from './bundle-writer.ts';
import { nationalFor } from './link-in.ts';
import { linkTo } from './links.ts';
import { padmeLength } from './padme.ts';
import { ackFor, type PeerState, readPeer, wireEpoch } from './peer-state.ts';
import { certificateId } from './roster.ts';
import { registryVersion } from '#core/changes/registry.ts';
import { keepInSpool } from './spool-history.ts';
import { inBundleTransaction, rejectNumber } from './take-in.ts';
import { createVerifier } from '#core/crypto/ed25519.ts';

export type WrittenOut = {
  readonly file: string;
  readonly bytes: number;
  readonly peer: string;
  readonly changes: number;
  readonly from: number;
  readonly to: number;
  readonly bundleNumber: number;
  readonly blobParts: number;
  readonly textComplete: boolean;
  /** Files and parcels that the other side has not confirmed, and those of them that later bundles must complete. */
  readonly attachments: { readonly unconfirmed: number; readonly following: number; readonly followingBytes: number };
};

type Target = { readonly path: string };

/** `pathFor` gets the file name, which tells nothing of office or date. */
export async function writeOut(
  services: Services,
  home: OpenHome,
  peerDevice: Uint8Array,
  budgetBytes: number | null,
  pathFor: (name: string) => Promise<Result<Target, AppError | FileError>>,
): Promise<Result<WrittenOut, AppError | FileError>> {
  const planned = await inBundleTransaction(home, async () => planBundle(services, home, peerDevice, budgetBytes));
  if (!planned.ok) return planned;
  const name = bundleFileName(peerDevice, randomBytes(3));
  const target = await pathFor(name);
  if (!target.ok) return target;
  const room = await ensureFreeBytes(dirname(target.value.path), planned.value.roughBytes);
  if (!room.ok) return room;
  const placed = await buildAndPlace(services, home, planned.value, peerDevice, target.value.path);
  if (!placed.ok) return placed;
  const { header: sent, written } = placed.value;
  const { unconfirmed, following, followingBytes } = planned.value.attached;
  const at = new Date(services.ports.now()).toISOString();
  await inTransaction(home.store, async () => {
    noteWritten(home.store.raw, sent, name, at);
    const changes = sent.b - sent.a + 1;
    return ok(
      keepInSpool(home.store.raw, {
        direction: 'out',
        at,
        file: name,
        sha: written.sha256,
        bytes: written.bytes,
        header: sent,
        verdict: 'written',
        code: null,
        changes,
      }),
    );
  });
  return ok({
    file: target.value.path,
    bytes: written.bytes,
    peer: sent.to.node,
    changes: sent.b - sent.a + 1,
    from: sent.a,
    to: sent.b,
    bundleNumber: sent.bn,
    blobParts: sent.blobs.length,
    textComplete: planned.value.textComplete,
    attachments: { unconfirmed, following, followingBytes },
  });
}

/** Built and checked on the disk: a stick gets nothing but finished files, and may go at any moment. */
async function buildAndPlace(
  services: Services,
  home: OpenHome,
  { input, recipient }: Plan,
  peerDevice: Uint8Array,
  path: string,
): Promise<Result<{ header: BundleHeader; written: Written }, AppError | FileError>> {
  const built = join(services.ports.settings.homeFolder, 'spool', `${toHex(randomBytes(6))}.part`);
  const check = await generateAgeIdentity();
  const task = services.tasks.begin();
  let made = null as BundleHeader | null;
  const pieces = pulled(async (push) => {
    made = (await writeBundle({ ...input, checkRecipient: check.recipient }, push)).header;
  });
  try {
    const written = await writeFileAtomically(built, pieces, { readBack: true });
    if (!written.ok) return written;
    const header = made;
    const whole = await readsBack(home, built, check.identity, recipient, peerDevice);
    if (!whole || header === null) return err(refusal('exchange/self-check-failed', {}));
    const placed = await placeFile(built, path, (done, total) => {
      if (task.isStopped()) throw new Stopped();
      services.emit({ type: 'progress', task: 'write-out', done, total });
    });
    return placed.ok ? ok({ header, written: written.value }) : placed;
  } catch (error) {
    if (error instanceof Stopped) return err(refusal('exchange/stopped', {}));
    throw error;
  } finally {
    task.end();
    await rm(built, { force: true });
  }
}

class Stopped extends Error {}

/** A file with this header is ready to go. Must run inside a transaction. */
export function noteWritten(raw: OpenHome['store']['raw'], sent: BundleHeader, name: string, at: string): void {
  run(
    raw,
    // Of an epoch that was left in the meantime nothing counts as sent.
    `UPDATE peer SET sent_to = CASE out_epoch_n WHEN ? THEN max(sent_to, ?) ELSE sent_to END, written_at = ?,
       written_file = ? WHERE dev = ?`,
    sent.epoch.n,
    sent.b,
    at,
    name,
    Buffer.from(sent.to.dev, 'base64url'),
  );
}

export type Plan = {
  readonly input: BundleInput;
  readonly recipient: string;
  /** Of the file, at most. */
  readonly roughBytes: number;
  readonly attached: BlobPlan;
  /** No change on the link is left for the next bundle. */
  readonly textComplete: boolean;
};

/** Burns the number and takes the window as it stands; runs in a transaction. */
export function planBundle(
  services: Services,
  home: OpenHome,
  peerDevice: Uint8Array,
  budgetBytes: number | null,
): Result<Plan, AppError<'exchange/no-peer' | 'exchange/budget-too-small'>> {
  const { raw } = home.store;
  const self = home.rosters.self();
  const roster = home.rosters.current();
  const device = roster?.devicesById.get(toBase64Url(peerDevice));
  const own = roster?.devicesById.get(toBase64Url(self.device));
  if (!roster || !own || !device || device.revoked !== null) return err(refusal('exchange/no-peer', {}));
  const peer = linkTo(raw, home.rosters, { dev: peerDevice, node: device.cert.node, roster: device.cert.from });
  const rejects = rejectsOf(raw, peerDevice);
  const ack = ackFor(peer, rejects.slice(0, limits.rejectsPerAck), nationalFor(raw, self, peer));
  const mostBlobs = budgetBytes === null ? limits.blobsInControl : Math.ceil(budgetBytes / bytesPerBlobInControl);
  const blobs = blobControlFor(raw, peerDevice, peer.bn + 1, Math.min(limits.blobsInControl, mostBlobs));
  const control = {
    time: Math.floor(services.ports.now()),
    app: services.ports.settings.appVersion.slice(0, limits.appVersionLength),
    ...(peer.roster < roster.version ? { roster: toBase64Url(roster.line) } : {}),
    ...(rejects.length > limits.rejectsPerAck ? { rejects: rejects.slice(limits.rejectsPerAck) } : {}),
    ...(blobs === null ? {} : { blobs }),
  };
  const fixedBytes =
    overheadBytes +
    canonicalize(ack).length +
    prepareSection({ t: 'control', n: 1, raw: controlBytes(control) }).entry.clen;
  const window = chooseFinest(raw, peer, budgetBytes, fixedBytes);
  if (!window.ok) return window;
  const { sections, changes } = window.value;
  const b = peer.acked + changes;
  const content = sections.reduce((sum, { entry }) => sum + entry.clen + entryBytes, fixedBytes);
  const attached = planBlobParts(services, raw, peerDevice, {
    upTo: b,
    mostParts: mostParts(canonicalize(ack).length, sections.length),
    fits: (bytes) => fileBytes(content + bytes) <= (budgetBytes ?? limits.bundleFileBytes),
  });
  run(raw, 'UPDATE peer SET bn = bn + 1 WHERE dev = ?', peerDevice);
  const clock = get<HlcState>(raw, 'SELECT ms, counter FROM clock');
  const recipient = device.cert.recipient;
  const input: BundleInput = {
    parts: {
      from: {
        node: self.node,
        dev: toBase64Url(self.device),
        inc: toBase64Url(Buffer.from(self.incarnation, 'hex')),
        certId: toBase64Url(certificateId(own.cert)),
      },
      to: { node: peer.node, dev: toBase64Url(peerDevice) },
      epoch: wireEpoch(peer),
      bn: peer.bn + 1,
      a: peer.acked + 1,
      b,
      Ha: hashText(raw, peerDevice, peer.acked),
      Hb: hashText(raw, peerDevice, b),
      ack,
      roster: { ver: roster.version, hash: toBase64Url(roster.hash) },
      schema: registryVersion,
      hlc: formatHlc(clock ?? { ms: 0, counter: 0 }),
      wall: Math.floor(services.ports.now()),
    },
    control,
    sections,
    blobs: attached.parts,
    signer: home.signer,
    recipients: [recipient],
  };
  const partBytes = attached.parts.reduce((sum, { entry }) => sum + entry.len + partEntryBytes, 0);
  const textComplete = b === lastPosition(raw, peerDevice).k;
  return ok({ input, recipient, roughBytes: fileBytes(content + partBytes), attached, textComplete });
}

/** As many as the header has room for beside its ack and sections. */
const mostParts = (ackBytes: number, sections: number): number =>
  Math.min(
    limits.blobPartsPerBundle,
    Math.floor((limits.bundleHeaderBytes - overheadBytes - ackBytes - (sections + 1) * entryBytes) / partEntryBytes),
  );

/** Lists of blobs take at most an eighth of a bundle that must fit a size. */
const bytesPerBlobInControl = 1024;

/** The header without acks and sections, and the container, generously. */
const overheadBytes = 8 * 1024;
/** What a section takes in the header: two hashes and three numbers. */
const entryBytes = 256;
/** One is the control section. */
const mostSections = limits.sectionsPerBundle - 1;
/** Sections of a bundle that must fit a size are small, so that little room is left over. */
const budgetSectionBytes = 64 * 1024;

const hashText = (raw: OpenHome['store']['raw'], peer: Uint8Array, k: number): string => {
  const hash = hashAt(raw, peer, k);
  if (!hash) throw new Error('the link log has a hole');
  return toBase64Url(hash);
};

/** Where not one section fits, single changes may: a tight budget is slow, but it stops nothing. */
function chooseFinest(
  raw: OpenHome['store']['raw'],
  peer: PeerState,
  budgetBytes: number | null,
  fixedBytes: number,
): ReturnType<typeof chooseWindow> {
  if (budgetBytes === null) return chooseWindow(windowSections(raw, peer, undefined), null, fixedBytes);
  const coarse = chooseWindow(windowSections(raw, peer, budgetSectionBytes), budgetBytes, fixedBytes);
  return coarse.ok ? coarse : chooseWindow(windowSections(raw, peer, 1), budgetBytes, fixedBytes);
}

function windowSections(
  raw: OpenHome['store']['raw'],
  peer: PeerState,
  mostRawBytes: number | undefined,
): Iterable<PreparedSection> {
  const last = lastPosition(raw, peer.dev).k;
  return (function* () {
    for (const section of changeSections(windowChanges(raw, peer.dev, peer.acked, last), mostRawBytes))
      yield prepareSection(section);
  })();
}

/** Whole sections while the file stays within its budget, and as many as a header can name. */
function chooseWindow(
  sections: Iterable<PreparedSection>,
  budgetBytes: number | null,
  fixedBytes: number,
): Result<{ sections: PreparedSection[]; changes: number }, AppError<'exchange/budget-too-small'>> {
  const fits = (content: number): boolean => budgetBytes === null || fileBytes(content) <= budgetBytes;
  const tooSmall = (content: number) => err(refusal('exchange/budget-too-small', { minBytes: fileBytes(content) }));
  const chosen: PreparedSection[] = [];
  let content = fixedBytes;
  let changes = 0;
  if (!fits(content)) return tooSmall(content);
  for (const section of sections) {
    const more = content + section.entry.clen + entryBytes;
    if (!fits(more)) return chosen.length > 0 ? ok({ sections: chosen, changes }) : tooSmall(more);
    chosen.push(section);
    content = more;
    changes += section.entry.n;
    if (chosen.length === mostSections) break;
  }
  return ok({ sections: chosen, changes });
}

/** At most: content padded, and 16 bytes for each 64 KiB with the header of the container. */
const fileBytes = (content: number): number => Math.ceil(padmeLength(content) * 1.001) + 1024;

function* windowChanges(
  raw: OpenHome['store']['raw'],
  peer: Uint8Array,
  after: number,
  last: number,
): Iterable<SignedChange> {
  const batch = 500;
  for (let k = after; k < last; k += batch) {
    const rows = all<{ id: Uint8Array; hdr: Uint8Array; pay: Uint8Array | null; sig: Uint8Array; bare: number }>(
      raw,
      `SELECT c.id, c.hdr, c.pay, c.sig, l.bare FROM link_out l JOIN chg c ON c.n = l.n
       WHERE l.peer = ? AND l.k > ? AND l.k <= ? ORDER BY l.k`,
      peer,
      k,
      Math.min(k + batch, last),
    );
    for (const { id, hdr, pay, sig, bare } of rows) {
      yield { id, headerBytes: hdr, payloadBytes: bare === 1 ? null : pay, signature: sig };
    }
  }
}

/** Changes of the peer that are stored here but not projected, so that it learns of them; the last of very many. */
const rejectsOf = (raw: OpenHome['store']['raw'], peer: Uint8Array): Reject[] =>
  all<{ id: Uint8Array; code: string }>(
    raw,
    "SELECT id, code FROM chg WHERE src = ? AND verdict = 'quarantined' AND code IS NOT NULL ORDER BY n DESC LIMIT ?",
    peer,
    limits.changesPerSection,
  ).map(({ id, code }) => ({ id: toBase64Url(id), code: rejectNumber(code) }));

/** Reads the finished file as its receiver would, with a key that was made for this and is forgotten with it. */
async function readsBack(
  home: OpenHome,
  path: string,
  identity: string,
  recipient: string,
  peerDevice: Uint8Array,
): Promise<boolean> {
  const peer = readPeer(home.store.raw, peerDevice);
  const own = home.rosters.current()?.devicesById.get(toBase64Url(home.rosters.self().device));
  const signKey = own ? fromBase64Url(own.cert.signKey) : null;
  if (!peer || !signKey) return false;
  const bundle = await readBundle(readPieces(path), {
    identity,
    self: { node: peer.node, dev: toBase64Url(peerDevice) },
    recipientHash: recipientHash(recipient),
    resolveSender: () => ok({ verifier: createVerifier(signKey) }),
  });
  if (!bundle.ok) return false;
  for await (const _ of bundle.value.sections());
  const end = bundle.value.end();
  return end.verdict === 'complete' && end.linkFollows === true && end.badBlobParts === 0;
}
