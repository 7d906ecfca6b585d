/** @file The dry run: what each row says, what is wrong with it, and what it doubles. Writes nothing. */
import { toBase64Url, utf8 } from '#core/crypto/bytes.ts';
import { sha256Stream } from '#core/crypto/hash.ts';
import { breathe, type Cell, columnLetters, type Sheet, type SheetRow } from '#core/sheets/sheet.ts';
import type { SheetColumn, SheetFaultRow } from '#shared/contract/imports.ts';
import { EXAMPLE_MARKS } from '#shared/domain/sheet-aliases.ts';
import { sheetField, type SheetField, type SheetKind } from '#shared/domain/sheet-fields.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { AppError } from '#shared/errors/codes.ts';
import { fold } from '#shared/text/fold.ts';
import type { Found, ImportKind, ValueFault, Values } from './import-kind.ts';
import type { Lookups } from './lookups.ts';
import { type CellValue, readCell, textOf } from './read-cell.ts';

export type JudgedRow = {
  readonly row: number;
  readonly title: string;
  readonly values: Values;
  readonly faults: readonly SheetFaultRow[];
  readonly state: 'new' | 'double' | 'same' | 'faulty' | 'example';
  /** What it doubles: a record, or an earlier row. */
  readonly of: { readonly found: Found | null; readonly row: number | null; readonly title: string } | null;
  readonly differs: readonly string[];
  readonly mayUpdate: boolean;
};

export type CellNote = {
  readonly row: number;
  readonly column: string;
  readonly field: string | null;
  readonly code: 'number-as-mark' | 'zero-lost' | 'windows-1256';
  readonly count: number;
};

export type Judgement = {
  readonly rows: readonly JudgedRow[];
  readonly notes: readonly CellNote[];
  /** Of all that the rows say and the records they touch. */
  readonly digest: string;
};

export type Judging = {
  readonly kind: SheetKind;
  readonly work: ImportKind;
  readonly sheet: Sheet;
  readonly columns: readonly SheetColumn[];
  readonly lookups: Lookups;
  /** Runs a slice where the store may be read: other calls have their turn between two. */
  readonly turn: <T>(work: () => Promise<T>) => Promise<T>;
  readonly onProgress: (done: number, total: number) => void;
  readonly isStopped: () => boolean;
};

const rowsPerTurn = 200;

type Chosen = { readonly field: SheetField; readonly column: number; readonly letters: string };

export async function judgeRows(judging: Judging): Promise<Result<Judgement, AppError<'import/stopped'>>> {
  const { sheet, turn, onProgress, isStopped } = judging;
  const rows = sheet.rows.slice(1);
  const judge = createJudge(judging);
  for (let start = 0; start < rows.length; start += rowsPerTurn) {
    if (isStopped()) return err(refusal('import/stopped', {}));
    await turn(async () => {
      for (const row of rows.slice(start, start + rowsPerTurn)) await judge.add(row);
    });
    onProgress(Math.min(rows.length, start + rowsPerTurn), rows.length);
    await breathe();
  }
  return ok(judge.end());
}

