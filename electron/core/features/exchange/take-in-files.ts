import { dirname } from 'node:path';
import type { Handler } from '#core/context.ts';
import { heedReceipt } from '#core/exchange/stick-receipt.ts';
import { takeInFile } from '#core/exchange/take-in.ts';
import type { ImportReport } from '#shared/contract/exchange.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';

/** Files one after another, each all or nothing; one that is refused does not stop the next. Stopped, it answers for those that are through. */
export const takeIn: Handler<'exchange.takeIn'> = async (context, { files }) => {
  const { home, services } = context;
  if (home.rosters.self().roster === 0) return err(refusal('node/not-enrolled', {}));
  const sources = [];
  for (const token of files) {
    const source = await services.files.source(token);
    if (!source.ok) return source;
    sources.push(source.value);
  }
  for (const folder of new Set(sources.map(({ path }) => dirname(path)))) {
    if (await heedReceipt(services, home, folder)) context.refresh(['exchange', 'notices']);
  }
  const reports: ImportReport[] = [];
  const task = services.tasks.begin();
  try {
    for (const [done, source] of sources.entries()) {
      if (task.isStopped()) break;
      services.emit({ type: 'progress', task: 'take-in-files', done, total: sources.length });
      const { areas, ...report } = await takeInFile(services, home, source);
      context.refresh(areas);
      reports.push(report);
    }
  } finally {
    task.end();
  }
  // Roles and names of people may have come along.
  await services.home.refreshSession();
  services.home.checkLater();
  context.refresh(['exchange', 'records', 'attachments']);
  return ok(reports);
};
