/**
 * @file Taking a bundle in: read, verified and applied in one transaction, all or, for a file that was cut, its whole
 * verified sections. Repeating it changes nothing; a file that is refused changes nothing.
 */
import { type BlobTaker, createBlobTaker, type TakenBlobs } from '#core/blobs/take-parts.ts';
import { applyChanges } from '#core/changes/apply.ts';
import { parseHlc, absorb, type HlcState } from '#core/changes/hlc.ts';
import { isKnownWhole } from '#core/changes/log-rows.ts';
import { get, run } from '#core/changes/statements.ts';
import { toBase64Url, toHex } from '#core/crypto/bytes.ts';
import { inTransaction } from '#core/db/transaction.ts';
import type { Services } from '#core/context.ts';
import type { OpenHome } from '#core/home/open-home.ts';
import { EXCHANGE_CODES, type ExchangeCode, type ExchangeNumber } from '#shared/errors/exchange-codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { takeBlobControl } from './blob-control.ts';
import { type BundleHeader, recipientHash } from './bundle-format.ts';
import { type BundleEnd, type OpenBundle, readBundle, type VerifiedSection } from './bundle-reader.ts';
import { checkSignatures } from './check-runs.ts';
import type { Container } from './container.ts';
import { noteFindings } from './link-findings.ts';
import { arrive, createTrack, isNumberReused, lastChange } from './link-in.ts';
import { linkTo } from './links.ts';
import { assignSeries } from './series.ts';
import { incomingPosition, keepReject, takeAck } from './peer-state.ts';
import { raiseNotice } from './notices.ts';
import { findSender } from './roster.ts';
import { noteLateEdits } from './note-late-edits.ts';
import { openParcels } from './parcels.ts';
import { doubtRoster, takeRoster } from './take-roster.ts';

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
  const isNewest = link.order > 0 || (link.order === 0 && header.bn >= peer.in_bn);
  const track = createTrack(raw, peer, header, link);
  const since = lastChange(raw);
  const tally: Tally = { applied: 0, alreadyKnown: 0, held: 0, newConflicts: 0, quarantined: [], areas: new Set() };
  const blobs = takerFor(services, raw, dev);
  for await (const section of bundle.sections(blobs.sink)) {
    const known = lastChange(raw);
    takeSection(home, dev, section, tally);
    // What an older file says of attachments may have been lost at the other end since.
    if (section.t === 'control' && isNewest) {
      takeBlobControl(raw, dev, section.control.blobs, header.ack?.bnSeen ?? 0);
      for (const reject of section.control.rejects ?? []) keepReject(raw, dev, reject);
    }
    if (section.t === 'changes') track.pass(section, lastChange(raw) > known);
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
  for (const area of await openParcels(services, home, at)) tally.areas.add(area);
  noteLateEdits(home, since, at);
  const { fork: leadsElsewhere, ...place } = track.end(end);
  const arrival = { ...place, fork: leadsElsewhere || isNumberReused(raw, peer, link, header) };
  const ack = takeAck(raw, peer, header, link.order, at);
  arrive(raw, peer, link, header, arrival, at);
  absorbTime(services, home, header);
  const code = noteFindings(home, {
    peer,
    header,
    link,
    ack,
    fork: arrival.fork,
    gap: arrival.gap,
    since,
    applied: tally.applied + tally.held + tally.quarantined.length,
    now: services.ports.now(),
  });
  // Files that came back to a home that went back were written before it told of what it lacks.
  if (isNewest && code !== 'link/rollback-of-me') doubtRoster(home, peer, header);
  assignSeries(raw, home.rosters, services.ports.now());
  return ok({ header, end, tally, takenBlobs, gap: arrival.gap, fork: arrival.fork, code });
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
  const fresh = section.changes.filter((change) => !isKnownWhole(raw, change));
  tally.alreadyKnown += section.changes.length - fresh.length;
  if (fresh.length === 0) return;
  const checked = checkSignatures(fresh, home.changes.verifierOf);
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

/** The number of a code that stands in an ack. */
export const rejectNumber = (code: string): ExchangeNumber =>
  (EXCHANGE_CODES as Record<string, ExchangeNumber>)[code] ?? EXCHANGE_CODES['change/form'];
