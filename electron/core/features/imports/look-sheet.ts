/** @file What a sheet holds before anything is chosen: its headers, and the field that each seems to stand for. */
import type { Handler } from '#core/context.ts';
import { columnLetters, type Sheet } from '#core/sheets/sheet.ts';
import { HEADER_ALIASES } from '#shared/domain/sheet-aliases.ts';
import { SHEET_FIELDS, type SheetKind } from '#shared/domain/sheet-fields.ts';
import { ok } from '#shared/lib/result.ts';
import { fold } from '#shared/text/fold.ts';
import { LANGUAGES } from '#shared/text/languages.ts';
import { openSheet } from './open-sheet.ts';
import { textOf } from './read-cell.ts';
import { headerOf } from './words.ts';

const samples = 3;

export const lookSheet: Handler<'imports.look'> = async (context, { kind, file, sheet: wanted }) => {
  const task = context.services.tasks.begin('sheet');
  try {
    const reading = { onProgress: () => undefined, isStopped: task.isStopped };
    const sheet = await openSheet(context, { file, sheet: wanted }, reading);
    if (!sheet.ok) return sheet;
    const { name, names, rows } = sheet.value;
    return ok({ sheet: name, sheets: [...names], rows: rows.length - 1, columns: columnsOf(kind, sheet.value) });
  } finally {
    task.end();
  }
};

function columnsOf(kind: SheetKind, { rows }: Sheet) {
  const [head, ...rest] = rows;
  const width = Math.max(head?.cells.length ?? 0, ...rest.slice(0, samples).map(({ cells }) => cells.length));
  const fieldOf = guesses(kind);
  const taken = new Set<string>();
  return Array.from({ length: width }, (_, column) => {
    const header = textOf(head?.cells[column] ?? '').slice(0, 200);
    const guess = fieldOf.get(headerKey(header)) ?? null;
    const field = guess === null || taken.has(guess) ? null : guess;
    if (field !== null) taken.add(field);
    const cells = rest.slice(0, samples).map(({ cells: row }) => textOf(row[column] ?? '').slice(0, 80));
    return { column, letters: columnLetters(column), header, samples: cells, field };
  });
}

/** The words of the forms in all three languages come before what offices write otherwise. */
function guesses(kind: SheetKind): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const put = (text: string, field: string): void => {
    const key = headerKey(text);
    if (key !== '' && !found.has(key)) found.set(key, field);
  };
  for (const field of SHEET_FIELDS[kind]) {
    put(field.key, field.key);
    for (const language of LANGUAGES) put(headerOf(field, language), field.key);
  }
  for (const [field, words] of Object.entries(HEADER_ALIASES[kind])) for (const word of words) put(word, field);
  return found;
}

/** As the template marks what every row needs, an asterisk may stand behind a header; folding takes it away. */
const headerKey = (text: string): string => fold(text);
