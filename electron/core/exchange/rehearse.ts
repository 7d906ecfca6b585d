/**
 * @file Taking files in to see what would come of it, and undoing all: the same code, in one transaction that never
 * commits. What stands in a preview is therefore what happens, unless something else comes in between.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { get } from '#core/changes/statements.ts';
import type { Services } from '#core/context.ts';
import { toHex } from '#core/crypto/bytes.ts';
import { randomBytes } from '#core/crypto/random.ts';
import type { Tables } from '#core/db/tables.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { copyIn } from '#core/files/copy-in.ts';
import { readPieces, type SourceFile } from '#core/files/file-grants.ts';
import type { OpenHome } from '#core/home/open-home.ts';
import type { FilePreview } from '#shared/contract/sticks.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { BundleHeader } from './bundle-format.ts';
import { leaveBlobs, readAndApply } from './take-in.ts';
import { knownFile, reportOf } from './take-in-files.ts';

export type Rehearsed = Omit<FilePreview, 'token' | 'file'>;

/** A file, copied in; one that could not be copied has the code of why. */
type Copied = { readonly file: SourceFile; readonly copy: Result<{ path: string; sha256: Uint8Array }, string> };

/**
 * What taking in `files` one after another would do to each; stopped, to those that were looked into. `tell` hears how
 * many are through. The copies are made before the transaction begins, so that a slow stick keeps nobody waiting.
 */
export async function rehearse(
  services: Services,
  home: OpenHome,
  files: readonly SourceFile[],
  tell: (done: number) => void = () => {},
): Promise<Rehearsed[]> {
  const folder = join(services.ports.settings.homeFolder, 'spool');
  const copies: Copied[] = [];
  const task = services.tasks.begin();
  try {
    for (const file of files) if (!task.isStopped()) copies.push({ file, copy: await copyOf(file, folder) });
    return await undone(home, async () => {
      const rehearsed: Rehearsed[] = [];
      for (const [index, copied] of copies.entries()) {
        if (task.isStopped()) break;
        tell(index);
        rehearsed.push(await rehearseOne({ ...services, emit: () => {} }, home, copied));
      }
      return rehearsed;
    });
  } finally {
    task.end();
    for (const { copy } of copies) if (copy.ok) await rm(copy.value.path, { force: true });
  }
}

async function copyOf(file: SourceFile, folder: string): Promise<Copied['copy']> {
  const path = join(folder, `${toHex(randomBytes(6))}.part`);
  const copied = await copyIn(file.path, path);
  return copied.ok ? ok({ path, sha256: copied.value.sha256 }) : err(copied.error.code);
}

async function undone<T>(home: OpenHome, work: () => Promise<T>): Promise<T> {
  try {
    const result = await inTransaction<Tables, never, T>(home.store, async () => err(await work()));
    if (result.ok) throw new Error('a rehearsal was committed');
    return result.error;
  } finally {
    home.rosters.reload();
  }
}

async function rehearseOne(services: Services, home: OpenHome, { file, copy }: Copied): Promise<Rehearsed> {
  const { raw } = home.store;
  if (!copy.ok) return { ...nothing, verdict: 'refused', code: copy.error };
  const known = knownFile(home, copy.value.sha256)?.(file.name);
  if (known) return { ...nothing, from: known.from, changes: known.alreadyKnown, alreadyKnown: known.alreadyKnown };
  const before = get<{ n: number | null }>(raw, 'SELECT max(n) AS n FROM chg')?.n ?? 0;
  raw.exec('SAVEPOINT rehearsal');
  const taken = await readAndApply(services, home, readPieces(copy.value.path), undefined, leaveBlobs);
  if (!taken.ok) {
    raw.exec('ROLLBACK TO rehearsal');
    raw.exec('RELEASE rehearsal');
    home.rosters.reload();
    return { ...nothing, ...about(taken.error.header), verdict: 'refused', code: taken.error.code };
  }
  raw.exec('RELEASE rehearsal');
  const report = reportOf(home, file.name, taken.value);
  const verdicts = { applied: 'news', gap: 'news', 'nothing-new': 'nothing-new', refused: 'refused' } as const;
  return {
    ...about(taken.value.header),
    ...recordsTouched(home, before),
    verdict: verdicts[report.verdict],
    code: report.code ?? null,
    from: report.from,
    changes: report.applied + report.alreadyKnown + report.held + report.quarantined.length,
    applied: report.applied,
    alreadyKnown: report.alreadyKnown,
    held: report.held,
    setAside: countByCode(report.quarantined),
    newConflicts: report.newConflicts,
    attachments: report.blobParts,
  };
}

/** Records that changes after row `before` belong to: those seen for the first time, and the others. */
function recordsTouched(home: OpenHome, before: number): Pick<Rehearsed, 'newRecords' | 'changedRecords'> {
  const counted = get<{ touched: number; fresh: number }>(
    home.store.raw,
    `SELECT count(*) AS touched, coalesce(sum(NOT EXISTS (SELECT 1 FROM chg e WHERE e.agg = t.agg AND e.n <= ?)), 0) AS fresh
     FROM (SELECT DISTINCT agg FROM chg WHERE n > ? AND verdict <> 'quarantined') t`,
    before,
    before,
  );
  const { touched = 0, fresh = 0 } = counted ?? {};
  return { newRecords: fresh, changedRecords: touched - fresh };
}

function countByCode(setAside: readonly { readonly code: string }[]): { code: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { code } of setAside) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, count]) => ({ code, count }));
}

const about = (header: BundleHeader | null): Pick<Rehearsed, 'madeAt' | 'bundleNumber'> => ({
  madeAt: header && Math.abs(header.wall) < 8.64e15 ? new Date(header.wall).toISOString() : null,
  bundleNumber: header?.bn ?? null,
});

const nothing: Rehearsed = {
  verdict: 'nothing-new',
  code: null,
  from: null,
  madeAt: null,
  bundleNumber: null,
  newRecords: 0,
  changedRecords: 0,
  changes: 0,
  applied: 0,
  alreadyKnown: 0,
  held: 0,
  setAside: [],
  newConflicts: 0,
  attachments: 0,
};
