import { dirname } from 'node:path';
import type { Handler } from '#core/context.ts';
import { heedReceipt } from '#core/exchange/stick-receipt.ts';
import { withBulkWriting } from '#core/db/bulk-writing.ts';
import type { SourceFile } from '#core/files/file-grants.ts';
import { takeInFiles } from '#core/exchange/take-in-files.ts';
import type { ImportReport } from '#shared/contract/exchange.ts';
import { ok } from '#shared/lib/result.ts';
import { namedBundles } from './named-bundles.ts';

/**
 * Files one after another, each all or nothing; one that is refused does not stop the next. Small ones share a commit,
 * and other calls have their turn between two commits. Stopped, it answers for those that are through.
 */
export const takeIn: Handler<'exchange.takeIn'> = async (context, { files }) => {
  const { home, services } = context;
  const named = await namedBundles(context, files);
  if (!named.ok) return named;
  const sources = named.value;
  for (const folder of new Set(sources.map(({ path }) => dirname(path)))) {
    if (await heedReceipt(services, home, folder)) context.refresh(['exchange', 'notices']);
  }
  const reports: ImportReport[] = [];
  const task = services.tasks.begin();
  try {
    const bytes = sources.reduce((sum, source) => sum + source.bytes, 0);
    await withBulkWriting(home.store, bytes >= muchBytes, async () => {
      for (const group of groupsOf(sources)) {
        if (task.isStopped()) break;
        const before = reports.length;
        const taken = await takeInFiles(services, home, group, task.isStopped, (index) =>
          services.emit({ type: 'progress', task: 'take-in-files', done: before + index, total: sources.length }),
        );
        for (const { areas, ...report } of taken) {
          context.refresh(areas);
          reports.push(report);
        }
      }
    });
  } finally {
    task.end();
  }
  // Roles and names of people may have come along.
  await services.home.refreshSession();
  services.home.checkLater();
  context.refresh(['exchange', 'records', 'attachments']);
  return ok(reports);
};

/** Of files, from which on a change of the journal pays. */
const muchBytes = 1024 * 1024;

const filesPerCommit = 100;
const bytesPerCommit = 8 * 1024 * 1024;

/** In the order given. A large file stands alone. */
function groupsOf(files: readonly SourceFile[]): SourceFile[][] {
  const groups: SourceFile[][] = [];
  let bytes = 0;
  for (const file of files) {
    const last = groups.at(-1);
    bytes += file.bytes;
    if (last && last.length < filesPerCommit && bytes <= bytesPerCommit) last.push(file);
    else {
      groups.push([file]);
      bytes = file.bytes;
    }
  }
  return groups;
}