function createJudge({ kind, work, sheet, columns, lookups }: Judging) {
  const chosen = columns.flatMap(({ column, field: key }): Chosen[] => {
    const field = sheetField(kind, key);
    return field ? [{ field, column, letters: columnLetters(column) }] : [];
  });
  const judged: JudgedRow[] = [];
  const notes = new Map<string, CellNote>();
  const firstRows = new Map<string, number>();
  const taken: Values[] = [];
  const reader = { lookups, from1904: sheet.from1904 };

  const note = (code: CellNote['code'], row: number, at: Chosen | null): void => {
    const id = `${code} ${at?.letters ?? ''}`;
    const before = notes.get(id);
    const first = { row, column: at?.letters ?? '', field: at?.field.key ?? null, code, count: 0 };
    notes.set(id, { ...(before ?? first), count: (before?.count ?? 0) + 1 });
  };
  if (sheet.encoding === 'windows-1256') note('windows-1256', sheet.rows[0]?.n ?? 1, null);

  const faultAt = (row: SheetRow, { field, code }: ValueFault): SheetFaultRow => {
    const at = chosen.find((one) => one.field.key === field);
    const shown = at ? textOf(row.cells[at.column] ?? '').slice(0, 80) : '';
    return { row: row.n, column: at?.letters ?? '', field, code, shown };
  };

  const readRow = (row: SheetRow): { values: Values; faults: ValueFault[] } => {
    const values: Record<string, CellValue> = {};
    const faults: ValueFault[] = [];
    for (const at of chosen) {
      const cell = row.cells[at.column] ?? '';
      const { field } = at;
      if (cell === '') {
        if (field.required === true) faults.push({ field: field.key, code: 'field/required' });
        continue;
      }
      const read = readCell(field, cell, reader);
      if (read.ok) values[field.key] = read.value;
      else faults.push({ field: field.key, code: read.error.code });
      if (field.cell === 'mark' && typeof cell === 'number' && read.ok) note(markNote(field, cell), row.n, at);
    }
    return { values, faults };
  };

  return {
    add: async (row: SheetRow): Promise<void> => {
      const nothing = { row: row.n, faults: [], of: null, differs: [], mayUpdate: false };
      if (isExample(row.cells)) {
        judged.push({ ...nothing, title: '', values: {}, state: 'example' });
        return;
      }
      const { values, faults: cells } = readRow(row);
      const title = work.titleOf(values) || textOf(row.cells[0] ?? '');
      const told = new Set(cells.map(({ field }) => field));
      const faults = [...cells, ...(cells.length > 0 ? [] : onePerField(work.faultsOf(values, taken), told))];
      if (faults.length > 0) {
        judged.push({ ...nothing, title, values, faults: faults.map((fault) => faultAt(row, fault)), state: 'faulty' });
        return;
      }
      const keys = work.keysOf(values);
      const earlier = keys.map((key) => firstRows.get(key)).find((n) => n !== undefined) ?? null;
      const found = keys.map((key) => work.find(key)).find((one) => one !== null) ?? null;
      for (const key of keys) if (!firstRows.has(key)) firstRows.set(key, row.n);
      const sound = { ...nothing, title, values };
      if (earlier !== null) {
        judged.push({ ...sound, state: 'double', of: { found: null, row: earlier, title } });
      } else if (found !== null) {
        const { differs, mayUpdate } = await work.compare(values, found);
        const state = differs.length === 0 && mayUpdate ? 'same' : 'double';
        judged.push({ ...sound, state, of: { found, row: null, title: found.title }, differs, mayUpdate });
      } else {
        taken.push(values);
        judged.push({ ...sound, state: 'new' });
      }
    },
    end: (): Judgement => ({ rows: judged, notes: [...notes.values()], digest: digestOf(judged) }),
  };
}

/** A telephone of Iraq begins with 07; a sheet that took it for a number dropped the zero. */
const markNote = ({ key }: SheetField, cell: number): 'zero-lost' | 'number-as-mark' =>
  key === 'phone' && /^7\d{9}$/.test(String(cell)) ? 'zero-lost' : 'number-as-mark';

const marks = EXAMPLE_MARKS.map(fold);

/** The example row of a template, whichever columns were moved. */
const isExample = (cells: readonly Cell[]): boolean =>
  cells.some(
    (cell) => typeof cell === 'string' && /[:：]/.test(cell) && marks.includes(fold(cell.split(/[:：]/)[0] ?? '')),
  );

const onePerField = (faults: readonly ValueFault[], told: Set<string | null>): ValueFault[] =>
  faults.filter(({ field }) => {
    if (told.has(field)) return false;
    told.add(field);
    return true;
  });

function digestOf(rows: readonly JudgedRow[]): string {
  const lines = rows.map(({ row, values, state, faults, of, mayUpdate }) =>
    JSON.stringify([
      row,
      state,
      values,
      faults.map(({ field, code }) => [field, code]),
      of && [of.row, of.found?.record ?? null, of.found?.element ?? null, of.found?.stamp ?? null],
      mayUpdate,
    ]),
  );
  const hash = sha256Stream();
  for (const line of lines) hash.update(utf8(`${line}\n`));
  return toBase64Url(hash.digest());
}
