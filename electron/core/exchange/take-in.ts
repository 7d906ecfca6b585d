/**
 * @file Taking a bundle in: read, verified and applied in one transaction, all or, for a file that was cut, its whole
 * verified sections. Repeating it changes nothing; a file that is refused changes nothing.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type BlobTaker, createBlobTaker, type TakenBlobs } from '#core/blobs/take-parts.ts';
import { applyChanges } from '#core/changes/apply.ts';
import { parseHlc, absorb, type HlcState } from '#core/changes/hlc.ts';
import { get, run } from '#core/changes/statements.ts';
import { toBase64Url, toHex } from '#core/crypto/bytes.ts';
import { randomBytes } from '#core/crypto/random.ts';
import { inTransaction } from '#core/db/transaction.ts';
import type { Services } from '#core/context.ts';
import type { OpenHome } from '#core/home/open-home.ts';
import { type SourceFile, readPieces } from '#core/files/file-grants.ts';
import { copyIn } from '#core/files/copy-in.ts';
import { EXCHANGE_CODES, type ExchangeCode, type ExchangeNumber } from '#shared/errors/exchange-codes.ts';
import type { ErrorCode } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { ImportReport } from '#shared/contract/exchange.ts';
import { takeBlobControl } from './blob-control.ts';
import { type BundleHeader, recipientHash } from './bundle-format.ts';
import { type BundleEnd, type OpenBundle, readBundle, type VerifiedSection } from './bundle-reader.ts';
import { checkSignatures } from './check-runs.ts';
import type { Container } from './container.ts';
import { noteFindings } from './link-findings.ts';
import { arrive, createTrack, isNumberReused, lastChange } from './link-in.ts';
import { linkTo } from './links.ts';
import { assignSeries } from './series.ts';
import { incomingPosition, readPeer, takeAck } from './peer-state.ts';
import { raiseNotice } from './notices.ts';
import { findSender } from './roster.ts';
import { openParcels } from './parcels.ts';
import { takeRoster } from './take-roster.ts';
import { keepInSpool } from './spool-history.ts';

type Tally = {
  applied: number;
  alreadyKnown: number;
  held: number;
  newConflicts: number;
  readonly quarantined: { id: string; code: string }[];
  readonly areas: Set<string>;
};

/** Thrown away with the transaction when the whole file is refused. */
export type Refused = { readonly code: ExchangeCode; readonly header: BundleHeader | null };

export type Taken = {
  readonly header: BundleHeader;
  readonly end: BundleEnd;
  readonly tally: Tally;
  readonly takenBlobs: TakenBlobs;
  readonly gap: boolean;
  readonly fork: boolean;
  /** What the bundle showed of the link. */
  readonly code: ExchangeCode | null;
};

export async function takeInFile(
  services: Services,
  home: OpenHome,
  file: SourceFile,
): Promise<ImportReport & { readonly areas: ReadonlySet<string> }> {
  const spool = join(services.ports.settings.homeFolder, 'spool', `${toHex(randomBytes(6))}.in`);
  // Read from our own copy: the stick may go or change while we read.
  const copied = await copyIn(file.path, spool);
  try {
    if (!copied.ok) return refusedReport(file.name, copied.error.code);
    const known = knownFile(home, copied.value.sha256);
    if (known) return known(file.name);
    const taken = await inBundleTransaction(home, () => readAndApply(services, home, readPieces(spool)));
    const report = taken.ok ? reportOf(home, file.name, taken.value) : refusedReport(file.name, taken.error.code);
    await inTransaction(home.store, async () =>
      ok(
        keepInSpool(home.store.raw, {
          direction: 'in',
          at: new Date(services.ports.now()).toISOString(),
          file: file.name,
          sha: copied.value.sha256,
          bytes: copied.value.bytes,
          header: taken.ok ? taken.value.header : taken.error.header,
          verdict: report.verdict,
          code: report.code ?? null,
          changes: taken.ok ? taken.value.end.changes : 0,
        }),
      ),
    );
    return { ...report, areas: taken.ok ? taken.value.tally.areas : new Set() };
  } finally {
    await rm(spool, { force: true });
  }
}

/** What was read of rosters and links is forgotten with a transaction that does not commit, thrown or refused. */
export async function inBundleTransaction<T, E>(
  home: Pick<OpenHome, 'store' | 'rosters'>,
  work: () => Promise<Result<T, E>>,
): Promise<Result<T, E>> {
  let committed = false;
  try {
    const result = await inTransaction(home.store, work);
    committed = result.ok;
    return result;
  } finally {
    if (!committed) home.rosters.reload();
  }
}

