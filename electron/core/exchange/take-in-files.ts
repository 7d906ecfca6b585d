/**
 * @file Files taken in by the hundred: copied, recognised where they are known, and the others read in few transactions.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { get } from '#core/changes/statements.ts';
import { toHex } from '#core/crypto/bytes.ts';
import { randomBytes } from '#core/crypto/random.ts';
import { storeCodeOf } from '#core/db/store-error.ts';
import { inTransaction } from '#core/db/transaction.ts';
import type { Services } from '#core/context.ts';
import type { OpenHome } from '#core/home/open-home.ts';
import { copyIn } from '#core/files/copy-in.ts';
import { type SourceFile, readPieces } from '#core/files/file-grants.ts';
import type { ImportReport } from '#shared/contract/exchange.ts';
import type { ErrorCode } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { BundleHeader } from './bundle-format.ts';
import { readPeer } from './peer-state.ts';
import { keepInSpool, type SpoolEntry } from './spool-history.ts';
import { inBundleTransaction, readAndApply, type Taken } from './take-in.ts';

export type FileReport = ImportReport & { readonly areas: ReadonlySet<string> };

/** `ours`: our own copy. Read from it alone: the stick may go or change while we read. */
type Spooled = { readonly name: string; readonly ours: string; readonly copied: Awaited<ReturnType<typeof copyIn>> };

/**
 * Takes files in with one commit for all of them ([Note: No savepoints]): one that is refused takes nothing of the
 * others along. What is taken in is safe once this has answered. Ends early, between two files, when `isStopped`.
 */
export async function takeInFiles(
  services: Services,
  home: OpenHome,
  files: readonly SourceFile[],
  isStopped: () => boolean = () => false,
  onFile: (index: number) => void = () => undefined,
): Promise<readonly FileReport[]> {
  const spooled: Spooled[] = [];
  try {
    for (const file of files) {
      const ours = join(services.ports.settings.homeFolder, 'spool', `${toHex(randomBytes(6))}.in`);
      spooled.push({ name: file.name, ours, copied: await copyIn(file.path, ours) });
    }
    return await takeInSpooled(services, home, spooled, isStopped, onFile);
  } finally {
    for (const { ours } of spooled) await rm(ours, { force: true });
  }
}

/**
 * [Note: No savepoints] A savepoint for each file would let one be taken back alone. But while one is open SQLite walks
 * its journal at the end of every statement, so each row costs the more the more pages the file has changed: twice the
 * whole time in a large store. Files that write something and are refused after all are rare: then the transaction is
 * taken back with all that it holds, and each of its files gets one of its own.
 */
async function takeInSpooled(
  services: Services,
  home: OpenHome,
  files: readonly Spooled[],
  isStopped: () => boolean,
  onFile: (index: number) => void,
): Promise<readonly FileReport[]> {
  const reports: FileReport[] = [];
  const takeAll = async (take: typeof takeTogether): Promise<void> => {
    for (const [index, file] of files.entries()) {
      if (isStopped()) return;
      onFile(index);
      reports.push(await take(services, home, file));
    }
  };
  const together = await inBundleTransaction(home, async () => {
    try {
      await takeAll(takeTogether);
      return ok(null);
    } catch (error) {
      // After a failure of the machine nothing is tried again; a bug in one file is met again there, and undoes no other.
      if (storeCodeOf(error) !== null) throw error;
      return err('apart');
    }
  });
  if (!together.ok) {
    reports.length = 0;
    await takeAll(takeApart);
  }
  return reports;
}

/** In the open transaction; throws when the file was refused too late to go on in it. */
async function takeTogether(services: Services, home: OpenHome, file: Spooled): Promise<FileReport> {
  const before = changedRows(home);
  const taken = await takeInOne(services, home, file);
  if (!taken.ok && changedRows(home) !== before) throw new Error('refused after it was written');
  if (taken.ok) return taken.value;
  keepRefused(services, home, file, taken.error);
  return refusedReport(file.name, taken.error.code);
}

async function takeApart(services: Services, home: OpenHome, file: Spooled): Promise<FileReport> {
  const taken = await inBundleTransaction(home, () => takeInOne(services, home, file));
  if (taken.ok) return taken.value;
  await inTransaction(home.store, async () => ok(keepRefused(services, home, file, taken.error)));
  return refusedReport(file.name, taken.error.code);
}

const changedRows = (home: OpenHome): number =>
  get<{ n: number }>(home.store.raw, 'SELECT total_changes() AS n')?.n ?? 0;

async function takeInOne(services: Services, home: OpenHome, file: Spooled): Promise<Result<FileReport, RefusedFile>> {
  const { name, ours, copied } = file;
  if (!copied.ok) return err({ code: copied.error.code, header: null });
  const known = knownFile(home, copied.value.sha256);
  if (known) return ok(known(name));
  const taken = await readAndApply(services, home, readPieces(ours));
  if (!taken.ok) return taken;
  const { header, end, tally } = taken.value;
  const report = reportOf(home, name, taken.value);
  const { verdict, code = null } = report;
  keepFile(services, home, file, { header, verdict, code, changes: end.changes });
  return ok({ ...report, areas: tally.areas });
}

type RefusedFile = { readonly code: ErrorCode; readonly header: BundleHeader | null };

const keepRefused = (services: Services, home: OpenHome, file: Spooled, { code, header }: RefusedFile): void =>
  keepFile(services, home, file, { header, verdict: 'refused', code, changes: 0 });

/** What never reached us whole has no hash, and nothing to be recognised by. */
function keepFile(
  { ports }: Services,
  home: OpenHome,
  { name, copied }: Spooled,
  { header, verdict, code, changes }: Pick<SpoolEntry, 'header' | 'verdict' | 'code' | 'changes'>,
): void {
  if (!copied.ok) return;
  const { sha256: sha, bytes } = copied.value;
  const at = new Date(ports.now()).toISOString();
  keepInSpool(home.store.raw, { direction: 'in', at, file: name, sha, bytes, header, verdict, code, changes });
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
