/** @file A small strict reader of comma-separated values (RFC 4180); semicolons and tabs part cells too. */
import { refusal } from '#shared/errors/codes.ts';
import { cellAsMeant } from '#shared/text/csv.ts';
import { decodeText } from './decode-text.ts';
import { breathe, columnLetters, type Reading, type Sheet, SheetRefused, type SheetRow, sheetLimits } from './sheet.ts';

const rowsPerTurn = 2000;

/** Throws SheetRefused. */
export async function readCsv(bytes: Buffer, name: string, { isStopped, onProgress }: Reading): Promise<Sheet> {
  const { text, encoding } = decodeText(bytes);
  if (isBinary(text.slice(0, 4096))) throw new SheetRefused(refusal('sheet/not-a-sheet', {}));
  const rows: SheetRow[] = [];
  let formulas = 0;
  let first = '';
  for (const { cells, n, end } of linesOf(text, delimiterOf(text))) {
    if (n % rowsPerTurn === 0) {
      onProgress(end, text.length);
      await breathe();
      if (isStopped()) throw new SheetRefused(refusal('import/stopped', {}));
    }
    const meant = cells.map((cell) => cellAsMeant(cell.trim()));
    while (meant.at(-1) === '') meant.pop();
    if (meant.length === 0) continue;
    if (rows.length > sheetLimits.rows)
      throw new SheetRefused(refusal('sheet/too-many-rows', { max: sheetLimits.rows }));
    if (meant.length > sheetLimits.columns) {
      throw new SheetRefused(refusal('sheet/too-many-columns', { max: sheetLimits.columns }));
    }
    cells.forEach((cell, column) => {
      if (!/^\s*[=@]/.test(cell)) return;
      formulas += 1;
      first ||= `${columnLetters(column)}${n}`;
    });
    rows.push({ n, cells: meant });
  }
  if (formulas > 0) throw new SheetRefused(refusal('sheet/formulas', { count: formulas, cell: first }));
  return { format: 'csv', encoding, names: [name], name, from1904: false, rows };
}

/** Texts hold no control characters but tabs and ends of lines. */
const isBinary = (text: string): boolean =>
  [...text].some((character) => character < ' ' && !'\t\n\v\f\r'.includes(character));

/** Whichever parts the first line most, outside of quotes. */
function delimiterOf(text: string): string {
  const line = /^[^\r\n]*/.exec(text.trimStart())?.[0].replace(/"[^"]*"/g, '') ?? '';
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: line.split(mark).length }));
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).mark;
}

type Line = { readonly n: number; readonly cells: string[]; readonly end: number };

/** `n` counts rows as a spreadsheet program shows them: a line's end within quotes begins none. */
function* linesOf(text: string, delimiter: string): Generator<Line> {
  let at = 0;
  let n = 0;
  while (at < text.length) {
    const cells: string[] = [];
    n += 1;
    for (;;) {
      const cell = text[at] === '"' ? quotedCell(text, at, n) : plainCell(text, at, delimiter, n);
      cells.push(cell.text);
      at = cell.end;
      if (text[at] !== delimiter) break;
      at += 1;
    }
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
    else if (at < text.length && text[at - 1] !== '\r') throw badQuotes(n);
    yield { n, cells, end: at };
  }
}

function plainCell(text: string, start: number, delimiter: string, n: number): { text: string; end: number } {
  let end = start;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') {
    end += 1;
    if (end - start > sheetLimits.characters) throw badQuotes(n);
  }
  return { text: text.slice(start, end), end };
}

function quotedCell(text: string, start: number, n: number): { text: string; end: number } {
  let end = start + 1;
  for (;;) {
    end = text.indexOf('"', end);
    if (end === -1) throw badQuotes(n);
    if (text[end + 1] !== '"') break;
    end += 2;
  }
  return { text: text.slice(start + 1, end).replaceAll('""', '"'), end: end + 1 };
}

const badQuotes = (row: number): SheetRefused => new SheetRefused(refusal('sheet/bad-quotes', { row }));