/** A file taken in whole before is recognised by its hash, before anything of it is decoded. */
export function knownFile(
  home: OpenHome,
  sha: Uint8Array,
): ((name: string) => ImportReport & { areas: ReadonlySet<string> }) | null {
  const row = get<{ changes: number; peer: Uint8Array | null }>(
    home.store.raw,
    "SELECT changes, peer FROM spool WHERE sha = ? AND direction = 'in' AND code IS NULL AND verdict IN ('applied', 'nothing-new') LIMIT 1",
    sha,
  );
  // What was whole when it came may be asked for again since, with the folder that held it.
  if (!row || get(home.store.raw, "SELECT 1 FROM blob WHERE state IN ('wanted', 'partial') LIMIT 1")) return null;
  const node = row.peer ? (readPeer(home.store.raw, row.peer)?.node ?? null) : null;
  return (name) => ({
    file: name,
    verdict: 'nothing-new',
    from: node === null ? null : { node, name: home.rosters.nodeName(node) },
    applied: 0,
    alreadyKnown: row.changes,
    held: 0,
    quarantined: [],
    blobParts: 0,
    newConflicts: 0,
    areas: new Set(),
  });
}

type TakerFor = typeof createBlobTaker;

/** For what is only tried: files of blobs are left as they are. */
export const leaveBlobs: TakerFor = () => ({
  sink: { begin: () => null },
  finish: async () => ({ parts: 0, whole: [], bad: [] }),
});

/** Must run inside `inBundleTransaction`. */
export async function readAndApply(
  services: Services,
  home: OpenHome,
  file: AsyncIterable<Uint8Array>,
  container?: Container,
  takerFor: TakerFor = createBlobTaker,
): Promise<Result<Taken, Refused>> {
  const { raw } = home.store;
  const self = home.rosters.self();
  const roster = home.rosters.current();
  const keys = get<{ age_identity: string; age_recipient: string }>(
    raw,
    'SELECT age_identity, age_recipient FROM self',
  );
  if (!keys || !roster) throw new Error('a home that is not enrolled takes nothing in');
  const bundle = await readBundle(file, {
    container,
    identity: keys.age_identity,
    self: { node: self.node, dev: toBase64Url(self.device) },
    recipientHash: recipientHash(keys.age_recipient),
    resolveSender: (header) => {
      const sender = findSender(roster, header.from, header.roster.ver);
      return sender.ok ? ok({ verifier: sender.value.verifier }) : sender;
    },
  });
  if (!bundle.ok) return err({ code: bundle.error.code, header: null });
  return applyBundle(services, home, bundle.value, takerFor);
}

/** What an opened bundle brings; must run inside `inBundleTransaction`. */
export async function applyBundle(
  services: Services,
  home: OpenHome,
  bundle: OpenBundle,
  takerFor: TakerFor = createBlobTaker,
): Promise<Result<Taken, Refused>> {
  const { raw } = home.store;
  const { header } = bundle;
  const at = new Date(services.ports.now()).toISOString();
  const dev = Buffer.from(header.from.dev, 'base64url');
  const peer = linkTo(raw, home.rosters, { dev, node: header.from.node, roster: 0 });
  const link = incomingPosition(peer, header, home.rosters.self().device);
  const track = createTrack(raw, peer, header, link);
  const since = lastChange(raw);
  const tally: Tally = { applied: 0, alreadyKnown: 0, held: 0, newConflicts: 0, quarantined: [], areas: new Set() };
  const blobs = takerFor(services, raw, dev);
  for await (const section of bundle.sections(blobs.sink)) {
    takeSection(home, dev, section, tally);
    if (section.t === 'control') takeBlobControl(raw, dev, section.control.blobs, header.ack?.bnSeen ?? 0);
    if (section.t === 'changes') track.pass(section);
    services.emit({
      type: 'progress',
      task: 'take-in',
      done: tally.applied + tally.alreadyKnown,
      total: header.b - header.a + 1,
    });
  }
  const end = bundle.end();
  if (end.verdict === 'refused') return err({ code: end.code ?? 'bundle/bad-form', header });
  const takenBlobs = await finishBlobs(raw, blobs, dev, at);
  for (const area of await openParcels(services, home)) tally.areas.add(area);
  const arrival = track.end(end);
  const fork = arrival.fork || isNumberReused(raw, peer, link, header);
  const ack = takeAck(raw, peer, header, link.order, at);
  arrive(raw, peer, link, header, arrival, at);
  absorbTime(services, home, header);
  const code = noteFindings(home, {
    peer,
    header,
    link,
    ack,
    fork,
    gap: arrival.gap,
    since,
    applied: tally.applied + tally.held + tally.quarantined.length,
    now: services.ports.now(),
  });
  assignSeries(raw, home.rosters, services.ports.now());
  return ok({ header, end, tally, takenBlobs, gap: arrival.gap, fork, code });
}

