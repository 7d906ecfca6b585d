/**
 * @file Files taken in by the hundred: copied, recognised where they are known, and the others read in few transactions.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { get } from '#core/changes/statements.ts';
import { toHex } from '#core/crypto/bytes.ts';
import { randomBytes } from '#core/crypto/random.ts';
import { inSavepoint } from '#core/db/savepoint.ts';
import { storeCodeOf } from '#core/db/store-error.ts';
import type { Services } from '#core/context.ts';
import type { OpenHome } from '#core/home/open-home.ts';
import { copyIn } from '#core/files/copy-in.ts';
import { type SourceFile, readPieces } from '#core/files/file-grants.ts';
import type { ImportReport } from '#shared/contract/exchange.ts';
import type { ErrorCode } from '#shared/errors/codes.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import { readPeer } from './peer-state.ts';
import { keepInSpool } from './spool-history.ts';
import { inBundleTransaction, readAndApply, type Taken } from './take-in.ts';

export type FileReport = ImportReport & { readonly areas: ReadonlySet<string> };

/** `ours`: our own copy. Read from it alone: the stick may go or change while we read. */
type Spooled = { readonly name: string; readonly ours: string; readonly copied: Awaited<ReturnType<typeof copyIn>> };

/**
 * Takes files in with one commit for all of them, each in a savepoint of its own: one that is refused takes nothing of
 * the others along. What is taken in is safe once this has answered. Ends early, between two files, when `isStopped`.
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

async function takeInSpooled(
  services: Services,
  home: OpenHome,
  files: readonly Spooled[],
  isStopped: () => boolean,
  onFile: (index: number) => void,
): Promise<readonly FileReport[]> {
  let failure: { readonly error: unknown } | null = null;
  const taken = await inBundleTransaction(home, async () => {
    const reports: FileReport[] = [];
    for (const [index, file] of files.entries()) {
      if (isStopped()) break;
      onFile(index);
      try {
        reports.push(await takeInOne(services, home, file));
      } catch (error) {
        // A bug met in one file undoes no other; after a failure of the machine nothing is committed.
        if (storeCodeOf(error) !== null) throw error;
        failure = { error };
        break;
      }
    }
    return ok(reports);
  });
  if (failure) throw (failure as { readonly error: unknown }).error;
  return taken.ok ? taken.value : [];
}

async function takeInOne(services: Services, home: OpenHome, { name, ours, copied }: Spooled): Promise<FileReport> {
  if (!copied.ok) return refusedReport(name, copied.error.code);
  const known = knownFile(home, copied.value.sha256);
  if (known) return known(name);
  const taken = await inBundleSavepoint(home, () => readAndApply(services, home, readPieces(ours)));
  const report = taken.ok ? reportOf(home, name, taken.value) : refusedReport(name, taken.error.code);
  keepInSpool(home.store.raw, {
    direction: 'in',
    at: new Date(services.ports.now()).toISOString(),
    file: name,
    sha: copied.value.sha256,
    bytes: copied.value.bytes,
    header: taken.ok ? taken.value.header : taken.error.header,
    verdict: report.verdict,
    code: report.code ?? null,
    changes: taken.ok ? taken.value.end.changes : 0,
  });
  return { ...report, areas: taken.ok ? taken.value.tally.areas : new Set() };
}

async function inBundleSavepoint<T, E>(home: OpenHome, work: () => Promise<Result<T, E>>): Promise<Result<T, E>> {
  let kept = false;
  try {
    const result = await inSavepoint(home.store.raw, work);
    kept = result.ok;
    return result;
  } finally {
    if (!kept && home.store.raw.inTransaction) home.rosters.reload();
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
