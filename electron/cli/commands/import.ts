import { basename, resolve } from 'node:path';
import type { ImportReport } from '#shared/contract/exchange.ts';
import { errorSentence } from '#shared/locales/error-sentence.ts';
import { err, ok } from '#shared/lib/result.ts';
import { command } from '#electron/cli/command.ts';
import { withSession } from '#electron/cli/session.ts';
import { usage } from '#electron/cli/usage-error.ts';

type Taken = Omit<ImportReport, 'from' | 'newConflicts'>;

/** Each file is taken in whole or refused on its own; the next goes on. */
export const importCommand = command<readonly Taken[]>({
  name: 'import',
  synopsis: 'import FILE...',
  summary: (words) => words.t('cli:command.import'),
  options: [],
  run: (context) => {
    const { rest, interrupted } = context;
    if (rest.length === 0) throw usage('missing-argument', { what: 'FILE' });
    return withSession(context, async ({ app, call }) => {
      const reports: Taken[] = [];
      for (const file of rest) {
        if (interrupted.aborted) return err({ code: 'cli/interrupted', params: { taken: reports.length } });
        const taken = await call('exchange.takeIn', { files: [app.grantPath(resolve(file), 'file')] });
        if (!taken.ok) return taken;
        reports.push(...taken.value.map((report) => reported(file, report)));
      }
      return ok(reports);
    });
  },
  tell: (reports, { words }) =>
    reports.flatMap((report) => {
      const file = basename(report.file);
      const { applied, alreadyKnown, held, code } = report;
      if (report.verdict === 'refused') {
        const sentence = errorSentence(words, { code: code ?? '', params: {} });
        return [words.t('cli:import.refused', { file, sentence, code: code ?? '' })];
      }
      const first = words.t(report.verdict === 'nothing-new' ? 'cli:import.nothingNew' : 'cli:import.applied', {
        file,
        applied,
        alreadyKnown,
        held,
      });
      return [
        first,
        ...(report.verdict === 'gap' ? [words.t('cli:import.gap')] : []),
        ...report.quarantined.map((one) => words.t('cli:import.quarantined', { id: one.id, code: one.code })),
      ];
    }),
  refuses: (reports) => reports.some(({ verdict }) => verdict === 'refused'),
});

function reported(file: string, report: ImportReport): Taken {
  const { verdict, code, applied, alreadyKnown, held, quarantined, blobParts } = report;
  return {
    file,
    verdict,
    ...(code === undefined ? {} : { code }),
    applied,
    alreadyKnown,
    held,
    quarantined,
    blobParts,
  };
}
