import type { Handler, HomeContext } from '#core/context.ts';
import { exclusively } from '#core/db/transaction.ts';
import type { RunningTasks } from '#core/running-tasks.ts';
import type { CodeOf, ParsedInputOf } from '#shared/contract/contract.ts';
import type { SheetReport } from '#shared/contract/imports.ts';
import { missingFields } from '#shared/domain/sheet-fields.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { type JudgedRow, type Judgement, judgeRows } from './judge-rows.ts';
import { OPEN_KIND } from './kinds.ts';
import { lookupsOf } from './lookups.ts';
import { openSheet } from './open-sheet.ts';
import type { Sheet } from '#core/sheets/sheet.ts';
import type { ImportKind } from './import-kind.ts';

export type Source = Pick<ParsedInputOf<'imports.check'>, 'kind' | 'forumId' | 'file' | 'sheet' | 'columns'>;
type Fault = AppError<CodeOf<'imports.check'>>;

/** Most that a report lists of each; the counts tell the rest. */
const listed = 500;

/** Reads the store in turns with other calls: a long sheet holds nobody up. */
export const checkSheet: Handler<'imports.check'> = async (context, source) => {
  const { services, home } = context;
  const task = services.tasks.begin('sheet');
  try {
    const sheet = await readSource(context, source, task, 'sheet-check');
    if (!sheet.ok) return sheet;
    const judged = await judgeSource(context, source, sheet.value, {
      turn: (work) => exclusively(home.store, work),
      onProgress: (done, total) => services.emit({ type: 'progress', task: 'sheet-check', done, total }),
      isStopped: task.isStopped,
    });
    return judged.ok ? ok(reportOf(judged.value.judgement)) : judged;
  } finally {
    task.end();
  }
};

/** The sheet behind the token, with a column for all that every row needs. */
export async function readSource(
  context: HomeContext,
  source: Source,
  { isStopped }: Pick<ReturnType<RunningTasks['begin']>, 'isStopped'>,
  task: 'sheet-check' | 'sheet-import',
): Promise<Result<Sheet, Fault>> {
  const missing = missingFields(
    source.kind,
    source.columns.map(({ field }) => field),
  );
  if (missing.length > 0) return err(refusal('import/column-missing', { fields: missing }));
  let told = 0;
  // How much there is to judge is known once it is read: until then the bar only shows that something goes on.
  const onProgress = (done: number): void => {
    if (done < told + progressBytes) return;
    told = done;
    context.services.emit({ type: 'progress', task, done: 0, total: 0 });
  };
  return openSheet(context, source, { isStopped, onProgress });
}

const progressBytes = 1024 * 1024;

type Slices = {
  readonly turn: <T>(work: () => Promise<T>) => Promise<T>;
  readonly onProgress: (done: number, total: number) => void;
  readonly isStopped: () => boolean;
};

export async function judgeSource(
  context: HomeContext,
  { kind, forumId, columns }: Source,
  sheet: Sheet,
  slices: Slices,
): Promise<Result<{ readonly work: ImportKind; readonly judgement: Judgement }, Fault>> {
  const opened = await slices.turn(async () => {
    const work = await OPEN_KIND[kind](context, forumId);
    return work.ok ? ok({ work: work.value, lookups: await lookupsOf(context, kind) }) : work;
  });
  if (!opened.ok) return err(opened.error as Fault);
  const judgement = await judgeRows({ kind, sheet, columns, ...opened.value, ...slices });
  return judgement.ok ? ok({ work: opened.value.work, judgement: judgement.value }) : judgement;
}

function reportOf({ rows, notes, digest }: Judgement): SheetReport {
  const faults = rows.flatMap((row) => row.faults);
  const doubles = rows.filter(({ state }) => state === 'double');
  const count = (state: JudgedRow['state']): number => rows.filter((row) => row.state === state).length;
  return {
    digest,
    rows: rows.length,
    counts: {
      new: count('new'),
      doubles: doubles.length,
      same: count('same'),
      faulty: count('faulty'),
      examples: count('example'),
    },
    faults: faults.slice(0, listed),
    faultsTotal: faults.length,
    notes: [...notes],
    doubles: doubles.slice(0, listed).map(({ row, title, of, differs, mayUpdate }) => ({
      row,
      title,
      of: { recordId: of?.found?.record ?? null, row: of?.row ?? null, title: of?.title ?? '' },
      differs: [...differs],
      mayUpdate,
    })),
  };
}