/** People hear of a file that came wrong twice; the first time it is simply asked for again. */
async function finishBlobs(
  raw: OpenHome['store']['raw'],
  blobs: BlobTaker,
  peer: Uint8Array,
  at: string,
): Promise<TakenBlobs> {
  const taken = await blobs.finish();
  if (taken.bad.length > 0) raiseNotice(raw, { kind: 'blob-bad', peer, detail: { number: taken.bad.length }, at });
  return taken;
}

function takeSection(home: OpenHome, dev: Uint8Array, section: VerifiedSection, tally: Tally): void {
  const { raw } = home.store;
  if (section.t === 'control') {
    const { roster, app } = section.control;
    if (app !== undefined) run(raw, 'UPDATE peer SET app = ? WHERE dev = ?', app, dev);
    if (roster !== undefined) takeRoster(home, Buffer.from(roster, 'base64url'), tally.areas);
    return;
  }
  if (section.t !== 'changes') return;
  const checked = checkSignatures(section.changes, home.changes.verifierOf);
  const touched = applyChanges(raw, home.changes, ({ apply, quarantine }) => {
    for (const { change, header, signed } of checked) {
      const outcome =
        signed === 'bad'
          ? quarantine(change, 'change/signature', dev)
          : apply(change, { source: dev, checked: signed, header });
      if (outcome.outcome === 'known') tally.alreadyKnown++;
      else if (outcome.outcome === 'held') tally.held++;
      else if (outcome.outcome === 'quarantined')
        tally.quarantined.push({ id: toHex(change.id), code: outcome.code ?? '' });
      else tally.applied++;
    }
  });
  tally.newConflicts += touched.newConflicts;
  for (const area of touched.areas) tally.areas.add(area);
}

/** The clock moves up to the sender's, unless that runs ahead of ours by more than a quarter of an hour. */
function absorbTime(services: Services, home: OpenHome, header: BundleHeader): void {
  const state = get<HlcState>(home.store.raw, 'SELECT ms, counter FROM clock');
  if (!state) return;
  const next = absorb(state, parseHlc(header.hlc), services.ports.now());
  const near = Math.abs(header.wall - services.ports.now()) <= 15 * 60 * 1000;
  run(
    home.store.raw,
    'UPDATE clock SET ms = ?, counter = ?, quality = max(quality, ?)',
    next.ms,
    next.counter,
    near ? 2 : 1,
  );
}

/** In words for people; `taken` may be rolled back afterwards. */
export function reportOf(home: OpenHome, file: string, taken: Taken): ImportReport {
  const { tally, header, end } = taken;
  const changed = tally.applied + tally.held + tally.quarantined.length + taken.takenBlobs.parts > 0;
  const code = end.code ?? taken.code ?? end.blobCode;
  const verdict = taken.gap ? 'gap' : changed ? 'applied' : end.verdict === 'cut' ? 'refused' : 'nothing-new';
  return {
    file,
    verdict,
    ...(code === null ? {} : { code }),
    from: { node: header.from.node, name: home.rosters.nodeName(header.from.node) },
    applied: tally.applied,
    alreadyKnown: tally.alreadyKnown,
    held: tally.held,
    quarantined: tally.quarantined,
    blobParts: end.blobParts,
    newConflicts: tally.newConflicts,
  };
}

function refusedReport(file: string, code: ErrorCode): ImportReport & { readonly areas: ReadonlySet<string> } {
  return {
    file,
    verdict: 'refused',
    code,
    from: null,
    applied: 0,
    alreadyKnown: 0,
    held: 0,
    quarantined: [],
    blobParts: 0,
    newConflicts: 0,
    areas: new Set(),
  };
}

/** The number of a code that stands in an ack. */
export const rejectNumber = (code: string): ExchangeNumber =>
  (EXCHANGE_CODES as Record<string, ExchangeNumber>)[code] ?? EXCHANGE_CODES['change/form'];
