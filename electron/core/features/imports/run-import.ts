/** @file Bringing a sheet in: judged once more, then written in one transaction by the use-cases of the forms. */
import { createWriter, type Handler, type HomeContext } from '#core/context.ts';
import { seenBy } from '#core/access/seen.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { headsOf } from '#core/features/records/read-record.ts';
import { remember } from '#core/home/command-memory.ts';
import { breathe } from '#core/sheets/sheet.ts';
import type { CodeOf, OutputOf, ParsedInputOf } from '#shared/contract/contract.ts';
import type { DoubleChoice } from '#shared/domain/sheet-fields.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { judgeSource, readSource } from './check-sheet.ts';
import type { Chosen, ImportKind, Unit } from './import-kind.ts';
import { type ImportItem, keepImport, stampOf } from './imports-store.ts';
import type { JudgedRow } from './judge-rows.ts';

type Input = ParsedInputOf<'imports.run'>;
type Answer = Result<OutputOf<'imports.run'>, AppError<CodeOf<'imports.run'>>>;

export const runImport: Handler<'imports.run'> = async (context, input) => {
  const { services, home } = context;
  const task = services.tasks.begin('sheet');
  const areas = new Set<string>();
  try {
    const sheet = await readSource(context, input, task, 'sheet-import');
    if (!sheet.ok) return sheet;
    const answer: Answer = await inTransaction(home.store, async (trx): Promise<Answer> => {
      // Roles may have changed while this waited for its turn.
      const now = services.home.open?.store === home.store ? services.home.open : home;
      if (!now.session.access.permissions.has('policing.write')) return err(refusal('import/changed', {}));
      const { session } = now;
      const inner: HomeContext = {
        ...context,
        home: now,
        session,
        db: seenBy(trx),
        trx,
        ...createWriter(now, services.ports.now, areas),
      };
      const judged = await judgeSource(inner, input, sheet.value, {
        turn: (work) => work(),
        onProgress: () => undefined,
        isStopped: task.isStopped,
      });
      if (!judged.ok) return judged;
      const { work, judgement } = judged.value;
      if (judgement.digest !== input.digest) return err(refusal('import/changed', {}));
      const chosen = chosenRows(judgement.rows, input.doubles);
      if (chosen.length === 0) return err(refusal('import/nothing-to-do', {}));
      const written = await writeAll(inner, work, chosen, task.isStopped);
      if (!written.ok) return written;
      const value = await keep(inner, input, chosen, written.value, judgement.rows.length);
      // With the rows or not at all: a repeat of this command must not bring them in again.
      remember(home.store.raw, {
        id: input.commandId,
        name: 'imports.run',
        user: session.access.user,
        value,
        at: services.ports.now(),
      });
      return ok(value);
    });
    if (answer.ok) context.refresh([...areas, 'imports']);
    return answer;
  } finally {
    task.end();
  }
};

/** Rows that are written, in their order. */
function chosenRows(rows: readonly JudgedRow[], { all, rows: named }: Input['doubles']): Chosen[] {
  const choices = new Map<number, DoubleChoice>(named.map(({ row, choice }) => [row, choice]));
  return rows.flatMap(({ row, state, values, of, mayUpdate }): Chosen[] => {
    if (state === 'new') return [{ row, values, found: null }];
    if (state !== 'double') return [];
    const choice = choices.get(row) ?? all;
    if (choice === 'new') return [{ row, values, found: null }];
    return choice === 'update' && mayUpdate ? [{ row, values, found: of?.found ?? null }] : [];
  });
}

const unitsPerTurn = 50;

async function writeAll(
  context: HomeContext,
  work: ImportKind,
  chosen: readonly Chosen[],
  isStopped: () => boolean,
): Promise<Result<ImportItem[], AppError<'import/stopped' | 'import/row-refused'>>> {
  const items: ImportItem[] = [];
  const units = work.units(chosen);
  for (const [index, unit] of units.entries()) {
    if (index % unitsPerTurn === 0) {
      context.services.emit({ type: 'progress', task: 'sheet-import', done: index, total: units.length });
      await breathe();
      if (isStopped()) return err(refusal('import/stopped', {}));
    }
    const item = await writeUnit(context, unit);
    if (!item.ok) return item;
    items.push(item.value);
  }
  return ok(items);
}

async function writeUnit(
  context: HomeContext,
  unit: Unit,
): Promise<Result<ImportItem, AppError<'import/row-refused'>>> {
  const before = unit.record === null ? null : await headsOf(context, unit.record);
  const written = await unit.write();
  if (!written.ok) {
    const { error } = written;
    return err(
      error.code === 'import/row-refused' ? error : refusal('import/row-refused', { row: unit.rows[0]?.row ?? 0 }),
    );
  }
  const record = written.value.id;
  const frame = { record, at: unit.at, stamp: await stampOf(context.db, record) };
  if (before === null) return ok({ ...frame, act: 'made', groups: [] });
  const groups = Object.entries(await headsOf(context, record)).flatMap(([group, heads]) => {
    const seen = before[group] ?? [];
    const [after] = heads;
    return after === undefined || seen.includes(after) ? [] : [{ group, before: seen, after }];
  });
  return ok({ ...frame, act: 'altered', groups });
}

async function keep(
  context: HomeContext,
  { kind, name }: Input,
  chosen: readonly Chosen[],
  items: readonly ImportItem[],
  rows: number,
): Promise<OutputOf<'imports.run'>> {
  const { ports } = context.services;
  const id = ports.newId();
  const made = chosen.filter(({ found }) => found === null).length;
  const altered = chosen.length - made;
  if (context.trx === null) throw new Error('an import is kept with what it wrote');
  const at = new Date(ports.now()).toISOString();
  const user = context.session.access.user;
  await keepImport(context.trx, { id, kind, file: name, user, at, made, altered, items });
  return { id, made, altered, left: rows - chosen.length };
}
